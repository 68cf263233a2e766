import * as vscode from 'vscode';

/** The same picture for the same stage of questions and snippets. */
export function stateIcon(state: string): vscode.ThemeIcon {
  const [icon, color] = icons.get(state) ?? newIcon;
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}

type Icon = readonly [icon: string, color: string];

const newIcon: Icon = ['circle-large-outline', 'descriptionForeground'];
const begunIcon: Icon = ['color-mode', 'charts.blue'];
const finishedIcon: Icon = ['pass-filled', 'charts.green'];

const icons: ReadonlyMap<string, Icon> = new Map([
  ['new', newIcon],
  ['started', begunIcon],
  ['tried', begunIcon],
  ['done', finishedIcon],
  ['solved', finishedIcon],
]);
