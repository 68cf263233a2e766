import { idFrom } from './id-from.ts';

/** The texts of new files of a pack: valid as they are, so that what one changes shows its own mistakes. */

/** A value of YAML; quoted, since a title may hold anything. */
const quoted = (text: string): string => JSON.stringify(text);

export const packTemplate = (id: string, title: string): string => `id: ${id}
title: ${quoted(title)}
summary: What these questions are about, in one sentence.
`;

export const topicTemplate = (title: string, order: number, question: string): string =>
  `title: ${quoted(title)}
order: ${order}
summary: What this topic is about, in one sentence.
questions:
  - ${question}
`;

export const questionTemplate = (title: string): string => `---
title: ${quoted(title)}
level: mid
tags: [node]
related: []
sources:
  - title: "Node.js documentation"
    url: https://nodejs.org/api/
  - title: "Learn Node.js"
    url: https://nodejs.org/en/learn
relevantTo: []
---

## Answer

### The short answer

Say it in two or three sentences. Then show it:

| what | means |
|---|---|
| one | the first |
| two | the second |

## Example

\`\`\`cjs run
console.log('once');
\`\`\`

\`\`\`text output
once
\`\`\`

## Say it in the interview

What you would say aloud, in 40 to 60 seconds. Say what it is, how it works and what it costs.

## Key points

- The first thing a good answer says. {#first}
- The second thing. {#second}
- The third thing. {#third}
- The fourth thing. {#fourth}

## Common mistake

What weak answers say, and why it is wrong.

## In production

Where this matters in a real service.

## Follow-ups

### What would an interviewer ask next?

The short answer.

### And after that?

The short answer.

## Quick checks

### Which one is right? {#which}

- [x] This one
  > Why it is right.
- [ ] The other one
  > Why it is wrong.

### Is this true? {#is-true}

- [x] Yes
  > Why.
- [ ] No
  > Why not.
`;

export const snippetTemplate = (title: string): string => `/* ---
title: ${quoted(title)}
difficulty: easy
teaches: The one thing that this snippet teaches, as one sentence.
expect:
  - first
  - second
--- */
Promise.resolve().then(() => console.log('second'));
console.log('first');
`;

/** The files of a new pack by their paths, its question last. */
export function packFiles(pack: {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  readonly question: string;
}): ReadonlyMap<string, string> {
  const topic = idFrom(pack.topic) || 'topic';
  const question = idFrom(pack.question) || 'question';
  return new Map([
    ['pack.yml', packTemplate(pack.id, pack.title)],
    [`${topic}/topic.yml`, topicTemplate(pack.topic, 1, question)],
    [`${topic}/${question}.md`, questionTemplate(pack.question)],
  ]);
}
