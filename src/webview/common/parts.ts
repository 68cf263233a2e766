import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** An icon that repeats what the text beside it says. */
export function icon(name: string): TemplateResult {
  return html`<span class="codicon codicon-${name}" aria-hidden="true"></span>`;
}

export interface ButtonOptions {
  readonly id?: string;
  readonly icon?: string;
  readonly look?: 'primary' | 'secondary' | 'quiet';
  readonly press: () => void;
}

export function button(label: string, { id, icon: name, look, press }: ButtonOptions) {
  return html`<button
    type="button"
    id=${id ?? nothing}
    class="button ${look === 'primary' ? '' : (look ?? 'secondary')}"
    @click=${press}
  >
    ${name ? icon(name) : nothing}<span>${label}</span>
  </button>`;
}
