import * as z from 'zod';
import { didYouMean } from './closest.ts';
import { limits } from './limits.ts';
import { orderKeys } from './schema.ts';

/** A zod issue in an author's words, and the value it is about. */
export interface Explained {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly advice: string;
}

type Issue = z.core.$ZodIssue;

/** Says what is wrong with a value of the front matter; one issue can be several mistakes. */
export function explainIssue(issue: Issue, schema: z.ZodType, value: unknown): Explained[] {
  if (issue.code === 'invalid_union') return explainOrder(issue, schema, value);
  if (issue.code === 'unrecognized_keys') return explainKeys(issue, schema);
  const found = valueAt(value, issue.path);
  const name = nameOf(issue.path);
  const advice =
    (issue.code === 'custom' ? adviceOf(issue) : undefined) ??
    suggestion(issue, found) ??
    descriptionAt(schema, issue.path) ??
    (issue.code === 'invalid_type' && issue.expected === 'array'
      ? 'Write a list, like `[a, b]`.'
      : 'See docs/authoring.md for the format.');
  return [{ path: issue.path, message: messageOf(issue, name, found), advice }];
}

function messageOf(issue: Issue, name: string, found: unknown): string {
  if (found === undefined) return `${name} is missing`;
  if (found === null) return `${name} is empty`;
  switch (issue.code) {
    case 'custom':
      return issue.message;
    case 'invalid_type':
      return `${name} is ${kindOf(found)}, not ${kinds[issue.expected] ?? issue.expected}`;
    case 'too_small':
      if (Array.isArray(found)) return `${name} has ${found.length} of at least ${issue.minimum}`;
      return typeof found === 'string' ? `${name} is empty` : `${name} is too small`;
    case 'too_big':
      return `${name} is too ${typeof found === 'string' ? 'long' : 'big'}`;
    case 'invalid_value':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_union':
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
      return `${name} cannot be ${show(found)}`;
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a map of fields',
  number: 'a number',
  int: 'a whole number',
};

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === true || value === false) return `read by YAML as ${value ? 'true' : 'false'}`;
  const kind = typeof value;
  return kind === 'number' ? 'a number' : (kinds[kind] ?? kind);
}

const show = (value: unknown): string => {
  const json = JSON.stringify(value) as string | undefined;
  const text = json ?? String(value);
  return `\`${(typeof value === 'string' ? text.slice(1, -1) : text).slice(0, 60)}\``;
};

function suggestion(issue: Issue, found: unknown): string | undefined {
  if (issue.code === 'invalid_value' && typeof found === 'string') {
    return didYouMean(found, issue.values.map(String), '') || undefined;
  }
  if (issue.code !== 'invalid_type' || issue.expected !== 'string') return undefined;
  const scalar = typeof found === 'number' || typeof found === 'boolean';
  return scalar ? `Put it in quotes: \`'${String(found)}'\`.` : undefined;
}

const adviceOf = (issue: z.core.$ZodIssueCustom): string | undefined => {
  const advice: unknown = issue.params?.['advice'];
  return typeof advice === 'string' ? advice : undefined;
};

function explainKeys(issue: z.core.$ZodIssueUnrecognizedKeys, schema: z.ZodType): Explained[] {
  const object = schemaAt(schema, issue.path);
  const fields = object instanceof z.ZodObject ? Object.keys(object.shape) : [];
  return issue.keys.slice(0, limits.mistakesOfFile).map((key) => ({
    path: [...issue.path, key],
    message: `There is no field \`${key}\``,
    advice: didYouMean(key, fields, `The fields are ${fields.join(', ')}.`),
  }));
}

/** The only union is the notation of expected orders: explain the branch that was meant. */
function explainOrder(
  issue: z.core.$ZodIssueInvalidUnion,
  schema: z.ZodType,
  value: unknown,
): Explained[] {
  const found = valueAt(value, issue.path);
  const keys = isMap(found) ? Object.keys(found) : [];
  const strange = keys.find((key) => !(orderKeys as readonly string[]).includes(key));
  const name = nameOf(issue.path);
  const explain = (message: string, advice: string): Explained[] => [
    { path: issue.path, message, advice },
  ];
  if (found === undefined || found === null) {
    const what = found === null ? 'is empty' : 'is missing';
    return explain(`${name} ${what}`, 'List all lines of output, in quotes where a line is empty.');
  }
  if (typeof found === 'number' || typeof found === 'boolean') {
    if (issue.path.at(-1) === 'exit') {
      return explain(`\`exit\` cannot be \`${String(found)}\``, exitAdvice);
    }
    return explain(
      `\`${String(found)}\` is not read as a line of text`,
      `Put it in quotes: \`'${String(found)}'\`.`,
    );
  }
  if (strange !== undefined) {
    return explain(
      `\`${strange}\` is no notation for expected output`,
      `If it is a line of output, put the whole line in quotes; otherwise write one of ${orderKeys.join(', ')}.`,
    );
  }
  if (isMap(found) && keys.length !== 1) {
    return explain(
      `Here stand ${keys.length} notations in one item`,
      'Start each one as an item of its own, with `- `.',
    );
  }
  const branch = deepest(issue.errors);
  if (branch.length === 0) return explain(`${name} cannot be ${show(found)}`, exitAdvice);
  return branch
    .slice(0, limits.mistakesOfFile)
    .flatMap((nested) =>
      explainIssue({ ...nested, path: [...issue.path, ...nested.path] }, schema, value),
    );
}

const exitAdvice = 'Write the exit code, from 1 to 255, or the name of the signal.';

/** The branch of the union that got furthest into the value is the one the author meant. */
function deepest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]): number =>
    issues.some(({ code }) => code === 'unrecognized_keys')
      ? -1
      : issues.reduce(
          (most, { path, code }) =>
            Math.max(most, path.length * 2 + (code === 'invalid_type' ? 0 : 1)),
          -Infinity,
        );
  const ranked = branches.map((issues) => ({ issues, depth: depth(issues) }));
  const best = ranked.sort((a, b) => b.depth - a.depth)[0];
  return best && best.depth > 0 ? best.issues : [];
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (parent, key) =>
      typeof parent === 'object' && parent !== null
        ? (parent as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}

/** The nearest name in front of the value: `tags`, or `an item of sources`. */
function nameOf(path: readonly PropertyKey[]): string {
  const last = path.at(-1);
  if (last === undefined) return 'The front matter';
  if (typeof last !== 'number') return `\`${String(last)}\``;
  const list = path.findLast((key) => typeof key === 'string');
  return list === undefined ? 'An item' : `An item of \`${list}\``;
}

const descriptionAt = (schema: z.ZodType, path: readonly PropertyKey[]): string | undefined =>
  schemaAt(schema, path)?.description;

/** The schema of a field, through lists, defaults and optional fields, not into the notation. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) {
    return schemaAt(schema.unwrap() as z.ZodType, path);
  }
  const field: unknown =
    schema instanceof z.ZodObject
      ? (schema.shape as Record<PropertyKey, unknown>)[key]
      : schema instanceof z.ZodArray
        ? schema.element
        : undefined;
  return field instanceof z.ZodType ? schemaAt(field, rest) : undefined;
}
