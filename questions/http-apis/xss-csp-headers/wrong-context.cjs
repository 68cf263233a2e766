/* ---
title: Correctly escaped, and still XSS
difficulty: devilish
teaches: Escaping is right for text and quoted attributes only; URLs, unquoted attributes and handlers need something else, and a browser decodes an attribute before it runs it.
expect:
  - "text: <p>&lt;img src=x onerror=steal()&gt;</p>"
  - "href: <a href=\"javascript:steal()\">"
  - "unquoted: <input value=x onfocus=steal() autofocus>"
  - "handler: onclick=\"show('&#39;);steal();//')\""
  - "the browser runs: show('');steal();//')"
--- */
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (value) => value.replace(/[&<>"']/g, (char) => entities[char]);

const decode = (attribute) =>
  Object.entries(entities).reduce((text, [char, entity]) => text.replaceAll(entity, char), attribute);

console.log(`text: <p>${escape('<img src=x onerror=steal()>')}</p>`);
console.log(`href: <a href="${escape('javascript:steal()')}">`);
console.log(`unquoted: <input value=${escape('x onfocus=steal() autofocus')}>`);

const handler = `show('${escape("');steal();//")}')`;
console.log(`handler: onclick="${handler}"`);
console.log(`the browser runs: ${decode(handler)}`);
