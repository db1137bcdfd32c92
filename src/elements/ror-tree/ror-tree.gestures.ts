import type { Arbre } from '../../engine/arborescence/arbre.ts';
import { targetOf } from '../../engine/arborescence/moves.ts';
import { typeAheadTarget } from '../../engine/arborescence/type-ahead.ts';
import type { Cle, Ligne, LigneNoeud } from '../../engine/arborescence/rows.ts';
import type { RowActions } from './ror-tree.actions.ts';
import { intentionOf } from './ror-tree.keys.ts';
import type { NoeudArbre } from './types.ts';

/** Letters typed within this time make one word. */
const TYPING_MS = 800;

/** What gestures lead to. */
interface Acts {
  readonly arbre: () => Arbre<NoeudArbre>;
  readonly active: () => Cle | undefined;
  readonly move: (to: Cle) => void;
  readonly toggle: (row: LigneNoeud<NoeudArbre>) => void;
  readonly choose: (row: Ligne<NoeudArbre>) => void;
  readonly openSiblings: (row: Ligne<NoeudArbre>) => void;
}

/** Mouse, touch and keys on the rows of a tree. */
export class Gestures {
  readonly #host: HTMLElement;
  readonly #actions: RowActions;
  readonly #acts: Acts;
  #typed = { text: '', at: 0 };

  constructor(host: HTMLElement, actions: RowActions, acts: Acts) {
    this.#host = host;
    this.#actions = actions;
    this.#acts = acts;
  }

  rowOf(event: Event): Ligne<NoeudArbre> | undefined {
    const cle = (event.target as Element).closest<HTMLElement>('[data-cle]')?.dataset['cle'];
    const arbre = this.#acts.arbre();
    return cle === undefined ? undefined : arbre.row(arbre.indexOf(cle));
  }

  readonly onClick = (event: MouseEvent): void => {
    const row = this.rowOf(event);
    if (!row) return;
    this.#acts.move(row.cle);
    const pressed = (event.target as Element).closest<HTMLElement>('[data-do]');
    if (row.kind === 'suite' || !pressed) this.#acts.choose(row);
    else if (pressed.dataset['do'] === 'toggle') this.#acts.toggle(row);
    else this.#actions.press(event, row, pressed);
  };

  readonly onContextMenu = (event: MouseEvent): void => {
    const row = this.rowOf(event);
    if (row?.kind !== 'noeud' || !row.noeud.actions?.length) return;
    event.preventDefault();
    this.#acts.move(row.cle);
    this.#actions.open(row, new DOMRect(event.clientX, event.clientY));
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    const row = this.rowOf(event);
    const intention = row && intentionOf(event, this.#host.matches(':dir(rtl)'), event.timeStamp - this.#typed.at < TYPING_MS);
    if (!row || !intention) return;
    event.preventDefault();
    const noeud = row.kind === 'noeud' ? row : undefined;
    switch (intention.kind) {
      case 'move': return this.#go(row, intention.mouvement);
      case 'in': return noeud?.state === 'collapsed' ? this.#acts.toggle(noeud) : this.#go(row, 'premier-enfant');
      case 'out': return noeud?.state === 'expanded' ? this.#acts.toggle(noeud) : this.#go(row, 'parent');
      case 'choose': return this.#acts.choose(row);
      case 'open-siblings': return this.#acts.openSiblings(row);
      case 'menu': return noeud && this.#actions.open(noeud, (event.target as Element).querySelector('[data-do="menu"]') ?? (event.target as Element));
      case 'type': return this.#type(intention.letter, event.timeStamp);
    }
  };

  #go(row: Ligne<NoeudArbre>, mouvement: Parameters<typeof targetOf>[2]): void {
    this.#to(targetOf(this.#acts.arbre(), row.cle, mouvement));
  }

  #type(letter: string, at: number): void {
    this.#typed = { text: at - this.#typed.at < TYPING_MS ? this.#typed.text + letter : letter, at };
    this.#to(typeAheadTarget(this.#acts.arbre(), this.#acts.active(), this.#typed.text));
  }

  #to(cle: Cle | undefined): void {
    if (cle !== undefined) this.#acts.move(cle);
  }
}
