import type { Chance } from './chance.ts';

/** A timer that waits in the list of its delay. */
interface Timer {
  readonly id: number;
  readonly start: number;
  readonly delay: number;
  /** Timers of one instant are made together: nothing takes time in between. */
  readonly instant: number;
  readonly run: () => void;
}

/** As Node.js keeps timers: those of one delay are in one list, and lists are sorted by their first timer. */
interface TimerList {
  readonly delay: number;
  readonly timers: Timer[];
  expiry: number;
  /** Decides between equal expiries. */
  id: number;
}

export interface TimerRules {
  /** As if timers ran in the order in which they were made. */
  readonly byCreation: boolean;
  /** As if the loop ran one timer in each turn. */
  readonly onePerTurn: boolean;
}

/** So little time that no timer is due sooner, and so much that of two timers one is due earlier. */
const moment = 2 ** -10;

/** Milliseconds that are longer than the shortest delay, and than any delay of a program. */
const shortStop = 3;
const longStop = 1000;

/**
 * Milliseconds for which a busy machine hardly ever stops a process exactly between two statements that
 * take no time themselves.
 */
const longestStop = 280;

/**
 * Milliseconds on a machine in use; fractions that add up without an error. The first line that is printed
 * sets up the stream; from the end of the script to the first look at the timers some work of Node.js
 * itself is done.
 */
const usual = { firstPrint: 2, print: 1 / 8, loopStart: 1 / 8, wakeUp: 1 } as const;

/**
 * How much of its last millisecond a timer may lack and still be due now and then: the clock of the
 * timers counts whole milliseconds, so what lacks a half is due in every second run.
 */
const usualLack = 0.8;

/**
 * The time and the timers of a model of Node.js. Time is milliseconds and passes only where
 * `Chance` says so: it may jump before a timer is made and whenever the loop looks at the timers.
 */
export class Clock {
  /** Whole milliseconds and some moments. */
  private now = 0;
  private instant = 0;
  private ids = 0;
  private lists: TimerList[] = [];
  private hasPrinted = false;
  /** Whether a timer was made in the queues that were emptied last after one that ran. */
  private startsBetween = false;

  constructor(
    private readonly chance: Chance,
    private readonly rules: TimerRules,
  ) {}

  get hasTimers(): boolean {
    return this.lists.length > 0;
  }

  /** A line was printed. */
  printed(): void {
    if (this.chance.isUsual) this.now += this.hasPrinted ? usual.print : usual.firstPrint;
    this.hasPrinted = true;
    this.newInstant();
  }

  /** The script is over, and its queues are empty. */
  beginLoop(): void {
    if (this.chance.isUsual) this.now += usual.loopStart;
  }

  /** Whether a timer is due before any operation that was just started can be done, as usual. */
  get isSoonDue(): boolean {
    return this.all().some(({ start, delay }) => start + delay - this.now <= usual.wakeUp);
  }

  /** Something happened that may take time, such as a callback. */
  newInstant(): void {
    this.instant += 1;
  }

  /** The thread is busy for so long. */
  pass(ms: number): void {
    // `Date.now()` and the clock of the timers begin their milliseconds at different moments.
    this.now += this.chance.timePasses ? ms - 2 : ms;
    this.newInstant();
  }

  start(delay: number, run: () => void): void {
    this.startsBetween = true;
    const ms = Math.max(1, delay);
    if (this.chance.timePasses && !this.chance.isUsual) this.passBefore(ms);
    this.startAt(this.now, ms, run);
  }

  /** An interval counts from before its callback, and takes its place after it. */
  startInterval(delay: number, call: () => boolean): void {
    const repeat = (): void => {
      const start = this.now;
      if (call()) this.startAt(start, delay, repeat);
    };
    this.start(delay, repeat);
  }

  /**
   * The timers phase.
   *
   * @param idle whether the loop slept until now, so that the first timer must be due
   * @param between runs after each callback
   */
  runDue(idle: boolean, between: () => void): void {
    if (this.rules.byCreation) this.runByCreation(idle, between);
    else this.runLists(idle, between);
  }

  /** Timers whose delay is as short as can be, as if they were due. */
  runShortest(between: () => void): void {
    const list = this.lists.find(({ delay }) => delay === 1);
    if (!list) return;
    const waiting = list.timers.splice(0);
    this.drop(list);
    for (const timer of waiting) this.call(timer, between);
  }

  private runLists(idle: boolean, between: () => void): void {
    let sleptUntilNow = idle;
    do {
      this.startsBetween = false;
      this.passUntilDue(sleptUntilNow);
      this.runUntilNow(between);
      sleptUntilNow = false;
    } while (this.mayGoOn());
  }

  /**
   * Whoever makes a timer asks for the time. In a job behind the last callback that moves the time of the
   * loop, and on Node.js 20 the phase goes on with what is due by then.
   */
  private mayGoOn(): boolean {
    return this.startsBetween && !this.rules.onePerTurn && this.chance.isUsual !== true;
  }

  /** Node.js asks for the time once: what is due later in the same phase waits for the next one. */
  private runUntilNow(between: () => void): void {
    const { now } = this;
    for (let first = this.firstList(); first; first = this.firstList()) {
      if (first.expiry > now) return;
      if (this.runList(first, now, between)) return;
    }
  }

  /** Whether it was one timer, and that is enough. */
  private runList(list: TimerList, now: number, between: () => void): boolean {
    for (let timer = list.timers[0]; timer; timer = list.timers[0]) {
      if (now - timer.start < timer.delay) {
        list.expiry = timer.start + timer.delay;
        list.id = this.ids++;
        return false;
      }
      list.timers.shift();
      if (list.timers.length === 0) this.drop(list);
      this.call(timer, between);
      if (this.rules.onePerTurn) return true;
    }
    this.drop(list);
    return false;
  }

  private runByCreation(idle: boolean, between: () => void): void {
    const oldest = () => this.all().toSorted((a, b) => a.id - b.id)[0];
    let timer = oldest();
    if (idle && timer) this.now = Math.max(this.now, timer.start + timer.delay);
    // Asked once, as by `runUntilNow`: what a callback makes that takes long waits for the next phase.
    const { now } = this;
    for (; timer && timer.start + timer.delay <= now; timer = oldest()) {
      this.take(timer);
      this.call(timer, between);
    }
  }

  private call(timer: Timer, between: () => void): void {
    this.newInstant();
    timer.run();
    this.startsBetween = false;
    between();
  }

  private take(timer: Timer): void {
    for (const list of this.lists) {
      const at = list.timers.indexOf(timer);
      if (at >= 0) list.timers.splice(at, 1);
      if (list.timers.length === 0) this.drop(list);
    }
  }

  private startAt(start: number, delay: number, run: () => void): void {
    const timer = { id: this.ids++, start, delay, instant: this.instant, run };
    const list = this.lists.find((one) => one.delay === delay);
    if (list) list.timers.push(timer);
    else this.lists.push({ delay, timers: [timer], expiry: start + delay, id: timer.id });
  }

  /**
   * Time up to a new timer. It may be so long that an older one with a longer delay is due first, and
   * so long that timers that are made in between are due before the new one.
   */
  private passBefore(delay: number): void {
    const pending = this.all();
    const isApart = ({ instant }: Timer) => instant !== this.instant;
    const overtakes = pending
      .filter((other) => isApart(other) || other.delay - delay < longestStop)
      .map((other) => other.start + other.delay - delay)
      .filter((gap) => gap >= this.now);
    const stops = [
      ...(pending.length > 0 ? [this.now + shortStop] : []),
      ...(pending.some(isApart) ? [this.now + longStop] : []),
    ];
    const ways = [this.now, ...overtakes, ...stops];
    this.now = (ways[this.chance.choose(ways.length)] ?? this.now) + moment;
  }

  /**
   * Time until the loop looks at the timers: any number of them may be due by then; as usual those that
   * nearly are.
   */
  private passUntilDue(idle: boolean): void {
    const expiries = new Set(this.all().map(({ start, delay }) => start + delay));
    const pending = [...expiries].filter((at) => at > this.now).toSorted((a, b) => a - b);
    const mustPass = idle && pending.length === expiries.size;
    const until = mustPass ? (pending[0] ?? this.now) + usual.wakeUp : this.now + usualLack;
    const later = this.chance.isUsual ? pending.filter((at) => at < until) : pending;
    const ways = mustPass ? later : [this.now, ...later];
    if (ways.length > 0) this.now = ways[this.chance.choose(ways.length)] ?? this.now;
  }

  private all(): Timer[] {
    return this.lists.flatMap(({ timers }) => timers);
  }

  private firstList(): TimerList | undefined {
    return this.lists.toSorted((a, b) => a.expiry - b.expiry || a.id - b.id)[0];
  }

  private drop(list: TimerList): void {
    this.lists = this.lists.filter((other) => other !== list);
  }
}
