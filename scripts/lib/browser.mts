import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { withLock } from './lock.mts';
import { inRoot } from './paths.mts';
import { capture } from './processes.mts';

/** Quiet on the network, and able to run as root in a container. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium, installed when this machine has none. */
export async function launchBrowser(say: (line: string) => void = console.log) {
  const executablePath = await ensureBrowser(say);
  // Our own signal handling ends everything; Playwright's would race with it.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return chromium.launch({ executablePath, args: flags, ...signals });
}

/** @returns path of a program that Playwright can drive */
export async function ensureBrowser(say: (line: string) => void = console.log): Promise<string> {
  const chosen = process.env['LOOPWISE_BROWSER'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`LOOPWISE_BROWSER names ${chosen}, which does not exist.`);
  }
  return (
    installedBrowser() ??
    withLock(inRoot('.vscode-test', 'browser.lock'), async () => {
      return installedBrowser() ?? installBrowser(say);
    })
  );
}

function installedBrowser(): string | undefined {
  return [...usualPlaces(), chromium.executablePath()].find((path) => existsSync(path));
}

function usualPlaces(): string[] {
  if (process.platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'];
    const programs = [
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
      ['Chromium', 'Application', 'chrome.exe'],
    ];
    return folders
      .map((name) => process.env[name])
      .flatMap((folder) => (folder ? programs.map((parts) => join(folder, ...parts)) : []));
  }
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  return ['chromium', 'google-chrome', 'chromium-browser', 'microsoft-edge'].flatMap((name) => [
    `/usr/bin/${name}`,
    `/snap/bin/${name}`,
  ]);
}

async function installBrowser(say: (line: string) => void): Promise<string> {
  say('No Chrome, Chromium or Edge found. Installing Chromium …');
  const tried = [];
  for (const { name, steps } of waysToInstall()) {
    for (const [program, ...args] of steps) {
      const { code, output } = await capture(program, args, { env: unattended() }).catch(
        (error: unknown) => ({ code: 1, output: String(error) }),
      );
      if (code === 0) continue;
      tried.push(`${name}: ${output.trim().split('\n').slice(-3).join('\n')}`);
      say(`  ${name} did not work.`);
      break;
    }
    const found = installedBrowser();
    if (found) return found;
  }
  throw new Error(
    'There is no browser for the tests. Install Chrome, Chromium or Edge, or set ' +
      `LOOPWISE_BROWSER to the path of one. Tried:\n${tried.join('\n')}`,
  );
}

function waysToInstall(): { name: string; steps: [string, ...string[]][] }[] {
  const playwright = inRoot('node_modules', 'playwright-core', 'cli.js');
  const own = {
    name: "Playwright's own",
    steps: [[process.execPath, playwright, 'install', 'chromium']],
  };
  const debian = {
    name: "Debian's package",
    steps: [
      ['apt-get', 'update', '-qq'],
      ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    ],
  };
  const isRoot = process.getuid?.() === 0;
  // @ts-expect-error -- the literals are tuples, which inference does not see
  return existsSync('/usr/bin/apt-get') && isRoot ? [own, debian] : [own];
}

const unattended = () => ({ ...process.env, DEBIAN_FRONTEND: 'noninteractive' });
