import { loadOnce } from '../../collections/load-once.ts';
import type { MaterialService } from './material-service.ts';
import type { BankService, ProgressService } from './services.ts';
import type { Study, StudyService } from './study.ts';

export function createStudy(
  bank: BankService,
  progress: ProgressService,
  material: MaterialService,
): Study {
  const { load } = loadOnce<StudyService>(async () => {
    const { createStudyService } = await import('./study-service.lazy.ts');
    return createStudyService(bank, progress, material);
  });
  return {
    load,
    onDidChange: progress.onDidReview,
  };
}
