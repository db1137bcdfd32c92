import type { Refus } from '../../engine/dossier/refus.ts';

type Words = { readonly [C in Refus['code']]: (refus: Extract<Refus, { code: C }>) => string };

const roles = {
  lecteur: 'lecteur', referent: 'référent', direction: 'Direction', 'responsable-disponibilites': 'responsable de disponibilités en lits',
  tutelle: 'autorité de tutelle', gestionnaire: 'gestionnaire', support: 'support',
} as const;

const niveaux = { EG: 'entité géographique', P: 'pôle', S: 'service', UF: 'unité fonctionnelle', UO: 'unité opérationnelle' } as const;

const etats = {
  EN_COURS: 'en cours', EN_VALIDATION_INTERNE: 'en attente de validation par la Direction',
  EN_VALIDATION_GESTIONNAIRE: 'en attente de validation par le gestionnaire', VALIDE: 'validé, en attente de sa date d’effet',
  PUBLIE: 'publié', REFUSE: 'refusé', ERREUR_PUBLICATION: 'en erreur de publication',
} as const;

const jour = (iso: string) => iso.split('-').reverse().join('/');

/** One sentence per reason of refusal. */
export const refus: Words = {
  role: ({ requis }) => `Cette action revient à un compte ${requis.map((role) => roles[role]).join(' ou ')}.`,
  'structure-etrangere': () => 'Cette structure n’est pas rattachée à votre compte.',
  etat: ({ etat }) => `Ce n’est pas possible : le dossier est ${etats[etat]}.`,
  'dossier-deja-ouvert': () => 'Un dossier collaboratif est déjà ouvert sur cette structure.',
  'fiche-inconnue': () => 'Cette fiche n’est plus dans le dossier.',
  'parent-interdit': ({ typeFiche, parent }) => `Une fiche « ${niveaux[typeFiche]} » ne peut pas être placée ${parent ? `sous une fiche « ${niveaux[parent]} »` : 'ici'}.`,
  'nombre-interdit': ({ min, max }) => `Indiquez un nombre de fiches entre ${min} et ${max}.`,
  'nom-vide': () => 'Donnez un nom.',
  'fiche-indispensable': () => 'La fiche de l’entité géographique ne peut être ni supprimée, ni déplacée, ni dupliquée.',
  'fiche-incomplete': ({ issues }) => issues.length > 1
    ? `Il reste ${issues.length} points à compléter avant de finaliser cette fiche.`
    : 'Il reste un point à compléter avant de finaliser cette fiche.',
  'fiches-a-finaliser': ({ ficheIds }) => ficheIds.length > 1
    ? `Il reste ${ficheIds.length} fiches à finaliser avant l’envoi.`
    : 'Il reste une fiche à finaliser avant l’envoi.',
  'aucune-fiche-prete': () => 'Aucune fiche en attente n’est complète : ouvrez chaque fiche grise pour la compléter.',
  'niveau-manquant': ({ typeFiche }) => `Ajoutez au moins une fiche « ${niveaux[typeFiche]} » avant l’envoi.`,
  'date-effet-absente': () => 'Choisissez une date d’effet : aujourd’hui ou une date à venir.',
  'date-effet-passee': ({ dateEffet }) => `La date d’effet (${jour(dateEffet)}) est passée : choisissez aujourd’hui ou une date à venir.`,
  'date-effet-future': ({ dateEffet }) => `La publication aura lieu à la date d’effet, le ${jour(dateEffet)}.`,
  'motif-vide': () => 'Indiquez le motif du refus : il sera lu par la structure.',
};
