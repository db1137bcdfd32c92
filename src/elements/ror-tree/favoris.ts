import type { Caller } from '../../controllers/contexts.ts';
import { asFailure } from '../../controllers/failure.ts';
import type { ListeFavoris } from '../../domain/favoris.ts';
import type { Mots } from './words.ts';
import type { MenuEntry } from '../../ui/menu.ts';
import { RorFavorisChangeEvent } from '../ror-favoris/events.ts';
import { reason } from './ror-tree.row.ts';
import type { NoeudArbre } from './types.ts';

interface Demande {
  readonly host: HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };
  readonly client: () => Caller;
  readonly noeud: NoeudArbre;
  readonly ajouter: boolean;
  readonly messages: Mots;
  readonly say: (message: string) => void;
  /** Asks which list, when there is a choice. */
  readonly choisir: (label: string, entries: readonly MenuEntry[], choisie: (id: string) => void) => void;
  /** The node is shown with its new mark. */
  readonly remplacer: (noeud: NoeudArbre) => void;
  readonly recharger: () => Promise<void> | undefined;
  /** Moves the focus back to the row. */
  readonly revenir: () => void;
}

/** Entries that are no list: all of them at once, and one to be made. No list has such an identifier. */
const [TOUTES, NOUVELLE] = ['', ' '];

/** Adds a node to the person's favourites on the server, or takes it out; tells the host, and the person. */
export async function changeFavori(demande: Demande): Promise<void> {
  const { client, noeud, ajouter, messages: { arbre }, say, choisir } = demande;
  try {
    const { listes } = await client().call('listerFavoris', {});
    const possibles = listes.filter(({ noeuds }) => noeuds.some(({ id }) => id === noeud.id) !== ajouter);
    // One list and nothing else to choose from is the common case: it asks nothing.
    if (listes.length < 2 || (!ajouter && possibles.length < 2)) return await send(demande, ajouter ? possibles[0]?.id : undefined);
    const entries = possibles.map(({ id, nom }) => ({ id, libelle: nom || arbre.sansNom.FAV }));
    choisir(
      ajouter ? arbre.favoris.choisirAjout(noeud.nom) : arbre.favoris.choisirRetrait(noeud.nom),
      [...entries, ajouter ? { id: NOUVELLE, libelle: arbre.favoris.nouvelle } : { id: TOUTES, libelle: arbre.favoris.toutes }],
      (listeId) => void (listeId === NOUVELLE ? inNewList(demande) : send(demande, listeId)),
    );
  } catch (error) {
    say(reason(arbre.echecs, asFailure(error).kind));
  }
}

async function inNewList(demande: Demande): Promise<void> {
  const { host, client, messages, revenir } = demande;
  const { askNewListe } = await import('./new-liste.ts');
  const liste = await askNewListe(host.renderRoot as ShadowRoot, client, messages);
  revenir();
  if (liste) await send(demande, liste.id);
}

async function send({ host, client, noeud, ajouter, messages: { arbre }, say, remplacer, recharger }: Demande, listeId: string | undefined): Promise<void> {
  try {
    const answer = await client().call('changerFavoris', { commande: { type: ajouter ? 'ajouter' : 'retirer', noeudId: noeud.id, ...(listeId ? { listeId } : {}) } });
    if ('refus' in answer) return say(arbre.favoris.refuse);
    const favori = inLists(answer.listes, noeud.id);
    const [from, to] = favori ? ['ajouter-favori', 'retirer-favori'] as const : ['retirer-favori', 'ajouter-favori'] as const;
    remplacer({ ...noeud, favori, actions: noeud.actions?.map((action) => (action.id === from ? { id: to, libelle: arbre.actions[to] } : action)) });
    say(favori ? arbre.favoris.ajoute(noeud.nom) : arbre.favoris.retire(noeud.nom));
    host.dispatchEvent(new RorFavorisChangeEvent(answer.listes));
    await recharger();
  } catch (error) {
    say(reason(arbre.echecs, asFailure(error).kind));
  }
}

const inLists = (listes: readonly ListeFavoris[], noeudId: string): boolean => listes.some(({ noeuds }) => noeuds.some(({ id }) => id === noeudId));
