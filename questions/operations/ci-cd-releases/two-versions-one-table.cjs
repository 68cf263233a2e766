/* ---
title: A renamed column during a rolling update
difficulty: hard
teaches: During a rollout two versions share one database, so a rename breaks one of them; expand first, write both and read either, and contract when no old version is left.
expect:
  - 'rename: old version reads undefined'
  - 'rename: new version reads undefined'
  - 'expand: old version reads Ada'
  - 'expand: new version reads Ada'
  - 'contract: new version reads Ada'
--- */
const versions = {
  old: { write: (name) => ({ name }), read: (row) => row.name },
  renamed: { write: (name) => ({ fullName: name }), read: (row) => row.fullName },
  expanded: {
    write: (name) => ({ name, fullName: name }),
    read: (row) => row.fullName ?? row.name,
  },
};
const { old, renamed, expanded } = versions;
const table = (writer) => [writer.write('Ada')]; // what a replica of this version has stored

const readBy = (reader, writer) => reader.read(table(writer)[0]);

console.log(`rename: old version reads ${readBy(old, renamed)}`);
console.log(`rename: new version reads ${readBy(renamed, old)}`);
console.log(`expand: old version reads ${readBy(old, expanded)}`);
console.log(`expand: new version reads ${readBy(expanded, old)}`);
// No old replica is left and old rows have been backfilled: now the name column can be dropped.
console.log(`contract: new version reads ${readBy(renamed, expanded)}`);
