import { parse } from 'acorn';
import type { SyntaxNode } from '../program/syntax-tree.ts';
import { repairs } from './repairs.ts';
import type { Parsed } from './repairs.ts';

/** The languages of code, by the names that VS Code has for them. */
export type CodeLanguage = 'javascript' | 'javascriptreact' | 'typescript' | 'typescriptreact';

export const isCodeLanguage = (id: string): id is CodeLanguage =>
  /^(?:java|type)script(?:react)?$/.test(id);

/**
 * The syntax tree of code. Of code that is broken, or that is being written, what can't be read is blanked
 * out, so that the rest is still where it was; undefined when too little would be left.
 */
export async function parseCode(text: string, language: CodeLanguage): Promise<Parsed | undefined> {
  try {
    const program = language === 'javascript' ? parseJavaScript(text) : undefined;
    if (program) return { program, text };
    const { parseLoosely } = await import('../program/typescript.child.ts');
    const types = language.startsWith('typescript');
    const read = (code: string) => parseLoosely(code, { types, jsx: language !== 'typescript' });
    return repairs(text, read);
  } catch (error) {
    // Nested deeper than the stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** As a module, which most CommonJS code can be parsed as too; undefined for what isn't JavaScript alone. */
function parseJavaScript(text: string): SyntaxNode | undefined {
  for (const sourceType of ['module', 'script'] as const) {
    try {
      return parse(text, {
        ecmaVersion: 'latest',
        sourceType,
        allowHashBang: true,
        allowReturnOutsideFunction: true,
        allowAwaitOutsideFunction: true,
        allowImportExportEverywhere: true,
        allowSuperOutsideMethod: true,
        checkPrivateFields: false,
      }) as unknown as SyntaxNode;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}
