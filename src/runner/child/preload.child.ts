import type { ChildStart, Release } from '../protocol.ts';
import { collectGarbage } from './collect-garbage.ts';
import { observeDirectAccess } from './observe-fs.ts';
import { observeEvents } from './errors.ts';
import { waitAtGate } from './gate.ts';
import { guardKill } from './guard-kill.ts';
import { hidePreload } from './hide.ts';
import {
  apply,
  defineProperty,
  getOwnPropertyDescriptor,
  standIn,
  theProcess,
} from './primordials.ts';
import { createAnnouncer, observeWrites } from './output.ts';
import type { Announce } from './output.ts';
import { sendReady, sendStdin } from './records.ts';
import { standInForFiles } from './stand-in-texts.ts';
import { observeReads, readLikeTerminal } from './stdin.ts';
import { prepareCalls } from './trace-calls.ts';
import { startTracing } from './trace.ts';
import { warmUp } from './warm-up.ts';

// Loaded with `--require` before the snippet; never with `--import`, which changes the order of
// a CommonJS entry's ticks and promise jobs.
const start = hidePreload();
guardKill();
if (start !== undefined) run(start);

function run(start: ChildStart): void {
  const output: { announce?: Announce; typed?: boolean } = {};
  const announce: Announce = (stream, chunk, place) => {
    const announce = output.announce;
    announce?.(stream, chunk, place);
  };
  observe(announce, start.warm, () => output.typed === true);
  const observeCalls = prepareCalls();
  collectGarbage();
  const release = waitAtGate(start);
  setTheScene(release);
  output.announce = createAnnouncer(release);
  output.typed = release.typed === true;
  sendReady();
  if (release.trace === true) {
    observeCalls();
    startTracing();
  }
}

/** What a bare `node file` would have been started with. @early */
function setTheScene({ file, folder, args = [], env, texts = [], typescript }: Release): void {
  if (folder !== undefined) process.chdir(folder);
  theProcess.argv[1] = file;
  for (const arg of args) theProcess.argv.push(arg);
  // Even nothing assigned has V8 work on it for a millisecond, in the program's own time.
  if (env !== undefined) Object.assign(process.env, env);
  standInForFiles(texts, typescript);
}

/** All that can be done before the limits are known, so that it takes no time later. */
function observe(announce: Announce, isWarm: boolean, isTyped: () => boolean): void {
  let reading = false;
  const readsInput = () => {
    if (reading) return;
    reading = true;
    sendStdin();
  };
  const observeStdout = (stream: NodeJS.WriteStream) => observeWrites(stream, 'stdout', announce);
  const usesStdout = isWarm ? warmUp(observeStdout) : observeStdout;
  onFirstUse('stdout', usesStdout);
  onFirstUse('stderr', (stream) => observeWrites(stream, 'stderr', announce));
  onFirstUse('stdin', (stream) => {
    if (isTyped()) readLikeTerminal(stream);
    observeReads(stream, readsInput);
  });
  observeDirectAccess(announce, readsInput);
  observeEvents();
}

/** Node makes its standard streams when they are first asked for, and so do we. */
function onFirstUse<Name extends 'stdin' | 'stdout' | 'stderr'>(
  name: Name,
  prepare: (stream: NodeJS.Process[Name]) => void,
): void {
  const descriptor = getOwnPropertyDescriptor(theProcess, name);
  if (descriptor?.get === undefined) return;
  let prepared = false;
  const get = standIn(descriptor.get, (target, self, args) => {
    const stream = apply(target, self, args) as NodeJS.Process[Name];
    if (!prepared) {
      prepared = true;
      prepare(stream);
    }
    return stream;
  });
  defineProperty(theProcess, name, { ...descriptor, get });
}
