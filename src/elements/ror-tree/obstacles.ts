import type { ArborescenceController } from '../../controllers/arborescence-controller.ts';
import { montrer } from '../../controllers/montrer-noeud.ts';
import { DOMAINES } from '../../domain/domaines.ts';
import type { Announcer } from '../../ui/announcer.ts';
import type { Mots } from './words.ts';
import { reason } from './ror-tree.row.ts';
import type { RorTree } from './ror-tree.ts';
import type { NoeudArbre } from './types.ts';

/** How many obstacles are lifted for one node: another grouping, then boxes that are not ticked. */
const OBSTACLES = 3;

/** Opens the way to a node, lifting what hides it. Says, and resolves with, what the person must know, if anything. */
export async function releaseObstacles(tree: RorTree, controller: ArborescenceController<NoeudArbre>, id: string, words: Mots['arbre'], announcer: Announcer): Promise<string> {
  const said = await pathOf(tree, controller, id, words) ?? '';
  if (said) announcer.say(said);
  return said;
}

async function pathOf(tree: RorTree, controller: ArborescenceController<NoeudArbre>, id: string, words: Mots['arbre']): Promise<string | undefined> {
  let said: string | undefined;
  for (let lifted = 0; lifted < OBSTACLES; lifted++) {
    await tree.updateComplete;
    const hidden = await montrer(controller, id);
    tree.requestUpdate();
    if (!hidden) return said;
    if (hidden.kind === 'failure') return hidden.failure.kind === 'missing' ? words.introuvable : reason(words.echecs, hidden.failure.kind);
    if (hidden.kind === 'par') tree.par = hidden.par;
    else {
      const more = DOMAINES.filter((domaine) => hidden.domaines.includes(domaine));
      if (more.length === 0) return words.introuvable;
      tree.domaines = DOMAINES.filter((domaine) => more.includes(domaine) || tree.domaines.includes(domaine));
      said = words.domainesAjoutes(more.join(', '));
    }
  }
  return said;
}
