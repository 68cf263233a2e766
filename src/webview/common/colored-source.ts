import type { Colored } from '../../shared/code-page.ts';
import { useCodeColors } from './host.ts';

/** Shows the code that the page is about in the colours that a message brought. */
export function colorSource({ html, css }: Colored): void {
  useCodeColors(css);
  const code = document.querySelector('.source code');
  if (code) code.innerHTML = html;
}
