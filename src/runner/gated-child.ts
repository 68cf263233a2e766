import { Socket } from 'node:net';
import { killGroup } from './end-processes.ts';
import { createPrivateFolder } from './private-folder.ts';
import type { PrivateFolder } from './private-folder.ts';
import { waitingLine } from './protocol.ts';
import type { Release } from './protocol.ts';
import { spawnChild } from './spawn-child.ts';
import type { Child, ChildKind } from './spawn-child.ts';

/** A Node that has started and waits for its program, in a folder of its own. */
export interface GatedChild {
  readonly child: Child;
  readonly folder: PrivateFolder;
  /** Settles when it waits; rejects when it ended before. Nobody has to look. */
  readonly waiting: Promise<void>;
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
  /** Lets the child through to its program, which stands in the folder by now. */
  release(release: Release): void;
  /** Whether the child keeps this process alive; it does at first. */
  ref(): void;
  unref(): void;
  /** Ends the child, if it has not ended, and closes its pipes. */
  end(): void;
  /** Ends a child that will not be used, and removes its folder; at once, whatever it does. */
  discard(): void;
}

/**
 * @param options.warm whether it is expected to wait for a while
 * @throws CannotRunError
 */
export async function openGatedChild(
  kind: ChildKind,
  options: { readonly warm: boolean; readonly childFolder: string },
): Promise<GatedChild> {
  const folder = await createPrivateFolder();
  try {
    return gated(await spawnChild(kind, folder, options), folder);
  } catch (error) {
    await folder.remove().catch(() => undefined);
    throw error;
  }
}

function gated(child: Child, folder: PrivateFolder): GatedChild {
  const ended = new Promise<void>((resolve) => child.process.once('exit', () => resolve()));
  const waiting = new Promise<void>((resolve, reject) => {
    let said = '';
    child.gate.on('data', (text: string) => {
      said += text;
      if (said.includes(waitingLine)) resolve();
    });
    void ended.then(() => reject(new Error('The child ended.')));
  });
  waiting.catch(() => undefined);
  const end = () => {
    const { exitCode, signalCode, stdio } = child.process;
    if (exitCode === null && signalCode === null) killGroup(child.pid);
    for (const stream of stdio) stream?.destroy();
  };
  return {
    child,
    folder,
    waiting,
    ended,
    release(release) {
      child.gate.end(`${JSON.stringify(release)}\n`);
    },
    ref() {
      child.process.ref();
      for (const pipe of pipes(child)) pipe.ref();
    },
    unref() {
      child.process.unref();
      for (const pipe of pipes(child)) pipe.unref();
    },
    end,
    discard() {
      end();
      try {
        folder.removeSync();
      } catch {
        // A few empty folders that the system clears some day.
      }
    },
  };
}

const pipes = ({ process }: Child) => process.stdio.filter((stream) => stream instanceof Socket);
