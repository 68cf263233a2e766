import { sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Replaces what differs from run to run and means nothing to a reader: paths in the run's private
 * folder become relative to it (`snippet.cjs:3:7`), and Node's process id in its own messages
 * becomes a word.
 * @param folder where the snippet stands, as the child sees it
 */
export function createTidy(folder: string): (text: string) => string {
  const path = folder + sep;
  // As a URL, as it is, and as `util.inspect` shows it on Windows.
  const forms = [pathToFileURL(path).href, path, path.replaceAll('\\', '\\\\')];
  return (text) =>
    withoutProcessId(forms.reduce((result, form) => result.replaceAll(form, ''), text));
}

export const withoutProcessId = (text: string): string =>
  text.replace(/^\((node|electron):\d+\) /gm, '($1:pid) ');
