/* ---
title: JSON inside a script tag
difficulty: hard
teaches: The HTML parser ends a script at the first closing tag and knows nothing of JSON strings, so write < as an escape, which JSON.parse reads back unchanged.
expect:
  - "stringify: 2 script elements"
  - "first one: const name = \"Ada"
  - "escaped: 1 script elements"
  - "first one: const name = \"Ada\\u003c/script>\\u003cscript>steal()\";"
  - "read back unchanged: true"
--- */
const name = 'Ada</script><script>steal()';

// How a browser finds script elements: up to the next closing tag, whatever is quoted.
const scriptsIn = (page) => [...page.matchAll(/<script>(.*?)(?:<\/script>|$)/gs)].map((match) => match[1]);

function show(how, json) {
  const scripts = scriptsIn(`<script>const name = ${json};</script>`);
  console.log(`${how}: ${scripts.length} script elements`);
  console.log(`first one: ${scripts[0]}`);
}

show('stringify', JSON.stringify(name));

const escaped = JSON.stringify(name).replaceAll('<', '\\u003c');
show('escaped', escaped);
console.log(`read back unchanged: ${JSON.parse(escaped) === name}`);
