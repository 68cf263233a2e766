import { CST } from 'yaml';
import { limits } from './limits.ts';

/** Why a YAML text is not composed at all. */
export interface YamlTrouble {
  /** Where in the text. */
  readonly offset: number;
  readonly message: string;
  readonly advice: string;
}

/**
 * What only a hostile text has, found among its tokens before it is composed: splitting it into
 * tokens does not recurse. Composing exhausts the stack where it nests deeply, compares
 * each name of a map with each other one, and never gets to the end of an alias that leads back to
 * itself.
 *
 * @param tokens of the text; not asked for where the text alone shows the trouble
 * @param mostItems how many items one list may have
 */
export function yamlTrouble(
  text: string,
  tokens: () => readonly CST.Token[],
  mostItems: number,
): YamlTrouble | undefined {
  const nested = manyNested.exec(text);
  if (nested) return { offset: nested.index, ...tooDeep };
  const open: Open[] = tokens().map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    const trouble = troubleOf(token, depth, mostItems);
    if (trouble) return { offset: token.offset, ...trouble };
    for (const child of childrenOf(token)) open.push({ token: child, depth: depth + 1 });
  }
  return undefined;
}

/** Even tokens take a time of their own for each level that is open. */
const manyNested = new RegExp(`(?:[-?:][ \\t]|[[{]){${limits.depth + 1}}`);

const tooDeep = {
  message: 'The front matter nests too deeply',
  advice: 'Write plain fields.',
};

interface Open {
  readonly token: CST.Token;
  readonly depth: number;
}

function troubleOf(
  token: CST.Token,
  depth: number,
  mostItems: number,
): Omit<YamlTrouble, 'offset'> | undefined {
  if (depth > limits.depth) return tooDeep;
  if (token.type === 'alias' || propertiesOf(token).some(({ type }) => type === 'anchor')) {
    return {
      message: 'Anchors and aliases of YAML are not read',
      advice: "Write the value itself; put text that begins with '*' or '&' in quotes.",
    };
  }
  if (propertiesOf(token).some(({ type }) => type === 'tag')) {
    return {
      message: 'Tags of YAML are not read',
      advice: "Write the value alone; put text that begins with '!' in quotes.",
    };
  }
  if (isMap(token) && token.items.length > limits.fields) {
    return {
      message: `There are ${token.items.length} fields in one place; at most ${limits.fields} are read`,
      advice: 'Write only the fields that docs/authoring.md names.',
    };
  }
  if (!CST.isCollection(token)) return undefined;
  if (token.items.length > mostItems) {
    return {
      message: `There are ${token.items.length} items in one list; at most ${mostItems} are read`,
      advice: 'Leave out what nobody needs, or split the file.',
    };
  }
  // Each would be an error of its own, and a file can have very many.
  if (token.type === 'flow-collection' && token.items.some(hasEmptyBefore)) {
    return {
      message: 'A comma has nothing before it',
      advice: 'Write one comma between two items.',
    };
  }
  return undefined;
}

/** The comma between two items stands with the second one. */
const hasEmptyBefore = ({ start }: CST.FlowCollection['items'][number], index: number): boolean =>
  start.filter(({ type }) => type === 'comma').length > Math.min(index, 1);

const isMap = (token: CST.Token): token is CST.BlockMap | CST.FlowCollection =>
  token.type === 'block-map' || (token.type === 'flow-collection' && token.start.source === '{');

/** What stands in front of a value or of the items of a collection. */
function propertiesOf(token: CST.Token): readonly CST.SourceToken[] {
  if (token.type === 'document') return token.start;
  if (!CST.isCollection(token)) return [];
  return token.items.flatMap(({ start, sep }) => [...start, ...(sep ?? [])]);
}

function childrenOf(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!CST.isCollection(token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].filter((child) => child != null));
}
