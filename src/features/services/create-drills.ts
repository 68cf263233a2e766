import type { Services } from './services.ts';
import type { Drills, DrillService } from './drills.ts';

export function createDrills(
  services: Pick<Services, 'context' | 'log' | 'progress' | 'runner' | 'study' | 'work'>,
): Drills {
  let service: Promise<DrillService> | undefined;
  return {
    load: () =>
      (service ??= import('./drill-service.lazy.ts').then(({ createDrillService }) => {
        const created = createDrillService(services);
        services.context.subscriptions.push(created);
        return created;
      })),
  };
}
