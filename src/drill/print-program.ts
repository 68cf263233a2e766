import type { ModuleKind } from '../bank/model.ts';
import { importsOf } from './imports.ts';
import { expressionsIn, statementsIn } from './walk-program.ts';
import type { DrillFunction, Expression, Link, Program, Schedule, Statement } from './program.ts';

/** Longer lines are broken. */
const widest = 80;
/** What a function that schedules itself calls its turn; which one is decided by its name. */
const turnNames = ['round', 'attempt', 'step'] as const;

/** The program as JavaScript that a person could have written. */
export function printProgram(program: Program): string {
  const printer = new Printer(program.kind);
  const parts = [
    importsOf(program),
    printer.constants(program),
    ...program.functions.map((one) => printer.declaration(one)),
    ...[...statementsIn(program)].flatMap((one) =>
      one.do === 'repeat' ? [printer.repeated(one)] : [],
    ),
    printer.paragraphs(program.body),
  ];
  const blocks = parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${blocks.join('\n\n')}\n`;
}

type Lines = readonly string[];

const indented = (lines: Lines): Lines => lines.map((line) => (line === '' ? '' : `  ${line}`));

const quoted = (text: string): string => `'${text}'`;

class Printer {
  /** How deep the lines that are being made will be indented. */
  private depth = 0;

  constructor(private readonly kind: ModuleKind) {}

  /** The thenables that the program awaits or returns. */
  constants(program: Program): Lines {
    const expressions = [...expressionsIn(program)];
    const thenables = new Map(
      expressions.flatMap((one) => (one.is === 'thenable' ? [[one.name, one.label] as const] : [])),
    );
    return [...thenables].flatMap(([name, label]) => [
      `const ${name} = {`,
      '  then(resolve) {',
      `    console.log(${quoted(label)});`,
      '    resolve();',
      '  },',
      '};',
    ]);
  }

  declaration({ name, isAsync, body }: DrillFunction): Lines {
    const head = `${isAsync ? 'async ' : ''}function ${name}() {`;
    return [head, ...this.block(body), '}'];
  }

  /** The body of the program: what takes several lines, or begins with a declaration, is set apart. */
  paragraphs(statements: readonly Statement[]): Lines {
    const printed = statements.map((statement) => this.statement(statement));
    return printed.flatMap((lines, at) => {
      const begins = ['define', 'listen', 'block'].includes(statements[at]?.do ?? '');
      const isApart = begins || lines.length > 2 || (printed[at - 1]?.length ?? 0) > 2;
      return at > 0 && isApart ? ['', ...lines] : lines;
    });
  }

  /** The statements between braces. */
  private block(statements: readonly Statement[]): Lines {
    return this.deeper(() => statements.flatMap((statement) => this.statement(statement)));
  }

  private deeper(make: () => Lines): Lines {
    this.depth += 1;
    const lines = indented(make());
    this.depth -= 1;
    return lines;
  }

  private statement(statement: Statement): Lines {
    switch (statement.do) {
      case 'print':
        return [`console.log(${quoted(statement.label)});`];
      case 'schedule':
        return this.call(statement, this.arrow(statement.body));
      case 'interval':
        return this.interval(statement);
      case 'repeat':
        return [`${statement.name}(${statement.schedule === 'await' ? '' : 1});`];
      case 'evaluate':
        return ended('', this.expression(statement.value));
      case 'define':
        return ended(`const ${statement.name} = `, this.expression(statement.value));
      case 'await':
        return ended('await ', this.expression(statement.value));
      case 'return':
        return ended(
          statement.awaited ? 'return await ' : 'return ',
          this.expression(statement.value),
        );
      case 'throw':
        return [`throw new Error(${quoted(statement.message)});`];
      case 'try':
        return this.attempt(statement);
      case 'listen':
        return this.listen(statement);
      case 'emit':
        return [`${statement.emitter}.emit(${quoted(statement.event)});`];
      case 'block':
        return [`const end = Date.now() + ${statement.ms};`, 'while (Date.now() < end) {}'];
    }
  }

  private interval(statement: Extract<Statement, { do: 'interval' }>): Lines {
    const { delay, times, label } = statement;
    return [
      'let count = 0;',
      'const timer = setInterval(() => {',
      '  count += 1;',
      `  console.log(\`${label} \${count}\`);`,
      `  if (count === ${times}) clearInterval(timer);`,
      `}, ${delay});`,
    ];
  }

  /** The function of a `repeat`. */
  repeated({ name, schedule, times, label }: Extract<Statement, { do: 'repeat' }>): Lines {
    if (schedule === 'await') {
      return [
        `async function ${name}() {`,
        `  for (let step = 1; step <= ${times}; step++) {`,
        '    await null;',
        `    console.log(\`${label} \${step}\`);`,
        '  }',
        '}',
      ];
    }
    const call = schedule === 'nextTick' ? 'process.nextTick' : schedule;
    const turn = turnNames[name.length % turnNames.length] ?? 'round';
    return [
      `function ${name}(${turn}) {`,
      `  console.log(\`${label} \${${turn}}\`);`,
      `  if (${turn} < ${times}) ${call}(() => ${name}(${turn} + 1));`,
      '}',
    ];
  }

  private attempt({ body, caught, last }: Extract<Statement, { do: 'try' }>): Lines {
    return [
      'try {',
      ...this.block(body),
      ...(caught ? ['} catch {', ...this.block(caught)] : []),
      ...(last ? ['} finally {', ...this.block(last)] : []),
      '}',
    ];
  }

  private listen(statement: Extract<Statement, { do: 'listen' }>): Lines {
    const { emitter, event, listeners } = statement;
    return [
      `const ${emitter} = new EventEmitter();`,
      ...listeners.flatMap((body) =>
        ended(`${emitter}.on(${quoted(event)}, `, this.arrow(body), ')'),
      ),
    ];
  }

  /** A call that is given a callback. */
  private call(schedule: Schedule, callback: Lines): Lines {
    switch (schedule.how) {
      case 'nextTick':
        return ended('process.nextTick(', callback, ')');
      case 'queueMicrotask':
      case 'setImmediate':
        return ended(`${schedule.how}(`, callback, ')');
      case 'setTimeout':
        return ended('setTimeout(', callback, `, ${schedule.delay})`);
      case 'readFile':
      case 'stat':
        return ended(`${schedule.how}(${this.ownFile()}, `, callback, ')');
    }
  }

  private ownFile(): string {
    return this.kind === 'cjs' ? '__filename' : 'import.meta.filename';
  }

  /** An arrow function; on one line if its body is one short expression. */
  private arrow(body: readonly Statement[], prefix = ''): Lines {
    const [only] = body;
    const short = body.length === 1 && only ? this.concise(only) : undefined;
    if (short?.length === 1) return [`${prefix}() => ${short[0]}`];
    if (body.length === 0) return [`${prefix}() => {}`];
    return [`${prefix}() => {`, ...this.block(body), '}'];
  }

  /** The body of an arrow function without braces. */
  private concise(statement: Statement): Lines | undefined {
    if (statement.do === 'print') return [`console.log(${quoted(statement.label)})`];
    if (statement.do === 'return' && !statement.awaited) return this.expression(statement.value);
    return undefined;
  }

  private expression(expression: Expression): Lines {
    switch (expression.is) {
      case 'plain':
        return ['null'];
      case 'settled':
        return ['Promise.resolve()'];
      case 'rejected':
        return [`Promise.reject(new Error(${quoted(expression.message)}))`];
      case 'stored':
        return [expression.name];
      case 'call':
        return [`${expression.name}()`];
      case 'inline':
        return wrapped('(', this.arrow(expression.body, 'async '), ')()');
      case 'executor':
        return this.executor(expression);
      case 'chain':
        return this.chain(expression.from, expression.links);
      case 'thenable':
        return [expression.name];
      case 'sleep':
        return [`sleep(${expression.delay})`];
      case 'all':
      case 'race':
        return this.combined(expression.is, expression.of);
    }
  }

  private executor({ body, settles }: Extract<Expression, { is: 'executor' }>): Lines {
    const settle = settles === 'now' ? ['resolve();'] : this.call(settles, ['resolve']);
    const [only] = settle;
    if (body.length === 0 && settle.length === 1 && only) {
      return [`new Promise((resolve) => ${only.slice(0, -1)})`];
    }
    return ['new Promise((resolve) => {', ...this.block(body), ...indented(settle), '})'];
  }

  /** As Prettier breaks it: from three calls on each link has a line of its own. */
  private chain(from: Expression, links: readonly Link[]): Lines {
    const start = this.expression(from);
    const calls = links.map(({ via, body }) => wrapped(`.${via}(`, this.handler(via, body), ')'));
    const [only] = calls;
    const isShort = links.length + (isCall(from) ? 1 : 0) < 3;
    if (isShort && start.length === 1 && calls.every(({ length }) => length === 1)) {
      const flat = [...start, ...calls.flat()].join('');
      if (this.fits(`${flat};`)) return [flat];
      if (only && calls.length === 1) return brokenBehindArrow(flat);
    }
    if (calls.length === 1 && only) {
      return [...start.slice(0, -1), `${start.at(-1) ?? ''}${only[0] ?? ''}`, ...only.slice(1)];
    }
    // A chain that begins with a block goes on behind its closing brace.
    return start.length > 1
      ? [...start, ...calls.flat()]
      : [...start, ...calls.flatMap((call) => indented(call))];
  }

  /** What people write in a `catch` that is never called: it reports the error. */
  private handler(via: Link['via'], body: readonly Statement[]): Lines {
    return via === 'catch' && body.length === 0 ? ['console.error'] : this.arrow(body);
  }

  private fits(line: string): boolean {
    return line.length + 2 * this.depth <= widest;
  }

  private combined(how: 'all' | 'race', members: readonly Expression[]): Lines {
    const printed = members.map((member) => this.expression(member));
    const flat = `Promise.${how}([${printed.flat().join(', ')}])`;
    const isFlat = printed.every(({ length }) => length === 1) && this.fits(`${flat}.then(() => {`);
    if (isFlat) return [flat];
    return [
      `Promise.${how}([`,
      ...indented(printed.flatMap((member) => wrapped('', member, ','))),
      '])',
    ];
  }
}

/** Text before the first line and behind the last one. */
function wrapped(before: string, lines: Lines, after: string): Lines {
  return lines.map((line, at) => {
    const start = at === 0 ? before : '';
    return `${start}${line}${at === lines.length - 1 ? after : ''}`;
  });
}

const isCall = ({ is }: Expression): boolean => is !== 'stored' && is !== 'executor';

/** `….then(() =>` and its value on a line of its own. */
function brokenBehindArrow(line: string): Lines {
  const at = line.lastIndexOf(' => ') + 3;
  return [line.slice(0, at), `  ${line.slice(at + 1, -1)},`, ')'];
}

const ended = (before: string, lines: Lines, after = ''): Lines =>
  wrapped(before, lines, `${after};`);
