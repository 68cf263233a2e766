import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadBankFolder } from '../../../src/bank/bank-folder.ts';
import { createPackReader } from '../../../src/bank/pack-folder.ts';
import type { ReadPack } from '../../../src/bank/pack-folder.ts';
import type { Snippet } from '../../../src/bank/model.ts';

const projectFolder = join(import.meta.dirname, '../../..');
export const realFolder = join(projectFolder, 'questions');
export const packsFolder = join(projectFolder, 'packs');

let loaded: ReturnType<typeof loadBankFolder> | undefined;
let packs: Promise<ReadPack[]> | undefined;

/** The bank that ships, read once for all tests. */
export const realBank = () => (loaded ??= loadBankFolder(realFolder));

/** The packs that ship with it. */
export const realPacks = () => (packs ??= readPacks());

/** The snippets of the bank, then those of the packs. */
export async function realSnippets(): Promise<readonly Snippet[]> {
  const banks = [(await realBank()).bank, ...(await realPacks()).flatMap(({ bank }) => bank ?? [])];
  return banks.flatMap(({ snippets }) => snippets);
}

async function readPacks(): Promise<ReadPack[]> {
  const { bank } = await realBank();
  const own = new Set(bank.questions.map(({ id }) => id));
  const reader = createPackReader((id) => own.has(id));
  return Promise.all(readdirSync(packsFolder).map((id) => reader.read(join(packsFolder, id))));
}

export interface RealFile {
  /** Relative to the bank, or to the folder of packs: tests are named after it. */
  readonly file: string;
  readonly path: string;
  /** The folder of its pack. */
  readonly pack?: string;
}

/** All files of the bank, then of the packs, with one of these endings. */
export const realFiles = (...endings: string[]): RealFile[] => [
  ...filesIn(realFolder, endings),
  ...filesIn(packsFolder, endings).map((one) => ({ ...one, pack: one.file.split('/')[0] ?? '' })),
];

/** The texts of the study material. */
export const materialTexts = (): RealFile[] => filesIn(join(projectFolder, 'material'), ['.md']);

const filesIn = (folder: string, endings: readonly string[]): RealFile[] =>
  readdirSync(folder, { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .sort()
    .map((file) => ({ file, path: join(folder, file) }));
