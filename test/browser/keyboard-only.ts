import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { waitForCondition } from './wait-for-condition.ts';
import type { Workbench } from './workbench.ts';

/** A window that is used by keyboard alone, as by somebody who has no mouse. */
export interface KeyboardOnly {
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Runs a command by its whole title, from the palette. */
  command(title: string): Promise<void>;
  /** Chooses the row of the open list that holds a text. */
  choose(text: string): Promise<void>;
  /** Presses Tab until something has the focus. */
  tabTo(target: Locator): Promise<void>;
  /** Presses Tab until a list has the focus, then goes through it by the arrows to one of its items. */
  arrowTo(list: Locator, target: Locator): Promise<void>;
  /**
   * Tabs from the focus to the end of a page, out of it, and comes back: fails where the focus is not marked, out of
   * sight or below something else, and where Tab does not leave.
   */
  through(page: FrameLocator): Promise<void>;
  /** Fails when a mouse was used all the same. */
  check(): void;
}

/** More than any page of ours has between two things that belong together. */
const mostTabs = 25;

/** More than any page has from its top to its end. */
const allTabs = 80;

const hasFocus = (element: { readonly ownerDocument: { readonly activeElement: unknown } }) =>
  element === element.ownerDocument.activeElement;

/** What is wrong with what has the focus; empty where nothing is, null where the page has no focus. */
const troubleWithFocus = `(() => {
  const focused = document.activeElement;
  if (!document.hasFocus() || !focused || focused === document.body) return null;
  const label = focused.closest('label');
  const isMarked = (one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
  };
  const { top, bottom, left, width, height } = focused.getBoundingClientRect();
  const within = (y) => Math.min(Math.max(y, top + 1), bottom - 1, innerHeight - 1);
  const seen = document.elementFromPoint(left + width / 2, within(Math.max(top + height / 2, 1)));
  const isSeen = focused.contains(seen) || label?.contains(seen) || seen?.closest('dialog, [popover]');
  const name = focused.outerHTML.slice(0, 120);
  return [
    ...([focused, focused.nextElementSibling, focused.parentElement?.closest('.tl-stage')]
      .some((one) => one && isMarked(one)) ? [] : ['not marked: ' + name]),
    ...(bottom > 0 && top < innerHeight ? [] : ['out of sight: ' + name]),
    ...(isSeen ? [] : ['covered: ' + name + ' by ' + seen?.outerHTML.slice(0, 80)]),
  ];
})()`;

export async function keyboardOnly(workbench: Workbench): Promise<KeyboardOnly> {
  const { page } = workbench;
  const used: string[] = [];
  // In every frame, also of pages that are opened later.
  const listen = `addEventListener('mousedown', ({ target }) => keyboardOnly(target.outerHTML.slice(0, 200)), true)`;
  await page.exposeBinding('keyboardOnly', (_, html: string) => used.push(html));
  await page.addInitScript(listen);
  await page.evaluate(listen);

  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const row = (text: string): Locator => workbench.picks().filter({ hasText: text }).first();

  /** By the arrows: the list may put others first that were used lately. */
  async function goTo(wanted: Locator): Promise<void> {
    const focused = wanted.and(page.locator('.focused'));
    for (let steps = 0; steps < mostTabs; steps++) {
      if (await focused.isVisible()) return press('Enter');
      await press('ArrowDown');
    }
    throw new Error('The list has no row of this text.');
  }

  async function pressTo(target: Locator, key: string): Promise<void> {
    await target.waitFor();
    for (let times = 0; times < mostTabs; times++) {
      if (await target.evaluate(hasFocus)) return;
      await press(key);
    }
    throw new Error(`${key} does not lead to ${String(target)}.`);
  }

  return {
    press,
    type: (text) => page.keyboard.type(text),
    async command(title) {
      const named = page.getByText(title, { exact: true });
      const wanted = workbench.picks().filter({ has: named }).first();
      // The palette does not get the commands of extensions while it is open, which come a while after the window.
      for (;;) {
        await press('F1');
        await workbench.input().waitFor();
        await page.keyboard.type(title);
        const isThere = await wanted.waitFor({ timeout: 5_000 }).then(
          () => true,
          () => false,
        );
        if (isThere) break;
        await press('Escape');
      }
      await goTo(wanted);
    },
    async choose(text) {
      await row(text).waitFor();
      await goTo(row(text));
    },
    tabTo: (target) => pressTo(target, 'Tab'),
    async arrowTo(list, target) {
      await pressTo(list.locator('[tabindex="0"]'), 'Tab');
      await press('Home');
      await pressTo(target, 'ArrowRight');
    },
    async through(frame) {
      const root = frame.locator(':root');
      const trouble = () => root.evaluate<string[] | null, unknown>(troubleWithFocus);
      const focused = () => root.evaluate<string, unknown>('document.activeElement.outerHTML');
      const found: string[] = [];
      const stops: string[] = [];
      for (let times = 0; times < allTabs; times++) {
        await press('Tab');
        const here = await trouble();
        if (!here) break;
        found.push(...here);
        stops.push(await focused());
        if (stops.length !== 2) continue;
        await press('Shift+Tab');
        assert.equal(await focused(), stops[0], 'Shift+Tab goes back');
        await press('Tab');
      }
      assert.equal(await trouble(), null, 'Tab leaves the page');
      // Where a page has its place among VS Code's own parts is VS Code's: its key for the first group of editors.
      await press('ControlOrMeta+1');
      assert.deepEqual(found, []);
      await waitForCondition(frame, 'document.hasFocus()');
    },
    check: () => assert.deepEqual(used, []),
  };
}
