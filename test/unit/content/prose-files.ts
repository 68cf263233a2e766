import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseQuestion } from '../../../src/bank/parse-question.ts';
import type { ParsedQuestion } from '../../../src/bank/parse-question.ts';
import { realFiles } from '../bank/real-bank.ts';
import type { RealFile } from '../bank/real-bank.ts';

const root = join(import.meta.dirname, '../../..');

export interface ProseFile {
  /** Relative to the project, as tests are named: `questions/http-apis/jwt-auth.md`. */
  readonly file: string;
  readonly text: string;
}

/** Everything that is written for people: questions, packs, study material, README and docs. */
export function proseFiles(): ProseFile[] {
  const folders = filesOf('questions', 'packs', 'material', 'docs');
  const texts = folders.filter((file) => /\.(md|yml)$/.test(file));
  return [...texts, 'README.md', 'package.nls.json']
    .sort()
    .map((file) => ({ file, text: textOf(join(root, file)) }));
}

/** The front matter of each snippet, which says what it teaches and why it races. */
export const snippetMatters = (): ProseFile[] =>
  filesOf('questions', 'packs')
    .filter((file) => /\.[cm]js$/.test(file))
    .map((file) => ({
      file,
      // Not what it prints: that is the code's.
      text: (/^\/\* ---\n([^]*?)--- \*\//.exec(textOf(join(root, file)))?.[1] ?? '').replace(
        /^(?:expect|variants):[^]*?(?=^[a-z]|$(?![^]))/gim,
        (block) => block.replace(/[^\n]/g, ''),
      ),
    }));

/** What drawings say: their labels, and the words for people who do not see them. */
export const drawings = (): ProseFile[] =>
  filesOf('questions', 'packs')
    .filter((file) => file.endsWith('.svg'))
    .map((file) => ({
      file,
      text: textOf(join(root, file)).replace(/<[^>]*>/g, ' '),
    }));

export interface RealQuestion extends RealFile {
  readonly topic: string;
  readonly parsed: ParsedQuestion;
  readonly text: string;
}

/** Each question of the bank and of the packs, read on its own, so that one with a mistake spoils no other. */
export const realQuestions = (): RealQuestion[] =>
  realFiles('.md').map((one) => {
    const topic = basename(dirname(one.path));
    const text = textOf(one.path);
    const id = basename(one.path, '.md');
    return { ...one, topic, text, parsed: parseQuestion({ file: one.file, topic, id, text }) };
  });

/** Relative to the project, sorted within each folder. */
const filesOf = (...folders: readonly string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((file) => `${folder}/${String(file).replaceAll('\\', '/')}`)
      .sort(),
  );

const textOf = (path: string): string => readFileSync(path, 'utf8').replaceAll('\r\n', '\n');

/** Words between backticks, addresses and ids are replaced by as many dots: what is left is English. */
export const withoutCode = (text: string): string =>
  text.replace(
    /`[^`\n]+`|\]\([^)\s]+\)|https:\/\/\S+|\{#[a-z\d-]+\}|^(?: {2}- )?[a-z\d]+(?:-[a-z\d]+)+$/gm,
    (code) => '·'.repeat(code.length),
  );

/** The line on which a place of the text lies, from 1. */
export const lineAt = (text: string, index: number): number =>
  text.slice(0, index).split('\n').length;
