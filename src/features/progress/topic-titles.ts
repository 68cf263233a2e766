import { l10n } from 'vscode';
import type { LoadedBank } from '../services/services.ts';

/** What topics are called, as plain text; with the title of its pack where another topic is called the same. */
export function topicTitles(bank: LoadedBank): (id: string) => string {
  const ids = new Set(bank.questions.map(({ topic }) => topic));
  const counts = new Map<string, number>();
  const nameOf = (title: string): string => title.toLowerCase();
  for (const id of ids) {
    const name = nameOf(bank.topic(id)?.title ?? id);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return (id) => {
    const { title = id, pack } = bank.topic(id) ?? {};
    const isAlone = (counts.get(nameOf(title)) ?? 0) < 2;
    return isAlone || !pack ? title : l10n.t('{0} ({1})', title, pack.title);
  };
}
