/** Puts values into the places `{0}`, `{1}` … of a text, where there is no `vscode` that could: on pages and in threads. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (place, index: string) =>
    String(values[Number(index)] ?? place),
  );
}

/** Chooses between the text for one and the text for another number. */
export function count(one: string, many: string, value: number): string {
  return fill(value === 1 ? one : many, value);
}
