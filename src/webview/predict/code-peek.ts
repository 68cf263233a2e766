/** The code once more, for when it has scrolled away: on narrow pages, and where the page is enlarged. */
export interface CodePeek {
  /** The code has been written anew, in other colors. */
  refresh(): void;
}

/**
 * Offers the code at the top of the window while the prediction is in view and the code above it isn't.
 * @param peek a `details` to fill
 */
export function createCodePeek(
  { source, work, peek }: Record<'source' | 'work' | 'peek', HTMLElement>,
  signal: AbortSignal,
): CodePeek {
  const details = peek as HTMLDetailsElement;
  let copy: HTMLElement | undefined;
  let isPassed = false;
  let isWorking = false;

  function place(): void {
    // Beside each other, the shorter one stays in view by itself.
    const isBeside = source.parentElement?.classList.contains('beside') ?? false;
    const wanted = isPassed && isWorking && !isBeside;
    // Whoever is in there stays there.
    if (!wanted && details.contains(document.activeElement)) return;
    if (details.hidden === !wanted) return;
    details.hidden = !wanted;
    uncover();
  }

  /** A copy is there only while it is shown: whoever looks for the code finds one. */
  function fill(): void {
    copy?.remove();
    copy = undefined;
    const code = details.open ? source.querySelector('pre')?.cloneNode(true) : undefined;
    if (!code) return;
    copy = document.createElement('div');
    copy.className = 'source code';
    copy.append(code);
    details.append(copy);
  }

  /** What the keyboard has reached is not below it. */
  function uncover(): void {
    const target = work.querySelector(':focus-visible');
    if (details.hidden || !target || details.contains(target)) return;
    const covered = details.getBoundingClientRect().bottom + 8 - target.getBoundingClientRect().top;
    if (covered > 0) window.scrollBy(0, -covered);
  }

  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (entry.target === work) isWorking = entry.isIntersecting;
        else isPassed = entry.boundingClientRect.top < 0 && entry.intersectionRatio < 0.5;
      }
      place();
    },
    { threshold: [0, 0.25, 0.5, 0.75, 1] },
  );
  observer.observe(source);
  observer.observe(work);
  work.addEventListener('focusin', uncover, { signal });
  details.addEventListener('toggle', fill, { signal });
  details.addEventListener('focusout', () => queueMicrotask(place), { signal });
  signal.addEventListener('abort', () => observer.disconnect());
  return { refresh: fill };
}
