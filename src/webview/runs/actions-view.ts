import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PageSetting, RunsMode, RunsReport, RunsStatus } from '../../shared/runs.ts';
import { button } from '../common/parts.ts';
import type { PageContext } from './page.ts';

/** What can be done now: while it runs, only to end it. */
export function actionsView(status: RunsStatus, page: PageContext): TemplateResult {
  const { ask, start } = page;
  if (status.kind === 'running') {
    return html`<div class="actions">
      ${button(l10n.t('Cancel'), {
        id: 'cancel',
        icon: 'debug-stop',
        press: () => ask({ kind: 'cancel' }),
      })}
    </div>`;
  }
  const mode = status.kind === 'finished' ? status.report.kind : status.mode;
  const limit = status.kind === 'finished' ? limitOf(status.report) : undefined;
  return html`${countView(page)}
    <div class="actions">
      ${(mode === 'many' ? modes : modes.toReversed()).map((each) =>
        button(
          each === 'many' ? l10n.t('Run {0} Times', page.count) : l10n.t('Run on Every Node.js'),
          {
            icon: each === 'many' ? 'graph' : 'versions',
            look: each === mode ? 'primary' : 'secondary',
            press: () => start(each),
          },
        ),
      )}
      ${button(l10n.t('Predict It'), { icon: 'symbol-event', press: () => ask({ kind: 'predict' }) })}
      ${
        limit === undefined
          ? nothing
          : button(l10n.t('Change This Limit'), {
              icon: 'settings-gear',
              press: () => ask({ kind: 'openSetting', setting: limit }),
            })
      }
      ${button(l10n.t('Select Node.js…'), {
        icon: 'server-environment',
        look: 'quiet',
        press: () => ask({ kind: 'selectRuntime' }),
      })}
    </div>`;
}

const modes: readonly RunsMode[] = ['many', 'everywhere'];

/** How often the next series of many runs runs. */
function countView({ counts, count, choose }: PageContext): TemplateResult {
  return html`<fieldset class="radios counts">
    <legend>${l10n.t('Runs')}</legend>
    ${counts.map(
      (each) =>
        html`<label
          ><input
            type="radio"
            name="count"
            .checked=${each === count}
            @change=${() => choose(each)}
          /><span>${each}</span></label
        >`,
    )}
  </fieldset>`;
}

/** The setting of the limit that ended runs, if one did. */
function limitOf(report: RunsReport): PageSetting | undefined {
  const outputs = report.kind === 'many' ? report.orders : report.outputs;
  const cut = outputs.find((output) => output.cut !== undefined)?.cut;
  if (cut === undefined || cut === 'bytes') return undefined;
  return ({ time: 'run.timeLimit', lines: 'run.lineLimit', memory: 'run.memoryLimit' } as const)[
    cut
  ];
}
