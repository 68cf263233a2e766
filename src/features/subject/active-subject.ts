import * as vscode from 'vscode';
import { context } from '../settings/ids.ts';
import type { Subject } from './subject.ts';

/**
 * What the page that is the active editor shows: commands without an argument are about it,
 * whichever feature they belong to.
 */
export interface ActiveSubject {
  readonly current: Subject | undefined;
  /** Fires when a page becomes active or shows something else while it is. */
  readonly onDidEnter: vscode.Event<Subject>;
  /** Called by a page that becomes active, or shows something else while it is. */
  enter(page: object, subject: Subject): void;
  /** Called by a page that is active no more; without effect once another page has entered. */
  leave(page: object): void;
  dispose(): void;
}

export function createActiveSubject(): ActiveSubject {
  const entered = new vscode.EventEmitter<Subject>();
  let active: { readonly page: object; readonly subject: Subject } | undefined;
  const tell = (): void => {
    const isOpen = active !== undefined;
    void vscode.commands.executeCommand('setContext', context.snippetOpen, isOpen);
  };
  return {
    get current() {
      return active?.subject;
    },
    onDidEnter: entered.event,
    enter(page, subject) {
      active = { page, subject };
      tell();
      entered.fire(subject);
    },
    leave(page) {
      if (active?.page !== page) return;
      active = undefined;
      tell();
    },
    dispose: () => entered.dispose(),
  };
}
