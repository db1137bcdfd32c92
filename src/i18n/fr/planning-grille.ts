import type { Intervalle, Jour } from '../../engine/planning/types.ts';
import { heure, heures, jour, majuscule } from './planning-semaine.ts';

const duree = (minutes: number): string => `${Math.floor(minutes / 60)}\u00a0h${minutes % 60 ? `\u00a0${String(minutes % 60).padStart(2, '0')}` : ''}`;

const bornes = ({ debut, fin }: Intervalle): string => `${heure(debut)} – ${heure(fin)}`;

/** The agenda of `ror-weekly-planning`: what is shown and said at once. Sentences about a week itself are in `planning.ts`. */
export const planningGrille = {
  etiquette: 'Semaine type',
  jour,
  jourTitre: (numero: Jour) => majuscule(jour(numero)),
  jourCourt: (numero: Jour) => `${majuscule(jour(numero).slice(0, 3))}.`,
  heure,
  bornes,
  /** A cell, as it is read out: « mardi 9 h 30, ouvert », « lundi 8 h 30, ouvert de 8 h 45 à 9 h ». */
  case: (nomDuJour: string, heureDeDebut: string, contenus: readonly { readonly nom: string; readonly partie?: Intervalle | undefined }[]) =>
    `${nomDuJour} ${heureDeDebut}, ${contenus.length === 0 ? 'fermé' : contenus.map(({ nom, partie }) => (partie ? `${nom} ${heures([partie])}` : nom)).join(', ')}`,
  ouvert: 'ouvert',
  vide: 'Aucun horaire renseigné.',
  resume: (nom: string | undefined, phrase: string, total: number) => `${nom ? `${nom} : ${phrase}` : majuscule(phrase)} (${duree(total)} par semaine)`,
  aide: 'Au clavier : flèches pour se déplacer, Maj + flèches pour choisir plusieurs créneaux, Espace pour ouvrir ou fermer, Entrée pour les actions, Échap pour renoncer, Ctrl + Z et Ctrl + Y pour annuler et rétablir.',
  obligatoire: 'Renseignez au moins une plage d’ouverture.',
  lectureSeule: 'Cette semaine est en lecture seule.',
  outilAbsent: 'Cet outil n’a pas pu être chargé. Vérifiez la connexion et réessayez.',
  /** Buttons that are there from the start. */
  boutons: {
    pinceau: 'Un geste dans la grille sert à',
    ouvrir: 'Ouvrir',
    gomme: 'Fermer (gomme)',
    legende: 'Légende',
    annuler: 'Annuler',
    retablir: 'Rétablir',
    toujours: 'Alimenter 7j/7 et 24h/24',
    modeles: 'Modèles',
    copier: 'Copier un jour…',
    liste: 'Saisir les heures',
    exceptions: (feries: boolean) => (feries ? 'Exceptions et jours fériés' : 'Exceptions'),
    journeeEntiere: 'Afficher 24 h',
  },
} as const;
