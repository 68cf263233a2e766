import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../common/parts.ts';

let count = 0;

/** A new id for what a button opens. */
export function menuId(): string {
  count += 1;
  return `tl-menu-${count}`;
}

/** A button that opens a small panel, which closes with Escape or a click beside it. */
export function menuView(
  id: string,
  label: string,
  iconName: string,
  marked: boolean,
  content: TemplateResult,
): TemplateResult {
  return html`<div class="tl-menu">
    <button
      type="button"
      class="button quiet tl-menu-button"
      popovertarget=${id}
      data-marked=${marked}
      title=${label}
    >
      ${icon(marked ? `${iconName}-filled` : iconName)}<span>${label}</span>
    </button>
    <div class="tl-popover" id=${id} popover @beforetoggle=${place}>${content}</div>
  </div>`;
}

/** Below its button, within the window. */
function place(event: Event): void {
  if ((event as ToggleEvent).newState !== 'open') return;
  const popover = event.currentTarget as HTMLElement;
  const button = popover.parentElement?.querySelector('button');
  if (!button) return;
  const { left, bottom } = button.getBoundingClientRect();
  const width = Math.min(260, window.innerWidth - 16);
  popover.style.width = `${width}px`;
  popover.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`;
  popover.style.top = `${bottom + 4}px`;
}
