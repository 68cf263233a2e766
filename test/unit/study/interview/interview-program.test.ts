import assert from 'node:assert/strict';
import { drawItems } from '../../../../src/study/interview/draw.ts';
import {
  programCandidate,
  programItem,
  type Candidate,
} from '../../../../src/study/interview/candidates.ts';
import {
  mostPrograms,
  programLevels,
  type InterviewProgram,
} from '../../../../src/study/interview/interview-program.ts';
import type { Interviewed } from '../../../../src/study/interview/interviewed.ts';
import {
  newInterview,
  readInterview,
  reduceInterview,
  storedInterview,
  type InterviewAction,
} from '../../../../src/study/interview/mock-interview.ts';
import { createInterviewProjection } from '../../../../src/study/interview/interview-projection.ts';
import {
  reportMarkdown,
  type ReportTexts,
} from '../../../../src/study/interview/report-markdown.ts';
import { reportOf } from '../../../../src/study/interview/report.ts';
import { formatLine, parseLine } from '../../../../src/study/event-line.ts';
import { randomNumbers } from '../../../../src/collections/shuffled.ts';
import { event } from '../events.ts';

const program = (seed: number): InterviewProgram => ({
  ...{ recipe: `4/2/${seed}`, kind: 'cjs', code: `console.log('${seed}');\n` },
  outputs: [['tea', 'soup']],
});
const programs = [program(1), program(2)];
const rehearsal = { format: 'assessment', level: 'mid', minutes: 60 } as const;

describe('Programs of the drill in a mock interview', () => {
  const bank = Array.from({ length: 60 }, (_, at): Candidate => {
    const isSnippet = at % 2 === 0;
    const id = isSnippet ? (`snippet:s${at}` as const) : (`check:q${at}/a` as const);
    return { id, topic: 'loop', near: [`q${at}`], weight: 1, minutes: isSnippet ? 4 : 1.5 };
  });
  const drawn = (minutes: number, made: readonly InterviewProgram[]) =>
    drawItems({ ...rehearsal, minutes }, [...bank, ...made.map(programCandidate)], {
      ...{ weakness: () => 0.5, recent: new Set<string>(), random: randomNumbers(7) },
    }).map((id) => id.slice(0, id.indexOf(':')));

  it('take every second place of a snippet, up to two, and leave all of them without a drill', () => {
    const [snippet, others] = ['snippet', ['check', 'check']];
    assert.deepEqual(drawn(15, programs), [snippet, ...others, 'drill', ...others]);
    const places = drawn(60, programs).filter((kind) => kind !== 'check');
    const rest = places.slice(2 * mostPrograms).map(() => snippet);
    assert.deepEqual(places, [snippet, 'drill', snippet, 'drill', ...rest]);
    assert.ok(drawn(60, []).every((kind) => kind !== 'drill'));
    assert.equal(drawn(60, []).length, drawn(60, programs).length);
  });

  it('are of the level of the interview, the easier one first', () => {
    for (const levels of Object.values(programLevels)) assert.equal(levels.length, mostPrograms);
    const { mid } = programLevels;
    assert.ok(mid[0] && mid[1] && mid[0] < mid[1]);
    const ids = drawItems(rehearsal, [...bank, ...programs.map(programCandidate)], {
      ...{ weakness: () => 0.5, recent: new Set<string>(), random: randomNumbers(7) },
    });
    assert.deepEqual(
      ids.filter((id) => id.startsWith('drill:')),
      programs.map(programItem),
    );
  });

  const ran = { printed: ['tea', 'soup'], belief: 'await-goes-on', isNamed: true } as const;
  const actions: readonly InterviewAction[] = [
    { kind: 'begin' },
    { kind: 'submit', typed: ['soup\ntea'] },
    { kind: 'score', own: 4, points: [{ text: 'the output', said: false }], known: true, ran },
  ];
  const answered = () => {
    const start = newInterview(rehearsal, 'an-id', programs.map(programItem), programs);
    return actions.reduce((interview, action) => reduceInterview(interview, action, 0), start);
  };

  it('go on after a restart with their text, and with what their run printed', () => {
    const interview = answered();
    const read = readInterview(JSON.parse(JSON.stringify(storedInterview(interview, 0))));
    assert.deepEqual(read, interview);
    const broken = { ...interview, programs: [{ ...program(1), outputs: [] }] };
    assert.equal(readInterview(broken), undefined);
    const older: Record<string, unknown> = { ...newInterview(rehearsal, 'an-id', ['snippet:a']) };
    delete older['programs'];
    assert.deepEqual(readInterview(older)?.programs, []);
  });

  const { kind, code } = program(1);
  const interviewed: Interviewed = {
    ...{ kind: 'interviewed', ...rehearsal, elapsedMs: 1000, drawn: 1, notes: [] },
    items: [
      {
        ...{ id: 'drill:4/2/1', title: 'Drill 1', topic: 'Drill', own: 4, followUps: 0 },
        ...{ durationMs: 1000, typed: 'soup\ntea', points: [{ text: 'the output', said: false }] },
        program: { kind, code, ran },
      },
    ],
  };

  it('stand in the log and in the report as they were, whatever later versions make of the recipe', () => {
    const one = event('interview:i-1', interviewed, { id: 'i-1' });
    assert.deepEqual(parseLine(formatLine(one)), { kind: 'event', event: one });
    // What a later version says of a program is passed over, and the rest counts.
    const later = parseLine(formatLine(one).replace('"kind":"cjs"', '"kind":"wasm"'));
    assert.ok(later.kind === 'event' && later.event.kind === 'interviewed');
    assert.equal(later.event.items[0]?.title, 'Drill 1');
    assert.equal(later.event.items[0].program, undefined);
    const projection = createInterviewProjection();
    projection.add(one);
    const [kept] = projection.interviews();
    assert.ok(kept);
    const text = reportMarkdown(reportOf(kept, [kept]), texts);
    const told = [
      '### Drill 1\n\n- [ ] wrong\n\n```js',
      "console.log('1');\n```",
      'printed\n\n```text\ntea\nsoup\n```',
      'yours\n\n```text\nsoup\ntea\n```',
      'fits await-goes-on',
    ];
    assert.ok(
      text.includes(`${told.slice(0, 2).join('\n')}\n\n${told.slice(2).join('\n\n')}`),
      text,
    );
  });
});

const texts: ReportTexts = {
  ...{ title: 'Report', facts: [], verdict: [], earlier: [], readiness: [] },
  headings: {
    ...{ topics: 'Topics', answers: 'Answers', review: 'Review', notes: 'Notes' },
    ...{ earlier: 'Earlier', readiness: 'Readiness' },
  },
  columns: {
    ...{ question: 'Question', topic: 'Topic', answers: 'Answers', time: 'Time' },
    ...{ own: 'Own', points: 'Points', gap: 'Gap' },
  },
  ...{ nothingMissed: 'nothing', yourAnswer: 'yours', printed: 'printed', wrong: 'wrong' },
  believed: ({ belief = '' }) => `fits ${belief}`,
  score: String,
  gap: String,
  time: String,
};
