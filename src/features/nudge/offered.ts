import type { Memento } from 'vscode';

const key = 'loopwise.nudge.offered';

/** Whether somebody was asked already if they want to be nudged; it is asked once. */
export const wasOffered = (memento: Memento): boolean => memento.get(key) === true;

export const keepOffered = (memento: Memento): Thenable<void> => memento.update(key, true);
