import * as vscode from 'vscode';
import { loadOnce } from '../../collections/load-once.ts';
import type { LoadedBank, Services } from '../services/services.ts';
import { fieldAbove, fieldsOf, findFields, namesIn, placeAt } from './front-matter.ts';
import type { FieldsOf } from './front-matter.ts';
import { slashed } from './packs.ts';
import type { Packs } from './packs.ts';

/** What the JSON Schema of a file says about one field. */
interface FieldSchema {
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly items?: FieldSchema;
}

type Schemas = Readonly<Record<FieldsOf, Readonly<Record<string, FieldSchema>>>>;

/** Completion and hovers for the fields of a pack's files, from the schema that checks them. */
export function helpAuthors(packs: Packs, { bank }: Services): vscode.Disposable {
  const languages = ['markdown', 'yaml', 'javascript', 'plaintext'];
  const selector = languages.map((language) => ({ language, scheme: 'file' }));

  const read = async (document: vscode.TextDocument) => {
    const root = packs.rootOf(document.uri);
    if (!root) return undefined;
    const kind = fieldsOf(slashed(document.uri).slice(slashed(root.folder).length + 1));
    if (!kind) return undefined;
    const lines = document.getText().split(/\r?\n/);
    const fields = findFields(kind, lines);
    if (!fields) return undefined;
    return { kind, lines, fields, schema: (await loadSchemas())[kind] };
  };

  const completion = vscode.languages.registerCompletionItemProvider(
    selector,
    {
      async provideCompletionItems(document, position) {
        const file = await read(document);
        if (!file) return undefined;
        const { lines, fields, schema, kind } = file;
        const place = placeAt(lines, fields, position.line, position.character);
        if (!place) return undefined;
        const range = new vscode.Range(position.with(undefined, place.from), position);
        if (place.kind === 'value') {
          const values = valuesFor(kind, place.field, schema[place.field], await bank.load());
          return values.map((value) => valueItem(value, range));
        }
        const there = namesIn(lines, fields);
        return Object.entries(schema)
          .filter(([name]) => !there.has(name) || name === lines[position.line])
          .map(([name, field]) => nameItem(name, field, range));
      },
    },
    ' ',
    '[',
    ',',
  );

  const hover = vscode.languages.registerHoverProvider(selector, {
    async provideHover(document, position) {
      const file = await read(document);
      if (!file || position.line < file.fields.first || position.line > file.fields.last) {
        return undefined;
      }
      const name = fieldAbove(file.lines, file.fields.first, position.line);
      const field = name === undefined ? undefined : file.schema[name];
      if (name === undefined || !field) return undefined;
      return new vscode.Hover(new vscode.MarkdownString(`\`${name}\`: ${describe(field)}`));
    },
  });
  return vscode.Disposable.from(completion, hover);
}

const { load: loadSchemas } = loadOnce<Schemas>(async () => {
  const { authorSchemas } = await import('../../bank/author-schemas.lazy.ts');
  const { pack, topic, question, snippet } = authorSchemas();
  return {
    pack: fieldsIn(pack),
    topic: fieldsIn(topic),
    question: fieldsIn(question),
    snippet: fieldsIn(snippet),
  };
});

/** The fields of a schema; one that is defined elsewhere in it is looked up there. */
function fieldsIn(schema: object): Readonly<Record<string, FieldSchema>> {
  const { properties = {}, definitions = {} } = schema as {
    properties?: Readonly<Record<string, FieldSchema & { readonly $ref?: string }>>;
    definitions?: Readonly<Record<string, FieldSchema>>;
  };
  return Object.fromEntries(
    Object.entries(properties).map(([name, { $ref, ...field }]) => {
      const defined = $ref === undefined ? undefined : definitions[$ref.split('/').at(-1) ?? ''];
      return [name, { ...defined, ...field }];
    }),
  );
}

/** What may stand there, where that is known. */
function valuesFor(
  kind: FieldsOf,
  name: string,
  field: FieldSchema | undefined,
  bank: LoadedBank,
): readonly string[] {
  if (kind === 'question' && name === 'related') {
    return bank.questions.map(({ id }) => id.slice(id.indexOf('/') + 1));
  }
  if (kind === 'question' && name === 'tags') {
    return [...new Set(bank.questions.flatMap(({ tags }) => tags))].sort();
  }
  return field?.enum ?? field?.items?.enum ?? [];
}

function nameItem(name: string, field: FieldSchema, range: vscode.Range): vscode.CompletionItem {
  const item = new vscode.CompletionItem(name, vscode.CompletionItemKind.Property);
  item.range = range;
  item.documentation = new vscode.MarkdownString(describe(field));
  const choices = field.enum?.join(',');
  const value = choices === undefined ? '$0' : `\${1|${choices}|}`;
  item.insertText = new vscode.SnippetString(`${name}: ${value}`);
  if (field.default !== undefined) item.sortText = `~${name}`;
  return item;
}

function valueItem(value: string, range: vscode.Range): vscode.CompletionItem {
  const item = new vscode.CompletionItem(value, vscode.CompletionItemKind.Value);
  item.range = range;
  return item;
}

const describe = ({ description = '', items }: FieldSchema): string =>
  description === '' ? (items?.description ?? '') : description;
