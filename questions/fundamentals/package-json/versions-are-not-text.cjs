/* ---
title: Sorting versions
difficulty: easy
teaches: Versions are three numbers, so as text 1.10.0 sorts before 1.9.0; compare the parts as numbers, and treat a prerelease as older than its release.
expect:
  - 'as text: 1.10.0, 1.9.0, 10.0.0, 2.0.0'
  - 'newest, as text: 2.0.0'
  - 'as numbers: 1.9.0, 1.10.0, 2.0.0, 10.0.0'
  - 'newest, as numbers: 10.0.0'
--- */
const published = ['1.9.0', '10.0.0', '1.10.0', '2.0.0'];

const byText = published.toSorted();
console.log(`as text: ${byText.join(', ')}`);
console.log(`newest, as text: ${byText.at(-1)}`);

function compare(a, b) {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}
const byNumber = published.toSorted(compare);
console.log(`as numbers: ${byNumber.join(', ')}`);
console.log(`newest, as numbers: ${byNumber.at(-1)}`);
