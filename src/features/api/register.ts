import { loadOnce } from '../../collections/load-once.ts';
import type { LoopwiseApi } from '../../../docs/loopwise-api.d.ts';
import type { Services } from '../services/services.ts';

/** What other extensions can ask Loopwise for. Loads what it needs with the first call. */
export function registerApi(services: Services): LoopwiseApi {
  const { load } = loadOnce(async () => (await import('./api.lazy.ts')).createApi(services));
  // All extensions get the same object: none of them may change it for the others.
  return Object.freeze({
    version: '1.0',
    run: async (program, options) => (await load()).run(program, options),
    predict: async (program, prediction, options) =>
      (await load()).predict(program, prediction, options),
    explain: async (program, options) => (await load()).explain(program, options),
  } satisfies LoopwiseApi);
}
