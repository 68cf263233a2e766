import { pbkdf2 } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';

const derive = promisify(pbkdf2);

async function hash(password) {
  return (await derive(password, 'salt', 1_000, 32, 'sha256')).toString('hex');
}

export async function hashAll(passwords) {
  return Promise.all(passwords.map(hash));
}

const together = 1_000;

export async function sumOf(numbers) {
  let sum = 0;
  let count = 0;
  for (const number of numbers) {
    sum += number;
    count += 1;
    if (count % together === 0) await setImmediate();
  }
  return sum;
}
