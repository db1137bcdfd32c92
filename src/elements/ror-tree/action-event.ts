import type { NoeudArbre } from './types.ts';

interface ActionDetail {
  readonly id: string;
  /** Identifier of the action chosen. */
  readonly action: string;
  readonly noeud: NoeudArbre;
}

/**
 * The person chose an entry of the action menu of a row. The tree itself does nothing more, but for the favourites of
 * the répertoire (`ajouter-favori`, `retirer-favori`): cancel the event to keep them yourself.
 */
export class RorNodeActionEvent extends CustomEvent<ActionDetail> {
  constructor(noeud: NoeudArbre, action: string) {
    super('ror-node-action', { detail: Object.freeze({ id: noeud.id, action, noeud }), bubbles: true, composed: true, cancelable: true });
  }
}
