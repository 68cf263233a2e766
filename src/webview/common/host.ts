/** What VS Code gives a page. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

export const vscode = acquireVsCodeApi();

/** The data that the host put into the document. */
export function pageData(): unknown {
  return JSON.parse(document.getElementById('data')?.textContent ?? 'null') as unknown;
}

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

/** Takes rules for coloured code that came in a message, in place of those that came before. */
export function useCodeColors(css: string): void {
  sheet.replaceSync(css);
}
