import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { savedBuiltins } from './scripts/lint/saved-builtins.mjs';

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'out/',
      '.vscode-test/',
      '.nodes/',
      'pictures/',
      'questions/',
      'packs/',
      'material/',
      'test/fixtures/',
      'bench/empty-extension/',
      'bench/host-extension/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.mts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Patterns meet texts from anywhere: none may take more than a time in proportion to its text.
    files: ['src/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'certain' }],
      'regexp/no-super-linear-move': ['error', { report: 'certain' }],
    },
  },
  {
    // Each argument takes room on the stack: a list of some 120,000 is a RangeError. What a page
    // draws is no longer than the limit on lines, except texts that are exported.
    files: ['src/**/*.ts'],
    ignores: [
      'src/webview/common/ansi.ts',
      'src/webview/predict/timeline-part.ts',
      'src/webview/timeline/{frame,layout,overview,spotlight,stage}.ts',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name=/^(push|unshift|splice|concat|min|max|fromCharCode|fromCodePoint|append|prepend|replaceChildren)$/] > SpreadElement',
          message: 'A list of any length must not become arguments: use a loop.',
        },
      ],
    },
  },
  {
    // All of it runs beside the snippet but what ends before that begins.
    files: ['src/runner/child/*.ts'],
    ignores: ['**/gate.ts', '**/hide.ts', '**/unseen-module.ts'],
    plugins: { loopwise: { rules: { 'saved-builtins': savedBuiltins } } },
    rules: { 'loopwise/saved-builtins': 'error' },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        setImmediate: 'readonly',
        performance: 'readonly',
        fetch: 'readonly',
        AbortController: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
);
