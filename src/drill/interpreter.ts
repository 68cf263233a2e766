import { combine } from './combinators.ts';
import type { Machine } from './machine.ts';
import type { DrillFunction, Expression, Link, Program, Schedule, Statement } from './program.ts';
import type { Value } from './promises.ts';
import { awaited, ModelPromise, ModelThenable, promiseOf, settlement, Thrown } from './promises.ts';

/** Yields what it awaits; returns what it returns. */
type Execution = Generator<Value, Returned | undefined, undefined>;

interface Returned {
  readonly value: Value;
}

/** Carries out the statements of a program on a machine. */
export class Interpreter {
  private readonly functions: ReadonlyMap<string, DrillFunction>;
  private readonly stored = new Map<string, ModelPromise>();
  private readonly listeners = new Map<string, readonly (readonly Statement[])[]>();
  private readonly promises: ModelPromise[] = [];

  constructor(
    private readonly machine: Machine,
    private readonly program: Program,
  ) {
    this.functions = new Map(program.functions.map((one) => [one.name, one]));
  }

  /** Runs the script; an ES module may await at its top level. */
  start(): void {
    if (this.program.kind === 'cjs') this.runNow(this.program.body);
    else this.runAsync(this.program.body);
  }

  /** Whether a promise was rejected that nobody waits for. */
  hasUnhandled(): boolean {
    return this.promises.some(({ state, isHandled }) => state === 'rejected' && !isHandled);
  }

  private *execute(statements: readonly Statement[]): Execution {
    for (const statement of statements) {
      const returned = yield* this.step(statement);
      if (returned) return returned;
    }
    return undefined;
  }

  private *step(statement: Statement): Execution {
    if (statement.do === 'try') return yield* this.attempt(statement);
    if (statement.do === 'return' && !statement.awaited) {
      return { value: this.evaluate(statement.value) };
    }
    if (statement.do === 'await' || statement.do === 'return') {
      yield* this.wait(statement.value);
      return statement.do === 'return' ? { value: undefined } : undefined;
    }
    this.act(statement);
    return undefined;
  }

  private *attempt(statement: Extract<Statement, { do: 'try' }>): Execution {
    const { body, caught, last = [] } = statement;
    let returned: Returned | undefined;
    try {
      returned = yield* this.execute(body);
    } catch (error) {
      if (!(error instanceof Thrown) || !caught) throw error;
      returned = yield* this.execute(caught);
    } finally {
      // A program that throws on has no statements that await in its `finally`.
      if (last.length > 0) yield* this.execute(last);
    }
    return returned;
  }

  private *wait(expression: Expression): Generator<Value, void, undefined> {
    const { machine } = this;
    if (machine.believes('await-blocks')) {
      let promise: ModelPromise | undefined;
      machine.blockUntil(() => {
        const started = this.track(awaited(machine, this.evaluate(expression)));
        promise = started;
        return () => started.state !== 'pending';
      });
      if (promise) promise.isHandled = true;
      if (promise?.state === 'rejected') throw new Thrown();
      return;
    }
    yield this.evaluate(expression);
  }

  private act(statement: Exclude<Statement, { do: 'await' | 'return' | 'try' }>): void {
    const { machine } = this;
    switch (statement.do) {
      case 'print':
        machine.print(statement.label);
        return;
      case 'schedule':
        this.schedule(statement, () => {
          this.runNow(statement.body);
        });
        return;
      case 'interval':
        this.interval(statement);
        return;
      case 'repeat':
        this.repeat(statement);
        return;
      case 'evaluate':
        this.evaluate(statement.value);
        return;
      case 'define': {
        const value = this.evaluate(statement.value);
        if (value instanceof ModelPromise) this.stored.set(statement.name, value);
        return;
      }
      case 'throw':
        throw new Thrown();
      case 'listen':
        this.listeners.set(statement.emitter, statement.listeners);
        return;
      case 'emit':
        this.emit(statement.emitter);
        return;
      case 'block':
        machine.block(statement.ms);
    }
  }

  private schedule(schedule: Schedule, task: () => void): void {
    const { machine } = this;
    switch (schedule.how) {
      case 'nextTick':
        machine.tick(task);
        return;
      case 'queueMicrotask':
        machine.job(task, 'microtask', machine.expects('queueMicrotask'));
        return;
      case 'setImmediate':
        machine.immediate(task);
        return;
      case 'setTimeout':
        machine.timeout(schedule.delay, task);
        return;
      case 'readFile':
      case 'stat':
        machine.operation(task, `fs.${schedule.how}`);
    }
  }

  private interval({ delay, times, label }: Extract<Statement, { do: 'interval' }>): void {
    let count = 0;
    this.machine.interval(delay, () => {
      count += 1;
      this.machine.print(`${label} ${count}`);
      return count < times;
    });
  }

  private repeat(statement: Extract<Statement, { do: 'repeat' }>): void {
    const { label, times, schedule } = statement;
    if (schedule === 'await') {
      const steps = Array.from({ length: times }, (_, at): Statement[] => [
        { do: 'await', value: { is: 'plain' } },
        { do: 'print', label: `${label} ${at + 1}` },
      ]);
      this.runAsync(steps.flat());
      return;
    }
    let count = 0;
    const again = (): void => {
      count += 1;
      this.machine.print(`${label} ${count}`);
      if (count < times) this.schedule({ how: schedule }, again);
    };
    again();
  }

  private emit(emitter: string): void {
    const call = () => {
      for (const body of this.listeners.get(emitter) ?? []) this.runNow(body);
    };
    if (this.machine.believes('emit-is-asynchronous')) this.machine.later(call, 'emit');
    else call();
  }

  private evaluate(expression: Expression): Value {
    const { machine } = this;
    switch (expression.is) {
      case 'plain':
        return undefined;
      case 'settled':
        return this.track(promiseOf(machine, undefined));
      case 'rejected': {
        const promise = this.track(new ModelPromise(machine));
        promise.reject();
        return promise;
      }
      case 'stored':
        return this.stored.get(expression.name);
      case 'call':
        return this.call(expression.name);
      case 'inline':
        return this.runAsync(expression.body);
      case 'executor':
        return this.construct(expression);
      case 'chain':
        return this.chain(expression.from, expression.links);
      case 'thenable':
        return new ModelThenable(() => machine.print(expression.label));
      case 'sleep':
        return this.sleep(expression.delay);
      case 'all':
      case 'race': {
        const members = expression.of.map((member) => () => this.evaluate(member));
        return this.track(combine(machine, expression.is, members));
      }
    }
  }

  private call(name: string): Value {
    const { isAsync, body } = this.functions.get(name) ?? { isAsync: false, body: [] };
    return isAsync ? this.runAsync(body) : this.runNow(body);
  }

  private chain(from: Expression, links: readonly Link[]): Value {
    let promise = promiseOf(this.machine, this.evaluate(from));
    for (const { via, body } of links) {
      const handler = () => this.runNow(body);
      if (via === 'then') promise = promise.then(handler, undefined);
      else if (via === 'catch') promise = promise.catch(handler);
      else promise = promise.finally(handler);
      this.track(promise);
    }
    return promise;
  }

  private construct({ body, settles }: Extract<Expression, { is: 'executor' }>): ModelPromise {
    const promise = this.track(new ModelPromise(this.machine));
    const resolve = () => promise.resolve(undefined);
    const execute = () => {
      this.runNow(body);
      if (settles === 'now') resolve();
      else this.schedule(settles, resolve);
    };
    if (this.machine.believes('executor-runs-later')) this.machine.later(execute, 'new Promise');
    else execute();
    return promise;
  }

  private sleep(delay: number): ModelPromise {
    const promise = this.track(new ModelPromise(this.machine));
    const wake = (): void => promise.resolve(undefined);
    this.machine.timeout(delay, wake, 'timers/promises.setTimeout');
    return promise;
  }

  /** Code that can't await. */
  private runNow(statements: readonly Statement[]): Value {
    const step = this.execute(statements).next();
    if (step.done !== true) throw new Error('An await outside of an async function');
    return step.value?.value;
  }

  /** An async function: runs until its first `await`, and goes on from it in a job. */
  private runAsync(statements: readonly Statement[]): ModelPromise {
    const promise = this.track(new ModelPromise(this.machine));
    const execution = this.execute(statements);
    const advance = (isRejected: boolean): void => {
      let waits: { readonly for: Value } | undefined;
      const settle = settlement(() => {
        const step = isRejected ? execution.throw(new Thrown()) : execution.next();
        if (step.done === true) return step.value?.value;
        waits = { for: step.value };
        return undefined;
      });
      if (waits) this.continueAfter(waits.for, advance);
      else settle(promise);
    };
    if (this.machine.believes('async-body-runs-later')) {
      this.machine.later(() => advance(false), 'async');
    } else advance(false);
    return promise;
  }

  private continueAfter(value: Value, advance: (isRejected: boolean) => void): void {
    const promise = this.track(awaited(this.machine, value));
    const isThere = promise.state !== 'pending' && !(value instanceof ModelThenable);
    if (isThere && this.machine.believes('await-goes-on')) {
      promise.isHandled = true;
      advance(promise.state === 'rejected');
      return;
    }
    promise.whenSettled(
      () => advance(false),
      () => advance(true),
      'await',
    );
  }

  private track<T extends ModelPromise>(promise: T): T {
    this.promises.push(promise);
    return promise;
  }
}
