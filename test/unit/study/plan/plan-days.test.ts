import assert from 'node:assert/strict';
import fc from 'fast-check';
import { planDays, type PlanDays, type PlanLists } from '../../../../src/study/plan/plan-days.ts';

interface Task {
  readonly id: string;
  readonly minutes: number;
}

const minutes = fc.integer({ min: 5, max: 90 });
const lists = (most: number): fc.Arbitrary<PlanLists<Task>> =>
  fc
    .record({
      weeks: fc.array(minutes, { maxLength: most }),
      finalWeek: fc.array(minutes, { maxLength: most }),
      lastDays: fc.array(minutes, { maxLength: 4 }),
    })
    .map(({ weeks, finalWeek, lastDays }) => ({
      weeks: weeks.map((length, index) => ({ id: `w${index}`, minutes: length })),
      finalWeek: finalWeek.map((length, index) => ({ id: `f${index}`, minutes: length })),
      lastDays: lastDays.map((length, index) => ({ id: `l${index}`, minutes: length })),
    }));
const time = fc.record({
  today: fc.constant(1000),
  interview: fc.integer({ min: 995, max: 1040 }),
  capacity: fc.integer({ min: 30, max: 240 }),
});
/** Where it nearly fits, or just not. */
const scarce = fc.record({
  today: fc.constant(1000),
  interview: fc.integer({ min: 1000, max: 1007 }),
  capacity: fc.integer({ min: 60, max: 160 }),
});
const idsOf = (tasks: readonly Task[]): string[] => tasks.map(({ id }) => id);
const plannedIn = ({ days }: PlanDays<Task>): string[] => days.flatMap(({ items }) => idsOf(items));
const never = (): undefined => undefined;

describe('The plan as days', () => {
  it('loses nothing, whatever is ticked and however little time there is', () => {
    const ticked = fc.func(fc.option(fc.integer({ min: 980, max: 1000 }), { nil: undefined }));
    fc.assert(
      fc.property(lists(12), time, ticked, (all, when, tickedOn) => {
        const plan = planDays(all, when, ({ id }) => tickedOn(id));
        const found = [...plannedIn(plan), ...idsOf(plan.done), ...idsOf(plan.left)];
        const items = [...all.weeks, ...all.finalWeek, ...all.lastDays];
        assert.deepEqual(found.toSorted(), idsOf(items).toSorted());
        // What is done today does not make room for tomorrow's.
        for (const { id } of plan.done) assert.ok((tickedOn(id) ?? when.today) < when.today);
      }),
    );
  });

  it('never fills a day above its capacity unless every plan in this order does, and says so then', () => {
    fc.assert(
      fc.property(lists(6), scarce, (all, when) => {
        const { days, overload, left } = planDays(all, when, never);
        const fullest = Math.max(0, ...days.map((one) => one.minutes));
        const every = [...all.weeks, ...all.finalWeek, ...all.lastDays];
        // An item that takes longer than a day has is no lack of time.
        const capacity = Math.max(when.capacity, ...every.map(({ minutes }) => minutes));
        assert.equal(overload, fullest > capacity ? fullest : undefined);
        if (overload === undefined) return;
        const learning = when.interview - when.today - 2;
        const isPossible =
          (learning < 1 || fits([...all.weeks, ...all.finalWeek], learning, capacity)) &&
          fits(all.lastDays, Math.min(2, when.interview - when.today), capacity);
        assert.equal(isPossible, false);
        assert.equal(left.length > 0, learning < 1 && all.weeks.length + all.finalWeek.length > 0);
      }),
      { numRuns: 1000 },
    );
  });

  it('goes in order, from today to the day before, and brings nothing new on the last two days', () => {
    fc.assert(
      fc.property(lists(12), time, (all, when) => {
        const { days, left } = planDays(all, when, never);
        const order = idsOf([...all.weeks, ...all.finalWeek, ...all.lastDays]);
        const gone = new Set(idsOf(left));
        assert.deepEqual(
          days.flatMap(({ items }) => idsOf(items)),
          order.filter((id) => !gone.has(id)),
        );
        for (const { day, items, isReview } of days) {
          assert.ok(day >= when.today && day < when.interview);
          assert.equal(isReview, day >= when.interview - 2);
          assert.ok(items.every(({ id }) => id.startsWith('l') === isReview));
        }
      }),
    );
  });

  it('names the date as the reason only where a later one would help', () => {
    const lastDays = [20, 20, 20, 20, 10, 20].map((length, index) => ({
      ...{ id: `l${index}`, minutes: length },
    }));
    const weeks = [{ id: 'w0', minutes: 30 }];
    const all = { weeks, finalWeek: [], lastDays };
    const planned = (interview: number, capacity: number, lists: PlanLists<Task> = all) => {
      const { overload, isDateTheReason } = planDays(
        lists,
        { today: 1, interview, capacity },
        never,
      );
      return [overload, isDateTheReason];
    };
    assert.deepEqual(planned(4, 30), [60, false]);
    assert.deepEqual(planned(40, 30), [60, false]);
    assert.deepEqual(planned(4, 60), [undefined, false]);
    assert.deepEqual(planned(2, 90), [110, true]);
    const many = { ...all, weeks: Array.from({ length: 5 }, () => ({ id: 'w', minutes: 30 })) };
    assert.deepEqual(planned(4, 30, many), [150, true]);
  });

  it('spreads what was missed over the days that are left', () => {
    const weeks = Array.from({ length: 10 }, (_, index) => ({ id: `w${index}`, minutes: 60 }));
    const all = { weeks, finalWeek: [], lastDays: [{ id: 'l0', minutes: 10 }] };
    const planned = (today: number, tickedOn: (id: string) => number | undefined = never) =>
      planDays(all, { today, interview: 30, capacity: 120 }, ({ id }) => tickedOn(id));
    const [first] = planned(1).days;
    assert.deepEqual(idsOf(first?.items ?? []), ['w0']);
    // Three weeks were missed: two a day are left, and enough days for them.
    const late = planned(22);
    assert.deepEqual(
      late.days.map(({ day, items }) => [day, items.length]),
      [...[22, 23, 24].map((day) => [day, 2]), [25, 1], [26, 2], [27, 1], [28, 1]],
    );
    assert.equal(late.overload, undefined);
    assert.equal(planned(25).overload, 240);
    // Ticked this morning: still today's, and nothing of tomorrow moves up.
    const today = planned(22, (id) => (id === 'w0' ? 22 : undefined));
    assert.deepEqual(today.days, late.days);
    const next = planned(23, (id) => (id === 'w0' ? 22 : undefined));
    assert.deepEqual(idsOf(next.done), ['w0']);
    assert.deepEqual(idsOf(next.days[0]?.items ?? []), ['w1', 'w2']);
  });

  it('has no day on the day of the interview: what is open is told as left', () => {
    const all = {
      weeks: [{ id: 'w', minutes: 60 }],
      finalWeek: [],
      lastDays: [{ id: 'l', minutes: 10 }],
    };
    const plan = planDays(all, { today: 5, interview: 5, capacity: 90 }, never);
    assert.deepEqual([plan.days, idsOf(plan.left)], [[], ['w', 'l']]);
    const eve = planDays(all, { today: 4, interview: 5, capacity: 90 }, never);
    assert.deepEqual([plannedIn(eve), idsOf(eve.left)], [['l'], ['w']]);
  });
});

/** By trying every way to cut the list into days. */
function fits(tasks: readonly Task[], days: number, capacity: number): boolean {
  if (tasks.length === 0) return true;
  if (days < 1) return false;
  let load = 0;
  for (const [index, task] of tasks.entries()) {
    load += task.minutes;
    if (load > capacity) return false;
    if (fits(tasks.slice(index + 1), days - 1, capacity)) return true;
  }
  return false;
}
