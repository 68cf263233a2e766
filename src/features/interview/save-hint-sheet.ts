import * as vscode from 'vscode';
import type { Rehearsal } from '../../study/interview/format.ts';
import type { Thread } from '../threads/thread.ts';
import { askForFile } from '../ui/ask-for-file.ts';
import { offerFile } from '../ui/offer-file.ts';
import { writeFile } from '../ui/write-file.ts';
import type { HintItem, HintSheet } from './hint-sheet.ts';
import { followUpsOf, pointsOf, type InterviewItem } from './interview-item.ts';
import { saidAnswer } from './said-answer.ts';
import type { InterviewWork } from './interview.worker.ts';
import { rehearsalText } from '../ui/interview-texts.ts';
import { scoreTexts } from './texts.ts';

/**
 * Asks where the sheet for a friend goes, who plays the interviewer, and writes it there.
 * @throws Error, for the user, when it can't be written
 */
export async function saveHintSheet(
  rehearsal: Rehearsal,
  items: readonly InterviewItem[],
  thread: Thread<InterviewWork, readonly string[]>,
): Promise<void> {
  const title = vscode.l10n.t('Save the Sheet for a Friend');
  const offer = { title, name: 'mock-interview-sheet', ending: 'html', kind: 'HTML' };
  const file = await askForFile(offer);
  if (!file) return;
  const [html = ''] = await thread.ask({ kind: 'sheet', sheet: hintSheet(rehearsal, items) });
  await writeFile(file, html);
  const name = vscode.workspace.asRelativePath(file);
  const message = vscode.l10n.t(
    'The sheet was saved as {0}. Send it to your friend without reading it.',
    name,
  );
  void offerFile(file, message, { prints: true });
}

export function hintSheet(rehearsal: Rehearsal, items: readonly InterviewItem[]): HintSheet {
  return {
    title: vscode.l10n.t('Interviewer’s sheet: {0}', rehearsalText(rehearsal)),
    about: [
      vscode.l10n.t(
        'Ask one question at a time. Let the candidate finish before you ask a follow-up.',
      ),
      vscode.l10n.t(
        'Tick what the candidate says, and score each answer before you discuss it. Go through the answers at the end.',
      ),
    ],
    language: vscode.env.language,
    scores: Object.values(scoreTexts()),
    texts: {
      points: vscode.l10n.t('A good answer says'),
      followUps: vscode.l10n.t('Ask next'),
      answer: vscode.l10n.t('In short'),
      score: vscode.l10n.t('Score:'),
      notes: vscode.l10n.t('Notes'),
      solution: vscode.l10n.t('One good solution'),
    },
    items: items.map(hintItem),
  };
}

function hintItem(item: InterviewItem): HintItem {
  const common = {
    ...{ title: item.title, facts: item.topic },
    points: pointsOf(item).map(({ text }) => text),
  };
  switch (item.kind) {
    case 'question':
    case 'design':
      return {
        ...{ ...common, answer: item.of.sayIt },
        followUps: item.of.followUps.map(({ question, answer }) => ({
          ...{ question, answer: saidAnswer(answer) },
        })),
      };
    case 'problem': {
      const { task, solution } = item.problem;
      const followUps = followUpsOf(item).map((question) => ({ question }));
      return { ...common, task, solution, followUps };
    }
    case 'story':
      return { ...common, followUps: [] };
    // Assessments alone ask these, and have no sheet: what they ask is judged by a run.
    case 'check':
    case 'snippet':
    case 'drill':
      return { ...common, followUps: [] };
  }
}
