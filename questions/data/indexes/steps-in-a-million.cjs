/* ---
title: One row in a million
difficulty: easy
teaches: In sorted keys each comparison halves what is left, so a thousand times as many rows cost only ten more comparisons; a scan costs a thousand times as much.
expect:
  - "1000 rows: scan 900, search 10"
  - "1000000 rows: scan 900000, search 20"
--- */
function scan(keys, wanted) {
  let compared = 0;
  for (const key of keys) {
    compared++;
    if (key === wanted) return compared;
  }
}

function search(keys, wanted) {
  let [low, high, compared] = [0, keys.length, 0];
  while (low < high) {
    const middle = (low + high) >>> 1;
    compared++;
    if (keys[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return compared;
}

for (const rows of [1_000, 1_000_000]) {
  const keys = Array.from({ length: rows }, (_, index) => index);
  const wanted = rows * 0.9 - 1;
  console.log(`${rows} rows: scan ${scan(keys, wanted)}, search ${search(keys, wanted)}`);
}
