/* ---
title: A supervisor in ten lines
difficulty: medium
teaches: A supervisor restarts the process when it fails; exponential backoff keeps a crash loop from hogging the machine, and with a policy such as systemd's on-failure a clean exit is left alone.
permissions: [child]
expect:
  - 'start 1: exit code 1'
  - restart in 10 ms
  - 'start 2: exit code 1'
  - restart in 20 ms
  - 'start 3: exit code 0'
  - clean exit, no restart
--- */
const { fork } = require('node:child_process');

const attempt = Number(process.argv[2]);
if (attempt > 0) process.exit(attempt < 3 ? 1 : 0); // the service: fails twice

function start(number) {
  const service = fork(__filename, [number]);
  service.on('exit', (code) => {
    console.log(`start ${number}: exit code ${code}`);
    if (code === 0) return console.log('clean exit, no restart');
    const pause = 10 * 2 ** (number - 1);
    console.log(`restart in ${pause} ms`);
    setTimeout(start, pause, number + 1);
  });
}
start(1);
