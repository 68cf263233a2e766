/**
 * Takes one way after the other until one works.
 * @param ways by name, in the order to be tried;
 *   each rejects with the reason when it cannot be had
 * @returns exit code of the first that worked, or for each
 *   way a line that says why it did not
 */
export async function firstSuccess(
  ways: Readonly<Record<string, () => Promise<number>>>,
): Promise<number | { tried: string[] }> {
  const tried = [];
  for (const [name, way] of Object.entries(ways)) {
    try {
      return await way();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      tried.push(`${name}: ${reason}`);
      console.log(`Not with "${name}": ${reason}`);
    }
  }
  return { tried };
}
