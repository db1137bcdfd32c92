import type { Contenu } from '../../../src/domain/fiche.ts';
import type { TypeNoeud } from '../../../src/domain/noeud.ts';
import { GENRES, type Genre } from '../../../src/engine/recherche/champs.ts';
import { openPeriodes, planningOf, zoneOf } from '../../../src/engine/recherche/ouvertures.ts';
import { countPlaces } from '../../../src/engine/recherche/places.ts';
import type { Planning } from '../../../src/engine/planning/planning.ts';
import type { ContexteRecherche } from './recherche-contexte.ts';

/** An open node of the répertoire, as it is indexed. */
export interface NoeudIndexe {
  readonly id: string;
  readonly type: TypeNoeud;
  readonly parentId: string | null;
  readonly egId: string | null;
  readonly nom: string;
  readonly cle: string;
  readonly departement: string | null;
  readonly sensible: boolean;
  readonly contenu: Contenu;
}

/** How far the hours are known ahead, and from when. */
const JOUR_MS = 86_400_000;
export const AVANCE_MS = 21 * JOUR_MS;
export const RECUL_MS = 2 * JOUR_MS;

/** Sure openings between two days around an instant, as PostgreSQL writes a multirange. */
export function ouverturesAutour(planning: Planning, zone: string, instant: string, { calendrier }: ContexteRecherche): { readonly ouvert: string; readonly depuis: string; readonly jusqua: string } {
  const [de, a] = [Date.parse(instant) - RECUL_MS, Date.parse(instant) + AVANCE_MS];
  const iso = (ms: number) => new Date(ms).toISOString();
  const periodes = openPeriodes(planning, zone, de, a, calendrier(zone));
  return { ouvert: `{${periodes.map(({ debut, fin }) => `[${iso(debut)},${iso(fin)})`).join(',')}}`, depuis: iso(de), jusqua: iso(a) };
}

const objet = (value: unknown): Contenu => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Contenu) : {});
const liste = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const texte = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const codesDe = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).flatMap((code: unknown) => texte(code) ?? []);

interface Point { readonly latitude: number; readonly longitude: number; readonly precision: 'adresse' | 'commune' }

/** The point of a place; the middle of its commune when it says no point, or one that is not to be relied upon. */
function pointDe(lieu: Contenu, { communes }: ContexteRecherche): Point | null {
  const { latitude, longitude, coordonneesFiables } = objet(lieu['coordonneeGeographique']);
  if (typeof latitude === 'number' && typeof longitude === 'number') return { latitude, longitude, precision: coordonneesFiables === false ? 'commune' : 'adresse' };
  const commune = communes.get(texte(lieu['communeCog']) ?? texte(objet(lieu['adresse'])['communeCog']) ?? '');
  return commune ? { latitude: commune.latitude, longitude: commune.longitude, precision: 'commune' } : null;
}

const ANNEES: Readonly<Record<string, number>> = { a: 1, mo: 1 / 12, wk: 7 / 365.25, d: 1 / 365.25 };

/** REC-3: the ages that an offer takes, in years, from the first to before the second; the last year is whole. */
function agesDe(patientele: Contenu): { readonly min: number | null; readonly fin: number | null } {
  const annees = (age: unknown, plus: number): number | null => {
    const { valeur, unite } = objet(age);
    const annee = ANNEES[String(unite)];
    return typeof valeur === 'number' && annee !== undefined ? (valeur + plus) * annee : null;
  };
  return { min: annees(patientele['ageMin'], 0), fin: annees(patientele['ageMax'], 1) };
}

/** The codes of an offer by kind of thing that can be looked for (`GENRES`). */
export function codesDeLOffre(offre: Contenu, categorieEG: string | null): readonly string[] {
  const codes = (Object.keys(GENRES) as Genre[]).flatMap((genre): string[] => {
    const { attribut, de } = GENRES[genre];
    const valeurs = de === 'etablissement' ? codesDe(categorieEG)
      : de === 'lieu' ? liste(offre['lieuRealisationOffre']).flatMap((lieu) => liste(objet(lieu)['equipementSpecifique']).flatMap((equipement) => codesDe(objet(equipement)['typeEquipement'])))
        : [...codesDe(offre[attribut]), ...(genre === 'acte' ? codesDe(offre['acteRealiseHorsCabinet']) : [])];
    return valeurs.map((code) => `${genre}:${code}`);
  });
  return [...new Set(codes)];
}

const RANGS: Readonly<Record<TypeNoeud, number>> = { EG: 400, EJ: 300, P: 200, S: 200, UF: 150, UO: 100 };

export interface Lignes {
  readonly noms: object[];
  readonly offres: object[];
}

/** What the tables of the search hold of these nodes: `noeuds` has each with all that it lies below. */
export function lignesDe(noeuds: readonly NoeudIndexe[], ecrits: (noeud: NoeudIndexe) => boolean, domaines: (contenu: Contenu) => readonly string[], instant: string, contexte: ContexteRecherche): Lignes {
  const parId = new Map(noeuds.map((noeud) => [noeud.id, noeud]));
  const unites = new Map<string, number>();
  for (const { type, egId } of noeuds) if (type === 'UO' && egId !== null) unites.set(egId, (unites.get(egId) ?? 0) + 1);
  const calcules = new Map<string, object>();
  const horaireDe = (planning: Planning, zone: string): object | null => {
    // Nothing said of the hours: unknown, whatever the instant.
    if (planning.semaine.length === 0 && !planning.exceptions && !planning.fermeture) return null;
    const cle = `${zone} ${JSON.stringify(planning)}`;
    const connu = calcules.get(cle) ?? { cle, planning, zone, ...ouverturesAutour(planning, zone, instant, contexte) };
    calcules.set(cle, connu);
    return connu;
  };
  const noms: object[] = [];
  const offres: object[] = [];
  for (const noeud of noeuds) {
    if (!ecrits(noeud)) continue;
    const dessus: NoeudIndexe[] = [];
    for (let parent = parId.get(noeud.parentId ?? ''); parent && dessus.length < 10; parent = parId.get(parent.parentId ?? '')) dessus.push(parent);
    const eg = noeud.type === 'EG' ? noeud : dessus.find(({ type }) => type === 'EG');
    const lieuEG = objet(eg?.contenu['lieuEG']);
    const cogEG = texte(lieuEG['communeCog']) ?? texte(objet(lieuEG['adresse'])['communeCog']);
    const commune = contexte.communes.get(cogEG ?? '');
    const sien = noeud.type === 'UO' ? liste(noeud.contenu['lieuRealisationOffre']).map((lieu) => objet(lieu)).find((lieu) => Object.keys(objet(lieu['coordonneeGeographique'])).length > 0) : undefined;
    const point = (sien && pointDe(sien, contexte)) ?? pointDe(lieuEG, contexte);
    const sensible = noeud.sensible || dessus.some((one) => one.sensible);
    const poids = RANGS[noeud.type] + Math.min(49, Math.round(8 * Math.log2(1 + (noeud.type === 'EG' ? unites.get(noeud.id) ?? 0 : 0))));
    const autresNoms = [noeud.contenu['nomOperationnel'], noeud.contenu['complementDenominationEG'], noeud.contenu['numFINESS']].flatMap((un) => texte(un) ?? []).join(' ');
    noms.push({
      id: noeud.id, type: noeud.type, nom: noeud.nom, cle: noeud.cle, egId: noeud.egId, departement: noeud.departement, commune: commune?.nom ?? texte(objet(lieuEG['adresse'])['localite']),
      point, sensible, poids, autres: autresNoms, lieuDit: noeud.type === 'EG' ? commune?.nom ?? '' : '',
    });
    if (noeud.type !== 'UO' || !eg) continue;
    const { contenu } = noeud;
    const categorie = texte(eg.contenu['categorieEG']);
    const patientele = objet(contenu['patientele']);
    const ages = agesDe(patientele);
    const { disponibles, dateMiseJour } = countPlaces(contenu);
    offres.push({
      id: noeud.id, structure: eg.id, point, sensible, departement: noeud.departement,
      horaire: horaireDe(planningOf(contenu, dessus.map((one) => one.contenu)), zoneOf(noeud.departement)),
      ageMin: ages.min, ageFin: ages.fin, disponibles, compteLe: dateMiseJour?.slice(0, 10) ?? null, codes: codesDeLOffre(contenu, categorie),
      classe: {
        domaine: domaines(contenu)[0] ?? null, type: texte(contenu['typeOffre']), categorie, champ: texte(contenu['champActivite']), mode: texte(contenu['modePriseEnCharge']),
        temporalite: texte(contenu['temporaliteAccueil']), public: codesDe(patientele['publicPrisEnCharge']).sort(), specialisation: codesDe(contenu['specialisationPriseEnCharge']).sort(),
        modalite: codesDe(contenu['modaliteAccueil']).sort(), activite: codesDe(contenu['activiteOperationnelle']).sort(), accessibilite: texte(eg.contenu['accessibiliteLieu']), territoire: noeud.departement,
      },
      textes: [
        `${noeud.nom} ${eg.nom}`, [eg.contenu['nomOperationnel'], eg.contenu['numFINESS'], commune?.nom, ...commune?.codesPostaux ?? []].flatMap((un) => texte(un) ?? []).join(' '),
        `${contexte.libelle('categorie', categorie ?? '')} ${contexte.libelle('type-offre', texte(contenu['typeOffre']) ?? '')}`,
      ],
    });
  }
  return { noms, offres };
}
