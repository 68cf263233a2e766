import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder, whatever the caller's working directory is. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param parts path below the project's folder */
export const inRoot = (...parts: string[]) => join(root, ...parts);
