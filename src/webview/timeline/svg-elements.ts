import type { Shape } from './scene.ts';

const namespace = 'http://www.w3.org/2000/svg';

export function svgElement(
  tag: string,
  look: string,
  attributes: Readonly<Record<string, string | number>> = {},
): SVGElement {
  const element = document.createElementNS(namespace, tag);
  if (look) element.setAttribute('class', look);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, typeof value === 'number' ? String(short(value)) : value);
  }
  return element;
}

/** The elements of a shape. */
export function shapeElement({ tag, look, attributes, text, children }: Shape): SVGElement {
  const element = svgElement(tag, look, attributes);
  if (text !== undefined) element.textContent = text;
  for (const child of children ?? []) element.append(shapeElement(child));
  return element;
}

const short = (value: number): number => Math.round(value * 100) / 100;
