/** Texts of `ror-fiche`, the fiche read in the répertoire. */
export const lecture = {
  vide: 'Choisissez une structure ou une unité pour lire sa fiche.',
  rienDecrit: 'Rien n’a encore été publié pour cette fiche : son offre n’apparaît pas dans les outils qui utilisent le ROR.',
  majLe: (iso: string) => `Mise à jour le ${iso.slice(0, 10).split('-').reverse().join('/')}`,
  chemin: 'Emplacement dans le répertoire',
  ouvrirDossier: 'Ouvrir le dossier',
  bandeau: {
    EN_COURS: 'Cette fiche fait partie d’un dossier collaboratif. Ce qui est en préparation dans ce dossier n’est pas encore visible ici.',
    REFUSE: 'Cette fiche fait partie d’un dossier collaboratif renvoyé à la structure pour correction.',
    EN_VALIDATION_INTERNE: 'Cette fiche fait partie d’un dossier collaboratif en attente de validation par la Direction de la structure.',
    EN_VALIDATION_GESTIONNAIRE: 'Cette fiche fait partie d’un dossier collaboratif en cours de validation par un gestionnaire.',
    VALIDE: 'Cette fiche fait partie d’un dossier collaboratif validé, qui sera publié à sa date d’effet.',
    ERREUR_PUBLICATION: 'Cette fiche fait partie d’un dossier collaboratif dont la publication n’a pas abouti.',
  },
  codeInconnu: 'code inconnu de la nomenclature',
  codeRetire: 'valeur qui n’est plus en usage',
  types: { EJ: 'Entité juridique', EG: 'Entité géographique', P: 'Pôle', S: 'Service', UF: 'Unité fonctionnelle', UO: 'Unité opérationnelle', DF: 'Département français' },
} as const;
