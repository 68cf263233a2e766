import type { ChildSettings } from '../protocol.ts';
import { charCodeAt, indexOf, kill, min, pid, slice } from './primordials.ts';
import { sendCap, sendOutput } from './records.ts';

/** Announces output until a limit is reached, and then ends the process at once. */
export function cappedOutput({ lines, bytes }: Pick<ChildSettings, 'lines' | 'bytes'>) {
  let linesLeft = lines;
  let bytesLeft = bytes;
  return (stream: 'stdout' | 'stderr', text: string, place: string): void => {
    const cutLines = endOfLines(text, linesLeft);
    const cutBytes = endOfBytes(text, bytesLeft);
    const end = min(cutLines.end, cutBytes.end);
    if (end === text.length) {
      linesLeft -= cutLines.lines;
      bytesLeft -= cutBytes.bytes;
      sendOutput(stream, text, place);
      return;
    }
    sendOutput(stream, slice(text, 0, end), place);
    // A snippet that closed the pipe must not die without a reason that the host knows.
    if (sendCap(cutLines.end <= cutBytes.end ? 'lines' : 'bytes')) kill(pid, 'SIGKILL');
  };
}

/** Where the text must end to hold at most that many lines, and how many it holds till there. */
function endOfLines(text: string, limit: number): { end: number; lines: number } {
  let end = 0;
  let lines = 0;
  for (; lines < limit; lines++) {
    const next = indexOf(text, '\n', end);
    if (next === -1) return { end: text.length, lines };
    end = next + 1;
  }
  return { end, lines };
}

/** The same for bytes of UTF-8; never cuts a character in two. */
function endOfBytes(text: string, limit: number): { end: number; bytes: number } {
  let bytes = 0;
  for (let end = 0; end < text.length;) {
    const code = charCodeAt(text, end);
    const pair = code >= 0xd800 && code < 0xdc00 && end + 1 < text.length;
    const size = pair ? 4 : code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
    if (bytes + size > limit) return { end, bytes };
    bytes += size;
    end += pair ? 2 : 1;
  }
  return { end: text.length, bytes };
}
