import { displayText, lineKey } from './line-text.ts';
import type { OutputLine } from './output.ts';

/**
 * Shorter texts that stand for a line that Node worded, as somebody would type them who knows what
 * happens and not how Node puts it. Lines that a program worded have none.
 */
export function essencesOf(line: OutputLine): readonly string[] {
  switch (line.stream) {
    case 'stderr':
      return [...warningEssences(line.text), ...codeEssences(line.text, '')];
    case 'uncaught':
      return [...rejectionEssences(line.text), ...codeEssences(line.text, 'Uncaught ')];
    case 'stdout':
    case 'exit':
      return [];
  }
}

/**
 * The line that a typed text stands for: one whose essence it is. Undefined when no line has it,
 * or several different ones do.
 */
export function lineWithEssence(
  typed: string,
  known: readonly OutputLine[],
): OutputLine | undefined {
  const key = keyOf(typed);
  const found = known.filter((line) => essencesOf(line).some((text) => keyOf(text) === key));
  const [first] = found;
  const isOne = new Set(found.map(displayText)).size === 1;
  return isOne ? first : undefined;
}

/** `(node:123) [DEP0005] DeprecationWarning: Buffer() is …`: the number of the process varies. */
function warningEssences(text: string): string[] {
  const found = /^\(node:\d+\) (\[[\w-]+\] )?(\w*Warning)(?:: (.*))?$/s.exec(text);
  if (!found) return [];
  const [, code = '', name = '', message] = found;
  if (message === undefined) return [`${code}${name}`, name];
  return [
    `${code}${name}: ${message}`,
    `${name}: ${message}`,
    ...(name === 'Warning' ? [] : [name]),
  ];
}

/** A rejection with something that is not an error, which Node wraps in a sentence of its own. */
function rejectionEssences(text: string): string[] {
  const found =
    /^UnhandledPromiseRejection: This error originated .* rejected with the reason (?:"(.*)"|(.*))\.$/s.exec(
      text.replace(/^\[(.*)\]$/s, '$1'),
    );
  if (!found) return [];
  const reason = found[1] ?? found[2] ?? '';
  const reasons = [reason, `"${reason}"`, `'${reason}'`];
  return ['UnhandledPromiseRejection', ...reasons].flatMap((short) => [short, `Uncaught ${short}`]);
}

/** `TypeError [ERR_INVALID_ARG_TYPE]: The "path" argument must be …`: Node's codes say it all. */
function codeEssences(text: string, before: string): string[] {
  const found = /^(\w*Error) \[(ERR_\w+)\]: /.exec(text);
  if (!found) return [];
  const [, name = '', code = ''] = found;
  return [`${name} [${code}]`, code].map((short) => `${before}${short}`);
}

const keyOf = (text: string): string => lineKey({ stream: 'stdout', text }, 'text');
