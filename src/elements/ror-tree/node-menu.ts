import { adopt } from '../../ui/adopt.ts';
import { menuStyles } from '../../ui/menu.styles.ts';
import { Menu, type MenuEntry } from '../../ui/menu.ts';
import { RorNodeActionEvent } from './action-event.ts';
import type { Parts } from './ror-tree.actions.ts';
import { short } from './ror-tree.row.ts';
import type { RorTree } from './ror-tree.ts';
import type { NoeudArbre } from './types.ts';

const [AJOUTER, RETIRER] = ['ajouter-favori', 'retirer-favori'];

/** The menu of this tree, with its look; most people who read a tree never open it. */
export class NodeMenu extends Menu {
  readonly #element: RorTree;
  readonly #parts: Parts;

  constructor(element: RorTree, parts: Parts) {
    super(element);
    adopt(element.renderRoot, menuStyles);
    this.#element = element;
    this.#parts = parts;
    element.requestUpdate();
  }

  /** @param returnTo selector of what gets the focus back, when it is not the row. */
  openFor(noeud: NoeudArbre, at: DOMRect, opener: string, returnTo: string | undefined): void {
    const { messages, client, say, tree, row } = this.#parts;
    const ask = (label: string, entries: readonly MenuEntry[], onChoose: (id: string) => void): void => {
      void this.open({ label, entries, opener, at, onChoose, returnTo: () => (returnTo ? this.#element.renderRoot.querySelector<HTMLElement>(returnTo) : row()) });
    };
    ask(messages.current.arbre.actionsDe(short(noeud.nom)), noeud.actions ?? [], (action) => {
      const goesOn = this.#element.dispatchEvent(new RorNodeActionEvent(noeud, action));
      if (!goesOn || (action !== AJOUTER && action !== RETIRER) || tree.source !== 'repertoire') return;
      void import('./favoris.ts').then(({ changeFavori }) => changeFavori({
        host: this.#element, client, noeud, ajouter: action === AJOUTER, messages: messages.current, say,
        revenir: () => { row()?.focus(); },
        choisir: ask,
        remplacer: (suite) => tree.replace(suite), recharger: () => (this.#element.par === 'favoris' ? this.#element.reload() : undefined),
      }));
    });
  }
}
