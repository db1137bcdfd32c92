/** Words of *Export PDF*, of the printed fiche and of the file, wherever a fiche is shown. */
export const exportPdf = {
  bouton: 'Export PDF',
  enCours: 'Préparation du PDF…',
  fait: (nom: string) => `Le fichier « ${nom} » est prêt.`,
  echec: 'Le PDF n’a pas pu être préparé : vérifiez votre connexion, puis réessayez.',
} as const;
