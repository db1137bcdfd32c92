/** Texts of the comparison of offers, loaded with it. */
export const rechercheComparer = {
  titre: 'Comparer les unités',
  lignes: {
    etablissement: 'Établissement', commune: 'Commune', distance: 'Distance', duree: 'Trajet', patients: 'Patients', ages: 'Âges', statut: 'Statut', places: 'Places libres',
    type: 'Type d’UO', mode: 'Mode de prise en charge', temporalite: 'Temporalité d’accueil', telephone: 'Téléphone', mail: 'Courriel',
  },
  critere: 'Critère',
  /** From birth, or to an age that nobody passes, is no limit. */
  ages(min: number | null, max: number | null): string {
    if (min === null && max === null) return 'Non précisés';
    const [debut, fin] = [(min ?? 0) > 0 ? min : null, (max ?? 150) < 120 ? max : null];
    const ans = (n: number): string => `${n}\u00a0an${n > 1 ? 's' : ''}`;
    if (debut === null) return fin === null ? 'Tous les âges' : `jusqu’à ${ans(fin)}`;
    return fin === null ? `à partir de ${ans(debut)}` : `de ${debut} à ${ans(fin)}`;
  },
  rien: 'Non précisé',
  retirer: (nom: string) => `Ne plus comparer ${nom}`,
} as const;
