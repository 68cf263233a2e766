import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { FinishedRun, PageSetting } from '../../shared/predict.ts';
import { count, fill } from '../../shared/fill.ts';
import { lineView } from '../common/line-view.ts';
import type { PageContext } from './page.ts';
import { originName } from '../common/origin-name.ts';
import { button, icon } from '../common/parts.ts';
import { reasonView } from './why-view.ts';
import type { Why } from './why-view.ts';

/** What the program printed, in a box that scrolls. */
export function outputView(run: FinishedRun, why: Why | undefined, page: PageContext): unknown {
  if (run.lines.length === 0) return nothing;
  return html`<div
      class="output"
      tabindex="0"
      role="region"
      aria-label=${l10n.t('What this run printed')}
    >
      <ol>
        ${run.lines.map(
          (line, index) =>
            html`<li>
              ${reasonView(why, index, page)}
              <div class="printed">${lineView(line)}</div>
            </li>`,
        )}
      </ol>
    </div>
    ${hiddenLines(run)}`;
}

export function hiddenLines(run: FinishedRun): unknown {
  const hidden = run.lineCount - run.lines.length;
  if (hidden <= 0) return nothing;
  return html`<p class="aside">
    ${count(l10n.t('One more line is not shown.'), l10n.t('{0} more lines are not shown.'), hidden)}
  </p>`;
}

/** What the run that explains has to do with the one that is judged, where they are not alike. */
export function recordedView({ recordedLines, once }: FinishedRun): unknown {
  if (once)
    return html`<p class="aside recorded">
      ${l10n.t('This code may reach outside itself, for example to files or standard input, so it ran only once, while being recorded. Recording can change how a race turns out, or values such as async IDs.')}
    </p>`;
  if (!recordedLines) return nothing;
  return html`<div class="recorded">
    <p class="aside">
      ${l10n.t('The recorded run printed something else, shown here. Recording takes time and can change how a race turns out, or values such as async IDs. The timeline and its reasons belong to that run.')}
    </p>
    <div
      class="output"
      tabindex="0"
      role="region"
      aria-label=${l10n.t('What the recorded run printed')}
    >
      <ol>
        ${recordedLines.map((line) => html`<li><div class="printed">${lineView(line)}</div></li>`)}
      </ol>
    </div>
  </div>`;
}

/** Why the program was ended, and the setting that decides it. */
export function limitView(run: FinishedRun, page: PageContext): unknown {
  const { seconds, megabytes, lines } = run.limits;
  const reasons: Partial<Record<FinishedRun['ended'], [string, PageSetting | undefined]>> = {
    time: [
      fill(
        run.waitedForInput
          ? l10n.t(
              'The snippet waited for input, and none is available here, so it was stopped after {0} seconds.',
            )
          : l10n.t(
              'The snippet was still running after {0} seconds, so it was stopped. Below is what it printed until then.',
            ),
        seconds,
      ),
      'run.timeLimit',
    ],
    lines: [
      l10n.t('The snippet printed more than {0} lines, so it was stopped.', lines),
      'run.lineLimit',
    ],
    bytes: [l10n.t('The snippet printed more than 1 MB, so it was stopped.'), undefined],
    memory: [
      l10n.t('The snippet used more than {0} MB of memory, so it was stopped.', megabytes),
      'run.memoryLimit',
    ],
  };
  const reason = reasons[run.ended];
  if (!reason) return nothing;
  const [text, setting] = reason;
  return html`<div class="callout warning notice">
    ${icon('watch')}
    <div>
      <p>${text}</p>
      ${
        setting
          ? html`<div class="actions">
              ${button(l10n.t('Change This Limit'), {
                icon: 'settings-gear',
                press: () => page.openSetting(setting),
              })}
            </div>`
          : nothing
      }
    </div>
  </div>`;
}

/** The error that ended the program, with the way to its line. */
export function errorView({ error, inPlace }: FinishedRun, page: PageContext): unknown {
  if (!error) return nothing;
  const { line } = error;
  const missing = /^Cannot find (module|package)/.test(error.message);
  const denied = error.message.startsWith('Access to this API has been restricted');
  if (line === undefined && !missing && !denied) return nothing;
  return html`<div class="error-place">
    ${
      line === undefined
        ? nothing
        : html`<p>
            ${error.syntax ? nothing : l10n.t('The error originates on line {0}.', line)}
            <button type="button" class="link" @click=${() => page.showLine(line)}>
              ${l10n.t('Show line {0} in the code', line)}
            </button>
          </p>`
    }
    ${missing ? html`<p>${inPlace ? l10n.t('The file runs where it is, so Node.js looked for this beside it and in the node_modules folders above.') : l10n.t('The code runs as a single file in an empty folder. Save it as a file of your project to use the files and packages there.')}</p>` : nothing}
    ${denied ? html`<p>${l10n.t('This snippet may do only what it declares under "permissions", and this isn\'t included.')}</p>` : nothing}
  </div>`;
}

/** Where the result comes from: nothing here is simulated. */
export function runtimeView(run: FinishedRun): unknown {
  const { version, path, origin } = run.node;
  const ended =
    run.signal !== null
      ? l10n.t('ended by {0}', run.signal)
      : run.exitCode === null
        ? ''
        : l10n.t('exit code {0}', run.exitCode);
  const ms = Math.round(run.durationMs);
  return html`<footer class="runtime">
    <span title=${path}
      >${l10n.t('Ran on Node.js {0} ({1}) in {2} ms', version, originName(origin), ms)}</span
    >
    ${ended ? html`<span>${ended}</span>` : nothing}
  </footer>`;
}
