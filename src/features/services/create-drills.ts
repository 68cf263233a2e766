import { loadOnce } from '../../collections/load-once.ts';
import type { Services } from './services.ts';
import type { Drills, DrillService } from './drills.ts';

export function createDrills(
  services: Pick<Services, 'context' | 'log' | 'progress' | 'runner' | 'study' | 'work'>,
): Drills {
  const { load } = loadOnce<DrillService>(async () => {
    const { createDrillService } = await import('./drill-service.lazy.ts');
    const created = createDrillService(services);
    services.context.subscriptions.push(created);
    return created;
  });
  return { load };
}
