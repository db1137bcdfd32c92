import type { EtatFiche } from '../../domain/fiche.ts';
import type { TypeFiche } from '../../domain/noeud.ts';
import { remplacement } from './editions.ts';
import { audience, legendes } from './legende-debut.ts';
import { bloc } from './bloc.ts';

const { format: chiffres } = new Intl.NumberFormat('fr');
const pluriel = (nombre: number, un: string, plusieurs: string): string => `${chiffres(nombre)} ${nombre > 1 ? plusieurs : un}`;

const types: Readonly<Record<TypeFiche, string>> = {
  EG: 'Entité géographique', P: 'Pôle', S: 'Service', UF: 'Unité fonctionnelle', UO: 'Unité opérationnelle',
};

const nouveaux: Readonly<Record<TypeFiche, string>> = {
  EG: 'Entité géographique', P: 'Nouveau pôle', S: 'Nouveau service', UF: 'Nouvelle unité fonctionnelle', UO: 'Nouvelle unité opérationnelle',
};

const etats: Readonly<Record<EtatFiche, (type: TypeFiche) => string>> = {
  'en-creation': () => 'en création', 'en-attente': () => 'en attente', finalisee: (type) => (type === 'P' || type === 'S' ? 'finalisé' : 'finalisée'),
};

/** What `ror-fiche-form` says as soon as it is shown, in the words of the guides; the rest is in `formulaire-suite.ts`. */
export const formulaireDebut = {
  obligatoire: 'obligatoire',
  legende: 'obligatoire',
  sansNom: (type: TypeFiche) => nouveaux[type],
  etat: (type: TypeFiche, etat: EtatFiche) => `${types[type]} ${etats[etat](type)}`,
  enAttente: 'Enregistrer et mettre en attente',
  finaliser: 'Enregistrer et finaliser',
  infobulles: 'Afficher les infobulles',
  verifierEdition: 'Vérifier avec une nouvelle édition',
  enregistrement: 'Enregistrement en cours…',
  enregistre: 'Enregistré',
  modifie: 'Non enregistré',
  lectureSeule: 'Cette fiche est en lecture seule.',
  nonRenseigne: 'Non renseigné',
  oui: 'Oui',
  non: 'Non',
  jour: 'Format : JJ/MM/AAAA.',
  choisir: 'Sélectionnez une valeur',
  horsNomenclature: 'code inconnu',
  retire: 'code retiré',
  inhabituel: 'inhabituel',
  inhabituels: 'Les lignes marquées « inhabituel » ne sont pas courantes pour ce type d’unité : vérifiez-les.',
  ailleurs: {
    support: 'Ce qui n’a pas de cadre de saisie est modifié par le support, à votre demande.',
    dossier: 'Ce qui n’a pas de cadre de saisie se modifie dans un dossier collaboratif.',
  },
  caracteres: (nombre: number, max: number) => `${chiffres(nombre)} caractères sur ${chiffres(max)}`,
  collageTropLong: (nombre: number, max: number) => `Ce texte de ${chiffres(nombre)} caractères n’a pas été collé : un champ en reçoit ${chiffres(max)} au plus.`,
  champsAjoutes: (nombre: number) => pluriel(nombre, 'champ ajouté', 'champs ajoutés'),
  champsRetires: (nombre: number) => pluriel(nombre, 'champ retiré, son contenu est conservé', 'champs retirés, leur contenu est conservé'),
  audience,
  legendes,
  remplacement,
  bloc,
  liste: {
    resultats: (nombre: number) => (nombre === 0 ? 'Aucun résultat' : pluriel(nombre, 'résultat', 'résultats')),
    aucun: (texte: string) => (texte ? `Aucun résultat pour « ${texte} ».` : 'Aucune valeur.'),
    parMot: (mot: string) => `« ${mot} »`,
    libre: (plusieurs: boolean) => (plusieurs ? 'Cette liste nationale n’est pas fournie : tapez ses codes, séparés par des points-virgules.' : 'Cette liste nationale n’est pas fournie : tapez son code.'),
    chargement: 'Chargement de la liste…',
    echec: 'La liste n’a pas pu être chargée.',
    illisible: (precedente: boolean) => `Ce texte ne correspond à aucune valeur de la liste : choisissez-en une. ${precedente ? 'La valeur précédente reste en place d’ici là.' : 'Votre texte est conservé.'}`,
    prefere: 'Correspond à votre établissement',
    usuel: 'Habituels',
    autre: 'Autres valeurs',
  },
  typeUO: {
    discipline: '1 - Filtrez les types d’UO par discipline',
    besoin: '2 - Filtrez les types d’UO par spécialité / catégorie de besoins',
    type: '3 - Sélectionnez un type d’UO',
    tous: 'Toutes',
  },
  choisis: {
    ajouter: 'Ajouter',
    toutSelectionner: 'Tout sélectionner',
    toutDeselectionner: 'Tout désélectionner',
    supprimer: 'Supprimer',
    retirer: (libelle: string) => `Retirer ${libelle}`,
    remettre: 'Annuler la suppression',
    remis: 'La suppression est annulée.',
    cochezDabord: 'Cochez d’abord les lignes à supprimer.',
    coches: (nombre: number) => pluriel(nombre, 'ligne cochée', 'lignes cochées'),
    supprimes: (nombre: number) => pluriel(nombre, 'ligne supprimée', 'lignes supprimées'),
    ajoute: (libelle: string) => `${libelle} : ajouté`,
    retire: (libelle: string) => `${libelle} : retiré`,
    vide: 'Rien dans la liste pour l’instant.',
    rechercher: 'Tapez le début d’un mot',
    /** Wording of each list, by the path of its field; `autre` for the others. */
    champs: {
      activiteOperationnelle: {
        ajouter: 'Ajouter une activité opérationnelle à l’UO',
        liste: 'Liste des activités opérationnelles de l’UO',
      },
      autre: { ajouter: (libelle: string) => `Ajouter : ${libelle}`, liste: (libelle: string) => `Liste : ${libelle}` },
    },
  },
  chargement: { titre: 'Chargement du formulaire…', echec: 'Le formulaire n’a pas pu être chargé : une liste de la nomenclature manque. Vérifiez votre connexion.' },
  schema: 'Ce type de fiche n’a pas de formulaire : prévenez le support.',
} as const;
