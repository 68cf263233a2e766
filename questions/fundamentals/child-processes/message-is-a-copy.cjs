/* ---
title: What arrives in the child
difficulty: medium
teaches: By default IPC messages are serialized as JSON, so a Date arrives as a string, a Map as an empty object, and later changes to the original are not seen.
permissions: [child]
expect:
  - parent changed the order
  - 'child sees total: 10'
  - 'child sees date: string'
  - 'child sees items: {}'
  - 'child exited with 0'
--- */
const { fork } = require('node:child_process');

if (process.send) {
  process.on('message', ({ total, date, items }) => {
    const seen = [
      `total: ${total}`,
      `date: ${typeof date}`,
      `items: ${JSON.stringify(items)}`,
    ];
    process.send(seen, () => process.disconnect());
  });
} else {
  const order = { total: 10, date: new Date(), items: new Map([['tea', 2]]) };
  const child = fork(__filename);

  child.on('message', (seen) => {
    for (const line of seen) console.log(`child sees ${line}`);
  });
  child.on('exit', (code) => console.log(`child exited with ${code}`));

  child.send(order);
  order.total = 99;
  console.log('parent changed the order');
}
