import * as l10n from '@vscode/l10n';
import type { AnswerData, AnswerMessage } from '../../shared/answer.ts';
import { noteLimit } from '../../shared/limits.ts';
import { checkKeys } from '../common/check-keys.ts';
import { canSave, inConflict, isTooLong, reduceNote, startNote } from './note-state.ts';
import type { NoteEvent, NoteState } from './note-state.ts';
import type { AnswerPageContext } from './page.ts';
import { showText } from './show-text.ts';

type NoteMessage = Extract<AnswerMessage, { kind: 'note' }>;

export interface NotePart {
  show(message: NoteMessage): void;
}

/** The reader's note: shown, or written in a form; the host keeps what is being written. */
export function createNote(
  { note, draft }: AnswerData,
  page: AnswerPageContext,
): NotePart | undefined {
  const form = document.getElementById('note-form');
  if (!form) return undefined;
  const input = part('note-input') as HTMLTextAreaElement;
  let state = startNote(note, draft);
  /** The text whose HTML is on the page; that of the document has not been put into all places. */
  let rendered: string | undefined;

  const send = (event: NoteEvent): void => {
    const before = state;
    state = reduceNote(state, event);
    if (state.draft !== before.draft) keepDraft();
    draw();
    placeFocus(before, event);
  };

  function keepDraft(): void {
    const { draft: written } = state;
    page.ask({ kind: 'draft', ...(written && { draft: written }) }).catch(() => undefined);
  }

  function draw(): void {
    const writing = state.draft !== undefined;
    part('note-shown').hidden = writing;
    part('note-form').hidden = !writing;
    part('note-text').hidden = state.saved === '';
    part('note-empty').hidden = state.saved !== '';
    showText(part('note-edit'), state.saved === '' ? 'write' : 'edit');
    if (!state.draft) return;
    if (input.value !== state.draft.text) input.value = state.draft.text;
    input.readOnly = state.saving;
    drawConflict();
    const tooLong = isTooLong(state);
    input.setAttribute('aria-invalid', String(tooLong));
    setText(
      'note-problem',
      tooLong
        ? l10n.t(
            'Notes are limited to {1} characters, and this one has {0}. Shorten it to save it.',
            state.draft.text.length.toLocaleString(),
            noteLimit.toLocaleString(),
          )
        : '',
    );
    (part('note-save') as HTMLButtonElement).disabled = !canSave(state);
    part('note-actions').hidden = state.asking;
    part('note-ask').hidden = !state.asking;
  }

  function drawConflict(): void {
    const conflict = inConflict(state);
    const text = part('note-conflict-text');
    part('note-conflict').hidden = !conflict;
    const { changed = '', removed = '' } = text.dataset;
    // Said aloud when it changes, so only then.
    setText('note-conflict-text', conflict ? (state.saved === '' ? removed : changed) : '');
    part('note-append').hidden = state.saved === '';
    showText(part('note-save'), conflict ? 'mine' : 'save');
  }

  function placeFocus(before: NoteState, { kind }: NoteEvent): void {
    if (kind === 'edit' || kind === 'keep' || kind === 'append') {
      input.focus();
      input.setSelectionRange(input.value.length, input.value.length);
    } else if (kind === 'cancel' && state.asking) {
      part('note-keep').focus();
    } else if (before.draft && !state.draft && kind !== 'told') {
      part('note-edit').focus();
    }
  }

  function save(): void {
    if (!state.draft || !canSave(state)) return;
    const { text } = state.draft;
    const base = state.saved;
    send({ kind: 'saving' });
    page.ask({ kind: 'note', text, base }).then(
      () => {
        send({ kind: 'saved' });
        page.announce(l10n.t('Note saved'));
      },
      () => send({ kind: 'failed' }),
    );
  }

  on('note-edit', () => send({ kind: 'edit' }));
  on('note-save', save);
  on('note-cancel', () => send({ kind: 'cancel' }));
  on('note-append', () => send({ kind: 'append' }));
  on('note-keep', () => send({ kind: 'keep' }));
  on('note-discard', () => send({ kind: 'discard' }));
  input.addEventListener('input', () => send({ kind: 'type', text: input.value }));
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    else if (event.key === 'Escape' && !event.isComposing)
      send({ kind: state.asking ? 'keep' : 'cancel' });
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  setText('note-keys', checkKeys());
  draw();

  return {
    show({ text, html }) {
      if (text !== rendered) {
        rendered = text;
        // The host made it from escaped text.
        for (const id of ['note-text', 'note-theirs']) part(id).innerHTML = html;
      }
      send({ kind: 'told', text });
    },
  };
}

function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no ${id}.`);
  return element;
}

function on(id: string, press: () => void): void {
  part(id).addEventListener('click', press);
}

function setText(id: string, text: string): void {
  const element = part(id);
  if (element.textContent !== text) element.textContent = text;
}
