import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  command,
  context,
  panel,
  participant,
  setting,
  testController,
  tool,
  view,
} from '../../../src/features/settings/ids.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly languageModelTools: readonly { readonly name: string }[];
    readonly chatParticipants: readonly { readonly id: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly menus: Readonly<Record<string, readonly Item[]>>;
    readonly keybindings?: readonly Item[];
    readonly viewsWelcome?: readonly { readonly view: string }[];
    readonly configuration:
      { readonly properties: object } | readonly { readonly properties: object }[];
  };
}

interface Item {
  readonly command?: string;
}

const root = join(__dirname, '..', '..', '..');
const text = readFileSync(join(root, 'package.json'), 'utf8');
const { contributes } = JSON.parse(text) as Manifest;
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('ids.ts'))
  .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
  .join('\n');

const sorted = (ids: Iterable<string>): string[] => [...new Set(ids)].sort();
/** Of ids in code, those that nothing but their list names. */
const unused = (name: string, ids: object): string[] =>
  Object.keys(ids).filter((key) => !new RegExp(`\\b${name}\\w*(?:\\.${key}\\b|\\[)`).test(sources));

describe('Ids in the manifest and in the code', () => {
  it('are the same for commands', () => {
    const declared = contributes.commands.map((one) => one.command);
    assert.deepEqual(sorted(declared), sorted(Object.values(command)));
    const items = [...Object.values(contributes.menus).flat(), ...(contributes.keybindings ?? [])];
    const named = items.flatMap((item) => item.command ?? []);
    const unknown = named.filter((id) => id.startsWith('loopwise.') && !declared.includes(id));
    assert.deepEqual(unknown, []);
  });

  it('are the same for views', () => {
    const declared = Object.values(contributes.views).flatMap((views) => views.map(({ id }) => id));
    assert.deepEqual(sorted(declared), sorted(Object.values(view)));
    for (const welcome of contributes.viewsWelcome ?? [])
      assert.ok(declared.includes(welcome.view));
  });

  it('are the same for what language models and the chat are offered', () => {
    const tools = contributes.languageModelTools.map(({ name }) => name);
    assert.deepEqual(sorted(tools), sorted(Object.values(tool)));
    assert.deepEqual(
      contributes.chatParticipants.map(({ id }) => id),
      [participant],
    );
  });

  it('are the same for settings', () => {
    const parts = [contributes.configuration].flat();
    const declared = parts.flatMap(({ properties }) => Object.keys(properties));
    assert.deepEqual(
      sorted(declared),
      sorted(Object.values(setting).map((name) => `loopwise.${name}`)),
    );
  });

  it('are the same for the contexts that conditions ask for', () => {
    const known = new Set<string>([
      ...[command, view, panel, context].flatMap((ids) => Object.values(ids)),
      ...Object.values(setting).map((name) => `loopwise.${name}`),
      testController,
      // VS Code has a command for each view.
      ...Object.values(view).map((id) => `${id}.focus`),
    ]);
    const conditions = [...text.matchAll(/"(?:when|enablement)":\s*"([^"]*)"/g)];
    const completed = [...text.matchAll(/"on(?:Context|Command|View|SettingChanged):([^"]*)"/g)];
    const asked = [...conditions, ...completed].flatMap(
      ([, condition = '']) => condition.match(/loopwise\.[\w.]+/g) ?? [],
    );
    assert.deepEqual(
      asked.filter((id) => !known.has(id)),
      [],
    );
    const unasked = Object.values(context).filter((id) => !asked.includes(id));
    assert.deepEqual(unasked, []);
  });

  it('are each used by the code', () => {
    assert.deepEqual(
      [command, view, panel, context, setting].map((ids, at) =>
        unused(['command', 'view', 'panel', 'context', 'setting'][at] ?? '', ids),
      ),
      [[], [], [], [], []],
    );
  });
});
