import { z } from 'zod';
import { levels } from './levels.ts';
import { idPattern } from './schema.ts';

// As in schema.ts, descriptions are the advice when a field is missing or wrong.
const id = z
  .string()
  .regex(idPattern)
  .describe('Ids are lower-case words and numbers with dashes between, like `event-loop`.');
const text = (description: string) => z.string().trim().min(1).describe(description);
const questions = z
  .array(id)
  .default([])
  .describe('List the ids of questions it leads to, like `[event-loop-phases]`.');
const level = z.enum(levels).describe('Write `junior`, `mid` or `senior`.');

const itemSchema = z
  .strictObject({
    id,
    text: text('Write what is to be done, as plain text.'),
    minutes: z.int().min(5).max(90).describe('Write how many minutes it takes, 5 to 90.'),
    questions,
    snippets: z
      .array(z.string())
      .default([])
      .describe('List the ids of snippets to predict, like `[event-loop-phases/one-turn]`.'),
    problems: z
      .array(id)
      .default([])
      .describe('List the practice problems to solve, by the names of their folders.'),
    story: id.optional().describe('Write the name of the template that it is told from.'),
  })
  .describe('Write an item with `id`, `text`, `minutes` and what it leads to.');
const items = z.array(itemSchema).min(1).describe('List one item or more.');

/** `plan.yml` */
export const planSchema = z
  .strictObject({
    weeks: z
      .array(
        z
          .strictObject({
            title: text('Write what the week is about.'),
            goal: text('Write what one can do at the end of the week, as one sentence.'),
            items,
          })
          .describe('Write a week with `title`, `goal` and `items`.'),
      )
      .min(1)
      .describe('List the weeks in their order.'),
  })
  .describe('The plan of study.');

/** `final-week.yml` */
export const finalWeekSchema = z
  .strictObject({ items, coding: items, design: items, star: items, lastDays: items })
  .describe('The list for the last week.');

/** `cheat-sheet.yml` */
export const cheatSheetSchema = z
  .strictObject({
    sections: z
      .array(
        z
          .strictObject({
            title: text('Write the subject of the section.'),
            level,
            questions: z.array(id).min(1).describe('List the ids of its questions.'),
          })
          .describe('Write a section with `title`, `level` and `questions`.'),
      )
      .min(1)
      .describe('List the sections, from junior to senior within each title.'),
  })
  .describe('The cheat sheet.');

/** The front matter of a file in `templates/`. */
export const templateSchema = z
  .strictObject({
    title: text('Write the name of the document.'),
    minutes: z
      .tuple([z.int().min(1), z.int().max(15)])
      .describe('Write how long it takes to tell, like `[2, 3]` for two to three minutes.'),
    parts: z
      .array(
        z
          .strictObject({
            id,
            title: text('Write the heading of the part.'),
            asks: text('Write what belongs there, as one sentence.'),
            least: z.int().min(1).describe('Write how many words it has at least, like `30`.'),
            number: z
              .boolean()
              .default(false)
              .describe('Write `true` where a number belongs, such as a result.'),
          })
          .describe('Write a part with `id`, `title`, `asks` and `least`.'),
      )
      .min(1)
      .describe('List the parts in their order.'),
  })
  .describe('The front matter of a template.');

export const problemKinds = [
  ...(['arrays', 'strings', 'objects', 'maps'] as const),
  ...(['async', 'repair', 'endpoint', 'blocking'] as const),
] as const;

const mistake = { id, says: text('Write what is to be said of it, as one or two sentences.') };

const regularExpression = z
  .string()
  .refine(isRegularExpression, 'This is not a regular expression')
  .describe('Write a regular expression that finds it in the code.');

function isRegularExpression(source: string): boolean {
  try {
    return new RegExp(source).source !== '';
  } catch {
    return false;
  }
}

/** The front matter of a `problem.md`. */
export const problemSchema = z
  .strictObject({
    title: text('Write the name of the problem.'),
    level,
    kind: z.enum(problemKinds).describe(`Write one of: ${problemKinds.join(', ')}.`),
    minutes: z.int().min(5).max(60).describe('Write how many minutes it may take, 5 to 60.'),
    questions,
    hints: z
      .array(text('Write a hint as one or two sentences.'))
      .min(1)
      .describe('List one hint or more; they are shown one by one.'),
    visible: z
      .int()
      .min(1)
      .describe('Write how many tests, from the first, are shown with their code, like `3`.'),
    mistakes: z
      .array(
        z.union(
          [
            z.strictObject({ ...mistake, fails: z.array(z.string()).min(1) }),
            z.strictObject({ ...mistake, uses: regularExpression }),
          ],
          'Write a mistake with `id`, `says` and either `fails` or `uses`.',
        ),
      )
      .default([])
      .describe('List weak solutions that people hand in, with what to say of each.'),
  })
  .describe('The front matter of a practice problem.');
