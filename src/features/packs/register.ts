import type { Services } from '../services/services.ts';
import { showMistakes } from './pack-diagnostics.ts';
import { createPacks } from './packs.ts';

/** Packs: folders of questions from anyone, beside those that come with Loopwise. */
export function registerPacks(services: Services): void {
  const packs = createPacks(services);
  services.context.subscriptions.push(packs, showMistakes(packs, services.log));
}
