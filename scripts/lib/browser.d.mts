// For the tests, which are TypeScript: the scripts are plain JavaScript and not part of their project.
import type { Browser } from 'playwright-core';

export function launchBrowser(say?: (line: string) => void): Promise<Browser>;
export function ensureBrowser(say?: (line: string) => void): Promise<string>;
