import * as vscode from 'vscode';

/**
 * The question that the answer page shows, or showed last: where the tree, "next" and search meet
 * the page without knowing it.
 */
export interface ShownQuestion {
  /** The id of the question; undefined when no answer page is open. */
  readonly current: string | undefined;
  /** It is only looked at, as while somebody moves through a list of what a search found. */
  readonly isPreview: boolean;
  /** Fires with the new `current`, also when the page of the same question comes to the front. */
  readonly onDidShow: vscode.Event<string | undefined>;
  /** Called by the answer page when it shows a question, comes to the front or is closed. */
  show(questionId: string | undefined, isPreview?: boolean): void;
  dispose(): void;
}

export function createShownQuestion(): ShownQuestion {
  const shown = new vscode.EventEmitter<string | undefined>();
  let current: string | undefined;
  let previewed = false;
  return {
    get current() {
      return current;
    },
    get isPreview() {
      return previewed;
    },
    onDidShow: shown.event,
    show(questionId, isPreview = false) {
      current = questionId;
      previewed = isPreview;
      shown.fire(questionId);
    },
    dispose: () => shown.dispose(),
  };
}
