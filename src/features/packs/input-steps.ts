import * as vscode from 'vscode';

export type Answers = Readonly<Record<string, string>>;

/** One step of an input of several: a text to enter, or something to pick. */
export type InputStep = TextStep | PickStep;

interface TextStep {
  readonly kind: 'text';
  /** The answer is kept under it. */
  readonly id: string;
  readonly prompt: string;
  /** An example of what to enter. */
  readonly example: string;
  /** What the answers before lead one to expect. */
  readonly suggest?: (answers: Answers) => string;
  /** Why a text can't be taken, with an example of one that can. */
  readonly complain: (text: string, answers: Answers) => Promise<string | undefined>;
}

interface PickStep {
  readonly kind: 'pick';
  readonly id: string;
  readonly prompt: string;
  readonly items: readonly (vscode.QuickPickItem & { readonly value: string })[];
}

/**
 * Asks for one thing after the other, with the number of each step and a way back to the one before.
 * @returns undefined when the user leaves
 */
export async function askSteps(
  title: string,
  steps: readonly InputStep[],
): Promise<Answers | undefined> {
  const answers: Record<string, string> = {};
  for (let at = 0; at < steps.length; ) {
    const step = steps[at];
    if (!step) break;
    const place = { title, step: at + 1, totalSteps: steps.length };
    const answer =
      step.kind === 'text'
        ? await askText(step, place, answers)
        : await askPick(step, place, answers[step.id]);
    if (answer === undefined) return undefined;
    if (answer === back) at -= 1;
    else {
      answers[step.id] = answer;
      at += 1;
    }
  }
  return answers;
}

const back = Symbol('back');
type StepAnswer = string | typeof back | undefined;

interface StepPosition {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

function askText(step: TextStep, place: StepPosition, answers: Answers): Promise<StepAnswer> {
  const box = vscode.window.createInputBox();
  Object.assign(box, { prompt: step.prompt, placeholder: step.example });
  box.value = answers[step.id] ?? step.suggest?.(answers) ?? '';
  const complain = async (): Promise<boolean> => {
    const text = box.value;
    const complaint = await step.complain(text.trim(), answers);
    if (text === box.value) box.validationMessage = complaint;
    return complaint !== undefined;
  };
  return ask(box, place, async () => {
    const text = box.value.trim();
    return (await complain()) ? undefined : text;
  }, box.onDidChangeValue(() => void complain()));
}

function askPick(step: PickStep, place: StepPosition, before: string | undefined): Promise<StepAnswer> {
  const pick = vscode.window.createQuickPick<PickStep['items'][number]>();
  pick.placeholder = step.prompt;
  pick.items = step.items;
  const same = step.items.find(({ value }) => value === before);
  if (same) pick.activeItems = [same];
  return ask(pick, place, () => Promise.resolve(pick.selectedItems[0]?.value));
}

/** @param accepted the answer, or undefined while it can't be taken */
function ask(
  input: vscode.InputBox | vscode.QuickPick<PickStep['items'][number]>,
  { title, step, totalSteps }: StepPosition,
  accepted: () => Promise<string | undefined>,
  ...listeners: readonly vscode.Disposable[]
): Promise<StepAnswer> {
  Object.assign(input, { title, step, totalSteps, ignoreFocusOut: true });
  input.buttons = step > 1 ? [vscode.QuickInputButtons.Back] : [];
  return new Promise((resolve) => {
    const end = (answer: StepAnswer): void => {
      resolve(answer);
      input.dispose();
      vscode.Disposable.from(...listeners).dispose();
    };
    input.onDidAccept(async () => {
      const answer = await accepted();
      if (answer !== undefined) end(answer);
    });
    input.onDidTriggerButton(() => end(back));
    input.onDidHide(() => end(undefined));
    input.show();
  });
}
