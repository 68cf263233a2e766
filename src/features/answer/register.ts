import type { Services } from '../services/services.ts';

export function registerAnswer(_services: Services): void {}
