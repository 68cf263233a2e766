import type { Services } from '../services/services.ts';

export function registerBrowse(_services: Services): void {}
