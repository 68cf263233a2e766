import type { Services } from '../services/services.ts';

export function registerPredict(_services: Services): void {}
