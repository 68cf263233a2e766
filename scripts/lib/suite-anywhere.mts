import { existsSync, readFileSync, rmSync } from 'node:fs';

/**
 * Runs a suite in the desktop VS Code, and in the server when the desktop one does not get as far as
 * the suite, as where one of its libraries is missing.
 * @param hosts answers an exit code
 * @param hosts the same
 * @param totals file with the counts, which the suite writes at its end
 * @returns 0 when all passed and something did
 */
export async function runAnywhere(
  {
    desktop,
    server,
  }: { desktop: (() => Promise<number>) | undefined; server: (() => Promise<number>) | undefined },
  totals: string,
): Promise<number> {
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
  const { passed } = JSON.parse(readFileSync(totals, 'utf8')) as { readonly passed: number };
  if (passed === 0 && code === 0) console.error('No test ran.');
  return passed === 0 ? 1 : code;
}
