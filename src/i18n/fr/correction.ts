import type { RefusCorrection } from '../../engine/correction/refus.ts';

type Refus = { readonly [C in RefusCorrection['code']]: (refus: Extract<RefusCorrection, { code: C }>) => string };

const refus: Refus = {
  role: () => 'Seuls les comptes Référent, Direction et Support corrigent une fiche publiée.',
  'structure-etrangere': () => 'Cette structure n’est pas rattachée à votre compte.',
  'a-decrire': () => 'Rien n’a encore été publié : la première description passe par un dossier collaboratif.',
  'encadre-inconnu': () => 'Cet encadré n’existe plus dans ce formulaire : rechargez la page.',
  'champ-inconnu': () => 'Un des champs n’appartient plus à cet encadré : rechargez la page. Votre saisie reste affichée.',
  'champ-ailleurs': ({ ou }) => (ou === 'dossier' ? 'Cette donnée se modifie dans un dossier collaboratif.' : 'Cette donnée est modifiée par le support, à votre demande.'),
  'champs-invalides': ({ issues }) => (issues.length > 1 ? `${issues.length} champs sont à corriger avant d’enregistrer :` : 'Un champ est à corriger avant d’enregistrer :'),
};

/** Words of *Modifier un encadré* and of *Répercuter dans le dossier ?*, loaded with the first correction. */
export const correction = {
  refus,
  titre: (encadre: string) => `Modifier un encadré : ${encadre}`,
  immediat: 'Votre modification paraît dans le répertoire dès qu’elle est enregistrée.',
  illisibles: (champs: readonly string[]) => `Texte à corriger avant d’enregistrer : ${champs.join(', ')}.`,
  enregistree: (encadre: string) => `L’encadré « ${encadre} » est à jour dans le répertoire.`,
  inchangee: 'Rien n’a changé dans cet encadré.',
  dossier: 'Le type d’UO, et l’ajout ou le retrait d’une unité, passent par un dossier collaboratif.',
  repercussion: {
    titre: 'Répercuter dans le dossier ?',
    question: (dossier: string) => `La fiche est à jour dans le répertoire. Le dossier collaboratif « ${dossier} » contient une autre valeur : voulez-vous y répercuter votre modification ?`,
    champ: 'Champ',
    dossier: 'Dans le dossier',
    repertoire: 'Dans le répertoire',
    sinon: 'Sans répercussion',
    gardee: 'votre correction reste à la publication du dossier',
    ecrasee: 'la publication du dossier la remplacera ; le conflit sera signalé dans le dossier',
    vide: 'non renseigné',
    choisir: (champ: string) => `Répercuter : ${champ}`,
    oui: 'Oui, répercuter',
    non: 'Non, laisser le dossier tel quel',
    aucun: 'Cochez au moins un champ, ou répondez non.',
    faite: (nombre: number) => (nombre > 1 ? `${nombre} champs sont répercutés dans le dossier.` : 'Le champ est répercuté dans le dossier.'),
    laissee: 'Le dossier reste tel quel.',
    impossible: (dossier: string) => `La fiche est à jour dans le répertoire. Le dossier « ${dossier} » est déjà envoyé en validation : il ne peut plus être modifié. Voici ce que fera sa publication.`,
    compris: 'J’ai compris',
    perimee: 'Le dossier a été modifié entre-temps : voici ses valeurs actuelles. Vérifiez, puis répondez de nouveau.',
  },
} as const;
