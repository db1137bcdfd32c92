import type { Contenu } from '../../domain/fiche.ts';
import type { TypeNoeud } from '../../domain/noeud.ts';
import { isObject } from '../fiche/equal.ts';
import { parsePath, type Slices } from '../fiche/paths.ts';

/** Access profiles of the exposure model (MODEL §11): 1 sees all, then 2, then 3; 0 is the public. */
export type Profil = 0 | 1 | 2 | 3;

/** From the one who sees all to the public. */
export const PROFILS: readonly Profil[] = [1, 2, 3, 0];

/** What the rights of profiles 3 and 0 depend on, from `champActivite` (JDV_J20: 04, 05). Only offers have one. */
export type Secteur = 'medico-social' | 'ville' | 'autre';

export const secteurOf = (niveau: TypeNoeud, contenu: Contenu): Secteur => {
  const champ = niveau === 'UO' ? contenu['champActivite'] : undefined;
  return champ === '04' ? 'medico-social' : champ === '05' ? 'ville' : 'autre';
};

const ALL: readonly Secteur[] = ['medico-social', 'ville', 'autre'];
const NONE: readonly Secteur[] = [];

/** In which sectors each profile reads these attributes. */
export interface RegleAttributs {
  readonly regle: string;
  /** Names of attributes, wherever they are; with a dot, only directly under the first one. */
  readonly attributs: readonly string[];
  readonly lisible: Readonly<Record<Profil, readonly Secteur[]>>;
}

/** Attributes that some profiles don't read at all. What no rule names is read by all (ACC-1). */
export const ATTRIBUT_RULES: readonly RegleAttributs[] = [
  {
    regle: 'ACC-2', attributs: ['niveauRecoursORSAN', 'zonePoser', 'uniteSensible'],
    lisible: { 1: ALL, 2: NONE, 3: NONE, 0: NONE },
  },
  {
    regle: 'ACC-4',
    attributs: ['acteSpecifique', 'acteRealiseHorsCabinet', 'specialisationPriseEnCharge', 'professionRessource', 'competenceSpecifique', 'equipementSpecifique'],
    lisible: { 1: ALL, 2: ALL, 3: ['medico-social'], 0: NONE },
  },
  {
    regle: 'ACC-6', attributs: ['lieuRealisationOffre.telecommunication'],
    lisible: { 1: ALL, 2: ALL, 3: ['medico-social', 'ville'], 0: ['ville'] },
  },
  {
    regle: 'ACC-7', attributs: ['situationOperationnelle'],
    lisible: { 1: ALL, 2: ALL, 3: ['medico-social', 'ville'], 0: ['ville'] },
  },
];

/** Lists whose items carry a level of confidentiality (JDV_J222). */
const CONFIDENTIELS: ReadonlySet<string> = new Set(['contact', 'telecommunication', 'boiteLettreMSS', 'boiteLettresMSS']);

/** ACC-5: the highest level of confidentiality that a profile reads. */
export function readableNiveau(profil: Profil, secteur: Secteur): 1 | 2 | 3 {
  if (profil === 1) return 3;
  return profil === 2 || (profil === 3 && secteur === 'medico-social') ? 2 : 1;
}

/** JDV_J188 and JDV_J195. */
const INSTALLE = '01';
const SUPPLEMENTAIRE = '06';
const AUCUNE_AFFECTATION = '01';

/** ACC-8: whether a profile reads this count of beds or places. */
function readableCapacite(profil: Profil, secteur: Secteur, { statutCapacite, affectationTemporaire }: Contenu): boolean {
  switch (profil) {
    case 1: return true;
    case 2: return statutCapacite !== SUPPLEMENTAIRE;
    case 3: return secteur === 'medico-social' && statutCapacite !== SUPPLEMENTAIRE;
    case 0: return statutCapacite === INSTALLE && affectationTemporaire === AUCUNE_AFFECTATION;
  }
}

const sensible = (niveau: TypeNoeud, contenu: Contenu): boolean => niveau === 'UO' && contenu['uniteSensible'] === true;

/** ACC-3: whether a profile may know that this object exists. */
export const existsFor = (profil: Profil, niveau: TypeNoeud, contenu: Contenu): boolean => profil === 1 || !sensible(niveau, contenu);

function readableAttribut(profil: Profil, secteur: Secteur, attribut: string, dans: string | undefined): boolean {
  const noms = dans === undefined ? [attribut] : [attribut, `${dans}.${attribut}`];
  return ATTRIBUT_RULES.every(({ attributs, lisible }) => lisible[profil].includes(secteur) || !noms.some((nom) => attributs.includes(nom)));
}

/** ACC-5: an item without a level, or with one that nobody knows, is the most restricted. */
function readableElement(profil: Profil, secteur: Secteur, liste: string, element: unknown): boolean {
  if (liste === 'capacitePriseCharge') return readableCapacite(profil, secteur, isObject(element) ? element : {});
  if (!CONFIDENTIELS.has(liste)) return true;
  const niveau = isObject(element) ? String(element['niveauConfidentialite']) : '';
  return (niveau === '1' || niveau === '2' ? Number(niveau) : 3) <= readableNiveau(profil, secteur);
}

/**
 * What a profile may read of an object of this level: the rest is absent, not masked (ACC-1 to ACC-9). Empty for a
 * sensitive unit that the profile may not know of.
 */
export function filterFor(profil: Profil, niveau: TypeNoeud, contenu: Contenu): Contenu {
  if (!existsFor(profil, niveau, contenu)) return {};
  return readableObject(profil, secteurOf(niveau, contenu), contenu, undefined);
}

function readableObject(profil: Profil, secteur: Secteur, objet: Contenu, dans: string | undefined): Contenu {
  return Object.fromEntries(Object.entries(objet).flatMap(([attribut, valeur]): [string, unknown][] =>
    (readableAttribut(profil, secteur, attribut, dans) ? [[attribut, readableValue(profil, secteur, attribut, valeur)]] : [])));
}

function readableValue(profil: Profil, secteur: Secteur, attribut: string, valeur: unknown): unknown {
  const liste = CONFIDENTIELS.has(attribut) || attribut === 'capacitePriseCharge';
  if (isObject(valeur) && !liste) return readableObject(profil, secteur, valeur, attribut);
  if (!Array.isArray(valeur)) return liste ? [] : valeur;
  return valeur
    .filter((element) => (!liste || isObject(element)) && readableElement(profil, secteur, attribut, element))
    .map((element: unknown) => (isObject(element) ? readableObject(profil, secteur, element, attribut) : element));
}

/**
 * Whether a profile reads the field at this path of this content: a path of a form (`contact:responsable.nom`, with its
 * slices) or of the object itself (`contact.0.nom`). An element that is not there yet counts as its slice would make it.
 */
export function visibleTo(profil: Profil, niveau: TypeNoeud, path: string, contenu: Contenu, slices: Slices = {}): boolean {
  if (!existsFor(profil, niveau, contenu)) return false;
  const secteur = secteurOf(niveau, contenu);
  let valeur: unknown = contenu;
  let dans: string | undefined;
  for (const { name, slice } of parsePath(path)) {
    if (Array.isArray(valeur) && /^\d+$/.test(name)) {
      valeur = valeur[Number(name)];
      if (dans !== undefined && !readableElement(profil, secteur, dans, valeur)) return false;
      continue;
    }
    if (!readableAttribut(profil, secteur, name, dans)) return false;
    valeur = isObject(valeur) && Object.hasOwn(valeur, name) ? valeur[name] : undefined;
    dans = name;
    if (slice === undefined) continue;
    const { where = {}, with: avec } = slices[slice] ?? {};
    const trouve: unknown = Array.isArray(valeur) ? valeur.find((element) => Object.entries(where).every(([cle, voulu]) => isObject(element) && element[cle] === voulu)) : undefined;
    valeur = trouve ?? { ...where, ...avec };
    if (!readableElement(profil, secteur, name, valeur)) return false;
  }
  return true;
}

/** The profiles that read a field, the widest first: what a form tells the person who fills it. */
export const readersOf = (niveau: TypeNoeud, path: string, contenu: Contenu, slices: Slices = {}): readonly Profil[] =>
  PROFILS.filter((profil) => visibleTo(profil, niveau, path, contenu, slices));
