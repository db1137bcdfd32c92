import type { CapacitePriseCharge } from '../../domain/lieu-realisation-offre.ts';
import type { Contenu } from '../../domain/fiche.ts';
import { DISPONIBLE, INSTALLE, SAISIE_MANUELLE } from './places.ts';

/** JDV_J188. */
const FERME = '05';
const SUPPLEMENTAIRE = '06';

/** A count as a person types it: its date and its source are the server's. */
export type CapaciteSaisie = Omit<CapacitePriseCharge, 'dateMAJCapacite' | 'typeSourceCapacite'>;

export interface FermetureSaisie {
  /** Days, both included; `fin` null = until further notice. */
  readonly debut: string;
  readonly fin: string | null;
  readonly nombre: number;
  readonly type: string | null;
  readonly commentaire?: string | undefined;
}

export type CodeErreurPlaces = 'code-inconnu' | 'doublon' | 'genre-hors-disponible' | 'fermeture-hors-ferme' | 'supplement-hors-supplementaire' | 'disponible-depasse' | 'fin-avant-debut' | 'fermeture-depasse';

/** What is wrong in an entry: path in the input (`capacites.2.nombreCapacite`), and why. */
export interface ErreurPlaces {
  readonly chemin: string;
  readonly code: CodeErreurPlaces;
}

/** Value set of each coded attribute. */
const JEUX = {
  natureCapacite: 'J187', statutCapacite: 'J188', temporaliteCapacite: 'J189', genreCapaciteDispo: 'J190', typeFermetureCapacite: 'J191', typeLitsSupplementaire: 'J192', typeCrise: 'J194', affectationTemporaire: 'J195',
} as const;
export type JeuPlaces = (typeof JEUX)[keyof typeof JEUX];
export const PLACES_VALUE_SETS: readonly JeuPlaces[] = [...new Set(Object.values(JEUX))];

const cle = (capacite: CapaciteSaisie | Contenu): string =>
  (['affectationTemporaire', 'natureCapacite', 'statutCapacite', 'temporaliteCapacite', 'genreCapaciteDispo', 'typeFermetureCapacite', 'typeLitsSupplementaire', 'typeCrise'] as const)
    .map((attribut) => JSON.stringify((capacite as Contenu)[attribut] ?? null)).join('|');

const lieuxDe = (offre: Contenu): readonly Contenu[] =>
  (Array.isArray(offre['lieuRealisationOffre']) ? offre['lieuRealisationOffre'].filter((lieu: unknown): lieu is Contenu => typeof lieu === 'object' && lieu !== null && !Array.isArray(lieu)) : []);
const capacitesDuLieu = (lieu: Contenu): readonly Contenu[] =>
  (Array.isArray(lieu['capacitePriseCharge']) ? lieu['capacitePriseCharge'].filter((un: unknown): un is Contenu => typeof un === 'object' && un !== null && !Array.isArray(un)) : []);

/** PLC-3 to PLC-7: what keeps an entry from being written; empty = nothing. */
export function placesErrors(capacites: readonly CapaciteSaisie[], fermetures: readonly FermetureSaisie[], offre: Contenu, connait: (jeu: JeuPlaces, code: string) => boolean): readonly ErreurPlaces[] {
  const erreurs: ErreurPlaces[] = [];
  const permis = new Map<string, number>();
  for (const lieu of lieuxDe(offre)) for (const une of new Set(capacitesDuLieu(lieu).map(cle))) permis.set(une, (permis.get(une) ?? 0) + 1);
  const vues = new Map<string, number>();
  /** By nature, affectation and time: what is installed or added, and what is available. */
  const sommes = new Map<string, { installees?: number; supplementaires: number; disponibles: number; rang: number }>();
  capacites.forEach((capacite, rang) => {
    for (const [attribut, jeu] of Object.entries(JEUX)) {
      const code = capacite[attribut as keyof typeof JEUX];
      if (code !== undefined && !connait(jeu, code)) erreurs.push({ chemin: `capacites.${rang}.${attribut}`, code: 'code-inconnu' });
    }
    const nombre = (vues.get(cle(capacite)) ?? 0) + 1;
    vues.set(cle(capacite), nombre);
    if (nombre > Math.max(1, permis.get(cle(capacite)) ?? 1)) erreurs.push({ chemin: `capacites.${rang}`, code: 'doublon' });
    const { statutCapacite: statut } = capacite;
    if (capacite.genreCapaciteDispo !== undefined && statut !== DISPONIBLE) erreurs.push({ chemin: `capacites.${rang}.genreCapaciteDispo`, code: 'genre-hors-disponible' });
    if (capacite.typeFermetureCapacite !== undefined && statut !== FERME) erreurs.push({ chemin: `capacites.${rang}.typeFermetureCapacite`, code: 'fermeture-hors-ferme' });
    if ((capacite.typeLitsSupplementaire !== undefined || capacite.typeCrise !== undefined) && statut !== SUPPLEMENTAIRE) erreurs.push({ chemin: `capacites.${rang}.statutCapacite`, code: 'supplement-hors-supplementaire' });
    const groupe = `${capacite.natureCapacite}|${capacite.affectationTemporaire}|${capacite.temporaliteCapacite}`;
    const somme = sommes.get(groupe) ?? { supplementaires: 0, disponibles: 0, rang };
    if (statut === INSTALLE) somme.installees = (somme.installees ?? 0) + capacite.nombreCapacite;
    if (statut === SUPPLEMENTAIRE) somme.supplementaires += capacite.nombreCapacite;
    if (statut === DISPONIBLE) {
      somme.disponibles += capacite.nombreCapacite;
      somme.rang = rang;
    }
    sommes.set(groupe, somme);
  });
  for (const { installees, supplementaires, disponibles, rang } of sommes.values()) {
    if (installees !== undefined && disponibles > installees + supplementaires) erreurs.push({ chemin: `capacites.${rang}.nombreCapacite`, code: 'disponible-depasse' });
  }
  const installees = [...sommes.values()].flatMap((somme) => somme.installees ?? []).reduce((a, b) => a + b, 0);
  const connues = [...sommes.values()].some((somme) => somme.installees !== undefined);
  fermetures.forEach(({ debut, fin, nombre, type }, rang) => {
    if (fin !== null && fin < debut) erreurs.push({ chemin: `fermetures.${rang}.fin`, code: 'fin-avant-debut' });
    if (type !== null && !connait('J191', type)) erreurs.push({ chemin: `fermetures.${rang}.type`, code: 'code-inconnu' });
    // The most are closed on the first day of one of them.
    const ensemble = fermetures.filter((autre) => autre.debut <= debut && (autre.fin === null || autre.fin >= debut)).reduce((somme, autre) => somme + autre.nombre, 0);
    if (connues && Math.max(nombre, ensemble) > installees) erreurs.push({ chemin: `fermetures.${rang}.nombre`, code: 'fermeture-depasse' });
  });
  return erreurs;
}

export interface EcrireOptions {
  /** ISO instant of the server. */
  readonly instant: string;
  /** Where the unit is when it has no place yet: commune of the COG. */
  readonly communeCog: string;
  readonly nouvelId: () => string;
}

/**
 * PLC-8: the content of an offer with the counts that were typed, dated now, by hand. Each count goes to the place that
 * had it, the others to the first place, which is made when there is none. What else the places say stays.
 */
export function writePlaces(offre: Contenu, capacites: readonly CapaciteSaisie[], { instant, communeCog, nouvelId }: EcrireOptions): Contenu {
  const lieux = lieuxDe(offre);
  if (lieux.length === 0 && capacites.length === 0) return offre;
  const tous = lieux.length > 0 ? lieux : [{ communeCog, metadonnee: { identifiant: nouvelId(), dateCreation: instant, dateMiseJour: instant } }];
  const anciennes = tous.map((lieu) => new Set(capacitesDuLieu(lieu).map(cle)));
  const ecrites: Contenu[][] = tous.map(() => []);
  const pris = new Map<string, number>();
  for (const capacite of capacites) {
    const une = cle(capacite);
    const depuis = pris.get(une) ?? 0;
    const trouve = anciennes.findIndex((connues, rang) => rang >= depuis && connues.has(une));
    pris.set(une, trouve + 1);
    ecrites[Math.max(0, trouve)]!.push({ ...capacite, typeSourceCapacite: SAISIE_MANUELLE, dateMAJCapacite: instant });
  }
  return {
    ...offre,
    lieuRealisationOffre: tous.map((lieu, rang) => {
      const { capacitePriseCharge: _anciennes, ...reste } = lieu;
      return ecrites[rang]!.length > 0 ? { ...reste, capacitePriseCharge: ecrites[rang] } : reste;
    }),
  };
}
