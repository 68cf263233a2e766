import { join } from 'node:path';
import openInBrowser from 'open';
import { ensureCodeServer, installExtensions, startServer } from './code-server.mts';
import { packageExtension } from './extension.mts';
import { temporaryFolder } from './temporary.mts';

/**
 * Serves VS Code with the packaged extension, for a person with a browser.
 * @param options home: kept between starts
 * @returns exit code of the server, which runs until it is ended
 */
export async function serve({
  home,
  workspace,
  open,
}: {
  home: string;
  workspace: string;
  open: boolean;
}): Promise<number> {
  console.log("Using VS Code's server in the browser (about a minute the first time).");
  await ensureCodeServer();
  console.log('Packaging the extension …');
  const folder = temporaryFolder();
  const vsix = join(folder.path, 'loopwise.vsix');
  await packageExtension(vsix);
  console.log('Installing it …');
  const folders = { data: join(home, 'server'), extensions: join(home, 'server-extensions') };
  await installExtensions([vsix], folders);
  folder.remove();
  const server = await startServer(folders);
  const address = `${server.origin}/?${new URLSearchParams({ folder: workspace }).toString()}`;
  console.log(`\nLoopwise is open at\n\n  ${address}\n\nCtrl+C ends it.`);
  if (open) await tryToOpen(address);
  return server.ended;
}

async function tryToOpen(address: string) {
  const hint = () => console.log('No browser could be opened: open the address yourself.');
  try {
    const browser = await openInBrowser(address);
    browser.once('error', hint);
    browser.once('exit', (code) => code && hint());
  } catch {
    hint();
  }
}
