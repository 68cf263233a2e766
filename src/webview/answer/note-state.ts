import type { NoteDraft } from '../../shared/answer.ts';
import { noteLimit } from '../../shared/limits.ts';

/** The note as the log has it, and what is being written. */
export interface NoteState {
  readonly saved: string;
  /** Missing while the note is only shown. */
  readonly draft?: NoteDraft;
  /** Whether the writer is asked before what was written is dropped. */
  readonly asking: boolean;
  readonly saving: boolean;
}

export type NoteEvent =
  /** What the log has, from this window or another one. */
  | { readonly kind: 'told'; readonly text: string }
  | { readonly kind: 'edit' }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'keep' }
  | { readonly kind: 'discard' }
  /** Takes the other note in below one's own. */
  | { readonly kind: 'append' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed' };

export function startNote(saved: string, draft: NoteDraft | undefined): NoteState {
  const state = { saved, asking: false, saving: false };
  return draft && draft.text !== saved ? { ...state, draft } : state;
}

export function reduceNote(state: NoteState, event: NoteEvent): NoteState {
  const { saved, draft } = state;
  switch (event.kind) {
    case 'told':
      return { ...state, saved: event.text };
    case 'edit':
      return draft ? state : { ...state, draft: { text: saved, base: saved } };
    case 'type':
      return draft && !state.saving
        ? { ...state, draft: { ...draft, text: event.text }, asking: false }
        : state;
    case 'cancel':
      if (!draft || state.saving) return state;
      return isChanged(state) ? { ...state, asking: true } : shown(saved);
    case 'keep':
      return { ...state, asking: false };
    case 'discard':
      return shown(saved);
    case 'append': {
      if (!draft) return state;
      const text = [draft.text.trimEnd(), saved].filter((part) => part !== '').join('\n\n');
      return { ...state, draft: { text, base: saved } };
    }
    case 'saving':
      return canSave(state) ? { ...state, saving: true, asking: false } : state;
    case 'saved':
      return draft && state.saving ? shown(draft.text.trim() === '' ? '' : draft.text) : state;
    case 'failed':
      return { ...state, saving: false };
  }
}

/** The log got another note since the writing began, and it is not the one that was written. */
export function inConflict({ saved, draft, saving }: NoteState): boolean {
  return draft !== undefined && !saving && saved !== draft.base && saved !== draft.text;
}

/** Whether there is something to lose. */
export function isChanged({ saved, draft }: NoteState): boolean {
  return draft !== undefined && draft.text !== draft.base && draft.text !== saved;
}

export function isTooLong({ draft }: NoteState): boolean {
  return draft !== undefined && draft.text.length > noteLimit;
}

export function canSave(state: NoteState): boolean {
  return state.draft !== undefined && !state.saving && !isTooLong(state);
}

const shown = (saved: string): NoteState => ({ saved, asking: false, saving: false });
