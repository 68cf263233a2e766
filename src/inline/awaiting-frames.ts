/** A call that waited for the code that threw an error, as V8 tells it. */
export interface AwaitingFrame {
  /** Of the function; absent for the body of a module. */
  readonly name?: string;
  /** As Node.js names it. */
  readonly file: string;
  readonly line: number;
}

/** More say nothing more. */
const most = 8;

/** The async frames of a stack, the innermost first, without those of Node.js and of packages. */
export function awaitingFrames(stack: string): AwaitingFrame[] {
  const frames = stack.split('\n').flatMap((text): AwaitingFrame[] => {
    const [, name, inParentheses, alone] = asyncFrame.exec(text) ?? [];
    const [, file = '', line] = /^(.+):(\d+):\d+$/.exec(inParentheses ?? alone ?? '') ?? [];
    if (file === '' || file.startsWith('node:') || isOfPackage.test(file)) return [];
    return [{ ...(name !== undefined && { name: ownName(name) }), file, line: Number(line) }];
  });
  return frames.slice(0, most);
}

/** Of a function that was called as a method of another name, `Timeout.run [as _onTimeout]`, its own: `run`. */
function ownName(name: string): string {
  const end = name.indexOf(' [as ');
  return end === -1 ? name : name.slice(name.lastIndexOf('.', end) + 1, end);
}

/** `at async name (file:1:2)`, or `at async file:1:2`; folders may have blanks in their names. */
const asyncFrame = /^ +at async (?:([^(]+) \((.+)\)|([^(]+))$/;
const isOfPackage = /[\\/]node_modules[\\/]/;
