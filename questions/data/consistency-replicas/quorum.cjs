/* ---
title: Three copies, how many have to reply?
difficulty: hard
teaches: When a write reaches W of N copies and a read asks R of them, they overlap in at least one copy exactly when R + W is larger than N.
expect:
  - "W 1, R 1: 6 of 9 reads may be stale"
  - "W 2, R 1: 3 of 9 reads may be stale"
  - "W 2, R 2: 0 of 9 reads may be stale"
  - "W 3, R 1: 0 of 3 reads may be stale"
decoys:
  - 'W 2, R 2: 1 of 9 reads may be stale'
  - 'W 2, R 1: 0 of 9 reads may be stale'
--- */
const copies = ['a', 'b', 'c'];

function subsets(size, from = 0) {
  if (size === 0) return [[]];
  return copies
    .slice(from)
    .flatMap((copy, index) =>
      subsets(size - 1, from + index + 1).map((rest) => [copy, ...rest]),
    );
}

function compare(w, r) {
  let [all, stale] = [0, 0];
  for (const written of subsets(w)) {
    for (const read of subsets(r)) {
      all++;
      if (!read.some((copy) => written.includes(copy))) stale++;
    }
  }
  console.log(`W ${w}, R ${r}: ${stale} of ${all} reads may be stale`);
}

compare(1, 1);
compare(2, 1);
compare(2, 2);
compare(3, 1);
