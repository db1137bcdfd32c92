import type { Acteur, Role } from '../../src/domain/acteur.ts';
import type { Contenu } from '../../src/domain/fiche.ts';
import type { NoeudRepertoire } from '../../src/domain/noeud.ts';

/** Access profiles of the exposure model (MODEL §11): 1 sees all, 0 is the public. */
export type Profil = 0 | 1 | 2 | 3;

/** Profile of each role in the whole répertoire. */
const PROFILS: Readonly<Record<Role, Profil>> = {
  gestionnaire: 1, support: 1, tutelle: 2, direction: 2, referent: 2, 'responsable-disponibilites': 2, lecteur: 2,
};

/** Where a person has profile 1, as data for a query: everywhere, in some structures, in some départements. */
export interface PleinAcces {
  readonly partout: boolean;
  readonly entitesGeographiques: readonly string[];
  readonly departements: readonly string[];
}

/** Those who describe a structure see all of it, and a tutelle all of its territory. */
export function pleinAcces(acteur: Acteur): PleinAcces {
  const decrit = acteur.role === 'referent' || acteur.role === 'direction';
  return {
    partout: PROFILS[acteur.role] === 1,
    entitesGeographiques: decrit ? acteur.entitesGeographiques : [],
    departements: acteur.role === 'tutelle' ? acteur.departements : [],
  };
}

/** The profile of a person for what is in one structure. */
export function profilPour(acteur: Acteur, structure: { readonly egId: string | null; readonly departement: string | null }): Profil {
  const { partout, entitesGeographiques, departements } = pleinAcces(acteur);
  const plein = partout || (structure.egId !== null && entitesGeographiques.includes(structure.egId))
    || (structure.departement !== null && departements.includes(structure.departement));
  return plein ? 1 : PROFILS[acteur.role];
}

/** JDV_J20. */
const MEDICO_SOCIAL = '04';
const VILLE = '05';
/** JDV_J188, JDV_J195. */
const INSTALLE = '01';
const SUPPLEMENTAIRE = '06';
const AUCUNE_AFFECTATION = '01';

/** Attributes that only profile 1 sees. */
const RESERVES: ReadonlySet<string> = new Set(['niveauRecoursORSAN', 'zonePoser', 'uniteSensible']);

/** What a unit can do in detail. */
const DETAILS: ReadonlySet<string> = new Set([
  'acteSpecifique', 'acteRealiseHorsCabinet', 'specialisationPriseEnCharge', 'professionRessource', 'competenceSpecifique', 'equipementSpecifique',
]);

interface Droits {
  /** Attributes left out wherever they are. */
  readonly caches: ReadonlySet<string>;
  /** Highest level of confidentiality (JDV_J222) that may be read. */
  readonly confidentialite: number;
  readonly telecomDuLieu: boolean;
  readonly capacite: (capacite: Contenu) => boolean;
}

function droitsDe(profil: Profil, champActivite: unknown): Droits {
  const ms = champActivite === MEDICO_SOCIAL;
  const ville = champActivite === VILLE;
  switch (profil) {
    case 1: return { caches: new Set(), confidentialite: 3, telecomDuLieu: true, capacite: () => true };
    case 2: return { caches: RESERVES, confidentialite: 2, telecomDuLieu: true, capacite: ordinaire };
    case 3: return {
      caches: ms ? RESERVES : new Set([...RESERVES, ...DETAILS]), confidentialite: ms ? 2 : 1,
      telecomDuLieu: ms || ville, capacite: (capacite) => ms && ordinaire(capacite),
    };
    case 0: return {
      caches: new Set([...RESERVES, ...DETAILS]), confidentialite: 1, telecomDuLieu: ville,
      capacite: ({ statutCapacite, affectationTemporaire }) => statutCapacite === INSTALLE && affectationTemporaire === AUCUNE_AFFECTATION,
    };
  }
}

const ordinaire = ({ statutCapacite }: Contenu): boolean => statutCapacite !== SUPPLEMENTAIRE;

/**
 * What a profile may read of an object: the rest is absent, not masked. A contact or telecommunication without a
 * level counts as the most restricted one.
 */
export function filtrer(type: NoeudRepertoire['type'], contenu: Contenu, profil: Profil): Contenu {
  const droits = droitsDe(profil, type === 'UO' ? contenu['champActivite'] : undefined);
  return Object.fromEntries(Object.entries(contenu).flatMap(([attribut, valeur]): [string, unknown][] => {
    if (droits.caches.has(attribut)) return [];
    if (attribut === 'lieuRealisationOffre') return [[attribut, objets(valeur).map((lieu) => lieuLisible(lieu, droits))]];
    return [[attribut, lisible(attribut, valeur, droits)]];
  }));
}

/** Lists of contacts and of ways to reach somebody, wherever they are. */
function lisible(attribut: string, valeur: unknown, droits: Droits): unknown {
  if (!['contact', 'telecommunication', 'boiteLettreMSS', 'boiteLettresMSS'].includes(attribut)) return valeur;
  return objets(valeur)
    .filter(({ niveauConfidentialite }) => Number(niveauConfidentialite ?? 3) <= droits.confidentialite)
    .map((objet) => ('telecommunication' in objet ? { ...objet, telecommunication: lisible('telecommunication', objet['telecommunication'], droits) } : objet));
}

function lieuLisible(lieu: Contenu, droits: Droits): Contenu {
  return Object.fromEntries(Object.entries(lieu).flatMap(([attribut, valeur]): [string, unknown][] => {
    if (droits.caches.has(attribut) || (attribut === 'telecommunication' && !droits.telecomDuLieu)) return [];
    if (attribut === 'capacitePriseCharge') return [[attribut, objets(valeur).filter(droits.capacite)]];
    return [[attribut, lisible(attribut, valeur, droits)]];
  }));
}

const objets = (valeur: unknown): Contenu[] =>
  Array.isArray(valeur) ? valeur.filter((item): item is Contenu => typeof item === 'object' && item !== null) : [];
