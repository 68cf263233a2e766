import { pbkdf2Sync } from 'node:crypto';

const hash = async (password) =>
  pbkdf2Sync(password, 'salt', 1_000, 32, 'sha256').toString('hex');

/** @param {string[]} passwords */
export async function hashAll(passwords) {
  return Promise.all(passwords.map(hash));
}

/** @param {Iterable<number>} numbers */
export async function sumOf(numbers) {
  let sum = 0;
  for (const number of numbers) {
    sum += number;
    await null;
  }
  return sum;
}
