import { displayText, lineKey } from './line-text.ts';
import { partOf } from './order-part.ts';
import type { Order } from './order.ts';

/** A mistake of the author. `path` leads to it inside the order: `['any', 1, 'block', 0]`. */
export interface OrderMistake {
  readonly path: OrderPath;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** What to write instead, as a sentence. */
  readonly advice: string;
}

export type OrderPath = readonly (string | number)[];

/** Branches that interleave at the same time; more have more outputs than anybody can picture. */
const maxGroups = 4;

/** What is wrong with an order that has the right shape, in the order of its text. */
export function checkOrder(order: Order): OrderMistake[] {
  const places = [...partsOf(order, [], true)];
  const mistakes = [...places.flatMap(checkPlace), ...checkDistinct(order), ...checkGroups(order)];
  const rank = new Map(places.map(({ path }, index) => [path.join('/'), index]));
  const rankOf = ({ path }: OrderMistake): number => rank.get(path.join('/')) ?? 0;
  return mistakes.sort((a, b) => rankOf(a) - rankOf(b));
}

interface OrderPart {
  readonly order: Order;
  readonly path: OrderPath;
  /** Whether an output can end here: nothing follows and nothing runs beside it. */
  readonly isLast: boolean;
}

/** All parts of an order, from the outside to the inside. */
function* partsOf(order: Order, path: OrderPath, isLast: boolean): Generator<OrderPart> {
  yield { order, path, isLast };
  for (const { child, step, isLastChild } of childrenOf(order)) {
    yield* partsOf(child, [...path, ...step], isLast && isLastChild);
  }
}

interface Child {
  readonly child: Order;
  readonly step: OrderPath;
  readonly isLastChild: boolean;
}

function childrenOf(order: Order): Child[] {
  const part = partOf(order);
  switch (part.kind) {
    case 'line':
      return [];
    case 'block':
    case 'opt':
      return [{ child: part.body, step: [part.kind], isLastChild: true }];
    case 'sequence':
      return part.items.map((child, index) => ({
        child,
        step: [index],
        isLastChild: index === part.items.length - 1,
      }));
    case 'any':
    case 'alt':
      return part.items.map((child, index) => ({
        child,
        step: [part.kind, index],
        isLastChild: part.kind === 'alt' || part.items.length === 1,
      }));
  }
}

function checkPlace({ order, path, isLast }: OrderPart): OrderMistake[] {
  const part = partOf(order);
  switch (part.kind) {
    case 'line':
      return checkLine(order, path, isLast);
    case 'sequence':
      return part.items.length > 0 || isEmptyAllowed(path)
        ? []
        : [{ path, message: 'This list is empty.', advice: 'Name its lines, or remove it.' }];
    case 'any':
    case 'alt':
      return checkBranches(part.kind, part.items.length, path);
    case 'block':
    case 'opt':
      return [];
  }
}

/** A program may print nothing, and so may a branch of `alt`. */
function isEmptyAllowed(path: OrderPath): boolean {
  return path.length === 0 || path.at(-2) === 'alt';
}

function checkBranches(kind: 'any' | 'alt', count: number, path: OrderPath): OrderMistake[] {
  if (count > 1) return [];
  if (count === 0) {
    const advice = 'Name two or more branches, or remove it.';
    return [{ path, message: `\`${kind}\` has no branches.`, advice }];
  }
  const message = `\`${kind}\` has only one branch, so there is nothing to ${
    kind === 'any' ? 'interleave' : 'choose'
  }.`;
  const advice =
    kind === 'any'
      ? 'Write the branch itself, or one branch a list item: `any: [[a, b], c]`.'
      : 'Write the branch itself, or `opt` when it may be missing.';
  return [{ path, message, advice }];
}

function checkLine(order: Order, path: OrderPath, isLast: boolean): OrderMistake[] {
  const mistakes: OrderMistake[] = [];
  const part = partOf(order);
  if (part.kind !== 'line') return mistakes;
  if (/[\r\n]/.test(part.line.text)) {
    mistakes.push({
      path,
      message: 'This line contains a line break.',
      advice:
        part.line.stream === 'uncaught'
          ? 'Write only the first line of the error.'
          : 'Write each line of the output as its own list item.',
    });
  }
  if (part.line.stream === 'uncaught' && part.line.text.startsWith('Uncaught ')) {
    mistakes.push({
      path,
      message: 'The word “Uncaught” is added when the line is shown.',
      advice: `Write \`uncaught: ${JSON.stringify(part.line.text.slice('Uncaught '.length))}\`.`,
    });
  }
  if (typeof order === 'object' && 'exit' in order) {
    for (const mistake of checkExit(order.exit, path, isLast)) mistakes.push(mistake);
  }
  return mistakes;
}

function checkExit(exit: number | string, path: OrderPath, isLast: boolean): OrderMistake[] {
  const mistakes: OrderMistake[] = [];
  if (exit === 0) {
    mistakes.push({
      path,
      message: 'An exit code of 0 is not part of the output.',
      advice: 'Remove this line.',
    });
  } else if (typeof exit === 'number' ? !Number.isInteger(exit) : !/^SIG[A-Z0-9]+$/.test(exit)) {
    mistakes.push({
      path,
      message: `\`${exit}\` is neither an exit code nor the name of a signal.`,
      advice: 'Write a whole number without quotes, as `exit: 1`, or a signal, as `exit: SIGABRT`.',
    });
  }
  if (!isLast) {
    mistakes.push({
      path,
      message: 'Lines can follow `exit`, but nothing is printed after a program has ended.',
      advice: 'Make it the last item of the whole order, outside of every `any`.',
    });
  }
  return mistakes;
}

/** Lines that one output can contain twice, at the place of the second. */
function checkDistinct(order: Order): OrderMistake[] {
  const mistakes: OrderMistake[] = [];
  visit(order, [], new Set());
  return mistakes;

  /** Returns the lines that an output can contain up to the end of this part. */
  function visit(part: Order, path: OrderPath, before: ReadonlySet<string>): ReadonlySet<string> {
    const level = partOf(part);
    if (level.kind === 'line') {
      const key = lineKey(level.line, 'text');
      if (before.has(key)) mistakes.push(repeated(displayText(level.line), path));
      return new Set(before).add(key);
    }
    let seen = before;
    for (const { child, step } of childrenOf(part)) {
      const after = visit(child, [...path, ...step], level.kind === 'alt' ? before : seen);
      seen = new Set([...seen, ...after]);
    }
    return seen;
  }
}

function repeated(text: string, path: OrderPath): OrderMistake {
  return {
    path,
    message: `One output can contain the line ${JSON.stringify(text)} twice.`,
    advice: 'Let the snippet print distinct lines, as “tick 1” and “tick 2”.',
  };
}

/** The innermost `any` with too many branches, counting those of an `any` within a branch. */
function checkGroups(order: Order): OrderMistake[] {
  const mistakes: OrderMistake[] = [];
  visit(order, []);
  return mistakes;

  /** Returns how many groups this part runs at the same time at most. */
  function visit(part: Order, path: OrderPath): number {
    const { kind } = partOf(part);
    const earlier = mistakes.length;
    const groups = childrenOf(part).map(({ child, step }) => visit(child, [...path, ...step]));
    if (kind !== 'any')
      return kind === 'block' ? 1 : groups.reduce((most, count) => Math.max(most, count), 1);
    const count = groups.reduce((sum, group) => sum + group, 0);
    if (count > maxGroups && mistakes.length === earlier) {
      mistakes.push({
        path,
        message: `${count} groups interleave here; at most ${maxGroups} can be searched and pictured.`,
        advice: 'Start fewer things at the same time, or keep lines together with `block`.',
      });
    }
    return count;
  }
}
