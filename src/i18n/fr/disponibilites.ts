import type { CodeErreurPlaces } from '../../engine/recherche/saisie-places.ts';
import { periode } from './planning-dates.ts';

const nombre = (n: number, un: string, plusieurs = `${un}s`): string => `${n.toLocaleString('fr-FR')}\u00a0${n > 1 ? plusieurs : un}`;
const instants = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });

const erreurs: Readonly<Record<CodeErreurPlaces | 'nombre-illisible' | 'date-illisible' | 'debut-requis' | 'nombre-requis', string>> = {
  'nombre-illisible': 'Saisissez un nombre entier, de 0 à 10 000.',
  'date-illisible': 'Saisissez une date, par exemple 24/12/2026.',
  'debut-requis': 'Indiquez le premier jour de la fermeture.',
  'nombre-requis': 'Indiquez combien de lits ou places ferment, au moins 1.',
  'code-inconnu': 'Cette valeur n’est plus proposée.',
  doublon: 'Ce nombre est déjà indiqué ailleurs.',
  'genre-hors-disponible': 'Le genre ne se dit que des lits disponibles.',
  'fermeture-hors-ferme': 'Le type de fermeture ne se dit que des lits fermés.',
  'supplement-hors-supplementaire': 'Le type de lit supplémentaire ne se dit que des lits supplémentaires.',
  'disponible-depasse': 'Plus de disponibles que d’installés et de supplémentaires ensemble.',
  'fin-avant-debut': 'La fermeture finit avant de commencer.',
  'fermeture-depasse': 'Plus de lits fermés ensemble que de lits installés.',
};

/** Texts of `ror-disponibilites`. Labels of codes are those of the value sets JDV_J187 to J195. */
export const disponibilites = {
  titre: 'Lits et places',
  aide: 'Les nombres enregistrés ici sont visibles aussitôt dans la recherche. Laissez vide ce qui n’est pas compté.',
  aideLecture: 'Nombres du dernier compte de chaque service.',
  aucune: 'Aucun service ne vous est assigné.',
  aucuneAide: 'Un responsable de disponibilités en lits voit ici les services de ses établissements.',
  suite: 'Afficher les services suivants',
  resume: (libres: number | null, installes: number | null) =>
    (libres === null ? 'disponibles non renseignés' : installes === null ? nombre(libres, 'disponible') : `${nombre(libres, 'disponible')} sur ${installes}`),
  jamais: 'jamais compté',
  maj: (iso: string) => `compté le ${instants.format(new Date(iso))}`,
  fraicheur: (jours: number) => (jours <= 0 ? 'à jour' : jours === 1 ? 'compté hier' : `compté il y a ${jours} jours`),
  ligne: (nature: string, affectation: string | undefined, lieu: number | undefined) =>
    [nature, affectation, lieu === undefined ? undefined : `lieu ${lieu}`].filter((part) => part !== undefined).join(', '),
  colonne: (statut: string, precision: string | undefined) => (precision === undefined ? statut : `${statut} – ${precision.toLocaleLowerCase('fr-FR')}`),
  nature: 'Nature',
  tableau: (unite: string) => `Lits et places de ${unite}`,
  gardes: (n: number) => `${nombre(n, 'autre compte (prévision ou crise) est conservé', 'autres comptes (prévisions ou crise) sont conservés')} sans changement.`,
  fermetures: 'Fermetures prévues',
  aucuneFermeture: 'Aucune fermeture prévue.',
  /** « du 24 décembre 2026 au 3 janvier 2027 : 6 lits ou places fermés, réactivable (congés) ». */
  fermetureDite: ({ debut, fin, combien, type, commentaire }: { readonly debut: string; readonly fin: string | null; readonly combien: number; readonly type: string; readonly commentaire: string }) =>
    `${periode({ du: debut, ...(fin !== null && { au: fin }) })} : ${[nombre(combien, 'lit ou place fermé', 'lits ou places fermés'), type.toLocaleLowerCase('fr-FR')].filter(Boolean).join(', ')}${commentaire === '' ? '' : ` (${commentaire})`}`,
  fermeture: (rang: number) => `Fermeture ${rang}`,
  debut: 'Premier jour',
  fin: 'Dernier jour',
  finAide: 'Vide : jusqu’à nouvel ordre.',
  combien: 'Lits ou places fermés',
  type: 'Type de fermeture',
  typeInconnu: 'Non précisé',
  commentaire: 'Commentaire',
  ajouter: 'Ajouter une fermeture',
  ajoutee: 'Fermeture ajoutée.',
  retirer: (rang: number) => `Retirer la fermeture ${rang}`,
  retiree: (rang: number) => `Fermeture ${rang} retirée.`,
  enregistrer: 'Enregistrer',
  enCours: 'Enregistrement…',
  enregistre: (unite: string) => `${unite} : lits et places enregistrés.`,
  abandonner: 'Abandonner la saisie',
  abandonnee: 'Saisie abandonnée.',
  erreurs,
  aCorriger: (n: number) => `${nombre(n, 'valeur')} à corriger avant d’enregistrer.`,
  perime: 'Ces lits et places ont changé entre-temps. Votre saisie est conservée : vérifiez-la, puis enregistrez de nouveau.',
} as const;
