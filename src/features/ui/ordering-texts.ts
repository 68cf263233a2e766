import { l10n } from 'vscode';
import type { OrderingTexts } from '../../shared/ordering-texts.ts';
import { lineTexts } from './texts.ts';

/** The words of the lists in which lines are put in order, in the user's language. */
export function orderingTexts(): OrderingTexts {
  return {
    ...lineTexts(),
    modeLegend: l10n.t('How to predict'),
    modeCards: l10n.t('Order lines'),
    modeTyped: l10n.t('Type lines'),
    poolHeading: l10n.t('Lines'),
    orderHeading: l10n.t('Your order'),
    orderEmpty: l10n.t('Click a line above, or drag it here.'),
    orderKeys: l10n.t('Drag to move, or press Alt+Up and Alt+Down. Delete removes a line.'),
    mayLeaveOut: l10n.t('Some lines may be left over.'),
    clear: l10n.t('Clear'),
    cardAdd: l10n.t('Add to your order'),
    cardPlace: l10n.t('position {0} of {1}'),
    cardUp: l10n.t('Move {0} up'),
    cardDown: l10n.t('Move {0} down'),
    cardRemove: l10n.t('Remove {0}'),
    typedLabel: l10n.t('Your prediction, one line for each printed line'),
    check: l10n.t('Check Prediction'),
    markFirstWrong: l10n.t('first wrong line'),
    saidPlaced: l10n.t('{0} added at position {1} of {2}'),
    saidMoved: l10n.t('{0} moved to position {1} of {2}'),
    saidRemoved: l10n.t('Removed {0}, {1} remaining'),
    saidCleared: l10n.t('Your order is empty'),
    saidUnmatchedOne: l10n.t('One typed line has no card. It is kept under "Type lines".'),
    saidUnmatched: l10n.t('{0} typed lines have no card. They are kept under "Type lines".'),
  };
}
