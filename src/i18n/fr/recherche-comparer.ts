/** Texts of the comparison of offers, loaded with it. */
export const rechercheComparer = {
  titre: 'Comparer les unités',
  lignes: {
    etablissement: 'Établissement', commune: 'Commune', distance: 'Distance', duree: 'Trajet', patients: 'Patients', ages: 'Âges', statut: 'Statut', places: 'Places libres',
    type: 'Type d’UO', mode: 'Mode de prise en charge', temporalite: 'Temporalité d’accueil', telephone: 'Téléphone', mail: 'Courriel',
  },
  critere: 'Critère',
  ages: (min: number | null, max: number | null) => (min === null && max === null ? 'Non précisés' : max === null ? `à partir de ${min} ans` : min === null ? `jusqu’à ${max} ans` : `de ${min} à ${max} ans`),
  rien: 'Non précisé',
  retirer: (nom: string) => `Ne plus comparer ${nom}`,
} as const;
