import * as vscode from 'vscode';
import { findSnippet } from '../services/find-subject.ts';
import type { Services } from '../services/services.ts';
import { inTimeOr } from '../threads/work.ts';
import type { RunsDependencies } from './runs-dependencies.ts';

/** Series of runs in VS Code: its runner, its bank, its trust. */
export function windowDependencies(
  services: Services,
  watch: RunsDependencies['watch'],
  onStatus: RunsDependencies['onStatus'],
): RunsDependencies {
  const { runner, work } = services;
  return {
    run: (request, runtime) => runner.run(request, { runtime }),
    runtime: () => runner.runtime(),
    findRuntimes: () => runner.findRuntimes(),
    async twin(subject) {
      const id = subject.kind === 'snippet' ? subject.snippet.twin : undefined;
      return id === undefined ? undefined : findSnippet(services, id);
    },
    async obstacle(kind, code, isFile) {
      // Node says itself what is wrong where reading it took too long.
      const obstacle = await inTimeOr(work.do('obstacleAs', kind, code), undefined);
      if (obstacle || !isFile) return obstacle;
      const movable = await inTimeOr(work.do('isMovable', code), false);
      return movable ? undefined : { kind: 'place' };
    },
    work,
    watch,
    seen: services.seenOutputs,
    isTrusted: () => vscode.workspace.isTrusted,
    async wording() {
      return (await import('./runs-wording.lazy.ts')).wording;
    },
    onStatus,
  };
}
