import type { Ancetre, NoeudRepertoire, Par } from '../../../src/domain/noeud.ts';
import { nodeCode } from '../../../src/engine/arborescence/domaines.ts';
import { listesDe } from '../repositories/favoris.ts';
import type { Maillon } from '../repositories/lignees.ts';
import { compterPar, type Niveau, type Regard } from '../repositories/noeuds.ts';
import type { Rules } from '../rules.ts';
import type { Service } from './service.ts';

/** The groupings whose roots are groups of establishments; identifiers are the prefix and the code of the group. */
type Groupement = Exclude<Par, 'entite-juridique' | 'favoris'>;

/** What stands for those of no group in an identifier; their name is empty, and the page words it. */
const AUCUNE = 'aucune';

const PREFIXES = { departement: 'DF', 'territoire-de-sante': 'TS', 'categorie-de-besoins': 'CB', filiere: 'F', favoris: 'FAV' } as const;
const COLONNES = { departement: 'departement', 'territoire-de-sante': 'departement', 'categorie-de-besoins': 'besoins', filiere: 'filieres' } as const;

const idGroupe = (par: keyof typeof PREFIXES, code: string): string => `${PREFIXES[par]}-${code === '' ? AUCUNE : code}`;

/** What a row that is asked for leads to. */
export function niveauDe(id: string): Niveau {
  const [, prefixe, code = ''] = /^(DF|TS|CB|F|FAV)-(.+)$/s.exec(id) ?? [];
  const groupe = code === AUCUNE ? '' : code;
  switch (prefixe) {
    case 'DF': case 'TS': return { departement: groupe };
    case 'CB': return { besoin: groupe };
    case 'F': return { filiere: groupe };
    case 'FAV': return { liste: code };
    default: return { sous: id };
  }
}

function nomGroupe(par: Groupement, code: string, rules: Rules): string {
  if (code === '') return '';
  if (par === 'departement') return rules.departement(code);
  return par === 'territoire-de-sante' ? rules.territoire(code) : par === 'filiere' ? rules.filiere(code) : rules.besoin(code);
}

/** The roots of a tree that are groups. Those by need or filière in the order of their list, the others by name. */
export async function groupes(par: Exclude<Par, 'entite-juridique'>, { tx, rules }: Service, regard: Regard): Promise<NoeudRepertoire[]> {
  if (par === 'favoris') {
    return (await listesDe(tx, regard)).map(({ id, nom, nombre }) => ({ id: idGroupe('favoris', id), type: 'FAV', nom, nombreEnfants: nombre, actions: [] }));
  }
  const rows = (await compterPar(tx, COLONNES[par], regard)).map(({ groupe, nombre }) => ({ groupe, nom: nomGroupe(par, groupe, rules), nombre }));
  const ordre = par === 'categorie-de-besoins' ? rules.besoinsDansLOrdre : par === 'filiere' ? rules.filieresDansLOrdre : undefined;
  const rang = (groupe: string) => (groupe === '' ? Infinity : ordre!.indexOf(groupe));
  rows.sort((a, b) => (ordre ? rang(a.groupe) - rang(b.groupe) : a.nom.localeCompare(b.nom, 'fr')));
  return rows.map(({ groupe, nom, nombre }) => ({ id: idGroupe(par, groupe), type: PREFIXES[par], nom, nombreEnfants: nombre, actions: [] }));
}

const enAncetre = ({ id, type, typeParent, nom }: Maillon): Ancetre & { type: Maillon['type'] } => ({ id, type, code: nodeCode(type, typeParent), nom });

/** From the entité juridique down to the parent. */
export const ancetresDe = (lignee: readonly Maillon[]): (Ancetre & { type: Maillon['type'] })[] => lignee.slice(0, -1).map(enAncetre);

/** The rows above a node in one of the trees, from its root; empty when that tree does not hold it, or holds it at its root. */
export function cheminDans(par: Par, lignee: readonly Maillon[], rules: Rules): Ancetre[] {
  const dessus = lignee.slice(0, -1);
  if (par === 'entite-juridique') return dessus.map(enAncetre);
  if (par === 'favoris') {
    const depuis = lignee.findLastIndex(({ liste }) => liste !== null);
    const liste = lignee[depuis]?.liste;
    return liste ? [{ id: idGroupe('favoris', liste.id), type: 'FAV', nom: liste.nom }, ...dessus.slice(depuis).map(enAncetre)] : [];
  }
  const eg = lignee.find(({ type }) => type === 'EG');
  if (!eg) return [];
  const code = par === 'categorie-de-besoins' ? eg.besoins[0] ?? '' : par === 'filiere' ? eg.filieres[0] ?? '' : eg.departement ?? '';
  return [{ id: idGroupe(par, code), type: PREFIXES[par], nom: nomGroupe(par, code, rules) }, ...dessus.filter(({ type }) => type !== 'EJ').map(enAncetre)];
}
