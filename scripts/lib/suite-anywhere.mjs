// @ts-check
import { existsSync, readFileSync, rmSync } from 'node:fs';

/**
 * Runs a suite in the desktop VS Code, and in the server when the desktop one does not get as far as
 * the suite, as where one of its libraries is missing.
 * @param {object} hosts
 * @param {(() => Promise<number>) | undefined} hosts.desktop answers an exit code
 * @param {(() => Promise<number>) | undefined} hosts.server the same
 * @param {string} totals file with the counts, which the suite writes at its end
 * @returns {Promise<number>} 0 when all passed and something did
 */
export async function runAnywhere({ desktop, server }, totals) {
  // One of an earlier run must not stand for this one.
  rmSync(totals, { force: true });
  let code = 1;
  if (desktop) {
    code = await desktop();
    if (!existsSync(totals) && server) {
      console.log("That VS Code did not run the suite. Testing in VS Code's server instead.");
    }
  }
  if (!existsSync(totals) && server) code = await server();
  if (!existsSync(totals)) {
    console.error('The suite did not get as far as reporting what passed.');
    return 1;
  }
  const { passed } = JSON.parse(readFileSync(totals, 'utf8'));
  if (passed === 0 && code === 0) console.error('No test ran.');
  return passed === 0 ? 1 : code;
}
