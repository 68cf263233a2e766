import type { Site, Task } from './model.ts';

/**
 * What is written where a function paused, if it isn't `await`: `yield` and `return` of an async generator await
 * what they are given. V8 names the place of the `await` itself, but of the others that of the last call or value
 * behind the word.
 * @param code the text of the program
 */
export function awaitWords(code: string): (site: Site) => Task['awaits'] {
  const lines = code.split(/\r\n|[\n\r\u2028\u2029]/);
  return ({ line, column }) => {
    const [here = '', before = ''] = [
      lines[line - 1]?.slice(column - 1),
      lines[line - 1]?.slice(0, column - 1),
    ];
    if (/^(?:await|for)\b/.test(here)) return undefined;
    // V8 names the call behind an `await`, too. A property may have the name of a word.
    const own = before.endsWith('.') ? '' : (/^(?:yield\b(?:\s*\*)?|return)/.exec(here)?.[0] ?? '');
    const text = [...lines.slice(Math.max(0, line - mostLines), line - 1), before].join('\n') + own;
    // Nothing of the statements before.
    const [statement = ''] = text.split(/;|\bfor\s+await\b|\bawait\s+using\b/).slice(-1);
    const word = statement.match(words)?.at(-1)?.replace(/\s/g, '');
    return word === 'await' ? undefined : (word as Task['awaits']);
  };
}

const words = /(?<![.\w$])(?:yield\b(?:\s*\*)?|(?:return|await)\b(?!\s*:))/g;

/** A statement with more of them is not looked through. */
const mostLines = 20;
