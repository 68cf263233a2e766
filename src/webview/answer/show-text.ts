/** Shows one of the texts that the host wrote into an element: see `text-in-turn.ts`. */
export function showText(element: Element | null, name: string): void {
  const place = element?.querySelector('[data-text]');
  const text = place?.getAttribute(`data-text-${name}`);
  if (place && text !== undefined && text !== null) place.textContent = text;
}
