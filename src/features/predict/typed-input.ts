import type { RunRequest, StandardInput } from '../../runner/model.ts';
import type { TypedPiece, Typing } from '../../shared/predict.ts';

/** Enough to see what a program asks for, and little to send. */
const shownLength = 20_000;

/** What is written in quick succession reaches the page together. */
const gatherMs = 50;

/** The standard input of one run. */
export interface TypedInput {
  /** What the run is to tell. */
  readonly listeners: Required<Pick<RunRequest, 'onText' | 'onRead'>>;
  /** Undefined until the program reads. */
  readonly typing: Typing | undefined;
  /** Nothing happens before the program reads, and after the end. */
  write(text: string): void;
  end(): void;
  /** To be called once the run is over. */
  dispose(): void;
}

/** Keeps what a run writes, so that it can be shown as soon as the program reads its standard input. */
export function createTypedInput(run: number, onChange: (typing: Typing) => void): TypedInput {
  let pieces: readonly TypedPiece[] = [];
  let isCut = false;
  let input: StandardInput | undefined;
  let isOpen = false;
  let timer: NodeJS.Timeout | undefined;

  function add(piece: TypedPiece): void {
    const all = joined(pieces, piece);
    const kept = lastOf(all, shownLength);
    isCut ||= kept !== all;
    pieces = kept;
    if (input) tell();
  }

  function tell(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      onChange(typing());
    }, gatherMs);
  }

  const typing = (): Typing => ({ run, pieces, isCut, isOpen });

  return {
    listeners: {
      onText: add,
      onRead(opened) {
        input = opened;
        isOpen = true;
        tell();
      },
    },
    get typing() {
      return input && typing();
    },
    write(text) {
      if (!isOpen) return;
      add({ stream: 'stdin', text });
      input?.write(text);
    },
    end() {
      if (!isOpen) return;
      isOpen = false;
      input?.end();
      tell();
    },
    dispose() {
      isOpen = false;
      clearTimeout(timer);
    },
  };
}

function joined(pieces: readonly TypedPiece[], piece: TypedPiece): readonly TypedPiece[] {
  const last = pieces.at(-1);
  if (last?.stream !== piece.stream) return [...pieces, piece];
  return [...pieces.slice(0, -1), { ...last, text: last.text + piece.text }];
}

/** The same array where nothing is to be left out. */
function lastOf(pieces: readonly TypedPiece[], length: number): readonly TypedPiece[] {
  let left = length;
  const kept: TypedPiece[] = [];
  for (const piece of pieces.toReversed()) {
    if (left <= 0) break;
    kept.unshift(piece.text.length > left ? { ...piece, text: piece.text.slice(-left) } : piece);
    left -= piece.text.length;
  }
  return left >= 0 ? pieces : kept;
}
