import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contrast } from '../../../src/webview/common/colors.ts';

const root = join(__dirname, '..', '..', '..');
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8');

describe('What is declared', () => {
  it('says that packs of a virtual workspace are not read', async () => {
    const { capabilities } = JSON.parse(await read('package.json')) as {
      capabilities: { virtualWorkspaces: unknown };
    };
    assert.deepEqual(capabilities.virtualWorkspaces, {
      supported: 'limited',
      description: '%capabilities.virtual%',
    });
  });

  /** What changes nothing but what a page looks like. */
  const harmless = new Set([
    ...['loopwise.predict.mode', 'loopwise.inline.codeLens'],
    ...['loopwise.inThisFile.hover', 'loopwise.inThisFile.codeActions'],
    ...['loopwise.study.statusBar', 'loopwise.study.nudgesPerDay'],
  ]);

  it('keeps an untrusted workspace from each setting that decides what runs, and how much', async () => {
    const { capabilities, contributes } = JSON.parse(await read('package.json')) as {
      capabilities: { untrustedWorkspaces: { restrictedConfigurations: string[] } };
      contributes: { configuration: { properties: Record<string, unknown> }[] };
    };
    const all = contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    assert.deepEqual(
      capabilities.untrustedWorkspaces.restrictedConfigurations.toSorted(),
      all.filter((name) => !harmless.has(name)).toSorted(),
    );
  });

  it('welcomes in each view with a next step, also where the bank is broken', async () => {
    const { contributes } = JSON.parse(await read('package.json')) as {
      contributes: {
        commands: { command: string }[];
        views: Record<string, { id: string }[]>;
        viewsWelcome: { view: string; contents: string; when?: string }[];
      };
    };
    const strings = JSON.parse(await read('package.nls.json')) as Record<string, string>;
    const own = contributes.commands.map(({ command }) => command);
    const views = Object.values(contributes.views).flatMap((all) => all.map(({ id }) => id));
    assert.ok(views.length > 0);
    for (const view of views) {
      const welcomes = contributes.viewsWelcome.filter((one) => one.view === view);
      const isBroken = ({ when = '' }: { when?: string }) =>
        /(?<!!)loopwise\.bank\.broken/.test(when);
      assert.equal(welcomes.filter(isBroken).length, 1, `${view}: the bank is broken`);
      assert.ok(
        welcomes.some((one) => !isBroken(one)),
        `${view}: nothing to show`,
      );
      for (const { contents } of welcomes) {
        const text = strings[contents.slice(1, -1)] ?? '';
        // A link that has a line of its own is a button.
        const [, button] = /^\[[^\]]+\]\(command:([\w.]+)[^)]*\)$/m.exec(text) ?? [];
        assert.ok(button, `${view} has no button: ${text}`);
        const known = [...own, 'workbench.action.quickOpen', 'workbench.action.reloadWindow'];
        for (const [, command = ''] of text.matchAll(/\(command:([\w.]+)/g)) {
          assert.ok(known.includes(command), `${view}: ${command}`);
        }
        assert.match(text.split('\n')[0] ?? '', /^[A-Z].*\.$/, `${view} says what it is`);
      }
    }
  });

  it('shows the first snippet of the walkthrough as the bank has it', async () => {
    const shown = await read('media/walkthrough/predict.md');
    const strings = await read('package.nls.json');
    const id = 'blocking-the-loop/late-timer';
    assert.ok(strings.includes(`predictSnippet?%22${id}%22`));
    const [, code = ''] = (await read(`questions/event-loop/${id}.cjs`)).split('--- */\n');
    assert.notEqual(code, '');
    assert.ok(shown.includes(`\`\`\`js\n${code}\`\`\`\n`));
  });

  it('has Run Inline in the title of each editor that it runs, also of text without a file and of Markdown', async () => {
    const { contributes } = JSON.parse(await read('package.json')) as {
      contributes: { menus: Record<string, { command: string; when: string }[]> };
    };
    const { when = '' } =
      contributes.menus['editor/title/run']?.find(
        ({ command }) => command === 'loopwise.runInline',
      ) ?? {};
    const offered = (key: string, value: string) => {
      const [, pattern] = new RegExp(`${key} =~ /(.*?)/ ?(?:\\|\\||\\)|$)`).exec(when) ?? [];
      return pattern !== undefined && new RegExp(pattern).test(value);
    };
    for (const language of ['javascript', 'typescript', 'markdown']) {
      assert.ok(offered('resourceLangId', language), language);
    }
    for (const extension of ['.js', '.cjs', '.mts']) {
      assert.ok(offered('resourceExtname', extension), extension);
    }
    assert.ok(!offered('resourceLangId', 'python') && !offered('resourceExtname', '.py'));
    // Stories are Markdown in which nothing runs.
    assert.match(when, /\) && !loopwise\.story\.open$/);
  });

  it('gives each color beside lines the contrast that text needs in the themes of its kind', async () => {
    const { contributes } = JSON.parse(await read('package.json')) as {
      contributes: { colors: { id: string; defaults: Record<string, string> }[] };
    };
    // Of the editor in Dark Modern, Light Modern and the themes of high contrast, which ask for more.
    const behind = {
      dark: ['#1f1f1f', 4.5],
      light: ['#ffffff', 4.5],
      highContrast: ['#000000', 7],
      highContrastLight: ['#ffffff', 7],
    } as const;
    const colors = contributes.colors.filter(({ id }) => id.startsWith('loopwise.inline.'));
    assert.ok(colors.length >= 15);
    for (const { id, defaults } of colors) {
      for (const [kind, [background, least]] of Object.entries(behind)) {
        const ratio = contrast(defaults[kind] ?? background, background);
        assert.ok(ratio >= least, `${id} in ${kind}: ${ratio.toFixed(2)}`);
      }
    }
  });

  it('lets F5 wait for what the watching build says when it is done', async () => {
    const { tasks } = JSON.parse(await read('.vscode/tasks.json')) as {
      tasks: {
        label: string;
        isBackground?: boolean;
        problemMatcher: { background: { endsPattern: string } };
      }[];
    };
    const { configurations } = JSON.parse(await read('.vscode/launch.json')) as {
      configurations: { preLaunchTask?: string }[];
    };
    const task = tasks.find(({ label }) => label === configurations[0]?.preLaunchTask);
    assert.ok(task?.isBackground);
    const ends = new RegExp(task.problemMatcher.background.endsPattern);
    const said = [...(await read('esbuild.mjs')).matchAll(/console\.log\('(.*)'\)/g)];
    assert.ok(said.some(([, line]) => ends.test(line ?? '')));
  });
});
