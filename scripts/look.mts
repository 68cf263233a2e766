// Takes pictures of the extension in a real window:
//   node --import=tsx scripts/look.mts --theme "Light Modern" --width 1280 --height 800 --out x.png --steps s.mjs
// where the steps, if any, export default async ({ workbench, page, frame, command, shot }) => {}.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { stageExtension } from './lib/extension.mts';
import { openWorkbench, type Workbench } from '../test/browser/workbench.ts';
import { inRoot } from './lib/paths.mts';
import { temporaryFolder } from './lib/temporary.mts';

const { values } = parseArgs({
  options: {
    theme: { type: 'string' },
    width: { type: 'string', default: '1280' },
    height: { type: 'string', default: '800' },
    workspace: { type: 'string' },
    vsix: { type: 'string' },
    steps: { type: 'string' },
    out: { type: 'string' },
  },
});

/** What a file of steps exports. */
interface Steps {
  readonly default: (
    all: Pick<Workbench, 'page' | 'frame' | 'command' | 'shot'> & { readonly workbench: Workbench },
  ) => Promise<void>;
}

const stage = temporaryFolder(inRoot('out'));
if (!values.vsix) await stageExtension(stage.path);

const workbench = await openWorkbench({
  ...(values.vsix ? { vsix: resolve(values.vsix) } : { extension: stage.path }),
  theme: values.theme,
  workspace: values.workspace && resolve(values.workspace),
  width: Number(values.width),
  height: Number(values.height),
});
try {
  await workbench.tidy();
  if (values.steps) {
    const { default: steps } = (await import(pathToFileURL(resolve(values.steps)).href)) as Steps;
    await steps({
      workbench,
      page: workbench.page,
      frame: workbench.frame.bind(workbench),
      command: workbench.command.bind(workbench),
      shot: workbench.shot.bind(workbench),
    });
  }
} catch (error) {
  console.error(error);
  console.error(`What the window showed: ${await workbench.shot('look-failed')}`);
  process.exitCode = 1;
} finally {
  if (values.out || !values.steps) {
    const path = resolve(values.out ?? join('pictures', 'look.png'));
    await workbench.page.screenshot({ path });
    console.log(path);
  }
  await workbench.close();
  stage.remove();
}
