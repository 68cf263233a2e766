import * as vscode from 'vscode';
import type { LoopwiseApi, RunOptions } from '../../../docs/loopwise-api.d.ts';
import { betweenCallbacks } from '../../explain/separate-callbacks.ts';
import { parseDisplayText } from '../../order/line-text.ts';
import { orderLines } from '../../order/order-lines.ts';
import { readPrediction } from '../../order/read-prediction.ts';
import type { Limits, RunRequest } from '../../runner/model.ts';
import type { Services } from '../services/services.ts';
import { runLimits } from '../settings/run-limits.ts';
import { settingBounds } from '../settings/setting-bounds.ts';
import { explainWrong } from '../subject/explain-wrong.ts';
import { recordPrediction } from '../subject/record-prediction.ts';
import { runAndRecord } from '../subject/run-and-record.ts';
import { runRequest } from '../subject/run-request.ts';
import { expectation, seenKey } from '../subject/subject.ts';
import { verdictOf } from '../subject/verdict-of.ts';
import { inTimeOr } from '../threads/work.ts';
import { asApiError, cancelled } from './api-error.ts';
import { subjectOf } from './find-subject.ts';
import { notKnownOfRun, notKnownOfVerdict } from './not-known.ts';
import { readOptions, readPredicted, readProgram } from './read-arguments.ts';
import { explainedReport, reportOf, verdictReport, wrongPairReport } from './report.ts';
import { createSemaphore } from './semaphore.ts';

/** Programs that run at the same time, whatever other extensions ask for. */
const mostAtOnce = 2;

export function createApi(
  services: Pick<Services, 'bank' | 'progress' | 'runner' | 'seenOutputs' | 'work'>,
  isTrusted = () => vscode.workspace.isTrusted,
): Omit<LoopwiseApi, 'version'> {
  const { progress, runner, seenOutputs, work } = services;
  const semaphore = createSemaphore(mostAtOnce);

  /** @throws ApiError and nothing else */
  async function doing<Result>(
    options: RunOptions,
    what: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    const { signal, token } = options;
    const listener = token?.onCancellationRequested(abort);
    signal?.addEventListener('abort', abort);
    if (signal?.aborted === true || token?.isCancellationRequested === true) abort();
    const isAborted = (): boolean => controller.signal.aborted;
    try {
      return await semaphore.run(controller.signal, async () => {
        if (isAborted()) throw cancelled();
        return await what(controller.signal);
      });
    } catch (error) {
      throw isAborted() ? cancelled() : asApiError(error);
    } finally {
      listener?.dispose();
      signal?.removeEventListener('abort', abort);
    }
  }

  return {
    async run(program, given) {
      const [named, options] = [readProgram(program), readOptions(given)];
      return doing(options, async (signal) => {
        const subject = await subjectOf(named, services, isTrusted());
        const request = { ...runRequest(subject, signal), trace: false };
        return reportOf(await runner.run(limited(request, options)));
      });
    },

    async explain(program, given) {
      const [named, options] = [readProgram(program), readOptions(given)];
      return doing(options, async (signal) => {
        const subject = await subjectOf(named, services, isTrusted());
        const result = await runner.run(limited(runRequest(subject, signal), options));
        const { trace } = result;
        const expect = expectation(subject, result.runtime.version);
        const explained =
          trace &&
          (await inTimeOr(
            work.do('explainRun', trace, expect === undefined ? {} : { expect }),
            undefined,
          ));
        const pairs = trace && explained ? betweenCallbacks(trace, explained.pairs) : [];
        return explainedReport(result, pairs, notKnownOfRun(result, pairs));
      });
    },

    async predict(program, prediction, given) {
      const [named, predicted, options] = [
        readProgram(program),
        readPredicted(prediction),
        readOptions(given),
      ];
      return doing(options, async (signal) => {
        const subject = await subjectOf(named, services, isTrusted());
        const { judged, recorded } = await runAndRecord(
          subject,
          { run: (request) => runner.run(limited(request, options)), work },
          signal,
        );
        const run = reportOf(judged);
        const key = seenKey(subject, judged.runtime);
        const seen = seenOutputs.of(key);
        if (judged.trace === undefined && judged.ended === 'exit') {
          seenOutputs.add(key, judged.lines);
        }
        const expect = expectation(subject, judged.runtime.version);
        const lines = readPrediction(predicted, {
          actual: judged.lines,
          ...(expect !== undefined && { expected: orderLines(expect) }),
        });
        const trace = recorded?.trace;
        const by = {
          ...{ actual: judged.lines, truncated: judged.ended !== 'exit', expect, seen },
          ...(trace && { recorded: { lines: recorded.lines, trace } }),
        };
        const verdict = await verdictOf(subject, by, lines, work);
        const wrong =
          trace && verdict.kind === 'wrong'
            ? await explainWrong(
                trace,
                { lines: lines.map(parseDisplayText), at: verdict.at, expect },
                work,
              )
            : undefined;
        const wrongPair = trace && wrong && wrongPairReport(trace, wrong);
        if (subject.kind === 'snippet' && given?.record === true) {
          const kept = {
            ...({ verdict: verdict.kind, mode: 'typed', prediction: predicted } as const),
            node: judged.runtime.version,
          };
          await recordPrediction(progress, subject.snippet.id, kept, wrong);
        }
        return {
          verdict: verdictReport(verdict),
          run,
          ...(wrongPair && { wrongPair }),
          notKnown: notKnownOfVerdict(verdict),
        };
      });
    },
  };
}

/** Callers lower the user's limits, down to the least that the settings allow, and never raise them. */
function limited<Request extends RunRequest>(request: Request, { limits }: RunOptions): Request {
  if (!limits) return request;
  const { seconds, megabytes, lines } = runLimits();
  const { time = Infinity, memory = Infinity, lines: most = Infinity } = limits;
  const lowered: Partial<Limits> = {
    timeMs: Math.min(seconds * 1000, time),
    memoryMb: Math.min(megabytes, Math.max(memory, settingBounds['run.memoryLimit'].minimum)),
    lines: Math.min(lines, most),
  };
  return { ...request, limits: lowered };
}
