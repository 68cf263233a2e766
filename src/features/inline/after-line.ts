import * as vscode from 'vscode';

/**
 * How text behind a line looks: in the color `loopwise.inline.<name>`, away from the code, and without
 * growing when somebody types at its edge.
 */
export function afterLine(
  name: string,
  more: vscode.ThemableDecorationAttachmentRenderOptions = {},
): vscode.DecorationRenderOptions {
  const color = new vscode.ThemeColor(`loopwise.inline.${name}`);
  return {
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    after: { color, margin: '0 0 0 3ch', ...more },
  };
}
