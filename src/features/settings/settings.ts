import * as vscode from 'vscode';
import { isLevel, type Level } from '../../bank/levels.ts';
import { setting } from './ids.ts';
import { readDate } from './read-date.ts';
import { bounded, settingBounds } from './setting-bounds.ts';

type NumberSetting = keyof typeof settingBounds;

const get = (name: string, of?: vscode.Uri): unknown =>
  vscode.workspace.getConfiguration('loopwise', of).get(name);
const number = (name: NumberSetting): number => bounded(get(name), settingBounds[name]);

/**
 * The settings as they count: whatever the settings files hold, each is of its type and within its
 * bounds. Nothing else reads their values, so pages show what runs really use.
 */
export const settings = {
  /** Empty for none. */
  nodePath(): string {
    const value = get(setting.nodePath);
    return typeof value === 'string' ? value : '';
  },
  /** How predictions are entered at first; `byDifficulty`: hard and devilish ones by typing. */
  predictMode(): 'byDifficulty' | 'cards' | 'typed' {
    const value = get(setting.predictMode);
    return value === 'typed' || value === 'cards' ? value : 'byDifficulty';
  },
  timeLimitSeconds: () => number(setting.timeLimit),
  memoryLimitMb: () => number(setting.memoryLimit),
  lineLimit: () => number(setting.lineLimit),
  runsCount: () => number(setting.runsCount),
  /** For a file: the folder of its workspace, or its own. */
  workingFolder: (file: vscode.Uri): 'workspace' | 'file' =>
    get(setting.workingFolder, file) === 'file' ? 'file' : 'workspace',
  /** Where links to run code stand above it; `onDemand`: in documents in which something was run inline. */
  inlineLens(): 'never' | 'onDemand' | 'always' {
    const value = get(setting.inlineLens);
    return value === 'never' || value === 'always' ? value : 'onDemand';
  },
  inlineOnSave: (file: vscode.Uri): boolean => get(setting.inlineOnSave, file) === true,
  inThisFileCodeActions: () => get(setting.inThisFileCodeActions) !== false,
  inThisFileHover: () => get(setting.inThisFileHover) !== false,
  retention: () => number(setting.retention),
  newPerDay: () => number(setting.newPerDay),
  reviewsPerDay: () => number(setting.reviewsPerDay),
  /** Whether checks and snippets wait until their question was read. */
  prerequisites: (): boolean => get(setting.prerequisites) !== false,
  /** The beginning of the interview's day where the user is, in milliseconds since 1970. */
  interviewDate: (): number | undefined => readDate(get(setting.interviewDate)),
  /** The interview's day as it was written, to be changed; empty for none. */
  interviewDateText(): string {
    const value = get(setting.interviewDate);
    return typeof value === 'string' ? value : '';
  },
  interviewLevel(): Level {
    const value = get(setting.interviewLevel);
    return isLevel(value) ? value : 'mid';
  },
  /** How many minutes a day are wanted for the plan of study. */
  planMinutes: () => number(setting.planMinutes),
  /** How many nudges a day there may be; 0 for none. */
  nudgesPerDay: () => number(setting.nudgesPerDay),
  /** Whether progress goes along when VS Code synchronizes settings. */
  settingsSync: (): boolean => get(setting.settingsSync) !== false,
  studyStatus: (): boolean => get(setting.studyStatus) !== false,
  packFolders(): readonly string[] {
    const value = get(setting.packFolders);
    return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
  },
};
