/* ---
title: Which of the browser's globals does Node have?
difficulty: easy
teaches: Node shares the web APIs that need no page, such as fetch and URL; what belongs to a window does not exist, and navigator was added in Node 21.
expect:
  - fetch -> function
  - URL -> function
  - navigator -> object
  - document -> undefined
  - window -> undefined
variants:
  - to: 20
    expect:
      - fetch -> function
      - URL -> function
      - navigator -> undefined
      - document -> undefined
      - window -> undefined
--- */
for (const name of ['fetch', 'URL', 'navigator', 'document', 'window']) {
  console.log(`${name} -> ${typeof globalThis[name]}`);
}
