import { legendes as debut } from './legende-debut.ts';

/** What the marks of the form mean. */
export const legendes = {
  ...debut,
  saisie: {
    titre: 'Saisie',
    etoile: 'Obligatoire pour finaliser',
    erreur: 'À corriger avant de finaliser',
    remarque: 'Remarque : n’empêche ni d’enregistrer ni de finaliser',
    exemple: 'Abc',
    sansCadre: 'Texte sans cadre : modifié par le support ou dans un dossier',
  },
  etats: { titre: 'Fiche', grise: 'grise', griseSens: 'En création ou en attente', verte: 'verte', verteSens: 'Finalisée' },
  listes: {
    titre: 'Listes de valeurs',
    gras: 'Gras',
    grasSens: 'Correspond à votre établissement',
    retire: 'N’est plus dans la nomenclature : reste affiché, à remplacer',
    inconnu: 'N’est dans aucune édition connue de la nomenclature',
    inhabituel: 'Peu courant pour ce type d’unité : à vérifier',
    mot: '« mot »',
    motSens: 'Le mot par lequel la valeur a été trouvée',
  },
  visibilite: { titre: 'Qui verra le champ', aide: 'Les champs réservés le disent toujours ; les infobulles le disent pour tous.' },
  fermer: 'Fermer la légende',
} as const;
