/** The answer to a follow-up question as it is said: a snippet or a drawing that the question's page shows with it is left out. */
export const saidAnswer = (answer: string): string =>
  answer.replace(/^```(?:snippet|diagram)\b[\s\S]*?^```[ \t]*$/gm, '').trim();
