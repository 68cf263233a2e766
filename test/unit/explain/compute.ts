/**
 * Code that computes for so many milliseconds: by the clock, and by what the process got of a
 * processor. A busy machine may give it little, and certainty is judged by what was computed.
 */
export const compute = (ms: number): string =>
  `{ const spent = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const [end, enough] = [performance.now() + ${ms}, spent() + ${ms}];
while (performance.now() < end || spent() < enough); }`;
