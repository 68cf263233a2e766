import { CST, Parser } from 'yaml';

const limit = 50;

/**
 * Whether a YAML text nests deeper than any front matter. Composing such a text would exhaust the
 * stack, which can end the whole process; splitting it into tokens does not recurse.
 */
export function isTooDeep(text: string): boolean {
  const open = [...new Parser().parse(text)].map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { depth } = next;
    if (depth > limit) return true;
    for (const token of childrenOf(next.token)) open.push({ token, depth: depth + 1 });
  }
  return false;
}

function childrenOf(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!CST.isCollection(token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].filter((child) => child != null));
}
