import { availablePlaces, type FermeturePlaces } from '../../../src/engine/recherche/places.ts';
import { distanceKm, type Point } from '../../../src/engine/recherche/trajet.ts';
import { AUCUNE, PLUSIEURS } from './recherche-classes.ts';
import { comparerNoms, type Colonnes } from './recherche-colonnes.ts';
import { NOTE_DU_NOM, ordreDe, type Demande, type Exigences } from './recherche-exigences.ts';
import type { EtablissementLu, Trouvailles } from './recherche-page.ts';

/** What only the database knows of a question, as places of offers: what is open now, and who bears the words. */
export interface Sues {
  /** Numbers of the schedules that are open at the instant. */
  readonly ouverts: readonly string[];
  /** Closings of today by number of the offer. */
  readonly fermees: ReadonlyMap<string, readonly FermeturePlaces[]>;
  /** Offers that hold each list of codes of the question. */
  readonly codes: readonly Int32Array[];
  /** Offers whose names hold all the words; those of each meaning that combinations do not hold. */
  readonly noms: Int32Array;
  readonly sens: readonly { readonly note: number; readonly places: Int32Array }[];
  /** Establishments whose own name holds all the words. */
  readonly nommees: ReadonlySet<string>;
}

/** As the database rounds it (`kilometres`). */
const auMillimetre = (km: number): number => Math.round(km * 1e6) / 1e6;

/** Kilometres from a centre to each place: the same for all that is asked from it at once. */
const mesurees = new WeakMap<Point, { readonly points: readonly Point[]; readonly distances: Float64Array }>();
function distancesDe(centre: Point, points: readonly Point[]): Float64Array {
  const connues = mesurees.get(centre);
  if (connues?.points === points && connues.distances.length === points.length) return connues.distances;
  const distances = Float64Array.from(points, (point) => auMillimetre(distanceKm(centre, point)));
  mesurees.set(centre, { points, distances });
  return distances;
}

/** What is found, by rank of establishment and by place of offer. */
interface Trouves {
  readonly nombres: Int32Array;
  readonly km: Float64Array | null;
  readonly notes: Float32Array | null;
  readonly retenues: Uint8Array;
  noteDe(place: number): number;
  kmDe(place: number): number;
}

/** Looks at every offer once: what answers, its counts, and one page of establishments (none without `demande`). */
export function parcourir(colonnes: Colonnes, exigences: Exigences, sues: Sues, demande: Demande | null): Trouvailles {
  const { structures, classes, lieux, horaires, agesMin, agesFin, departements, nombre } = colonnes;
  const { centre, portee, age, plein, texte } = exigences;
  const { connues } = colonnes;
  const exigees = exigences.classes.map(({ colonne, codes }) => connues.avec(colonne, codes));
  const codees = sues.codes.map((places) => marquer(places, nombre));
  const manques = connues.manques(exigences.choix);
  const departement = exigences.departement === null ? null : colonnes.codesDeDepartements.cherche(exigences.departement) ?? Number.NaN;
  const structuresVues = new Set(plein.entitesGeographiques);
  const departementsVus = new Set(plein.departements.map((code) => colonnes.codesDeDepartements.cherche(code)));
  const vue = (place: number): boolean => !colonnes.sensibles[place] || departementsVus.has(departements[place]) || structuresVues.has(colonnes.etablissement(structures[place]!)?.id ?? '');
  const ouverts = new Uint8Array(colonnes.numerosDHoraires.cles.length);
  for (const no of sues.ouverts) { const rang = colonnes.numerosDHoraires.cherche(no); if (rang !== undefined) ouverts[rang] = 1; }
  const distances = centre && distancesDe(centre, colonnes.points);
  const kmDe = (place: number): number => (distances && lieux[place] !== -1 ? distances[lieux[place]!]! : Number.POSITIVE_INFINITY);
  const noteDe = texte ? noter(colonnes, texte, sues) : () => 0;

  const [n, nOuverts, nLibres] = [new Int32Array(connues.nombre), new Int32Array(connues.nombre), new Int32Array(connues.nombre)];
  const nStructures = colonnes.numerosDeStructures.cles.length;
  const trouves: Trouves = {
    nombres: new Int32Array(nStructures), retenues: new Uint8Array(nombre), noteDe, kmDe,
    km: centre && new Float64Array(nStructures).fill(Number.POSITIVE_INFINITY), notes: texte && new Float32Array(nStructures),
  };
  let nombreOffres = 0;
  offre: for (let place = 0; place < nombre; place++) {
    const structure = structures[place]!;
    if (structure === -1) continue;
    const classe = classes[place]!;
    if (manques[classe] === PLUSIEURS) continue;
    for (const oui of exigees) if (!oui[classe]) continue offre;
    for (const oui of codees) if (!oui[place]) continue offre;
    if (departement !== null && departements[place] !== departement) continue;
    if (!plein.partout && !vue(place)) continue;
    if (age !== null && !admet(age, agesMin[place]!, agesFin[place]!)) continue;
    const km = kmDe(place);
    if (portee < Number.POSITIVE_INFINITY && km > portee) continue;
    const note = noteDe(place);
    if (texte && note === 0) continue;
    const ouvert = ouverts[horaires[place]!] === 1;
    const libre = exigences.placesDites && aDesPlaces(colonnes, place, sues, exigences.aujourdhui);
    if (ouvert && (libre || !exigences.places)) nOuverts[classe]!++;
    if (libre && (ouvert || !exigences.ouvert)) nLibres[classe]!++;
    if ((exigences.ouvert && !ouvert) || (exigences.places && !libre)) continue;
    n[classe]!++;
    if (manques[classe] !== AUCUNE) continue;
    nombreOffres++;
    trouves.retenues[place] = 1;
    trouves.nombres[structure]!++;
    if (trouves.km && km < trouves.km[structure]!) trouves.km[structure] = km;
    if (trouves.notes && note > trouves.notes[structure]!) trouves.notes[structure] = note;
  }
  return {
    nombreOffres, nombreEtablissements: trouves.nombres.reduce((total, combien) => total + Number(combien > 0), 0),
    ...connues.compter({ n, ouverts: nOuverts, libres: nLibres }, manques, demande && !demande.suite ? exigences.comptees : []),
    page: demande ? offresDe(colonnes, premiers(colonnes, exigences, sues, demande, trouves), trouves, demande.offres) : [],
  };
}

function marquer(places: Int32Array, nombre: number): Uint8Array {
  const oui = new Uint8Array(nombre);
  for (const place of places) oui[place] = 1;
  return oui;
}

/** REC-3; of an offer that says neither, it's not known: it is not for an age that is asked. */
const admet = (age: number, min: number, fin: number): boolean =>
  (Number.isNaN(min) ? !Number.isNaN(fin) : min < age + 1) && (Number.isNaN(fin) ? !Number.isNaN(min) : fin > age);

/** Days since 2000. */
const jourDe = (compte: number): string | null => (Number.isNaN(compte) ? null : new Date(Date.UTC(2000, 0, 1 + compte)).toISOString().slice(0, 10));

/** PLC-2, by the engine for the few that have a closing today. */
function aDesPlaces(colonnes: Colonnes, place: number, { fermees }: Sues, jour: string): boolean {
  const disponibles = colonnes.disponibles[place]!;
  if (disponibles <= 0 || fermees.size === 0) return disponibles > 0;
  const siennes = fermees.get(colonnes.numero(place));
  return !siennes || (availablePlaces({ disponibles, dateMiseJour: jourDe(colonnes.comptes[place]!) }, siennes, jour) ?? 0) > 0;
}

/** How well the words find each offer; 0: they do not. */
function noter(colonnes: Colonnes, { partiel, sens }: NonNullable<Exigences['texte']>, sues: Sues): (place: number) => number {
  const { classes, connues } = colonnes;
  const offres = new Float32Array(colonnes.nombre);
  const combinaisons = new Float32Array(connues.nombre);
  for (const place of sues.noms) offres[place] = NOTE_DU_NOM;
  if (!partiel || sues.noms.length === 0) {
    for (const { note, places } of sues.sens) for (const place of places) offres[place] = Math.max(offres[place]!, note);
    for (const { note, colonne, valeur } of sens) if (colonne) connues.avec(colonne, [valeur]).forEach((oui, classe) => { if (oui) combinaisons[classe] = Math.max(combinaisons[classe]!, note); });
  }
  return (place) => Math.max(offres[place]!, combinaisons[classes[place]!]!);
}

type Place = Omit<EtablissementLu, 'offres'> & { readonly structure: number };

const comparer = (a: number, b: number): number => (a < b ? -1 : Number(a > b));

/** The first establishments in the order that is asked, after where the page begins, and one more. */
function premiers(colonnes: Colonnes, { texte }: Exigences, { nommees }: Sues, { tri, taille, suite }: Demande, { nombres, km, notes }: Trouves): readonly Place[] {
  const { parNom, nommes } = ordreDe(tri, texte);
  const ordre = parNom ? colonnes.ordre() : null;
  const { cles } = colonnes.numerosDeStructures;
  const rangDe = (structure: number, loin: number | null): readonly [number, number] => {
    if (tri === 'nom') return [0, 0];
    if (tri !== 'pertinence') return [loin ?? 1e9, 0];
    const note = (notes?.[structure] ?? 0) + (nommes && nommees.has(cles[structure]!) ? NOTE_DU_NOM : 0);
    // Of no note 0 rather than -0, which JSON does not tell apart but a comparison of answers does.
    return [note === 0 ? 0 : -note, loin ?? -nombres[structure]!];
  };
  const departager = (a: Place, b: Place): number => (ordre ? ordre[a.structure]! - ordre[b.structure]! : comparerNoms(a, b));
  const avant = (a: Omit<Place, 'structure'>, b: Pick<Place, 'rang'>): number => comparer(a.rang[0], b.rang[0]) || comparer(a.rang[1], b.rang[1]);
  const page: Place[] = [];
  for (let structure = 0; structure < nombres.length; structure++) {
    const etablissement = colonnes.etablissement(structure);
    if (nombres[structure] === 0 || !etablissement) continue;
    const loin = km && km[structure]! < Number.POSITIVE_INFINITY ? km[structure]! : null;
    const une: Place = { structure, no: cles[structure]!, cle: parNom ? etablissement.cle : '', rang: rangDe(structure, loin), km: loin, nombre: nombres[structure]! };
    if (suite && (avant(une, suite) || comparerNoms(une, suite)) <= 0) continue;
    const derniere = page[taille];
    if (derniere && (avant(une, derniere) || departager(une, derniere)) > 0) continue;
    let [bas, haut] = [0, page.length];
    while (bas < haut) {
      const milieu = (bas + haut) >> 1;
      if ((avant(une, page[milieu]!) || departager(une, page[milieu]!)) > 0) bas = milieu + 1;
      else haut = milieu;
    }
    page.splice(bas, 0, une);
    if (page.length > taille + 1) page.pop();
  }
  return page;
}

/** The offers of a page, best first. */
function offresDe(colonnes: Colonnes, page: readonly Place[], { retenues, noteDe, kmDe }: Trouves, combien: number): readonly EtablissementLu[] {
  const parStructure = new Map<number, number[]>(page.map(({ structure }) => [structure, []]));
  for (let place = 0; place < retenues.length; place++) if (retenues[place] === 1) parStructure.get(colonnes.structures[place]!)?.push(place);
  return page.map(({ structure, ...etablissement }) => ({
    ...etablissement,
    offres: parStructure.get(structure)!.sort((a, b) => noteDe(b) - noteDe(a) || comparer(kmDe(a), kmDe(b)) || colonnes.comparerNumeros(a, b)).slice(0, combien).map((place) => colonnes.numero(place)),
  }));
}
