import type { RunStatus } from '../../shared/predict.ts';

/** The snippet's code, which the host wrote into the page. */
export interface Source {
  /** Marks the line of the error that ended the run. */
  mark(status: RunStatus): void;
  show(line: number): void;
  /** Lights up the line that a step of the timeline is about, without moving the page. */
  light(line: number | undefined): void;
  /** The line as it looks, for showing it in another place. */
  copyOf(line: number): Node | undefined;
  /** The code as text, with an empty line for each one of its document before it. */
  text(): string;
  /** The code has been written anew, in other colors. */
  colored(): void;
}

export function findSource(root: ParentNode): Source {
  const code = root.querySelector<HTMLElement>('.source code');
  let marked: number | undefined;
  let lit: number | undefined;
  /** Lines of the document before the code. */
  const passed = (): number =>
    Number(code?.querySelector<HTMLElement>('.passed')?.dataset['count'] ?? 0);
  const line = (number: number): Element | undefined =>
    code?.querySelectorAll('.line')[number - 1 - passed()];
  const draw = (number: number | undefined): void => {
    for (const element of code?.querySelectorAll('.line.failed') ?? []) {
      element.classList.remove('failed');
    }
    if (number !== undefined) line(number)?.classList.add('failed');
  };
  const drawLit = (): void => {
    for (const element of code?.querySelectorAll('.line.lit') ?? []) {
      element.classList.remove('lit');
    }
    const element = lit === undefined ? undefined : line(lit);
    element?.classList.add('lit');
  };
  return {
    mark(status) {
      const failed = failedLine(status);
      if (failed === marked) return;
      marked = failed;
      draw(marked);
    },
    show(number) {
      line(number)?.scrollIntoView({ block: 'center' });
    },
    light(number) {
      if (number === lit) return;
      lit = number;
      drawLit();
    },
    copyOf: (number) => line(number)?.cloneNode(true),
    text: () =>
      '\n'.repeat(passed()) + [...(code?.querySelectorAll('.line') ?? [])].map(textOf).join('\n'),
    colored() {
      draw(marked);
      drawLit();
    },
  };
}

const textOf = (element: Element): string => element.textContent;

function failedLine(status: RunStatus): number | undefined {
  if (status.kind !== 'finished' || status.outcome.kind === 'notRun') return undefined;
  return status.outcome.run.error?.line;
}
