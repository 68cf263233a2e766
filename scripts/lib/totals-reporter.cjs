// @ts-check
// What people see is the usual report; the counts and what failed go to a file, so that nobody has to
// scrape them.
const { writeFileSync } = require('node:fs');
const process = require('node:process');
const { reporters, Runner } = require('mocha');

module.exports = class TotalsReporter extends reporters.Spec {
  /**
   * @param {import('mocha').Runner} runner
   * @param {import('mocha').MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    /** @type {string[]} */
    const failures = [];
    runner.on(Runner.constants.EVENT_TEST_FAIL, (test, error) => {
      failures.push(`${test.titlePath().join(' › ')}\n${error?.stack ?? error}`);
    });
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes: passed, failures: failed, pending } = this.stats;
      const file = process.env['LOOPWISE_TOTALS'];
      if (file) writeFileSync(file, JSON.stringify({ passed, failed, pending, failures }));
    });
  }
};
