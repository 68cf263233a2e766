import { l10n } from 'vscode';
import type { Problem, StoryTemplate } from '../../bank/material.ts';
import { withoutQuestionLinks } from '../../bank/cheat-sheet-markdown.ts';
import type { Check, Question, Snippet } from '../../bank/model.ts';
import { seedOf } from '../../drill/recipe-text.ts';
import { isDesign, programItem, type ItemId } from '../../study/interview/candidates.ts';
import type { InterviewProgram } from '../../study/interview/interview-program.ts';
import type { Point } from '../../study/interview/interviewed.ts';
import { checkCard } from '../../study/review/review-card.ts';
import { drillTitle } from '../ui/drill-texts.ts';
import { formatNames } from '../ui/interview-texts.ts';
import type { Content } from './draw-interview.ts';
import { codingPoints } from './texts.ts';

/** What an interview asks, with all that belongs to it. */
export type InterviewItem = {
  readonly id: ItemId;
  /** Plain text. */
  readonly title: string;
  readonly topic: string;
} & AskedOf;

type AskedOf =
  | { readonly kind: 'question' | 'design'; readonly of: Question }
  | { readonly kind: 'check'; readonly of: Question; readonly check: Check }
  | { readonly kind: 'snippet'; readonly of: Question; readonly snippet: Snippet }
  | { readonly kind: 'drill'; readonly program: InterviewProgram }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'story'; readonly story: StoryTemplate };

/**
 * Undefined for what bank and material no longer have.
 * @param programs the interview's own: see `MockInterview`
 */
export function interviewItem(
  { bank, material }: Content,
  programs: readonly InterviewProgram[],
  id: ItemId,
): InterviewItem | undefined {
  const [kind, name] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
  const topicOf = ({ topic }: Question): string => bank.topic(topic)?.title ?? topic;
  switch (kind) {
    case 'question': {
      const of = bank.question(name);
      const asked = of && isDesign(of) ? 'design' : 'question';
      return of && { id, kind: asked, of, title: of.title, topic: topicOf(of) };
    }
    case 'check': {
      const of = bank.question(name.slice(0, name.lastIndexOf('/')));
      const check = of?.checks.find((one) => checkCard(of.id, one.id) === id);
      return of && check && { id, kind, of, check, title: check.question, topic: topicOf(of) };
    }
    case 'snippet': {
      const snippet = bank.snippet(name);
      const of = snippet && bank.question(snippet.question);
      return of && { id, kind, of, snippet, title: snippet.title, topic: topicOf(of) };
    }
    case 'drill': {
      const program = programs.find((one) => programItem(one) === id);
      return (
        program && { id, kind, program, title: drillTitle(seedOf(name)), topic: l10n.t('Drill') }
      );
    }
    case 'problem': {
      const problem = material?.practice.find((one) => one.id === name);
      return problem && { id, kind, problem, title: problem.title, topic: formatNames().coding };
    }
    case 'story': {
      const story = material?.templates.find((one) => one.id === name);
      return story && { id, kind, story, title: story.title, topic: formatNames().behavioural };
    }
    default:
      return undefined;
  }
}

/** What a good answer says, to be ticked; none of what is judged by a run or by its choices. */
export function pointsOf(item: InterviewItem): readonly Point[] {
  const unsaid = (text: string): Point => ({ text: withoutQuestionLinks(text), said: false });
  switch (item.kind) {
    case 'question':
    case 'design':
      return item.of.keyPoints.map(({ text }) => unsaid(text));
    case 'story':
      return item.story.parts.map(({ title, asks }) => unsaid(`**${title}**: ${asks}`));
    case 'problem':
      return codingPoints().map(unsaid);
    case 'check':
    case 'snippet':
    case 'drill':
      return [];
  }
}

/** What is asked after the answer, one at a time; of a problem, its hints. */
export function followUpsOf(item: InterviewItem): readonly string[] {
  switch (item.kind) {
    case 'question':
    case 'design':
      return item.of.followUps.map(({ question }) => question);
    case 'problem':
      return item.problem.hints;
    case 'check':
    case 'snippet':
    case 'drill':
    case 'story':
      return [];
  }
}
