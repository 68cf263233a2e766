import * as vscode from 'vscode';
import { sessionsBeforeOffer } from '../../study/nudge/decide-nudge.ts';
import type { Services } from '../services/services.ts';
import { setting } from '../settings/ids.ts';
import { isStudying } from './is-studying.ts';
import { keepOffered, wasOffered } from './offered.ts';

/** How often a day whoever wants it is asked, until they change it. */
const perDay = 2;

/** What is asked of the window. */
interface OfferWindow {
  readonly show: (text: string, ...choices: string[]) => Thenable<string | undefined>;
  readonly isFocused: () => boolean;
}

/**
 * Asks once whether somebody wants to be nudged, after some sessions: a day on which something was reviewed is one.
 * Whoever has set the setting has decided already.
 */
export async function offerNudges(
  {
    context,
    study,
  }: Pick<Services, 'study'> & {
    readonly context: Pick<Services['context'], 'globalState'>;
  },
  { show, isFocused }: OfferWindow = thisWindow,
): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('loopwise');
  if (configuration.inspect(setting.nudgesPerDay)?.globalValue !== undefined) {
    await keepOffered(context.globalState);
    return;
  }
  // Each review comes here, so the days are counted only where they decide.
  if (!isFocused() || isStudying() || vscode.debug.activeDebugSession) return;
  const days = await (await study.load()).days();
  if (days.size < sessionsBeforeOffer) return;
  // Every window hears of a review; the one where somebody is asks, and another may have asked meanwhile.
  if (!isFocused() || wasOffered(context.globalState)) return;
  await keepOffered(context.globalState);
  const yes = vscode.l10n.t('Ask Me');
  const no = vscode.l10n.t('No, Thanks');
  const chosen = await show(
    vscode.l10n.t(
      'Loopwise can ask you one question when tests or a build have passed in a task or a terminal, after a commit, or at the start of your day: at most {0} a day. Do you want that?',
      perDay,
    ),
    ...[yes, no],
  );
  if (chosen !== yes) return;
  await configuration.update(setting.nudgesPerDay, perDay, vscode.ConfigurationTarget.Global);
}

const thisWindow: OfferWindow = {
  show: (text, ...choices) => vscode.window.showInformationMessage(text, ...choices),
  isFocused: () => vscode.window.state.focused,
};
