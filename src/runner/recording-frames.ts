import type { PrintedLine } from '../trace/recording.ts';

/**
 * The function of Node's own through which it calls hooks: it shows in stack traces of callbacks once there are
 * hooks, and in a recorded run those are the recording's.
 */
const frame =
  /^(?:\S\[\d+m)?[ \t]*at (?:[^\n]{0,200}\.)?callbackTrampoline \(node:internal\/async_hooks:\d+:\d+\)(?:\S\[\d+m)?([^\n]{0,10})$/;

/** The lines of one write without such frames. */
export function withoutRecordingFrames(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  if (!lines.some(({ text }) => frame.test(text))) return lines;
  const kept: PrintedLine[] = [];
  for (const line of lines) {
    const match = frame.exec(line.text);
    const before = kept.at(-1);
    if (match === null) kept.push(line);
    // `inspect` begins the properties of an error behind its last frame.
    else if (before && match[1])
      kept[kept.length - 1] = { ...before, text: before.text + match[1] };
  }
  return kept;
}

/** The same of the stack of an error. */
export const withoutRecordingFramesIn = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => !frame.test(line))
    .join('\n');
