/**
 * `ror-elements/planning.js`: the typical week and the status of a place without any element: on a server, in a list of
 * results, in a calendar. Pure functions over minutes, no DOM, no schema library; `src/engine/planning/README.md` describes them.
 */
export { writeFhir, readFhir } from './engine/planning/conversion/fhir.ts';
export { writeFiche, writePlanning, readFiche, type HorairesDeFiche } from './engine/planning/conversion/horaires-de-fiche.ts';
export { writeHoraires, readHoraires, type Horaire } from './engine/planning/conversion/horaire.ts';
export { writeFreeBusy, readFreeBusy } from './engine/planning/conversion/icalendar.ts';
export { readOsm } from './engine/planning/conversion/osm-read.ts';
export { writeOsm } from './engine/planning/conversion/osm-write.ts';
export { writeSchemaOrg, readSchemaOrg } from './engine/planning/conversion/schema-org.ts';

export { writeHeure, writeHeures, readHeures, type HeuresRead } from './engine/planning/heures.ts';
export { copierJour, dejeuner, effacerJour, fixerJour, heuresOfJour, inverser, ouvrir24h } from './engine/planning/jours.ts';
export { ajouter, basculer, changerType, couper, deplacer, redimensionner, retirer } from './engine/planning/operations.ts';
export { normalizePlanning, type Exception, type Fermeture, type Periode, type Planning, type Regle } from './engine/planning/planning.ts';
export { summarize, typesOf, type Groupe } from './engine/planning/summary.ts';
export { snap, covered, totalMinutes, sameSemaine, merge, jourAt, minuteOf, freeMinutes, normalize, byJour, plagesAt, type Piece } from './engine/planning/semaine.ts';
export type { Calendrier, JourFerie } from './engine/planning/journees.ts';
export { statut, type Statut } from './engine/planning/statut.ts';
export type { Constat, Intervalle, Jour, Plage, Refus, Semaine, Suite } from './engine/planning/types.ts';

/** French sentences about weeks, statuses, refusals and remarks, each with its spoken twin where a voice would stumble. */
export { planning as phrases } from './i18n/fr/planning.ts';

/** The calendar of French public holidays, a kept library fetched only when it is wanted. */
export const chargerFeries = (): Promise<typeof import('./engine/planning/feries.ts')> => import('./engine/planning/feries.ts');
