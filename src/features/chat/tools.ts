import * as vscode from 'vscode';
import type { LoopwiseApi } from '../../../docs/loopwise-api.d.ts';
import type { Services } from '../services/services.ts';
import { asData } from './as-data.ts';
import { confirmRun } from './confirmation.ts';
import { factsOfPrediction, factsOfRun } from './facts.ts';
import type { BankSearch } from './search-bank.ts';
import { programOf } from './tool-input.ts';
import type { PredictInput, ProgramInput, SearchInput } from './tool-input.ts';

type Tool<Input> = Required<Pick<vscode.LanguageModelTool<Input>, 'invoke' | 'prepareInvocation'>>;

/** The tools that language models are offered. Each runs within the limits and the trust that the API keeps to. */
export interface Tools {
  readonly explainOrder: Tool<ProgramInput>;
  readonly predict: Tool<PredictInput>;
  readonly searchBank: Tool<SearchInput>;
}

export function createTools(
  services: Pick<Services, 'bank'>,
  api: LoopwiseApi,
  search: BankSearch,
): Tools {
  return {
    explainOrder: {
      prepareInvocation: ({ input }) => confirmRun(input, services),
      async invoke({ input }, token) {
        return result(factsOfRun(await api.explain(programOf(input), { token })));
      },
    },
    predict: {
      prepareInvocation: ({ input }) => confirmRun(input, services),
      async invoke({ input }, token) {
        // Nobody can tell here whether the user predicted it or the model: it does not count as progress.
        const judged = await api.predict(programOf(input), input.prediction, { token });
        return result(factsOfPrediction(judged, input.prediction));
      },
    },
    searchBank: {
      prepareInvocation: () => ({
        invocationMessage: vscode.l10n.t('Searching the questions of Loopwise'),
      }),
      async invoke({ input }) {
        return result(await search.find(input.query));
      },
    },
  };
}

const result = (facts: object): vscode.LanguageModelToolResult =>
  new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(asData(facts))]);
