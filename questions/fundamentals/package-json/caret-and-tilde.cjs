/* ---
title: What ^ and ~ allow
difficulty: medium
teaches: The caret allows every change to the right of the first number that is not zero, the tilde only patches; below 1.0.0 the caret therefore stops at the next minor version.
expect:
  - '^1.2.3 and 1.9.0: yes'
  - '^1.2.3 and 2.0.0: no'
  - '~1.2.3 and 1.3.0: no'
  - '^0.2.3 and 0.2.9: yes'
  - '^0.2.3 and 0.3.0: no'
  - '^0.0.3 and 0.0.4: no'
--- */
const parse = (version) => version.split('.').map(Number);

/** The first version that is too new. */
function upperEnd(range) {
  const [major, minor, patch] = parse(range.slice(1));
  if (range.startsWith('~')) return [major, minor + 1, 0];
  if (major > 0) return [major + 1, 0, 0];
  if (minor > 0) return [0, minor + 1, 0];
  return [0, 0, patch + 1];
}

const isLess = (a, b) => {
  const index = a.findIndex((part, at) => part !== b[at]);
  return index !== -1 && a[index] < b[index];
};

function satisfies(version, range) {
  const parts = parse(version);
  return !isLess(parts, parse(range.slice(1))) && isLess(parts, upperEnd(range));
}

const questions = [
  ['^1.2.3', '1.9.0'],
  ['^1.2.3', '2.0.0'],
  ['~1.2.3', '1.3.0'],
  ['^0.2.3', '0.2.9'],
  ['^0.2.3', '0.3.0'],
  ['^0.0.3', '0.0.4'],
];
for (const [range, version] of questions) {
  console.log(`${range} and ${version}: ${satisfies(version, range) ? 'yes' : 'no'}`);
}
