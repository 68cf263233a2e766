import type { BankSnippet, Code } from '../../../docs/loopwise-api.d.ts';

/** What tools that run something are given: VS Code has checked it against the schema of the manifest. */
export interface ProgramInput {
  readonly code?: string;
  readonly language?: Code['language'];
  readonly module?: Code['module'];
  /** The id of a snippet of the bank, in place of code. */
  readonly snippet?: string;
}

export interface PredictInput extends ProgramInput {
  readonly prediction: readonly string[];
}

export interface SearchInput {
  readonly query: string;
}

/** As the API reads it, which says what is wrong; a model leaves what it has nothing for empty. */
export function programOf(input: ProgramInput): BankSnippet | Code {
  const { code, language, module, snippet } = input;
  if (snippet) return { snippet, ...(code && { code }) };
  return { code: code ?? '', ...(language && { language }), ...(module && { module }) };
}
