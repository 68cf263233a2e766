import type { MaterialService } from './material-service.ts';
import type { BankService, ProgressService } from './services.ts';
import type { Study, StudyService } from './study.ts';

export function createStudy(
  bank: BankService,
  progress: ProgressService,
  material: MaterialService,
): Study {
  let service: Promise<StudyService> | undefined;
  return {
    load: () =>
      (service ??= import('./study-service.lazy.ts').then(({ createStudyService }) =>
        createStudyService(bank, progress, material),
      )),
    onDidChange: progress.onDidReview,
  };
}
