/* ---
title: Three layers that retry
difficulty: medium
teaches: Retries multiply from layer to layer, so a database that is already too slow gets 27 times the load; retry in one place, with a budget, and stop when the deadline has passed.
expect:
  - 'every layer retries: 27 queries'
  - 'only the outermost retries: 3 queries'
  - 'with a budget of 10%: 11 queries for 10 requests'
--- */
let queries = 0;
const database = async () => {
  queries++;
  throw new Error('too slow');
};
const retry = async (call, tries) => {
  for (let left = tries; ; left--) {
    try {
      return await call();
    } catch (error) {
      if (left === 1) throw error;
    }
  }
};
const count = async (work) => {
  queries = 0;
  await work().catch(() => {});
  return queries;
};

async function main() {
  const everywhere = () => retry(() => retry(() => retry(database, 3), 3), 3);
  console.log(`every layer retries: ${await count(everywhere)} queries`);
  console.log(`only the outermost retries: ${await count(() => retry(database, 3))} queries`);

  // Ten requests pay for one retry.
  let paid = 0;
  const withBudget = async () => {
    for (let request = 1; request <= 10; request++) {
      paid++;
      const mayRetry = paid >= 10;
      if (mayRetry) paid -= 10;
      await retry(database, mayRetry ? 2 : 1).catch(() => {});
    }
  };
  console.log(`with a budget of 10%: ${await count(withBudget)} queries for 10 requests`);
}
main();
