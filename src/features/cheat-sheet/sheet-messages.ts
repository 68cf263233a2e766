import type { CheatSheetTexts } from '../../bank/cheat-sheet-markdown.ts';
import type { CheatBank } from '../../bank/cheat-sheet.ts';
import type { Level } from '../../bank/levels.ts';
import type { PageTexts } from './texts.ts';

/** What the host asks the thread that writes the sheet. */
export type SheetRequest =
  | {
      readonly kind: 'page';
      readonly bank: CheatBank;
      readonly level: Level;
      readonly about: string;
      readonly texts: PageTexts;
    }
  | {
      readonly kind: 'html' | 'markdown';
      readonly bank: CheatBank;
      readonly level: Level;
      readonly texts: CheatSheetTexts;
      readonly language: string;
    };
