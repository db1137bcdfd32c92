/** `ror-dossier` on a dossier of many fiches; its client is answered from memory. */
import { embedded, RorClient } from '../../../src/client/index.ts';
import type { OperationName } from '../../../src/contract/operations.ts';
import type { Acteur } from '../../../src/domain/acteur.ts';
import type { Dossier } from '../../../src/domain/dossier.ts';
import type { Fiche, FicheResume } from '../../../src/domain/fiche.ts';
import type { TypeFiche } from '../../../src/domain/noeud.ts';
import '../../../src/elements/ror-dossier/define.ts';
import { expose, rootOf, timed } from './measure.ts';
import { unite } from './unite.ts';

/** How many fiches under each fiche of the level above, until there are enough. */
const NIVEAUX: readonly [TypeFiche, number][] = [['P', 5], ['S', 4], ['UF', 3], ['UO', 4]];

/** Two fiches out of three are finalised. A hospital: EG, pôles, services, UF, UO. */
function arbre(total: number): FicheResume[] {
  const fiches: FicheResume[] = [];
  const add = (type: TypeFiche, parentId: string | null): string => {
    const at = fiches.length + 1;
    fiches.push({ id: `fiche-${at}`, type, parentId, nom: `${type} ${at} de l’hôpital Sainte-Claire`, etat: at % 3 === 0 ? 'en-attente' : 'finalisee', version: 1 });
    return `fiche-${at}`;
  };
  const below = (parentId: string, [level, ...deeper]: readonly [TypeFiche, number][]): void => {
    for (let n = 0; level && n < level[1] && fiches.length < total; n++) below(add(level[0], parentId), deeper);
  };
  below(add('EG', null), NIVEAUX);
  return fiches;
}

const acteur: Acteur = { id: 'claire', nom: 'Claire Martin', role: 'referent', entitesGeographiques: ['eg'], departements: [] };
let dossier: Dossier;
/** Number of the fiche that was pressed last. */
let pressed: string | undefined;

const fiche = (id: string): Fiche => {
  const resume = dossier.fiches.find((row) => row.id === id)!;
  return { ...resume, contenu: resume.type === 'UO' ? unite(Number(id.slice('fiche-'.length))) : { denominationEG: resume.nom, nomOI: resume.nom }, illisibles: {}, dateMiseJour: dossier.dateMiseJour };
};

async function dispatch(name: string, input: unknown): Promise<unknown> {
  switch (name as OperationName) {
    case 'lireProfil': return acteur;
    case 'lireDossier': return dossier;
    case 'lireFiche': return fiche((input as { readonly ficheId: string }).ficheId);
    default: throw new Error(`${name} is not asked here`);
  }
}

const root = (): ShadowRoot | null => rootOf('ror-dossier');
const tree = (): ShadowRoot | null => rootOf('ror-tree', root());
const field = (path: string): HTMLElement | null => rootOf('ror-fiche-form', root())?.getElementById(`champ-${path}`) ?? null;

/** Rows of the first screen that hold a UO. */
const rows = (): readonly HTMLElement[] => [...tree()?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? []].filter((row) => /UO \d/.test(row.textContent ?? ''));

expose({
  async prepare(given) {
    dossier = {
      id: 'd1', nom: 'Peuplement du CH Sainte-Claire', entiteGeographiqueId: 'eg', categorieEG: '355', departement: '94', circuit: 'sanitaire', valideur: 'gestionnaire',
      etat: 'EN_COURS', dateEffet: null, motifRefus: null, version: 1, dateCreation: '2026-11-02T09:00:00Z', dateMiseJour: '2026-11-18T14:30:00Z', fiches: arbre(Number(given)),
    };
  },
  mount: () => timed(() => {
    const element = document.createElement('ror-dossier');
    Object.assign(element, { dossierId: dossier.id, client: new RorClient(embedded(dispatch)) });
    document.body.append(element);
  }, () => Boolean(tree()?.querySelector('[role="treeitem"]') && root()?.querySelector('input[type="date"]')), 'open dossier'),
  // The form of the fiche that was pressed, up to its last field and to the list that comes last.
  ready: () => field('activiteOperationnelle') instanceof HTMLInputElement && field('metadonnee.commentaire') !== null
    && (field('nomOffre') as HTMLInputElement).value.endsWith(` ${pressed}`),
  target: (at) => {
    const row = rows()[Number(at)];
    pressed = /UO (\d+)/.exec(row?.textContent ?? '')?.[1];
    return row?.querySelector<HTMLElement>('[part="name"]') ?? null;
  },
});
