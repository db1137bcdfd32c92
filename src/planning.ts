/**
 * `ror-elements/planning.js`: the typical week and the status of a place without any element: on a server, in a list of
 * results, in a calendar. Pure functions over minutes, no DOM, no schema library; `src/engine/planning/README.md` describes them.
 */
export { ecrireFhir, lireFhir } from './engine/planning/conversion/fhir.ts';
export { ecrireFiche, ecrirePlanning, lireFiche, type HorairesDeFiche } from './engine/planning/conversion/horaires-de-fiche.ts';
export { ecrireHoraires, lireHoraires, type Horaire } from './engine/planning/conversion/horaire.ts';
export { ecrireFreeBusy, lireFreeBusy } from './engine/planning/conversion/icalendar.ts';
export { lireOsm } from './engine/planning/conversion/osm-lecture.ts';
export { ecrireOsm } from './engine/planning/conversion/osm.ts';
export { ecrireSchemaOrg, lireSchemaOrg } from './engine/planning/conversion/schema-org.ts';

export { ecrireHeure, ecrireHeures, lireHeures, type HeuresLues } from './engine/planning/heures.ts';
export { copierJour, dejeuner, effacerJour, fixerJour, heuresDuJour, inverser, ouvrir24h } from './engine/planning/jours.ts';
export { ajouter, basculer, changerType, couper, deplacer, redimensionner, retirer } from './engine/planning/operations.ts';
export { normaliserPlanning, type Exception, type Fermeture, type Periode, type Planning, type Regle } from './engine/planning/planning.ts';
export { resumer, typesDe, type Groupe } from './engine/planning/resume.ts';
export { caler, couvert, duree, egales, fusionner, jourDe, minuteDe, minutesLibres, normaliser, parJour, plagesA, type Morceau } from './engine/planning/semaine.ts';
export type { Calendrier, JourFerie } from './engine/planning/journees.ts';
export { statut, type Statut } from './engine/planning/statut.ts';
export type { Constat, Intervalle, Jour, Plage, Refus, Semaine, Suite } from './engine/planning/types.ts';

/** French sentences about weeks, statuses, refusals and remarks, each with its spoken twin where a voice would stumble. */
export { planning as phrases } from './i18n/fr/planning.ts';

/** The calendar of French public holidays, a kept library fetched only when it is wanted. */
export const chargerFeries = (): Promise<typeof import('./engine/planning/feries.ts')> => import('./engine/planning/feries.ts');
