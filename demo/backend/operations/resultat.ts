import { lignesAdresse } from '../../../src/domain/adresse.ts';
import type { Contenu } from '../../../src/domain/fiche.ts';
import { profilFor } from '../../../src/engine/acces/comptes.ts';
import { filterFor, type Profil } from '../../../src/engine/acces/profils.ts';
import type { Genre } from '../../../src/engine/recherche/champs.ts';
import type { Deplacement } from '../../../src/engine/recherche/criteres.ts';
import { openingStatut, zoneOf } from '../../../src/engine/recherche/ouvertures.ts';
import { countPlaces, availablePlaces } from '../../../src/engine/recherche/places.ts';
import type { EtablissementTrouve, OffreTrouvee } from '../../../src/engine/recherche/resultats.ts';
import { estimatedDuree } from '../../../src/engine/recherche/trajet.ts';
import { GENRES_RESTREINTS } from '../repositories/recherche-exigences.ts';
import type { OffreLue, StructureLue } from '../repositories/recherche-page.ts';
import type { Service } from './service.ts';

interface Pour {
  readonly service: Service;
  /** ISO instant that open and closed are true for. */
  readonly instant: string;
  /** What was looked for, `genre:code`. */
  readonly voulus: readonly string[];
  readonly restreint: boolean;
  readonly deplacement: Deplacement | undefined;
}

const objet = (value: unknown): Contenu => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Contenu) : {});
const objets = (value: unknown): readonly Contenu[] => (Array.isArray(value) ? value.map(objet) : []);
const texte = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** JDV_J221 of the reception; the channels of telecommunication. */
const ACCUEIL = '01';
const TELEPHONE = '2';
const MAIL = '3';

/** What the reader may read of how to reach it, of the reception first. */
function joindre(contenu: Contenu): { readonly telephone: string | null; readonly mail: string | null } {
  const contacts = [...objets(contenu['contact'])].sort((a, b) => Number(b['natureContact'] === ACCUEIL) - Number(a['natureContact'] === ACCUEIL));
  const telecoms = contacts.flatMap((contact) => objets(contact['telecommunication']));
  const premier = (canal: string) => texte(telecoms.find((telecom) => telecom['canal'] === canal)?.['adresseTelecom']);
  return { telephone: premier(TELEPHONE), mail: premier(MAIL) };
}

const MAJORITE = 18;

function offreTrouvee(lue: OffreLue, profil: Profil, departement: string | null, { service, instant, voulus, restreint }: Pour): OffreTrouvee {
  const contenu = filterFor(profil, 'UO', lue.contenu);
  const patientele = objet(contenu['patientele']);
  const annees = (age: unknown): number | null => {
    const { valeur, unite } = objet(age);
    const parAn = { a: 1, mo: 12, wk: 365.25 / 7, d: 365.25 }[String(unite)];
    return typeof valeur === 'number' && parAn !== undefined ? Math.floor(valeur / parAn) : null;
  };
  const [ageMin, ageMax] = [annees(patientele['ageMin']), annees(patientele['ageMax'])];
  const places = countPlaces(contenu);
  const zone = lue.zone ?? zoneOf(departement);
  const reponses = lue.codes.filter((code) => voulus.includes(code)).map((code) => {
    const at = code.indexOf(':');
    return { genre: code.slice(0, at) as Genre, code: code.slice(at + 1) };
  }).filter(({ genre }) => !restreint || !GENRES_RESTREINTS.has(genre));
  return {
    id: lue.id, nom: lue.nom, typeOffre: texte(contenu['typeOffre']), modePriseEnCharge: texte(contenu['modePriseEnCharge']), temporaliteAccueil: texte(contenu['temporaliteAccueil']),
    ageMin, ageMax, enfants: ageMin !== null && ageMin < MAJORITE, adultes: ageMax !== null && ageMax >= MAJORITE,
    statut: lue.planning ? openingStatut(lue.planning, Date.parse(instant), zone, service.rules.recherche.calendrier(zone)) : { etat: 'inconnu', prochain: null },
    places: { ...places, disponibles: availablePlaces(places, lue.fermetures, service.aujourdhui) },
    ...joindre(contenu), repond: reponses,
  };
}

/** An establishment of a page, with what this person may read of it. */
export function etablissementTrouve(lue: StructureLue, pour: Pour): EtablissementTrouve {
  const { service, restreint, deplacement } = pour;
  const profil = profilFor(restreint ? null : service.acteur, { egId: lue.id, departement: lue.departement });
  const contenu = filterFor(profil, 'EG', lue.contenu);
  const lieu = objet(contenu['lieuEG']);
  return {
    id: lue.id, nom: lue.nom, categorieEG: texte(contenu['categorieEG']), adresse: lignesAdresse(objet(lieu['adresse'])),
    codeCommune: texte(lieu['communeCog']) ?? texte(objet(lieu['adresse'])['communeCog']), commune: lue.commune,
    latitude: lue.latitude, longitude: lue.longitude, precision: lue.precision,
    distanceKm: lue.km === null ? null : Math.round(lue.km * 10) / 10,
    duree: lue.km === null ? null : { minutes: estimatedDuree(lue.km, deplacement), estimee: true },
    ...joindre(contenu), offres: lue.offres.map((offre) => offreTrouvee(offre, profil, lue.departement, pour)), nombreOffres: lue.nombre,
  };
}
