import type { BeliefId } from '../explain/beliefs.ts';
import type { Ticket } from './watcher.ts';

/** Where promises put their jobs. */
export interface JobHost {
  readonly believes: (belief: BeliefId) => boolean;
  /** @param ticket of `expects` */
  job(run: () => void, kind: JobKind, ticket: Ticket | undefined): void;
  /** A job is going to run, as soon as what it waits for is settled; undefined when nobody watches. */
  expects(api: string, isInternal?: true): Ticket | undefined;
  /** While it works, jobs are put before those that wait. */
  atFront(work: () => void): void;
}

/** What a handler may return or a promise be resolved with; of a plain value only that it is one. */
export type Value = ModelPromise | ModelThenable | undefined;

/** An object with a `then` method that fulfills when it is called. */
export class ModelThenable {
  constructor(readonly call: () => void) {}
}

export type JobKind = 'job' | 'finally' | 'microtask';

/** What the code of a program throws; nothing else may leave the model's own code. */
export class Thrown extends Error {
  override readonly name = 'Thrown';
}

/** Runs when a promise settles; throws for a rejection. */
type Handler = () => Value;

interface Reaction {
  readonly derived: ModelPromise | undefined;
  readonly fulfilled: Handler | undefined;
  readonly rejected: Handler | undefined;
  readonly kind: ReactionKind;
  readonly ticket: Ticket | undefined;
}

/** `link` is one that the program wrote, `finally` one of `finally`; the others are the engine's own. */
type ReactionKind = 'link' | 'finally' | 'engine';

/**
 * Promises as ECMAScript specifies them: each step that the specification makes a job of is one
 * here. Which value a promise is fulfilled with makes no difference to the order, so it is not kept.
 */
export class ModelPromise {
  state: 'pending' | 'fulfilled' | 'rejected' = 'pending';
  /** Whether somebody waits for it, so that its rejection isn't an unhandled one. */
  isHandled = false;
  private reactions: Reaction[] = [];
  private watchers: (() => void)[] = [];
  private isResolved = false;

  constructor(private readonly host: JobHost) {}

  /** The resolve function: a promise or a thenable is followed, and that takes jobs. */
  resolve(value: Value): void {
    if (this.isResolved) return;
    this.isResolved = true;
    if (value instanceof ModelPromise) this.follow(value);
    else if (value instanceof ModelThenable) this.followThenable(value);
    else this.settle('fulfilled');
  }

  reject(): void {
    if (this.isResolved) return;
    this.isResolved = true;
    this.settle('rejected');
  }

  then(
    fulfilled: Handler | undefined,
    rejected: Handler | undefined,
    kind: ReactionKind = 'link',
    api = 'then',
  ): ModelPromise {
    const derived = new ModelPromise(this.host);
    const ticket = this.host.expects(api, kind === 'engine' || undefined);
    this.react({ derived, fulfilled, rejected, kind, ticket });
    return derived;
  }

  catch(rejected: Handler): ModelPromise {
    return this.then(undefined, rejected, 'link', 'catch');
  }

  /** `finally` waits for what its callback returns, and then passes the outcome on. */
  finally(callback: Handler): ModelPromise {
    const pass = (outcome: Handler): Handler => {
      if (this.host.believes('finally-takes-one')) {
        return () => {
          callback();
          return outcome();
        };
      }
      return () => promiseOf(this.host, callback()).then(outcome, undefined, 'engine');
    };
    return this.then(
      pass(() => undefined),
      pass(() => {
        throw new Thrown();
      }),
      'finally',
      'finally',
    );
  }

  /** What the engine does when it is settled, without a promise of its own. @param api that the program called */
  whenSettled(fulfilled: () => void, rejected: () => void, api?: string): void {
    const quietly = (run: () => void) => (): undefined => {
      run();
    };
    this.react({
      derived: undefined,
      fulfilled: quietly(fulfilled),
      rejected: quietly(rejected),
      kind: 'engine',
      ticket: this.host.expects(api ?? 'then', api === undefined || undefined),
    });
  }

  /** Calls back in the moment in which it settles: no real promise does so. */
  watch(callback: () => void): void {
    this.isHandled = true;
    if (this.state === 'pending') this.watchers.push(callback);
    else callback();
  }

  private follow(other: ModelPromise): void {
    if (this.host.believes('returning-a-promise-is-free')) {
      other.watch(() => this.settleAs(other));
      return;
    }
    const take = () =>
      other.whenSettled(
        () => this.settle('fulfilled'),
        () => this.settle('rejected'),
      );
    // The job that calls `then` of it; until then nobody else need handle it.
    other.isHandled = true;
    this.host.job(take, 'job', this.host.expects('thenable'));
  }

  private followThenable(thenable: ModelThenable): void {
    const call = () => {
      thenable.call();
      this.settle('fulfilled');
    };
    if (this.host.believes('thenable-is-free')) call();
    else this.host.job(call, 'job', this.host.expects('thenable'));
  }

  private settleAs({ state }: ModelPromise): void {
    if (state !== 'pending') this.settle(state);
  }

  private settle(state: 'fulfilled' | 'rejected'): void {
    this.state = state;
    for (const reaction of this.reactions.splice(0)) this.trigger(reaction);
    for (const watcher of this.watchers.splice(0)) watcher();
  }

  private react(reaction: Reaction): void {
    this.isHandled = true;
    if (this.state === 'pending') {
      this.reactions.push(reaction);
      return;
    }
    const isAtOnce =
      reaction.kind !== 'engine' && this.host.believes('settled-promise-runs-at-once');
    if (isAtOnce) this.runAtOnce(reaction);
    else this.trigger(reaction);
  }

  private trigger(reaction: Reaction): void {
    const isFree = reaction.kind === 'link' && this.host.believes('link-without-handler-is-free');
    if (isFree && !this.handlerOf(reaction)) {
      reaction.derived?.settleAs(this);
      return;
    }
    const kind = reaction.kind === 'finally' ? 'finally' : 'job';
    this.host.job(() => this.run(reaction), kind, reaction.ticket);
  }

  private runAtOnce(reaction: Reaction): void {
    const { ticket } = reaction;
    if (ticket) ticket.run(() => this.run(reaction));
    else this.run(reaction);
  }

  private run(reaction: Reaction): void {
    const { derived } = reaction;
    const handler = this.handlerOf(reaction);
    if (!handler) {
      derived?.settleAs(this);
      return;
    }
    const settle = settlement(handler);
    if (!derived) return;
    const isLink = reaction.kind !== 'engine';
    if (isLink && this.host.believes('chain-runs-through')) {
      this.host.atFront(() => settle(derived));
    } else settle(derived);
  }

  private handlerOf({ fulfilled, rejected }: Reaction): Handler | undefined {
    return this.state === 'fulfilled' ? fulfilled : rejected;
  }
}

/** Calls a handler; what it returns tells a promise how it went. */
export function settlement(handler: Handler): (promise: ModelPromise) => void {
  try {
    const value = handler();
    return (promise) => promise.resolve(value);
  } catch (error) {
    if (!(error instanceof Thrown)) throw error;
    return (promise) => promise.reject();
  }
}

/** `Promise.resolve(value)` */
export function promiseOf(host: JobHost, value: Value): ModelPromise {
  if (value instanceof ModelPromise) return value;
  const promise = new ModelPromise(host);
  promise.resolve(value);
  return promise;
}

/** What `await` waits for. */
export function awaited(host: JobHost, value: Value): ModelPromise {
  const promise = promiseOf(host, value);
  if (!(value instanceof ModelPromise) || !host.believes('await-takes-three')) return promise;
  const wrapper = new ModelPromise(host);
  wrapper.resolve(promise);
  return wrapper;
}
