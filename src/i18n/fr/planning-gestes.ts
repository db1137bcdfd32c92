import type { Intervalle, Jour } from '../../engine/planning/types.ts';
import { heure, heures, jour, majuscule } from './planning-semaine.ts';

export interface Bloc extends Intervalle {
  readonly premier: Jour;
  readonly dernier: Jour;
}

/** « mardi de 9 h à 12 h 30 », « du lundi au vendredi de 9 h à 12 h 30 ». */
const bloc = ({ premier, dernier, debut, fin }: Bloc): string =>
  `${premier === dernier ? jour(premier) : `du ${jour(premier)} au ${jour(dernier)}`} ${heures([{ debut, fin }])}`;

/** What gestures in the agenda say; fetched with them. */
export const planningGestes = {
  bloc,
  selection: (quoi: Bloc) => `Choisi : ${bloc(quoi)}.`,
  selectionQuittee: 'Choix abandonné.',
  abandon: 'Geste abandonné, la semaine n’a pas changé.',
  /** « lundi de 9 h à 12 h 30 »; from one day to another when it lasts a day or more. */
  plage: (numero: Jour, horaire: Intervalle, jourFin: Jour) => (horaire.fin - horaire.debut <= 1440
    ? `${jour(numero)} ${heures([horaire])}` : `du ${jour(numero)} ${heure(horaire.debut)} au ${jour(jourFin)} ${heure(horaire.fin % 1440 || 1440)}`),
  /** What was just done, for those who listen. */
  faits: {
    ouvert: (quoi: Bloc, nom: string) => `${majuscule(nom)} : ${bloc(quoi)}.`,
    ferme: (quoi: Bloc) => `Fermé : ${bloc(quoi)}.`,
    plage: (texte: string) => `Plage : ${texte}.`,
    annuler: (phrase: string) => `Annulé. ${phrase}`,
    retablir: (phrase: string) => `Rétabli. ${phrase}`,
    rien: { annuler: 'Rien à annuler.', retablir: 'Rien à rétablir.' },
  },
} as const;
