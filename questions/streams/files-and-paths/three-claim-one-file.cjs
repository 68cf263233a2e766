/* ---
title: Three jobs, and only one may have the file
difficulty: hard
teaches: Checking and then writing lets everyone through, since all check before anyone writes; with the flag wx the operating system checks and creates in one step, so exactly one wins.
permissions: [fs-read, fs-write]
expect:
  - 'check, then write: 3 won'
  - 'with wx: 1 won'
  - 'the others got: EEXIST, EEXIST'
--- */
const fs = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

let checks = 0;
let allHaveChecked;
const everyoneChecked = new Promise((resolve) => (allHaveChecked = resolve));

async function claimAfterCheck(file, job) {
  const taken = await fs.access(file).then(() => true, () => false);
  if (++checks === 3) allHaveChecked();
  await everyoneChecked; // forces the unlucky timing, which is rare in real life
  if (taken) throw new Error('taken');
  await fs.writeFile(file, job);
}
const claim = (file, job) => fs.writeFile(file, job, { flag: 'wx' });

async function race(how, file) {
  const results = await Promise.allSettled(['a', 'b', 'c'].map((job) => how(file, job)));
  const lost = results.filter(({ status }) => status === 'rejected');
  return { won: results.length - lost.length, codes: lost.map(({ reason }) => reason.code) };
}

async function main() {
  const folder = await fs.mkdtemp(join(tmpdir(), 'claim-'));
  console.log(`check, then write: ${(await race(claimAfterCheck, join(folder, '1'))).won} won`);

  const { won, codes } = await race(claim, join(folder, '2'));
  console.log(`with wx: ${won} won`);
  console.log(`the others got: ${codes.join(', ')}`);
  await fs.rm(folder, { recursive: true });
}
main();
