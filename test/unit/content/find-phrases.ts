import type { Phrase } from './phrases.ts';
import { lineAt, withoutCode } from './prose-files.ts';

/** What a text says that it should not, each with its line and what to write instead. */
export function findPhrases(file: string, text: string, phrases: readonly Phrase[]): string[] {
  const prose = withoutCode(text);
  return phrases
    .filter(({ only }) => only?.some((start) => file.startsWith(start)) ?? true)
    .flatMap(({ avoid, write, allowed = 0 }) => {
      const spaced = avoid.source.replaceAll(' ', '\\s+');
      return [...prose.matchAll(new RegExp(spaced, 'gi'))].slice(allowed).map((match) => {
        const start = prose.lastIndexOf(' ', Math.max(0, match.index - 25)) + 1;
        const around = prose.slice(start, match.index + match[0].length + 15).replace(/\s+/g, ' ');
        return `${lineAt(text, match.index)}: "…${around}…": write ${write}`;
      });
    })
    .sort((a, b) => parseInt(a, 10) - parseInt(b, 10));
}
