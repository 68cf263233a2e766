import { createLineSplitter } from './line-splitter.ts';
import { parseRecord } from './parse-record.ts';
import type { ChildRecord } from './protocol.ts';

/** Far above what a child tells that keeps its own caps. */
const maxRecords = 100_000;
const roomForTrace = 2 ** 25;

export interface RecordReaderOptions {
  /** The cap on the output, UTF-8. */
  readonly bytes: number;
  readonly onRecord: (record: ChildRecord) => void;
  /** Called once: nothing more will be read. */
  readonly onTooMuch: () => void;
}

/**
 * Reads what comes over the private pipe. The snippet can write there too: what is read, and kept
 * for the result, has an end whatever comes.
 */
export function createRecordReader({ bytes, onRecord, onTooMuch }: RecordReaderOptions) {
  let recordsLeft = maxRecords;
  // Each character of output may be escaped, `\u0000`.
  let lengthLeft = bytes * 6 + roomForTrace;
  let over = false;
  const stop = () => {
    if (over) return;
    over = true;
    onTooMuch();
  };
  // A record is never longer than the text that the cap lets through, escaped.
  const split = createLineSplitter(bytes * 6 + 100_000, (line) => {
    if (over) return;
    if (recordsLeft-- === 0) {
      stop();
      return;
    }
    const record = parseRecord(line);
    if (record !== undefined) onRecord(record);
  });
  return (text: string): void => {
    lengthLeft -= text.length;
    if (lengthLeft < 0) stop();
    // Records bring two line breaks in a row at most, and each line costs time.
    if (!over) split(text.includes('\n\n\n') ? text.replace(/\n+/g, '\n') : text);
  };
}
