import * as vscode from 'vscode';
import type { LineResults } from '../../inline/line-results.ts';
import type { Printed } from '../../inline/printed.ts';
import { displayText } from '../../order/line-text.ts';
import type { InlineRun } from './inline-run.ts';
import { uriOfFile } from './uri-of-file.ts';
import { causesText, headOf, placeVerdictText, runText } from './words.ts';
import { withoutBackticks } from '../ui/without-backticks.ts';

interface ResultItem extends vscode.QuickPickItem {
  readonly at?: At | undefined;
}

/** Everything that stands beside lines, as a list: to be read aloud, looked through, gone to and copied. */
export async function showResultsList(run: InlineRun): Promise<void> {
  const pick = vscode.window.createQuickPick<ResultItem>();
  const copy = {
    iconPath: new vscode.ThemeIcon('copy'),
    tooltip: vscode.l10n.t('Copy All Results'),
  };
  const open = {
    iconPath: new vscode.ThemeIcon('go-to-file'),
    tooltip: vscode.l10n.t('Open as Text'),
  };
  pick.title = runText(run);
  pick.placeholder = vscode.l10n.t('Select a result to go to its line');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.buttons = [copy, open];
  pick.items = itemsOf(run);
  await new Promise<void>((resolve) => {
    pick.onDidHide(() => resolve());
    pick.onDidTriggerButton((button) => {
      pick.hide();
      void (button === copy ? copyResults(run) : openAsText(run));
    });
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      pick.hide();
      if (chosen?.at) void goTo(chosen.at);
    });
    pick.show();
  });
  pick.dispose();
}

function itemsOf(run: InlineRun): ResultItem[] {
  const places = placesOf(run);
  const verdicts = verdictsOf(run);
  return [
    ...run.results.all.map((printed) => itemOf(run, printed, places.get(printed), verdicts)),
    ...(run.judged?.beside ?? []).flatMap((group) => unprinted(run, group)),
  ];
}

/** What became of a prediction, by the numbers of the lines of output. */
type Verdicts = ReadonlyMap<number, string>;

function verdictsOf({ judged, results }: InlineRun): Verdicts {
  const verdicts = new Map<number, string>();
  for (const group of judged ? [...results.groups, ...judged.beside] : []) {
    const verdict = judged?.of(group);
    if (!verdict) continue;
    const text = placeVerdictText(verdict, group.printed);
    for (const { number } of group.printed) verdicts.set(number, text);
  }
  return verdicts;
}

/** A place with a number at which nothing was printed. */
function unprinted(run: InlineRun, group: LineResults): ResultItem[] {
  const verdict = run.judged?.of(group);
  if (!verdict || group.printed.length > 0) return [];
  const uri = group.place.file === undefined ? run.uri : uriOfFile(group.place.file);
  const at = { uri, line: group.place.line - 1 };
  return [{ label: placeVerdictText(verdict, []), description: atText(run, at), at }];
}

function itemOf(
  run: InlineRun,
  printed: Printed,
  at: At | undefined,
  verdicts: Verdicts,
): ResultItem {
  const detail = causesText(run, printed);
  return {
    label: `${printed.number}  ${displayText(printed) || vscode.l10n.t('(blank line)')}`,
    description: [
      verdicts.get(printed.number),
      ...headOf(printed).slice(1),
      placeText(run, printed, at),
    ]
      .filter(Boolean)
      .join(' · '),
    ...(detail !== undefined && { detail: withoutBackticks(detail) }),
    at,
  };
}

interface At {
  readonly uri: string;
  readonly line: number;
}

type Places = ReadonlyMap<Printed, At>;

/** Where the code of each result is by now: lines move with what is typed above them. */
function placesOf(run: InlineRun): Places {
  const places = new Map<Printed, At>();
  for (const uri of run.documents) {
    for (const { range, shown } of run.marksIn(uri)) {
      for (const printed of shown.printed) places.set(printed, { uri, line: range.start.line });
    }
  }
  if (run.stale) return places;
  for (const printed of run.results.all) {
    const { place } = printed;
    if (!place || places.has(printed)) continue;
    const uri = place.file === undefined ? run.uri : uriOfFile(place.file);
    places.set(printed, { uri, line: place.line - 1 });
  }
  return places;
}

function placeText(run: InlineRun, printed: Printed, at: At | undefined): string {
  if (!at) return printed.stream === 'exit' ? '' : vscode.l10n.t('no line known');
  return atText(run, at);
}

function atText(run: InlineRun, at: At): string {
  if (at.uri === run.uri) return vscode.l10n.t('line {0}', at.line + 1);
  const name = vscode.workspace.asRelativePath(vscode.Uri.parse(at.uri));
  return vscode.l10n.t('{0}, line {1}', name, at.line + 1);
}

async function goTo(at: At): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(at.uri));
  const line = document.lineAt(Math.min(at.line, document.lineCount - 1));
  const end = new vscode.Selection(line.range.end, line.range.end);
  await vscode.window.showTextDocument(document, { selection: end });
}

async function copyResults(run: InlineRun): Promise<void> {
  await vscode.env.clipboard.writeText(resultsText(run));
}

async function openAsText(run: InlineRun): Promise<void> {
  const document = await vscode.workspace.openTextDocument({
    content: resultsText(run),
    language: 'plaintext',
  });
  await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
}

/** One line for each line of the output. */
export function resultsText(run: InlineRun): string {
  const lines = itemsOf(run).map(({ label, description, detail }) => {
    const about = [description, detail].filter(Boolean).join(' · ');
    return about === '' ? label : `${label}  [${about}]`;
  });
  return `${[runText(run), '', ...lines].join('\n')}\n`;
}
