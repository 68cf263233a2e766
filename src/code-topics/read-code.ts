import { findingsAt } from './findings/findings.ts';
import type { Finding } from './findings/finding.ts';
import { parseCode } from './parse-code.ts';
import type { CodeLanguage } from './parse-code.ts';
import { collectUses } from './uses.ts';
import type { Use } from './uses.ts';
import { codeOf, walk } from './walk.ts';

/** What questions can say of a file. */
export interface CodeReading {
  readonly uses: readonly Use[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the code of a file: which of some APIs it uses where, and where a question knows a better form. Of
 * code that can't be read nothing is said.
 * @param names of the APIs, as questions list them
 */
export async function readCode(
  text: string,
  language: CodeLanguage,
  names: readonly string[],
): Promise<CodeReading> {
  const wanted = new Set(names);
  const parsed = await parseCode(text, language);
  if (!parsed) return { uses: [], findings: [] };
  try {
    const code = codeOf(parsed.text, parsed.program);
    const uses = collectUses(code, (name) => wanted.has(name));
    const findings: Finding[] = [];
    walk(code, (place) => {
      uses.visit(place);
      for (const finding of findingsAt(place, code)) findings.push(finding);
    });
    return { uses: uses.uses(), findings: findings.sort((a, b) => a.start - b.start) };
  } catch (error) {
    // Nested deeper than the stack.
    if (error instanceof RangeError) return { uses: [], findings: [] };
    throw error;
  }
}
