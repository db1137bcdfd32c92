import type { Intervalle, Jour } from '../../engine/planning/types.ts';
import { heures, jour, majuscule } from './planning-semaine.ts';

/** What `ror-weekly-planning` brings on demand: menus, ready-made weeks, copies and the list of hours. */
export const planningActions = {
  /** By the identifier of the ready-made week. */
  modele: {
    bureau: 'Lun–ven 9 h–18 h',
    dejeuner: 'Lun–ven 9 h–12 h 30 et 14 h–18 h',
    inverser: 'Inverser ouvert et fermé',
    vider: 'Tout effacer',
  },
  autresConstats: (nombre: number) => `Et ${nombre} autre${nombre > 1 ? 's' : ''} remarque${nombre > 1 ? 's' : ''} sur ces horaires.`,
  menuCase: (ou: string) => `Actions : ${ou}`,
  actionsJour: (numero: Jour) => `Actions du ${jour(numero)}`,
  ouvrirCase: 'Ouvrir ce créneau',
  fermerCase: 'Fermer ce créneau',
  ouvrirSelection: 'Ouvrir les créneaux choisis',
  fermerSelection: 'Fermer les créneaux choisis',
  deplacer: 'Déplacer la plage…',
  debut: 'Changer le début…',
  fin: 'Changer la fin…',
  supprimer: 'Supprimer la plage',
  changerType: (nom: string) => `Changer en « ${nom} »`,
  saisir: (numero: Jour) => `Saisir les heures du ${jour(numero)}…`,
  ouvrirJour: (numero: Jour) => `Ouvrir le ${jour(numero)} 24 h/24`,
  effacerJour: (numero: Jour) => `Effacer le ${jour(numero)}`,
  copierJour: (numero: Jour) => `Copier le ${jour(numero)} vers…`,
  /** A range held by the keys, or from one click to the next. */
  prises: {
    deplacer: (texte: string) => `Déplacer la plage ${texte} : flèches ou clic sur l’heure voulue, Entrée pour valider, Échap pour renoncer.`,
    debut: (texte: string) => `Changer le début de la plage ${texte} : flèches ou clic sur l’heure voulue, Entrée pour valider, Échap pour renoncer.`,
    fin: (texte: string) => `Changer la fin de la plage ${texte} : flèches ou clic sur l’heure voulue, Entrée pour valider, Échap pour renoncer.`,
  },
  faits: {
    supprimee: (texte: string) => `Plage supprimée : ${texte}.`,
    type: (nom: string, texte: string) => `${majuscule(nom)} : ${texte}.`,
    jour: (numero: Jour, horaires: readonly Intervalle[]) => `${majuscule(jour(numero))} : ${horaires.length ? heures(horaires) : 'fermé'}.`,
    copie: (numero: Jour, vers: readonly Jour[]) => `${majuscule(jour(numero))} copié vers ${vers.map(jour).join(', ')}.`,
  },
  copie: {
    titre: 'Copier un jour vers d’autres',
    de: 'Copier le',
    vers: 'vers',
    semaine: 'Lun–ven',
    tous: 'Tous les jours',
    valider: 'Copier',
  },
  liste: {
    titre: (nom: string | undefined) => (nom ? `Heures de chaque jour : ${nom}` : 'Heures de chaque jour'),
    aide: 'Par exemple : 9h-12h30, 14h-18h ; 22h-6h pour une nuit ; 24h/24 ; fermé.',
    ferme: 'fermé',
    autres: (noms: readonly string[]) => `Aussi : ${noms.join(' ; ')}`,
    copier: 'Copier…',
    erreur: (numero: Jour, message: string) => `${majuscule(jour(numero))} : ${message}`,
  },
} as const;
