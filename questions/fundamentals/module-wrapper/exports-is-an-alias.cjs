/* ---
title: Three ways to export
difficulty: medium
teaches: exports is a variable that first points to module.exports; require returns module.exports, so what is assigned to exports, or added to it later, is lost.
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
