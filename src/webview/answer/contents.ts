/** Marks the part that is being read in the list of contents. */
export function handleContents(signal: AbortSignal): void {
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.contents a')) {
    const part = document.getElementById(link.hash.slice(1));
    if (part)
      links.set(part.tagName === 'SECTION' ? (part.querySelector('h2') ?? part) : part, link);
  }
  const mark = (): void => {
    const line = window.innerHeight * 0.3;
    let current: HTMLAnchorElement | undefined;
    for (const [part, link] of links) {
      if (part.getBoundingClientRect().top > line) break;
      current = link;
    }
    for (const link of links.values()) {
      if (link === current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  let waiting = false;
  const markSoon = (): void => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  };
  window.addEventListener('scroll', markSoon, { passive: true, signal });
  window.addEventListener('resize', markSoon, { passive: true, signal });
  mark();
}
