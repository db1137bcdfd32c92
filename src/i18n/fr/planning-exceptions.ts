import type { Exception, Regle } from '../../engine/planning/planning.ts';
import { periode } from './planning-dates.ts';
import { heures } from './planning-semaine.ts';

const effet: Readonly<Record<Exception['effet'], string>> = { fermeture: 'Fermeture', ouverture: 'Ouverture en plus', remplacement: 'Horaires particuliers' };
const regle = (quoi: Regle): string => (typeof quoi === 'string' ? { normal: 'ouvert comme d’habitude', ferme: 'fermé', 'a-verifier': 'à vérifier' }[quoi] : heures(quoi));

/** Exceptions to the typical week and rules for holidays, in `ror-weekly-planning`. */
export const planningExceptions = {
  groupe: 'Exceptions à la semaine type',
  aucune: 'Aucune exception.',
  /** One exception in a sentence; `horaires` are its hours in words, empty for whole days. */
  phrase: ({ effet: quoi, motif = '', ...dates }: Exception, horaires: string) => `${effet[quoi]} ${periode(dates)}${horaires && `, ${horaires}`}${motif && ` (${motif})`}`,
  regles: { feries: (quoi: Regle) => `Jours fériés : ${regle(quoi)}`, vacances: (quoi: Regle) => `Vacances scolaires : ${regle(quoi)}` },
  validite: (dates: { readonly du?: string; readonly au?: string }) => `Horaires valables ${periode(dates)}`,
  fermee: 'La structure est déclarée fermée.',
  champs: { feries: 'Jours fériés', vacances: 'Vacances scolaires', effet: 'Effet', du: 'Du', au: 'au (inclus)', sansFin: 'Sans date de fin', heures: 'Heures, chaque jour', motif: 'Motif' },
  choix: { '': 'Non renseigné', normal: 'Ouvert comme d’habitude', ferme: 'Fermé', 'a-verifier': 'À vérifier', heures: 'Horaires particuliers' },
  effet: { fermeture: 'Fermé', ouverture: 'Ouvert en plus de la semaine type', remplacement: 'Horaires à la place de la semaine type' } satisfies Record<Exception['effet'], string>,
  aide: 'Un seul jour : laissez la date de fin vide.',
  aideHeures: { fermeture: 'Vide : toute la journée. Par exemple : 14h-18h.', ouverture: 'Par exemple : 9h-12h30, 14h-18h.', remplacement: 'Par exemple : 9h-12h30, 14h-18h.' } satisfies Record<Exception['effet'], string>,
  gardees: (texte: string) => `Heures selon les jours, conservées si ce champ reste vide : ${texte}`,
  motifExemple: 'congés annuels',
  ajouter: 'Ajouter une exception',
  modifier: 'Modifier',
  supprimer: 'Supprimer',
  de: (geste: string, phrase: string) => `${geste} : ${phrase}`,
  titre: { nouvelle: 'Nouvelle exception', existante: 'Modifier l’exception' },
  valider: 'Valider l’exception',
  erreurs: {
    date: 'Indiquez au moins une date complète.',
    ordre: 'La date de fin vient avant la date de début.',
    heures: 'Indiquez les heures d’ouverture.',
    enCours: 'Une exception est en cours de saisie : validez-la ou annulez.',
  },
  faits: {
    ajoutee: (phrase: string) => `Exception ajoutée : ${phrase}.`,
    modifiee: (phrase: string) => `Exception modifiée : ${phrase}.`,
    supprimee: (phrase: string) => `Exception supprimée : ${phrase}.`,
    regle: (phrase: string) => `${phrase}.`,
    sansRegle: (champ: string) => `${champ} : non renseigné.`,
  },
} as const;
