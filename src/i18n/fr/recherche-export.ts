const nombre = (n: number, un: string, plusieurs: string): string => `${n.toLocaleString('fr-FR')} ${n > 1 ? plusieurs : un}`;

/** Texts of the files that a search is exported to. */
export const rechercheExport = {
  titre: 'Exporter les résultats',
  aide: 'Tous les résultats, pas seulement ceux affichés.',
  format: 'Format',
  formats: { xlsx: 'Classeur Excel (.xlsx)', csv: 'Texte séparé par des points-virgules (.csv)' },
  preparer: 'Préparer le fichier',
  arreter: 'Arrêter',
  avance: (fait: number, total: number) => `${fait.toLocaleString('fr-FR')} sur ${nombre(total, 'établissement', 'établissements')}…`,
  fait: (fichier: string) => `Fichier prêt : ${fichier}.`,
  arrete: 'Export arrêté.',
  echec: 'Le fichier n’a pas pu être préparé. Les résultats à l’écran restent là ; vous pouvez réessayer.',
  repertoire: (hote: string) => `Répertoire opérationnel des ressources (${hote})`,
  nomDeFichier: (jour: string) => `recherche-ror-${jour}`,
  offres: {
    feuille: 'Offres',
    entetes: {
      etablissement: 'Établissement', categorie: 'Catégorie d’établissement', adresse: 'Adresse', commune: 'Commune', distance: 'Distance (km)', duree: 'Trajet (min)',
      unite: 'Unité opérationnelle', type: 'Type d’UO', mode: 'Mode de prise en charge', temporalite: 'Temporalité', ageMin: 'Âge minimum (ans)', ageMax: 'Âge maximum (ans)',
      patients: 'Patients', statut: 'Statut à la date de la recherche', prochain: 'Prochain changement', placesDisponibles: 'Places disponibles', placesInstallees: 'Places installées',
      placesDate: 'Places mises à jour le', telephone: 'Téléphone', mail: 'Adresse mail', identifiant: 'Identifiant de l’unité',
    },
    etats: { ouvert: 'Ouvert', ferme: 'Fermé', inconnu: 'Horaires inconnus' },
    enfants: 'Enfants', adultes: 'Adultes',
  },
  recherche: {
    feuille: 'Recherche', titre: 'Recherche dans le répertoire opérationnel des ressources', criteres: 'Critères', aucunCritere: 'Aucun critère', date: 'Date de la recherche', source: 'Source',
    resultats: 'Résultats', nombre: (etablissements: number, offres: number) => `${nombre(etablissements, 'établissement', 'établissements')}, ${nombre(offres, 'offre', 'offres')}`,
    tri: 'Tri', duree: 'Temps de trajet', dureeEstimee: (deplacement: 'voiture' | 'velo' | 'marche') => `Estimé d’après la distance, ${{ voiture: 'en voiture', velo: 'à vélo', marche: 'à pied' }[deplacement]}`,
    nomenclatures: 'Nomenclatures', avertissement: 'Ouvert ou fermé, places et distances valent à la date de la recherche : vérifiez avant d’orienter une personne.',
  },
} as const;
