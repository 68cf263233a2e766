import { readdir, readFile } from 'node:fs/promises';
import type { Material } from './material.ts';
import type { Mistake } from './mistake.ts';
import { byPlace } from './mistake.ts';
import {
  parseCheatSheet,
  parseFinalWeek,
  parsePlan,
  parseProblem,
  parseTemplate,
} from './parse-material.ts';
import type { MaterialFile, Parsed, QuestionExists } from './parse-material.ts';

export interface ReadMaterial {
  /** Absent when there is a mistake. */
  readonly material?: Material;
  readonly mistakes: readonly Mistake[];
}

/** Reads and checks the study material; `exists` knows the questions that it may lead to. */
export async function loadMaterialFolder(
  folder: string,
  exists: QuestionExists,
): Promise<ReadMaterial> {
  const [plan, finalWeek, cheatSheet, templates, practice] = await Promise.all([
    readText(`${folder}/plan.yml`).then((file) => parsePlan(file, exists)),
    readText(`${folder}/final-week.yml`).then((file) => parseFinalWeek(file, exists)),
    readText(`${folder}/cheat-sheet.yml`).then((file) => parseCheatSheet(file, exists)),
    eachOf(`${folder}/templates`, async (name) =>
      parseTemplate(
        await readText(`${folder}/templates/${name}`),
        name.replace(/\.md$/, ''),
        exists,
      ),
    ),
    eachOf(`${folder}/practice`, (id) => readProblem(`${folder}/practice/${id}`, id, exists)),
  ]);
  const parts = [plan, finalWeek, cheatSheet, ...templates, ...practice];
  const mistakes = parts.flatMap((part) => part.mistakes).sort(byPlace);
  if (!plan.value || !finalWeek.value || !cheatSheet.value || mistakes.length > 0) {
    return { mistakes };
  }
  return {
    material: {
      format: 1,
      plan: plan.value,
      finalWeek: finalWeek.value,
      cheatSheet: cheatSheet.value,
      templates: valuesOf(templates),
      practice: valuesOf(practice),
    },
    mistakes,
  };
}

async function readProblem(folder: string, id: string, exists: QuestionExists) {
  const names = ['start.mjs', 'solution.mjs', 'tests.mjs'];
  const [problem, ...code] = await Promise.all([
    readText(`${folder}/problem.md`),
    ...names.map((name) => readText(`${folder}/${name}`)),
  ]);
  const byName = new Map(names.map((name, index) => [name, code[index]?.text ?? '']));
  return parseProblem({ ...problem, id, folder, code: byName }, exists);
}

/** A file that is not there is an empty one, whose mistakes say what belongs there. */
const readText = async (file: string): Promise<MaterialFile> => ({
  file,
  text: await readFile(file, 'utf8').catch(() => ''),
});

/** By name, without hidden files. */
async function eachOf<Value>(folder: string, read: (name: string) => Promise<Value>) {
  const names = await readdir(folder).catch(() => []);
  return Promise.all(
    names
      .filter((name) => !name.startsWith('.'))
      .toSorted()
      .map(read),
  );
}

const valuesOf = <Value>(parsed: readonly Parsed<Value>[]): Value[] =>
  parsed.flatMap(({ value }) => (value === undefined ? [] : [value]));
