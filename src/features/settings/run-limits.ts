import type { RunLimits } from '../../shared/predict.ts';
import { settings } from './settings.ts';

/** The limits as the settings have them now. */
export function runLimits(): RunLimits {
  return {
    seconds: settings.timeLimitSeconds(),
    megabytes: settings.memoryLimitMb(),
    lines: settings.lineLimit(),
  };
}
