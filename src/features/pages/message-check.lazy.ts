import { pageMessages, predictionLength, predictionLimit } from './message-schemas.ts';
import type { PageName } from './message-schemas.ts';

export type { PageName };

/** What a message from a page is worth. */
export type Checked =
  | { readonly kind: 'right' }
  /** Not what the page says: told in the log alone, since no user did that. */
  | { readonly kind: 'wrong'; readonly reason: string }
  /** A user did that, and is told how much there is room for. */
  | { readonly kind: 'tooLong'; readonly most: number };

export function checkMessage(page: PageName, message: unknown): Checked {
  const { success, error } = pageMessages[page].safeParse(message);
  if (!success) {
    const [issue] = error.issues;
    return { kind: 'wrong', reason: `${issue?.path.join('.') ?? ''} ${issue?.code ?? ''}`.trim() };
  }
  return predictionLength(message) > predictionLimit
    ? { kind: 'tooLong', most: predictionLimit }
    : { kind: 'right' };
}
