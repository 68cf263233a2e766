export type TimelineKey =
  'previous' | 'next' | 'previousBox' | 'nextBox' | 'first' | 'last' | 'play';

/** What a key does in the timeline; nothing where the key already does something of its own. */
export function timelineKey(event: KeyboardEvent): TimelineKey | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const target = event.target as Element;
  if (target.closest('input, select, textarea, [popover]')) return undefined;
  switch (event.key) {
    case 'ArrowLeft':
      return event.shiftKey ? 'previousBox' : 'previous';
    case 'ArrowRight':
      return event.shiftKey ? 'nextBox' : 'next';
    case 'PageUp':
      return target.closest('[role=slider]') ? 'previousBox' : undefined;
    case 'PageDown':
      return target.closest('[role=slider]') ? 'nextBox' : undefined;
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    case ' ':
      return target.closest('button, a') ? undefined : 'play';
    default:
      return undefined;
  }
}
