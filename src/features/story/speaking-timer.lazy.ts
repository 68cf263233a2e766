import * as vscode from 'vscode';
import { judgeSpoken } from '../../study/story/judge-spoken.ts';
import { command, context } from '../settings/ids.ts';
import { clockText } from '../../shared/clock-text.ts';

/** Says how long somebody speaks. */
export interface SpeakingTimer {
  /** Begins anew. @param target from and to how many minutes */
  start(target: readonly [number, number]): void;
  /** Ends, and says how long it was; without effect when it doesn't run. */
  stop(): Promise<void>;
  dispose(): void;
}

/** @param now milliseconds, by a clock that never goes back */
export function createSpeakingTimer(now: () => number = () => performance.now()): SpeakingTimer {
  let item: vscode.StatusBarItem | undefined;
  let running: Running | undefined;

  function show({ since, target }: Running): void {
    const shown = (item ??= createItem());
    const ms = now() - since;
    shown.text = `$(mic) ${clockText(ms)}`;
    const isLong = judgeSpoken(ms, target) === 'long';
    shown.backgroundColor = isLong
      ? new vscode.ThemeColor('statusBarItem.warningBackground')
      : undefined;
    const [least, most] = target;
    // The same all the time: nobody wants each second read to them.
    const text = vscode.l10n.t(
      'Speaking timer, for {0} to {1} minutes. Select to stop it.',
      ...[least, most],
    );
    shown.tooltip = text;
    shown.accessibilityInformation = { label: text };
    shown.show();
  }
  function end(): Running | undefined {
    const ended = running;
    if (!ended) return undefined;
    clearInterval(ended.ticking);
    running = undefined;
    item?.hide();
    void vscode.commands.executeCommand('setContext', context.speaking, false);
    return ended;
  }
  function start(target: readonly [number, number]): void {
    end();
    const begun: Running = { since: now(), target, ticking: setInterval(() => show(begun), 1000) };
    running = begun;
    show(begun);
    void vscode.commands.executeCommand('setContext', context.speaking, true);
  }

  return {
    start,
    async stop() {
      const ended = end();
      if (!ended) return;
      const again = vscode.l10n.t('Speak Again');
      const text = spokenText(now() - ended.since, ended.target);
      const chosen = await vscode.window.showInformationMessage(text, again);
      if (chosen === again) start(ended.target);
    },
    dispose() {
      end();
      item?.dispose();
    },
  };
}

interface Running {
  readonly since: number;
  readonly target: readonly [number, number];
  readonly ticking: ReturnType<typeof setInterval>;
}

function createItem(): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem(
    'loopwise.speaking',
    vscode.StatusBarAlignment.Left,
    -11,
  );
  item.name = vscode.l10n.t('Loopwise: Speaking Timer');
  item.command = command.stopSpeaking;
  return item;
}

/** How long it was, held against the target. @param ms milliseconds */
export function spokenText(ms: number, target: readonly [number, number]): string {
  const [clock, least, most] = [clockText(ms), ...target];
  switch (judgeSpoken(ms, target)) {
    case 'short':
      return vscode.l10n.t(
        'You spoke for {0}; the target is {1} to {2} minutes. Say more about what you did and why.',
        ...[clock, least, most],
      );
    case 'right':
      return vscode.l10n.t(
        'You spoke for {0}, which is within {1} to {2} minutes.',
        ...[clock, least, most],
      );
    case 'long':
      return vscode.l10n.t(
        'You spoke for {0}; the target is {1} to {2} minutes. Shorten what led up to your own part.',
        ...[clock, least, most],
      );
  }
}
