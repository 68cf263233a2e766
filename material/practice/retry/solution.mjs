export async function retry(work, { times, first, wait, worthIt = () => true }) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      if (attempt >= times || !worthIt(error)) throw error;
      await wait(first * 2 ** (attempt - 1));
    }
  }
}
