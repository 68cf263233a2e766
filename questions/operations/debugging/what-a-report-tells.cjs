/* ---
title: What a diagnostic report gives away
difficulty: hard
teaches: A diagnostic report holds stacks, heap, open handles and limits of the process, and the environment variables too, so treat it like a secret or exclude them.
expect:
  - 'stack of JavaScript: true'
  - 'heap, handles: true, true'
  - 'the token is in the report: true'
  - 'open timers: 1'
--- */
process.env.API_TOKEN = 'secret-7f3a';
process.report.excludeNetwork = true; // no DNS lookups, so it is quick
const timer = setTimeout(() => {}, 60_000);

function inspectMe() {
  return process.report.getReport();
}
const report = inspectMe();

console.log(`stack of JavaScript: ${report.javascriptStack.stack.join().includes('inspectMe')}`);
console.log(`heap, handles: ${'javascriptHeap' in report}, ${'libuv' in report}`);
console.log(`the token is in the report: ${JSON.stringify(report).includes('secret-7f3a')}`);
console.log(`open timers: ${process.getActiveResourcesInfo().filter((type) => type === 'Timeout').length}`);
clearTimeout(timer);
