import type { Mistake, Position } from './mistake.ts';
import { reportFor } from './mistake.ts';
import { parseFrontMatter } from './parse-front-matter.ts';
import type { TopicMatter } from './schema.ts';
import { topicSchema } from './schema.ts';

export interface TopicFile {
  /** The name of its folder. */
  readonly id: string;
  readonly file: string;
  /** Absent when there is no such file. */
  readonly text?: string;
}

export interface ParsedTopic {
  readonly id: string;
  readonly file: string;
  /** Absent when there is a mistake. */
  readonly matter?: TopicMatter;
  readonly mistakes: readonly Mistake[];
  readonly at: (path: readonly PropertyKey[]) => Position;
}

/** Reads a `topic.yml`. */
export function parseTopic({ id, file, text }: TopicFile): ParsedTopic {
  const { report, mistakes } = reportFor(file);
  if (text === undefined) {
    const advice = 'Write one with `title`, `order`, `summary` and `questions`.';
    report({ line: 1 }, 'The topic has no `topic.yml`', advice);
    return { id, file, mistakes, at: () => ({ line: 1 }) };
  }
  const { value, at } = parseFrontMatter(text, 1, topicSchema, report);
  return { id, file, ...(value ? { matter: value } : {}), mistakes, at };
}
