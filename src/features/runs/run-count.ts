import * as vscode from 'vscode';
import { setting } from '../services/ids.ts';

const least = 2;
const most = 500;

/** How often a program runs; what makes no sense in the settings is replaced by the default. */
export function runCount(): number {
  return validCount(vscode.workspace.getConfiguration('loopwise').get<unknown>(setting.runsCount));
}

export function validCount(value: unknown): number {
  if (typeof value !== 'number' || Number.isNaN(value)) return 50;
  return Math.min(Math.max(Math.round(value), least), most);
}

/** The counts that a page offers, the configured one among them. */
export const offeredCounts = (count: number): number[] =>
  [...new Set([10, 50, 200, count])].sort((a, b) => a - b);
