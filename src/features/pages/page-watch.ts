/** Sees to it that a webview shows the document that it was handed last. */
export interface PageWatch {
  /** Another document was handed over, or the webview loads the same one anew. */
  loading(): void;
  /** The document is in sight and hears what it is told. */
  shown(): void;
  /** Somebody uses a document that an other one should have replaced. */
  stale(): void;
  /** Nothing is in sight, so nothing is missed. */
  stop(): void;
}

/** How long a document may take, in milliseconds; twice that for the next try. */
const patience = 4000;
const tries = 2;

/**
 * VS Code may lose a document that follows another one quickly: the older page then stays in
 * sight and nothing that it is told arrives.
 * @param handOver gives the document to the webview once more
 */
export function createPageWatch(handOver: () => void): PageWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tried = 0;

  function stop(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function wait(): void {
    stop();
    if (tried < tries) timer = setTimeout(again, patience * 2 ** tried);
  }

  function again(): void {
    tried += 1;
    handOver();
    wait();
  }

  return {
    loading() {
      tried = 0;
      wait();
    },
    shown: stop,
    stale: again,
    stop,
  };
}
