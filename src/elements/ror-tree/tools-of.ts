import type { LitElement } from 'lit';
import type { ArborescenceController, VueRepertoire } from '../../controllers/arborescence-controller.ts';
import type { Caller } from '../../controllers/contexts.ts';
import type { Cible } from '../../controllers/tree-search-controller.ts';
import type { Foret } from '../../engine/arborescence/foret.ts';
import type { Mots } from './words.ts';
import { adopt } from '../../ui/adopt.ts';
import type { Announcer } from '../../ui/announcer.ts';
import { asRow, readerOf } from './rows-of.ts';
import { TreeTools, type OutilsHost } from './tools.ts';
import type { RorTree } from './ror-tree.ts';
import type { NoeudArbre } from './types.ts';

interface Parts {
  readonly messages: { readonly current: Mots; readonly given: Partial<Mots> | undefined };
  readonly announcer: Announcer;
  readonly client: () => Caller;
  readonly tree: ArborescenceController<NoeudArbre>;
  readonly vue: () => VueRepertoire;
  readonly change: OutilsHost['changer'];
  readonly show: OutilsHost['montrer'];
}

/** The filters and the search of this tree, with their look. */
export function toolsOf(element: RorTree, { messages, announcer, client, tree, vue, change, show }: Parts): TreeTools {
  const host: OutilsHost = {
    addController: (controller) => element.addController(controller),
    removeController: (controller) => element.removeController(controller),
    requestUpdate: () => element.requestUpdate(),
    get updateComplete() { return element.updateComplete; },
    get renderRoot() { return (element as LitElement).renderRoot; },
    get messages() { return messages.given?.arbreOutils ? { ...messages.current, arbreOutils: messages.given.arbreOutils } : messages.current; },
    announcer,
    get repertoire() { return tree.source === 'repertoire'; },
    get par() { return vue().par; },
    get domaines() { return element.domaines; },
    get texte() { return element.texte; },
    get label() { return element.label; },
    get cible(): Cible<NoeudArbre> {
      if (tree.source === 'repertoire') return { kind: 'repertoire', client, vue: vue(), adopt: (noeud) => asRow(noeud, messages.current) };
      return { kind: 'liste', foret: tree.tout as Foret<unknown, NoeudArbre>, lecteur: readerOf(element.noeuds ?? [], element.lecture) };
    },
    changer: change, montrer: show,
  };
  adopt(element.renderRoot, TreeTools.styles);
  return new TreeTools(host);
}
