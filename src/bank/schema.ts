import { levels } from './levels.ts';
import { permissions } from './permissions.ts';
import * as z from 'zod';
import type { Order } from '../order/order.ts';

/** Ids are names of files and folders, and progress is stored under them. */
export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

// Descriptions are hovers for authors, and the advice when a field is missing or wrong.
const idAdvice = 'Ids are lower-case words and numbers with dashes between, like `event-loop`.';
const id = z.string().regex(idPattern).describe(idAdvice);
const text = z.string().trim().min(1);
const ids = (description: string) => z.array(id).default([]).describe(description);

export const difficulties = ['easy', 'medium', 'hard', 'devilish'] as const;

/** Characters that the sidebar shows at its default width. */
export const labelLength = 32;

/** `topic.yml` */
export const topicSchema = z
  .strictObject({
    title: text.describe('Write the name of the topic, as the tree shows it.'),
    order: z.int().min(1).describe('Write its place among the topics, a whole number from 1.'),
    group: text
      .exactOptional()
      .describe('Write the heading that the tree shows above this topic and others of its group.'),
    summary: text.describe("Write one plain sentence for the tree's tooltip."),
    questions: z
      .array(id)
      .min(1)
      .describe('List the ids of all questions of the topic, in the order of the tree.'),
  })
  .describe('A topic: a folder of questions.');

const sourceSchema = z
  .strictObject({
    title: text.describe('Write the title of the page, in quotes if it holds a colon.'),
    url: z
      .url({ protocol: /^https$/, hostname: z.regexes.domain })
      .describe('Write the whole address, starting with `https://`.'),
  })
  .describe('Write a source as `title: …` and, below it, `url: https://…`.');

/** `pack.yml`, at the root of a pack */
export const packSchema = z
  .strictObject({
    id: id.describe(
      'Write an id for the pack, like `team-basics`; progress is stored under it, so keep it for good.',
    ),
    title: text.describe('Write the name of the pack, as the tree shows it.'),
    summary: text.describe("Write one plain sentence for the tree's tooltip."),
  })
  .describe('A pack: a folder of topics.');

/** The front matter of a question's Markdown file. */
export const questionSchema = z
  .strictObject({
    title: text.describe('Write the question as plain text, in quotes if it holds a colon.'),
    label: text
      .max(labelLength)
      .exactOptional()
      .describe(
        `Write a name for the tree, like \`Phases of the event loop\`: ${labelLength} characters at most.`,
      ),
    level: z.enum(levels).describe('Write `junior`, `mid` or `senior`.'),
    tags: z
      .array(text.describe('Write a tag as a short text.'))
      .min(1)
      .describe('List one tag or more, like `[event loop, timers]`.'),
    related: ids('List the ids of related questions, like `[scheduling-apis]`.'),
    sources: z
      .array(sourceSchema)
      .min(2)
      .describe('List two or more official sources, each with `title` and `url`.'),
    relevantTo: z
      .array(text.describe('Write an identifier, like `fs.readFileSync`.'))
      .default([])
      .describe('List identifiers in code that make the question relevant, like `[setTimeout]`.'),
    snippets: ids(
      "List the snippets of the question's folder without their ending, easy ones first.",
    ),
  })
  .describe('The front matter of a question.');

const lineAdvice = "Write one line of output, in quotes if it is a number or holds ': '.";
const line = z.string().describe(lineAdvice);
const branches = (description: string) => z.array(z.lazy(() => orderSchema)).describe(description);
const inner = (description: string) => z.lazy(() => orderSchema).describe(description);

/** The shape of expected outputs, see src/order/order.ts; `checkOrder` knows what they may say. */
export const orderSchema: z.ZodType<Order, Order> = z
  .lazy(() =>
    z.union([
      line,
      z.array(orderSchema).describe('Write the lines of output as a list.'),
      z.strictObject({ err: line.describe('Write one line on stderr.') }),
      z.strictObject({
        uncaught: line.describe('Write the first line of the error, like `"TypeError: …"`.'),
      }),
      z.strictObject({
        exit: z
          .union([z.int(), z.string()])
          .describe('Write the exit code, from 1 to 255, or the name of the signal.'),
      }),
      z.strictObject({ any: branches('List two branches or more that interleave freely.') }),
      z.strictObject({ block: inner('Write the lines that stay together.') }),
      z.strictObject({ opt: inner('Write what may happen or not.') }),
      z.strictObject({ alt: branches('List two branches or more, of which exactly one happens.') }),
    ]),
  )
  .meta({ id: 'order', description: 'List all lines of output, as docs/authoring.md explains.' });

/** The keys of the notation that are not lines on stdout. */
export const orderKeys = ['err', 'uncaught', 'exit', 'any', 'block', 'opt', 'alt'] as const;

const major = z.int().min(10).max(99);

const variantSchema = z
  .strictObject({
    from: major.describe('Write the first Node major it is for, like `22`.').optional(),
    to: major.describe('Write the last Node major it is for, like `24`.').optional(),
    expect: orderSchema,
  })
  .refine(({ from, to }) => from !== undefined || to !== undefined, {
    message: 'The variant says neither `from` nor `to`',
    params: { advice: 'Say which Node majors it is for, like `from: 22`.' },
  })
  .refine(({ from = 0, to = Infinity }) => from <= to, {
    message: '`from` is above `to`, so the variant fits no Node',
    params: { advice: 'Write the lower Node major as `from`; both ends are included.' },
  })
  .describe('Write a variant as `{ from: 22, to: 24, expect: … }`.');

/** More decoys would be searched through rather than thought about. */
const mostDecoys = 4;

/** The front matter in the leading comment of a snippet. */
export const snippetSchema = z
  .strictObject({
    title: text.describe('Write what the snippet is about, as plain text.'),
    difficulty: z.enum(difficulties).describe('Write `easy`, `medium`, `hard` or `devilish`.'),
    teaches: text.describe('Write the one thing it teaches, as one sentence.'),
    expect: orderSchema,
    race: text
      .describe('Write why more than one order is possible; leave it out when only one is.')
      .optional(),
    variants: z
      .array(variantSchema)
      .default([])
      .describe('List outputs on other Node majors, like `{ from: 22, expect: … }`.'),
    permissions: z
      .array(
        z.enum(permissions).describe('Write `net`, `child`, `worker`, `fs-read` or `fs-write`.'),
      )
      .default([])
      .describe('List what it needs: `net`, `child`, `worker`, `fs-read`, `fs-write`.'),
    decoys: z
      .array(orderSchema)
      .max(mostDecoys)
      .describe(
        `List up to ${mostDecoys} lines that are never printed and that somebody could expect; leave it out to have them taken from the code.`,
      )
      .optional(),
    twinOf: id
      .describe('Write the name of the CommonJS snippet of this question that it is the twin of.')
      .optional(),
  })
  .describe('The front matter of a snippet.');

export type PackMatter = z.output<typeof packSchema>;
export type TopicMatter = z.output<typeof topicSchema>;
export type QuestionMatter = z.output<typeof questionSchema>;
export type SnippetMatter = z.output<typeof snippetSchema>;
