import { readCode } from '../../code-topics/read-code.ts';
import { compileTypeScript } from '../../program/compile-typescript.ts';
import { isMovable } from '../../program/is-movable.ts';
import { jsxLine } from '../../program/jsx-line.ts';
import { missingNames } from '../../program/missing-names.ts';
import { obstacleAs } from '../../program/module-obstacle.ts';
import { isModuleSyntax } from '../../program/module-syntax.ts';
import { readCoverage } from '../../program/read-coverage.ts';

/** Reads code that somebody else wrote. */
export const codeWork = {
  isModuleSyntax,
  isMovable,
  jsxLine,
  missingNames,
  obstacleAs,
  readCode,
  readCoverage,
  /** With the thread's own Node.js, which is the editor's. */
  compileTypeScript: (code: string) => compileTypeScript(code),
};
