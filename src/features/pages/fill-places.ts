/**
 * Puts values into the places `{0}`, `{1}` … of a translated text, where `vscode.l10n.t` cannot: a
 * thread has no `vscode`.
 */
export function fillPlaces(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (place, index: string) =>
    String(values[Number(index)] ?? place),
  );
}
