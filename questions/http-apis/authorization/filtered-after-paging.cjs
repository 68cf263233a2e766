/* ---
title: Permissions checked after the page was cut
difficulty: hard
teaches: A filter after LIMIT makes pages short and the total wrong; the same condition in the query counts and pages only what the user may see.
expect:
  - "after, page 1: nothing"
  - "after, page 2: d"
  - "after, total: 5"
  - "in the query, page 1: d e"
  - "in the query, total: 2"
--- */
const rows = [
  { id: 'a', owner: 'bob' },
  { id: 'b', owner: 'bob' },
  { id: 'c', owner: 'bob' },
  { id: 'd', owner: 'ada' },
  { id: 'e', owner: 'ada' },
];
const select = (where, page, limit = 2) => rows.filter(where).slice((page - 1) * limit, page * limit);
const count = (where) => rows.filter(where).length;
const ids = (list) => list.map(({ id }) => id).join(' ') || 'nothing';

const everything = () => true;
const mine = ({ owner }) => owner === 'ada';

console.log(`after, page 1: ${ids(select(everything, 1).filter(mine))}`);
console.log(`after, page 2: ${ids(select(everything, 2).filter(mine))}`);
console.log(`after, total: ${count(everything)}`);

console.log(`in the query, page 1: ${ids(select(mine, 1))}`);
console.log(`in the query, total: ${count(mine)}`);
