import { useCodeColors } from '../common/host.ts';
import type { RunStatus } from '../../shared/predict.ts';

/** The snippet's code, which the host wrote into the document. */
export interface Source {
  /** Marks the line of the error that ended the run. */
  mark(status: RunStatus): void;
  show(line: number): void;
  color(html: string, css: string): void;
}

export function findSource(root: ParentNode): Source {
  const code = root.querySelector<HTMLElement>('.source code');
  let marked: number | undefined;
  const line = (number: number): Element | undefined => code?.querySelectorAll('.line')[number - 1];
  const draw = (number: number | undefined): void => {
    for (const element of code?.querySelectorAll('.line.failed') ?? []) {
      element.classList.remove('failed');
    }
    if (number !== undefined) line(number)?.classList.add('failed');
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
    color(html, css) {
      useCodeColors(css);
      if (code) code.innerHTML = html;
      draw(marked);
    },
  };
}

function failedLine(status: RunStatus): number | undefined {
  if (status.kind !== 'finished' || status.outcome.kind === 'notRun') return undefined;
  return status.outcome.run.error?.line;
}
