/* ---
title: Three looks at a canary
difficulty: medium
teaches: With few requests a single failure looks like a disaster and no failure proves nothing, so compare a canary's failure rate with the stable version's, and only after enough requests.
expect:
  - 'after 20 requests: wait'
  - 'after 5000 requests, 6 failed: promote'
  - 'after 5000 requests, 60 failed: roll back'
decoys:
  - 'after 20 requests: roll back'
  - 'after 5000 requests, 6 failed: wait'
--- */
function judge(canary, stable, { leastRequests = 2000, tolerated = 2 } = {}) {
  if (canary.requests < leastRequests) return 'wait';
  const rate = ({ failed, requests }) => failed / requests;
  return rate(canary) > rate(stable) * tolerated ? 'roll back' : 'promote';
}

const stable = { requests: 95_000, failed: 95 }; // one in a thousand

console.log(`after 20 requests: ${judge({ requests: 20, failed: 1 }, stable)}`);
for (const failed of [6, 60]) {
  const verdict = judge({ requests: 5000, failed }, stable);
  console.log(`after 5000 requests, ${failed} failed: ${verdict}`);
}
