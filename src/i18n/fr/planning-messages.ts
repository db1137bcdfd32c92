import type { HeuresRead } from '../../engine/planning/heures.ts';
import type { Constat, NonDit, NonRepris, Refus } from '../../engine/planning/types.ts';
import { heures, jour, majuscule } from './planning-semaine.ts';

const refusParCode: { readonly [C in Refus['code']]: (refus: Extract<Refus, { code: C }>) => string } = {
  chevauchement: ({ avec }) => `Ces heures sont déjà prises : ${jour(Math.floor(avec.debut / 1440) + 1)} ${heures([{ debut: avec.debut % 1440, fin: avec.fin - avec.debut + (avec.debut % 1440) }])}.`,
  'plage-inconnue': () => 'Cette plage n’est plus dans la semaine.',
  'duree-nulle': () => 'La fin doit venir après le début.',
  'duree-excessive': ({ max }) => `Une plage ne peut pas durer plus de ${max === 1440 ? '24 heures' : '7 jours'}.`,
  'pause-nulle': () => 'L’après-midi doit commencer après la fin de la matinée.',
  'hors-limites': () => 'Indiquez une heure entre 0 h et 24 h.',
  'jour-inconnu': () => 'Ce jour n’existe pas.',
  'trop-de-plages': ({ max }) => `Une semaine ne peut pas avoir plus de ${max} plages.`,
};

const nonRepris: Readonly<Record<NonRepris, string>> = {
  jour: 'sans jour de la semaine', heures: 'sans heures', annee: 'sans année', secondes: 'les secondes', frequence: 'une semaine sur plusieurs',
  commentaire: 'un commentaire', ordre: 'une règle plus large qui en contredit une autre', fuseau: 'un fuseau horaire inconnu', 'hors-semaine': 'des heures d’une autre semaine',
};
const nonDit: Readonly<Record<NonDit, string>> = {
  type: 'le type de plage', motif: 'le motif', feries: 'la règle des jours fériés', vacances: 'la règle des vacances scolaires', validite: 'la période de validité',
  fermeture: 'la fermeture de la structure', 'derniere-minute': 'une fin à 23 h 59, qui sera lue comme minuit', 'sans-heures': 'une ouverture sans heures',
  remplacement: 'des horaires à la place d’autres, écrits comme des fermetures et des ouvertures', 'sans-fin': 'une exception sans date de fin',
};
const place = (rang: number | undefined) => (rang === undefined ? '' : `Ligne ${rang + 1} : `);
const cite = (texte: string | undefined) => (texte === undefined || texte === '' ? '' : ` (« ${texte} »)`);

const constatParCode: { readonly [C in Constat['code']]: (constat: Extract<Constat, { code: C }>) => string } = {
  illisible: ({ rang, texte }) => `${place(rang)}horaires illisibles${cite(texte)}, laissés de côté.`,
  inversee: ({ rang }) => `${place(rang)}la fin vient avant le début ; plage laissée de côté.`,
  'duree-nulle': ({ rang }) => `${place(rang)}la fin est égale au début ; plage laissée de côté.`,
  'duree-excessive': ({ rang }) => `${place(rang)}plage de plus d’une semaine, laissée de côté.`,
  'hors-limites': ({ rang }) => `${place(rang)}plage hors de la semaine, laissée de côté.`,
  fusion: ({ nombre }) => (nombre > 1 ? `${nombre} plages qui se chevauchaient ont été réunies.` : 'Des plages qui se chevauchaient ont été réunies.'),
  'non-repris': ({ quoi, rang, texte }) => `${place(rang)}non repris, ${nonRepris[quoi]}${cite(texte)}.`,
  'non-dit': ({ quoi, texte }) => `Ce format ne peut pas dire ${nonDit[quoi]}${cite(texte)}.`,
  'trop-de-plages': ({ nombre, max }) => `${nombre} plages : seules les ${max} premières sont gardées.`,
  'trop-d-exceptions': ({ nombre, max }) => `${nombre} exceptions : seules les ${max} premières sont gardées.`,
};

/** Why an operation is refused. */
export const refus = (pourquoi: Refus): string => (refusParCode[pourquoi.code] as (refus: Refus) => string)(pourquoi);

/** What could not be read, or could not be said in a format. */
export const constat = (quoi: Constat): string => majuscule((constatParCode[quoi.code] as (constat: Constat) => string)(quoi));

/** Why typed hours can't be read; `position` is where reading stopped, from 0. */
export function illisible(position: number, pourquoi: Extract<HeuresRead, { illisible: string }>['raison'] = 'incompris'): string {
  if (pourquoi === 'hors-limites') return 'Indiquez des heures entre 0 h et 24 h.';
  if (pourquoi === 'inversee') return 'La fin doit venir après le début, au plus tard à midi le lendemain.';
  return `${position > 0 ? `Illisible à partir du ${position + 1}e caractère. ` : ''}Écrivez par exemple « 9h-12h30, 14h-18h ».`;
}
