import type { RunRequest, StandardInput } from '../../runner/model.ts';
import type { TypedPiece, Typing } from '../../shared/predict.ts';

/** Enough to see what a program asks for, and little to send and to draw: characters, and changes of the stream. */
const most = { length: 20_000, pieces: 2_000 } as const;

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
  const written = createTail();
  let input: StandardInput | undefined;
  let isOpen = false;
  let timer: NodeJS.Timeout | undefined;

  function add(piece: TypedPiece): void {
    written.add(piece);
    if (input) tell();
  }

  function tell(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      onChange(typing());
    }, gatherMs);
  }

  const typing = (): Typing => ({ run, ...written.end(), isOpen });

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

/** Keeps the end of what is written. A flood of it is cut seldom, each time by half. */
function createTail() {
  let pieces: TypedPiece[] = [];
  let length = 0;
  let isCut = false;

  function cut(): void {
    let left: number = most.length;
    const kept: TypedPiece[] = [];
    for (let at = pieces.length - 1; at >= 0 && left > 0 && kept.length < most.pieces; at -= 1) {
      const { stream, text } = pieces[at] as TypedPiece;
      kept.push({ stream, text: text.slice(-left) });
      left -= text.length;
    }
    const before = length;
    pieces = kept.reverse();
    length = pieces.reduce((sum, { text }) => sum + text.length, 0);
    isCut ||= length < before;
  }

  return {
    add({ stream, text }: TypedPiece): void {
      const last = pieces.at(-1);
      if (last?.stream === stream) pieces[pieces.length - 1] = { stream, text: last.text + text };
      else pieces.push({ stream, text });
      length += text.length;
      if (length > 2 * most.length || pieces.length > 2 * most.pieces) cut();
    },
    end(): Pick<Typing, 'pieces' | 'isCut'> {
      cut();
      return { pieces: [...pieces], isCut };
    },
  };
}
