import type { ValueSetId } from '../../nomenclature/value-set-ids.ts';
import type { Deplacement } from './criteres.ts';
import type { EtablissementTrouve, OffreTrouvee } from './resultats.ts';

/** A cell: typed, so that a spreadsheet sorts and adds it; null is an empty cell. */
export type Cellule = string | number | Date | null;

export interface Feuille {
  readonly nom: string;
  /** First row; absent for a sheet of labels and values. */
  readonly entetes?: readonly string[];
  /** Characters, a column each. */
  readonly largeurs: readonly number[];
  readonly lignes: readonly (readonly Cellule[])[];
}

/** Columns of an export, in the order of the sheet: the table of guide 002, then what one acts with. */
export const COLONNES = [
  'etablissement', 'categorie', 'adresse', 'commune', 'distance', 'duree', 'unite', 'type', 'mode', 'temporalite', 'ageMin', 'ageMax', 'patients',
  'statut', 'prochain', 'placesDisponibles', 'placesInstallees', 'placesDate', 'telephone', 'mail', 'identifiant',
] as const;
export type Colonne = typeof COLONNES[number];

const LARGEURS: Readonly<Record<Colonne, number>> = {
  etablissement: 40, categorie: 30, adresse: 40, commune: 22, distance: 12, duree: 12, unite: 40, type: 40, mode: 26, temporalite: 14, ageMin: 10, ageMax: 10, patients: 18,
  statut: 18, prochain: 18, placesDisponibles: 12, placesInstallees: 12, placesDate: 18, telephone: 18, mail: 30, identifiant: 24,
};

/** Words that an export needs; i18n gives them. */
export interface MotsTableau {
  readonly feuille: string;
  readonly entetes: Readonly<Record<Colonne, string>>;
  readonly etats: Readonly<Record<OffreTrouvee['statut']['etat'], string>>;
  readonly enfants: string;
  readonly adultes: string;
}

/**
 * The results as one sheet: a row for each offer, with its establishment on each, so that it can be sorted and filtered.
 * @param libelle the label of a code; the code when it is not known.
 */
export function tableau(etablissements: readonly EtablissementTrouve[], mots: MotsTableau, libelle: (valueSet: ValueSetId, code: string) => string): Feuille {
  const lire = (valueSet: ValueSetId, code: string | null): string | null => (code === null ? null : libelle(valueSet, code));
  const date = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));
  const ligne = (eg: EtablissementTrouve, offre: OffreTrouvee): Readonly<Record<Colonne, Cellule>> => ({
    etablissement: eg.nom, categorie: lire('J55', eg.categorieEG), adresse: eg.adresse.join(', ') || null, commune: eg.commune,
    distance: eg.distanceKm, duree: eg.duree?.minutes ?? null,
    unite: offre.nom, type: lire('J238', offre.typeOffre), mode: lire('J19', offre.modePriseEnCharge), temporalite: lire('J30', offre.temporaliteAccueil),
    ageMin: offre.ageMin, ageMax: offre.ageMax, patients: [offre.enfants && mots.enfants, offre.adultes && mots.adultes].filter(Boolean).join(', ') || null,
    statut: mots.etats[offre.statut.etat], prochain: date(offre.statut.prochain),
    placesDisponibles: offre.places.disponibles, placesInstallees: offre.places.installees, placesDate: date(offre.places.dateMiseJour),
    telephone: offre.telephone ?? eg.telephone, mail: offre.mail ?? eg.mail, identifiant: offre.id,
  });
  return {
    nom: mots.feuille, entetes: COLONNES.map((colonne) => mots.entetes[colonne]), largeurs: COLONNES.map((colonne) => LARGEURS[colonne]),
    lignes: etablissements.flatMap((eg) => eg.offres.map((offre) => {
      const cellules = ligne(eg, offre);
      return COLONNES.map((colonne) => cellules[colonne]);
    })),
  };
}

/** What an export says of itself: what was asked, when, from where. */
export interface Provenance {
  /** Criteria in words, one each. */
  readonly criteres: readonly string[];
  readonly instant: Date;
  /** Name of the répertoire. */
  readonly source: string;
  readonly etablissements: number;
  readonly offres: number;
  /** Order of the rows, in words. */
  readonly tri: string;
  readonly deplacement: Deplacement | null;
  /** Editions of the nomenclatures whose labels are in the sheet. */
  readonly editions: readonly { readonly valueSet: string; readonly edition: string }[];
}

export interface MotsProvenance {
  readonly feuille: string;
  readonly titre: string;
  readonly criteres: string;
  readonly aucunCritere: string;
  readonly date: string;
  readonly source: string;
  readonly resultats: string;
  readonly nombre: (etablissements: number, offres: number) => string;
  readonly tri: string;
  readonly duree: string;
  readonly dureeEstimee: (deplacement: Deplacement) => string;
  readonly nomenclatures: string;
  readonly avertissement: string;
}

/** The sheet that says where the other one comes from. */
export function provenance({ criteres, instant, source, etablissements, offres, tri, deplacement, editions }: Provenance, mots: MotsProvenance): Feuille {
  const lignes: (readonly Cellule[])[] = [
    [mots.titre, null],
    [mots.date, instant],
    [mots.source, source],
    [mots.resultats, mots.nombre(etablissements, offres)],
    [mots.tri, tri],
    ...(criteres.length === 0 ? [[mots.criteres, mots.aucunCritere]] : criteres.map((critere, n) => [n === 0 ? mots.criteres : null, critere])),
    ...(deplacement === null ? [] : [[mots.duree, mots.dureeEstimee(deplacement)]]),
    ...editions.map(({ valueSet, edition }, n) => [n === 0 ? mots.nomenclatures : null, `${valueSet} (${edition})`]),
    [null, mots.avertissement],
  ];
  return { nom: mots.feuille, largeurs: [26, 90], lignes };
}
