import type { RorNodeActionEvent } from './action-event.ts';
import type { EtatArbre, NoeudArbre } from './types.ts';

interface SelectionDetail {
  readonly id: string;
  readonly noeud: NoeudArbre;
}

/** The person chose another row. Never fired when the host sets `selection`. */
export class RorSelectionChangeEvent extends CustomEvent<SelectionDetail> {
  constructor(noeud: NoeudArbre) {
    super('ror-selection-change', { detail: Object.freeze({ id: noeud.id, noeud }), bubbles: true, composed: true });
  }
}

interface ToggleDetail {
  readonly id: string;
  /** What the row is about to become. */
  readonly expanded: boolean;
  readonly noeud: NoeudArbre;
}

/** The person is opening or closing a row. Cancelable: the row then stays as it is, and the host may set `expanded` later. */
export class RorNodeToggleEvent extends CustomEvent<ToggleDetail> {
  constructor(noeud: NoeudArbre, expanded: boolean) {
    super('ror-node-toggle', { detail: Object.freeze({ id: noeud.id, expanded, noeud }), bubbles: true, composed: true, cancelable: true });
  }
}

/** The person changed what is open, selected, filtered or searched. Never fired when the host does. */
export class RorEtatChangeEvent extends CustomEvent<{ readonly etat: EtatArbre }> {
  /** @param read reads the state when a listener wants it: a large tree has many open nodes. */
  constructor(read: () => EtatArbre) {
    let etat: EtatArbre | undefined;
    super('ror-etat-change', { detail: Object.freeze({ get etat() { return (etat ??= read()); } }), bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'ror-etat-change': RorEtatChangeEvent;
    'ror-selection-change': RorSelectionChangeEvent;
    'ror-node-toggle': RorNodeToggleEvent;
    'ror-node-action': RorNodeActionEvent;
  }
}
