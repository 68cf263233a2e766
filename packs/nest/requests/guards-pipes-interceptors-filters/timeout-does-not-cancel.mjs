/* ---
title: A timeout, and the handler behind it
difficulty: hard
teaches: An interceptor that gives up sends the response; the handler isn't stopped and still has its effect later.
expect:
  - 'handler starts'
  - 'response: 408'
  - 'handler charges the card'
--- */
import { setTimeout } from 'node:timers/promises';

let bankResponds;
const bank = new Promise((resolve) => {
  bankResponds = resolve;
});

async function handler() {
  console.log('handler starts');
  await bank;
  console.log('handler charges the card');
  return { paid: true };
}

// What timeout(10) does in next.handle().pipe(timeout(10)): it stops waiting.
const withTimeout = (next) =>
  Promise.race([next(), setTimeout(10).then(() => Promise.reject(new Error('408')))]);

await withTimeout(handler).catch((error) => console.log('response:', error.message));

bankResponds();
await bank;
