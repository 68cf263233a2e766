import { html, nothing } from 'lit';
import type { FinishedRun, PageSetting } from '../../shared/predict.ts';
import type { PredictTexts } from '../../shared/predict-texts.ts';
import { count, fill } from '../../shared/fill.ts';
import { lineView } from '../common/line-view.ts';
import type { PageContext } from './page.ts';
import { button, icon } from '../common/parts.ts';
import { reasonView } from './why-view.ts';
import type { Why } from './why-view.ts';

/** What the program printed, in a box that scrolls. */
export function outputView(run: FinishedRun, why: Why | undefined, page: PageContext): unknown {
  const { texts } = page;
  if (run.lines.length === 0) return nothing;
  return html`<div class="output" tabindex="0" role="region" aria-label=${texts.output}>
      <ol>
        ${run.lines.map(
          (line, index) =>
            html`<li>
              ${reasonView(why, index, page)}
              <div class="printed">${lineView(line, texts)}</div>
            </li>`,
        )}
      </ol>
    </div>
    ${hiddenLines(run, texts)}`;
}

export function hiddenLines(run: FinishedRun, texts: PredictTexts): unknown {
  const hidden = run.lineCount - run.lines.length;
  if (hidden <= 0) return nothing;
  return html`<p class="aside">${count(texts.linesHiddenOne, texts.linesHidden, hidden)}</p>`;
}

/** What the run that explains has to do with the one that is judged, where they are not alike. */
export function recordedView({ recordedLines, once }: FinishedRun, page: PageContext): unknown {
  const { texts } = page;
  if (once) return html`<p class="aside recorded">${texts.ranOnce}</p>`;
  if (!recordedLines) return nothing;
  return html`<div class="recorded">
    <p class="aside">${texts.recordedOther}</p>
    <div class="output" tabindex="0" role="region" aria-label=${texts.recordedOutput}>
      <ol>
        ${recordedLines.map((line) => html`<li><div class="printed">${lineView(line, texts)}</div></li>`)}
      </ol>
    </div>
  </div>`;
}

/** Why the program was ended, and the setting that decides it. */
export function limitView(run: FinishedRun, page: PageContext): unknown {
  const { texts } = page;
  const { seconds, megabytes, lines } = run.limits;
  const reasons: Partial<Record<FinishedRun['ended'], [string, PageSetting | undefined]>> = {
    time: [fill(run.waitedForInput ? texts.endedInput : texts.endedTime, seconds), 'run.timeLimit'],
    lines: [fill(texts.endedLines, lines), 'run.lineLimit'],
    bytes: [texts.endedBytes, undefined],
    memory: [fill(texts.endedMemory, megabytes), 'run.memoryLimit'],
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
              ${button(texts.changeLimit, {
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
  const { texts } = page;
  const { line } = error;
  const missing = /^Cannot find (module|package)/.test(error.message);
  const denied = error.message.startsWith('Access to this API has been restricted');
  if (line === undefined && !missing && !denied) return nothing;
  return html`<div class="error-place">
    ${
      line === undefined
        ? nothing
        : html`<p>
            ${error.syntax ? nothing : fill(texts.errorAtLine, line)}
            <button type="button" class="link" @click=${() => page.showLine(line)}>
              ${fill(texts.showLine, line)}
            </button>
          </p>`
    }
    ${missing ? html`<p>${inPlace ? texts.missingInPlace : texts.missingModule}</p>` : nothing}
    ${denied ? html`<p>${texts.deniedAccess}</p>` : nothing}
  </div>`;
}

/** Where the result comes from: nothing here is simulated. */
export function runtimeView(run: FinishedRun, { texts }: PageContext): unknown {
  const { version, path, origin } = run.node;
  const ended =
    run.signal !== null
      ? fill(texts.ranSignal, run.signal)
      : run.exitCode === null
        ? ''
        : fill(texts.ranExit, run.exitCode);
  const ms = Math.round(run.durationMs);
  return html`<footer class="runtime">
    <span title=${path}>${fill(texts.ranOn, version, texts.origins[origin], ms)}</span>
    ${ended ? html`<span>${ended}</span>` : nothing}
  </footer>`;
}
