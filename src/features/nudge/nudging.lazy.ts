import * as vscode from 'vscode';
import {
  afterAsking,
  askedNothing,
  restraint,
  type Asked,
  type Break,
} from '../../study/nudge/decide-nudge.ts';
import { isRecord } from '../../collections/is-record.ts';
import { numberOfDay } from '../../study/study-day.ts';
import type { Services } from '../services/services.ts';
import { command, setting } from '../settings/ids.ts';
import { settings } from '../settings/settings.ts';
import { asLogged } from '../ui/error-text.ts';
import { followBreaks, type BreakSources } from './breaks.ts';
import { isStudying } from './is-studying.ts';
import { nextQuestion } from './next-question.ts';

export type NudgeServices = Pick<Services, 'bank' | 'study' | 'log'> & {
  readonly context: Pick<Services['context'], 'globalState'>;
};

export interface Nudging {
  /** Asks a question if nothing speaks against it at this moment. */
  at(moment: Break): Promise<void>;
  dispose(): void;
}

/** Shared by all windows. */
const askedKey = 'loopwise.nudge.asked';
const dayKey = 'loopwise.nudge.day';

/** What is asked of the window. */
export interface NudgeWindow {
  show(text: string, ...choices: string[]): Thenable<string | undefined>;
  isFocused(): boolean;
  /** Those of the editor when left out. */
  readonly breaks?: BreakSources;
}

const thisWindow: NudgeWindow = {
  show: (text, ...choices) => vscode.window.showInformationMessage(text, ...choices),
  isFocused: () => vscode.window.state.focused,
};

/** Asks at natural breaks. */
export function createNudging(services: NudgeServices, window: NudgeWindow = thisWindow): Nudging {
  const { context, log } = services;
  const { globalState } = context;
  let isAsking = false;
  let typedAt: number | undefined;

  async function at(moment: Break): Promise<void> {
    const now = Date.now();
    const facts = {
      ...{ now, today: numberOfDay(now), perDay: settings.nudgesPerDay() },
      ...{ asked: readAsked(globalState.get(askedKey)), isAsking, typedAt },
      ...{ isFocused: window.isFocused(), isStudying: isStudying() },
      isDebugging: vscode.debug.activeDebugSession !== undefined,
    };
    const reason = restraint(moment, facts);
    if (reason !== undefined) {
      log.debug(`Nudge at ${moment}: none, ${reason}.`);
      return;
    }
    isAsking = true;
    try {
      const question = await nextQuestion(services);
      if (!question) return;
      const asked = afterAsking(facts);
      await globalState.update(askedKey, asked);
      await answer(question.scope, await ask(question.text), asked);
    } finally {
      isAsking = false;
    }
  }
  async function ask(text: string): Promise<NudgeChoice> {
    const choices: Readonly<Record<NudgeChoice, string>> = {
      answer: vscode.l10n.t('Answer'),
      later: vscode.l10n.t('Later'),
      notToday: vscode.l10n.t('Not Today'),
      stop: vscode.l10n.t('Stop'),
    };
    const chosen = await window.show(text, ...Object.values(choices));
    const [answer] = Object.entries(choices).find(([, label]) => label === chosen) ?? [];
    // Closing it, or letting it go by, says nothing about further nudges.
    return (answer as NudgeChoice | undefined) ?? 'later';
  }
  async function answer(scope: object, given: NudgeChoice, asked: Asked): Promise<void> {
    switch (given) {
      case 'answer':
        await vscode.commands.executeCommand(command.quiz, scope);
        return;
      case 'later':
        return;
      case 'notToday':
        await globalState.update(askedKey, { ...asked, isEnough: true });
        return;
      case 'stop':
        await vscode.workspace
          .getConfiguration('loopwise')
          .update(setting.nudgesPerDay, 0, vscode.ConfigurationTarget.Global);
        vscode.window.setStatusBarMessage(
          vscode.l10n.t(
            "Loopwise won't ask you questions while you code anymore. To turn this on again, change the setting Nudges Per Day.",
          ),
          10_000,
        );
    }
  }
  /** The first window of a day says that it has begun. */
  function isNewDay(): boolean {
    const today = numberOfDay(Date.now());
    if (globalState.get(dayKey) === today) return false;
    void globalState.update(dayKey, today);
    return true;
  }

  const listeners = vscode.Disposable.from(
    followBreaks(
      (moment) => {
        at(moment).catch((error: unknown) => log.error(asLogged(error)));
      },
      isNewDay,
      window.breaks,
    ),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const isTyped = document.uri.scheme === 'file' || document.uri.scheme === 'untitled';
      if (isTyped && contentChanges.length > 0) typedAt = Date.now();
    }),
  );
  return { at, dispose: () => void listeners.dispose() };
}

type NudgeChoice = 'answer' | 'later' | 'notToday' | 'stop';

/** What another version may have kept in another shape counts as nothing. */
function readAsked(value: unknown): Asked {
  if (!isRecord(value)) return askedNothing;
  const { day, count, at, isEnough } = value;
  if (typeof day !== 'number' || typeof count !== 'number' || typeof at !== 'number') {
    return askedNothing;
  }
  return { day, count, at, isEnough: isEnough === true };
}
