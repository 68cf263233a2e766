/** What the page of progress asks of the host, which renders everything that it shows. */
export type ProgressRequest =
  | { readonly kind: ProgressCommand }
  /** A row of a table: a card of the log, a belief that is drilled against, or an interview with its report. */
  | { readonly kind: 'openCard' | 'drillAgainst' | 'openReport'; readonly id: string }
  | { readonly kind: 'exportTable'; readonly section: ProgressSection };

/** What its buttons do. */
export type ProgressCommand =
  'study' | 'drill' | 'interview' | 'quizHardest' | 'exportPage' | 'showLog' | 'reload';

/** The parts of the page, in their order. */
export type ProgressSection = (typeof progressSections)[number];

export const progressSections = [
  'reviews',
  'retention',
  'forecast',
  'mastery',
  'hardest',
  'beliefs',
  'interviews',
] as const;

/** What the page keeps of its own: the ids of the tables that are open. */
export interface ProgressKept {
  readonly open: readonly string[];
}
