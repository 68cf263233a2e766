import { Session } from 'node:inspector/promises';
import type { Profiler } from 'node:inspector';

/** Says what this thread did in a time of which one learns only afterwards that it was long. */
export interface SampledThread {
  begin(): Promise<void>;
  /** The stacks between two times of `performance.now()`, the most frequent first, as text. */
  end(from: number, to: number): Promise<string>;
}

const shownStacks = 6;
const shownFrames = 14;

export async function startProfiler(): Promise<SampledThread> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 500 });
  let began = 0;
  return {
    async begin() {
      began = performance.now();
      await session.post('Profiler.start');
    },
    async end(from, to) {
      const { profile } = await session.post('Profiler.stop');
      const offset = profile.startTime - began * 1000;
      return stacksBetween(profile, from * 1000 + offset, to * 1000 + offset);
    },
  };
}

function stacksBetween(profile: Profiler.Profile, from: number, to: number): string {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])),
  );
  const counts = new Map<string, number>();
  let at = profile.startTime;
  for (const [index, id] of (profile.samples ?? []).entries()) {
    at += profile.timeDeltas?.[index] ?? 0;
    if (at < from || at > to) continue;
    const frames: string[] = [];
    for (let next: number | undefined = id; next !== undefined; next = parents.get(next)) {
      const frame = nodes.get(next)?.callFrame;
      if (frame) frames.push(frameText(frame));
    }
    const text = frames.slice(0, shownFrames).join(' < ');
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, shownStacks)
    .map(([stack, count]) => `  ${count} × ${stack}`)
    .join('\n');
}

function frameText({ functionName, url, lineNumber, columnNumber }: FrameOf): string {
  const file = url.split('/').slice(-2).join('/');
  return `${functionName || '(anonymous)'} ${file}:${lineNumber + 1}:${columnNumber}`;
}

type FrameOf = Profiler.ProfileNode['callFrame'];
