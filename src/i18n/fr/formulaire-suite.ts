import type { FormMessages, Messages } from '../messages.ts';
import { brouillon } from './brouillon.ts';
import { legendes } from './legende.ts';
import { corrections } from './nommage.ts';

/** What `ror-fiche-form` says later, if at all: of a save, of another version, of a name. It comes with the parts that say it. */
export const formulaireSuite = {
  utiliserNom: 'Utiliser le nom proposé :',
  nomPropose: 'Le nom proposé est repris.',
  corrections,
  manques: {
    titre: (nombre: number) => (nombre > 1 ? `Il reste ${nombre} points à compléter avant de finaliser` : 'Il reste un point à compléter avant de finaliser'),
    enAttente: (nombre: number) => (nombre > 1 ? `${nombre} points empêchent d’enregistrer` : 'Un point empêche d’enregistrer'),
    aide: 'Choisissez une ligne pour aller au champ. Vous pouvez aussi enregistrer et mettre en attente : rien ne sera perdu.',
    complet: 'Tout est complété : vous pouvez enregistrer et finaliser.',
  },
  conflit: {
    titre: (auteur: string | undefined) => `${auteur ?? 'Une autre personne'} a enregistré entre-temps`,
    aide: 'Rien n’est perdu. Pour chaque champ qui diffère, choisissez ce qui sera gardé, puis enregistrez de nouveau.',
    vous: 'votre saisie',
    enregistree: 'version enregistrée',
    vide: '(vide)',
    garder: 'Garder ma saisie',
    reprendre: 'Reprendre la version enregistrée',
    garderTout: 'Garder toute ma saisie',
    reprendreTout: 'Reprendre toute la version enregistrée',
    appliquer: 'Appliquer ces choix',
    fait: 'Vos choix sont appliqués : relisez, puis enregistrez de nouveau.',
    identique: 'Aucun champ ne diffère de votre saisie : vous pouvez enregistrer de nouveau.',
  },
  brouillon,
  legendes,
} as const;

/** All the words of a form: those of the page when it gives them, else French. */
export const ensuite = (words: FormMessages['formulaire']): Messages['formulaire'] => ('conflit' in words ? words as Messages['formulaire'] : { ...words, ...formulaireSuite });
