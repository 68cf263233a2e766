// @ts-check
/** @typedef {any} Node a node of the syntax tree, whose types ESTree lacks for TypeScript */

/**
 * For code that shares a process with a program that may replace any built-in: inside of functions,
 * which may run after the program began, nothing is used that it can replace. What is needed is
 * saved at the top level of a module, which runs before. A function whose comment says `@early` runs
 * before as well; functions within it may run later.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const savedBuiltins = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      global: '`{{name}}` may have been replaced when this runs: save it at the top level.',
      imported: '`{{name}}` is looked up in its module when this runs: save it at the top level.',
      method: 'A method is looked up when this runs: save it, see `uncurryThis`.',
      iterator: 'This calls `Symbol.iterator`, which may have been replaced: use an index.',
      instance: '`instanceof` asks `Symbol.hasInstance`, which may have been replaced.',
      pattern: 'A pattern is an object with methods: save it at the top level.',
    },
  },
  create(context) {
    const report = (/** @type {Node} */ node, /** @type {string} */ messageId, data = {}) =>
      context.report({ node, messageId, data });
    const inFunction = (/** @type {Node} */ node) => {
      /** @type {Node | null | undefined} */
      let at = node.parent;
      while (
        at &&
        !/^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(at.type)
      ) {
        at = at.parent;
      }
      return at !== null && at !== undefined && !isEarly(at);
    };
    const isEarly = (/** @type {Node} */ node) => {
      const outer = /^Export/.test(node.parent.type) ? node.parent : node;
      const comment = context.sourceCode.getCommentsBefore(outer).at(-1);
      return comment !== undefined && comment.value.includes('@early');
    };
    const late = (/** @type {string} */ messageId) => (/** @type {Node} */ node) => {
      if (inFunction(node)) report(node, messageId);
    };
    return {
      'ArrayExpression > SpreadElement': late('iterator'),
      'CallExpression > SpreadElement': late('iterator'),
      'NewExpression > SpreadElement': late('iterator'),
      ArrayPattern: late('iterator'),
      ForOfStatement: late('iterator'),
      YieldExpression: late('iterator'),
      AwaitExpression: late('method'),
      'CallExpression > MemberExpression.callee': late('method'),
      'NewExpression > MemberExpression.callee': late('method'),
      'CallExpression > ChainExpression.callee': late('method'),
      "BinaryExpression[operator='instanceof']": late('instance'),
      'Literal[regex]': late('pattern'),
      'Program:exit'(node) {
        const { globalScope, moduleScope } = scopesOf(context.sourceCode, node);
        for (const { identifier } of globalScope.through) check(identifier, 'global');
        for (const variable of globalScope.variables) {
          if (variable.defs.length > 0) continue;
          for (const { identifier } of variable.references) check(identifier, 'global');
        }
        for (const variable of moduleScope.variables) {
          if (!variable.defs.some(isBuiltinImport)) continue;
          for (const { identifier } of variable.references) check(identifier, 'imported');
        }
      },
    };

    /**
     * @param {Node} identifier
     * @param {string} messageId
     */
    function check(identifier, messageId) {
      const { name } = identifier;
      if (constants.has(name) || !inFunction(identifier) || isType(identifier)) return;
      report(identifier, messageId, { name });
    }
  },
};

/** Nobody can replace these. */
const constants = new Set(['undefined', 'NaN', 'Infinity', 'arguments']);

/**
 * @param {any} sourceCode
 * @param {Node} program
 */
function scopesOf({ scopeManager }, program) {
  const { globalScope } = scopeManager;
  return { globalScope, moduleScope: scopeManager.acquire(program, true) ?? globalScope };
}

const isBuiltinImport = (/** @type {any} */ { type, parent }) =>
  type === 'ImportBinding' &&
  parent.importKind !== 'type' &&
  parent.source.value.startsWith('node:');

/**
 * Types are gone when the code runs.
 * @param {Node} identifier
 */
function isType(identifier) {
  for (let at = identifier.parent; at; at = at.parent) {
    if (
      /^TS(?:TypeReference|TypeQuery|QualifiedName|InterfaceHeritage|TypeAnnotation)$/.test(at.type)
    )
      return true;
    if (/Expression|Statement|Declaration/.test(at.type)) return false;
  }
  return false;
}
