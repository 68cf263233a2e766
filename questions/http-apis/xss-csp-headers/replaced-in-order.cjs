/* ---
title: Four ways to escape three characters
difficulty: easy
teaches: The ampersand has to be replaced first or in the same pass, and replace with a string changes only the first match.
expect:
  - "one pass: &lt;b&gt; Q&amp;A &lt;b&gt;"
  - "ampersand last: &amp;lt;b&amp;gt; Q&amp;A &amp;lt;b&amp;gt;"
  - "with strings: &lt;b&gt; Q&amp;A <b>"
  - "twice: &amp;lt;b&amp;gt; Q&amp;amp;A &amp;lt;b&amp;gt;"
--- */
const text = '<b> Q&A <b>';
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const onePass = (value) => value.replace(/[&<>]/g, (char) => entities[char]);

const ampersandLast = (value) =>
  value.replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/&/g, '&amp;');

const withStrings = (value) =>
  value.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;');

console.log(`one pass: ${onePass(text)}`);
console.log(`ampersand last: ${ampersandLast(text)}`);
console.log(`with strings: ${withStrings(text)}`);
console.log(`twice: ${onePass(onePass(text))}`);
