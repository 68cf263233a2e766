import type { Workbench } from './workbench.ts';

/**
 * Puts the keyboard into a text editor. Not by a click on its lines: the middle of long ones that are scrolled is
 * under the line numbers.
 * @param within what holds the editor; by default any group, of which the first counts
 */
export async function focusEditor({ page }: Workbench, within = '.editor-instance'): Promise<void> {
  await page.locator(within).locator('.native-edit-context, textarea.inputarea').first().focus();
}
