import type { DrillProgram } from '../../drill/drill-work.ts';
import { mostSpecific } from '../../drill/most-specific.ts';
import { beliefOf } from '../../explain/beliefs.ts';
import type { DrillLevel } from '../../study/drill/drill-run.ts';

const difficulties = { 1: 'easy', 2: 'medium', 3: 'hard', 4: 'devilish' } as const;

/**
 * A pack with one question, whose snippets are the programs: its files by their paths. It is valid as it is; what a
 * teacher has to say goes into the question.
 *
 * @param id of the pack, and the name of its folder
 */
export function drillPack(
  id: string,
  level: DrillLevel,
  programs: readonly Pick<DrillProgram, 'code' | 'kind' | 'order' | 'outputs' | 'catches'>[],
): ReadonlyMap<string, string> {
  const names = programs.map((_, at) => `program-${String(at + 1).padStart(2, '0')}`);
  const files = programs.map((program, at): [string, string] => [
    `drills/${question}/${names[at] ?? ''}.${program.kind}`,
    snippetFile(program, at, level),
  ]);
  return new Map([
    ['pack.yml', packFile(id, level)],
    ['drills/topic.yml', topicFile],
    ...files,
    [`drills/${question}.md`, questionFile(names)],
  ]);
}

const question = 'order-of-output';

const packFile = (id: string, level: DrillLevel): string => `id: ${id}
title: Node.js drills, level ${level}
summary: Programs whose output is to be predicted, each checked by a real run.
`;

const topicFile = `title: Drills
order: 1
summary: Small programs that print in an order which surprises.
questions:
  - ${question}
`;

function snippetFile(
  { code, order, outputs, catches }: Parameters<typeof drillPack>[2][number],
  at: number,
  level: DrillLevel,
): string {
  const caught = mostSpecific(catches);
  const lesson = caught ? beliefOf(caught).text : 'Output has the order in which callbacks run.';
  const teaches = outputs.length > 1 ? raceText : lesson;
  const fields = [
    `title: Program ${at + 1}`,
    `difficulty: ${difficulties[level]}`,
    `teaches: ${JSON.stringify(teaches)}`,
    `expect: ${JSON.stringify(order)}`,
    ...(outputs.length > 1 ? [`race: ${JSON.stringify(raceText)}`] : []),
  ];
  return `/* ---\n${fields.join('\n')}\n--- */\n${code.trimEnd()}\n`;
}

const raceText = 'Nothing in the program decides which of two callbacks is called first.';

const questionFile = (snippets: readonly string[]): string => `---
title: In which order does a program print its lines?
level: mid
tags: [event loop, promises, timers]
related: []
sources:
  - title: "Node.js docs: The event loop, timers, and process.nextTick()"
    url: https://nodejs.org/en/learn/asynchronous-work/event-loop-timers-and-nexttick
  - title: "Node.js docs: process.nextTick()"
    url: https://nodejs.org/api/process.html#processnexttickcallback-args
relevantTo: []
snippets: [${snippets.join(', ')}]
---

## Answer

### Four steps

| step | what runs |
|---|---|
| 1 | the script itself, from the first line to the last |
| 2 | callbacks of \`process.nextTick\`, then promise jobs and microtasks, until both queues are empty |
| 3 | one callback of the event loop: a timer, an I/O callback, an immediate |
| 4 | step 2 again after each callback, and then the next one |

In an ES module the body runs as a microtask, so promise jobs that it queues run before ticks that it queues.

## Say it in the interview

I read a program in turns. First the script runs to its end. Then the nextTick queue is emptied, then the microtask
queue. Then the event loop calls one callback after the other, and both queues are emptied after each of them.

## Key points

- The script runs to its end before any callback. {#script-first}
- The nextTick queue is emptied before the microtask queue. {#ticks-first}
- Both queues are emptied after each callback of the event loop. {#after-each}
- What follows an \`await\` runs in a microtask, also when the value is already there. {#await}

## Common mistake

Reading \`setTimeout(f, 0)\` as "call \`f\` now". The delay is the shortest wait, and ticks and microtasks run before.

## In production

Code that relies on the order of two independent callbacks breaks when one of them is moved.

## Follow-ups

### What changes in an ES module?

Its body is evaluated in a microtask, so microtasks that it queues run before its ticks.

### When is the order of a timeout and an immediate fixed?

Inside an I/O callback: the check phase follows, so the immediate is first.

## Quick checks

### What runs first after the script of a CommonJS module has ended? {#first}

- [x] The callbacks of \`process.nextTick\`
  > Node.js empties the nextTick queue before the microtask queue.
- [ ] The promise jobs
  > They run once the nextTick queue is empty.

### When does the code after \`await null\` run? {#await-null}

- [x] In a microtask
  > \`await\` always defers what follows it, even for a value that is no promise.
- [ ] Immediately, since there is nothing to wait for
  > \`await\` never continues synchronously.
`;
