import type { RorClientError } from '../client/errors.ts';
import type { Par } from '../domain/noeud.ts';
import type { Arbre } from '../engine/arborescence/arbre.ts';
import { Arborescence } from '../engine/arborescence/arborescence.ts';
import { isShown } from '../engine/arborescence/domaines.ts';
import type { NoeudArborescence } from '../engine/arborescence/rows.ts';
import type { AccesArbre, ArborescenceController, NoeudPartiel } from './arborescence-controller.ts';
import { asFailure } from './failure.ts';

/** Why a node named by the host or by a link is not shown. */
export type Cachee =
  | { readonly kind: 'failure'; readonly failure: RorClientError }
  /** Outside of the ticked domaines: its own. */
  | { readonly kind: 'domaines'; readonly domaines: readonly string[] }
  /** In another tree. */
  | { readonly kind: 'par'; readonly par: Par };

/** Groups have no fiche to be read. */
const TYPES_LUS: ReadonlySet<string> = new Set(['EJ', 'EG', 'P', 'S', 'UF', 'UO']);

/** Opens what stands above a node that no page has brought yet; resolves with what hides it, if anything (ARB-22). */
export async function montrer<N extends NoeudArborescence>({ tout: arbre, vue, acces }: ArborescenceController<N>, id: string): Promise<Cachee | undefined> {
  if (arbre.reveal(id) || !(arbre instanceof Arborescence)) return undefined;
  try {
    const client = acces.client();
    const { noeud, chemin } = await client.call('lireNoeud', { noeudId: id, par: vue.par });
    if (noeud.domaines && !isShown(noeud.domaines, vue.domaines)) return { kind: 'domaines', domaines: noeud.domaines };
    if (chemin.length === 0 && !(vue.par === 'entite-juridique' && noeud.type === 'EJ')) {
      const par = noeud.type === 'EJ' ? 'entite-juridique' : 'departement';
      if (par !== vue.par) return { kind: 'par', par };
    }
    const unknown = placer(arbre, acces, noeud, chemin);
    await Promise.all(unknown.map(async (noeudId) => {
      const read = await client.call('lireNoeud', { noeudId, par: vue.par }).catch(() => undefined);
      if (read) arbre.replace(acces.adopt(read.noeud));
    }));
    return undefined;
  } catch (error) {
    return { kind: 'failure', failure: asFailure(error) };
  }
}

/** Places a node and what stands above it in the whole tree. Returns which structures above are known by their name only. */
export function placer<N extends NoeudArborescence>(arbre: Arbre<N>, { adopt }: AccesArbre<N>, noeud: NoeudPartiel, chemin: readonly NoeudPartiel[]): readonly string[] {
  if (!(arbre instanceof Arborescence)) return [];
  const unknown: string[] = [];
  let parentId: string | null = null;
  for (const each of chemin) {
    if (!arbre.node(each.id)) {
      arbre.place(parentId, adopt({ nombreEnfants: 1, ...each }));
      if (TYPES_LUS.has(each.type)) unknown.push(each.id);
    }
    arbre.setExpanded(each.id, true);
    parentId = each.id;
  }
  arbre.place(parentId, adopt(noeud));
  return unknown;
}
