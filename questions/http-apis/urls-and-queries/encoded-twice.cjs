/* ---
title: Encoding once, twice or not at all
difficulty: hard
teaches: searchParams encodes for you, so a value that is encoded already arrives encoded, and decoding a raw value can throw.
expect:
  - "set: ?q=100%25+sure"
  - "read: 100% sure"
  - "encoded before set: 100%25%20sure"
  - "glued: 100% sure"
  - "decoded again: URIError"
--- */
const text = '100% sure';

const url = new URL('https://api.example.com/');
url.searchParams.set('q', text);
console.log(`set: ${url.search}`);
console.log(`read: ${new URL(url.href).searchParams.get('q')}`);

url.searchParams.set('q', encodeURIComponent(text));
console.log(`encoded before set: ${new URL(url.href).searchParams.get('q')}`);

const glued = new URL(`https://api.example.com/?q=${encodeURIComponent(text)}`);
const value = glued.searchParams.get('q'); // decoded already
console.log(`glued: ${value}`);
try {
  console.log(`decoded again: ${decodeURIComponent(value)}`);
} catch (error) {
  console.log(`decoded again: ${error.name}`);
}
