/* ---
title: Three ways to export
difficulty: medium
teaches: At first exports refers to the same object as module.exports; require returns module.exports, so what you assign to exports, or add to it after that, is lost.
expect:
  - 'after exports.first: first'
  - 'after exports = …: first'
  - 'after module.exports = …: third'
  - 'after exports.fourth: third'
--- */
// A file may require itself: it gets what it has exported so far.
const exported = () => Object.keys(require(__filename)).join(', ');

exports.first = 1;
console.log(`after exports.first: ${exported()}`);

exports = { second: 2 };
console.log(`after exports = …: ${exported()}`);

module.exports = { third: 3 };
console.log(`after module.exports = …: ${exported()}`);

exports.fourth = 4;
console.log(`after exports.fourth: ${exported()}`);
