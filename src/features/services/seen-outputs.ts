import type { OutputLine } from '../../order/output.ts';

/**
 * What runs that were not recorded printed since the window opened. An order that came once is
 * possible, whatever rules can tell of it.
 */
export interface SeenOutputs {
  /** @param program see `seenKey` */
  add(program: string, lines: readonly OutputLine[]): void;
  of(program: string): readonly (readonly OutputLine[])[];
}

const mostPrograms = 50;
const mostOutputs = 200;

export function createSeenOutputs(): SeenOutputs {
  // The program that was run last stands last.
  const programs = new Map<string, Map<string, readonly OutputLine[]>>();

  return {
    add(program, lines) {
      const outputs = programs.get(program) ?? new Map<string, readonly OutputLine[]>();
      programs.delete(program);
      programs.set(program, outputs);
      if (outputs.size < mostOutputs) outputs.set(JSON.stringify(lines), lines);
      const [oldest] = programs.keys();
      if (programs.size > mostPrograms && oldest !== undefined) programs.delete(oldest);
    },
    of: (program) => [...(programs.get(program)?.values() ?? [])],
  };
}
