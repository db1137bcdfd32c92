/** Words of a form that shows one block of the fiche (*Modifier un encadré*), and of whom to ask for what it only shows. */
export const bloc = {
  enregistrer: 'Enregistrer',
  annuler: 'Annuler',
  annule: 'Vos modifications de ce bloc sont annulées.',
  support: 'Pour demander une correction :',
  demande: 'faire une demande',
} as const;
