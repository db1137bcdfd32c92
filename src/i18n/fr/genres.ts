const { format: chiffres } = new Intl.NumberFormat('fr');
const pluriel = (nombre: number, un: string, plusieurs: string): string => `${chiffres(nombre)} ${nombre > 1 ? plusieurs : un}`;
const capitale = (texte: string): string => texte.charAt(0).toLocaleUpperCase('fr') + texte.slice(1);
/** First words of what forms repeat, by their endings: schemas give the noun alone. */
const feminin = (nom: string): boolean => /^\S*(?:tion|té|ure|ance|ence|aine|ette|ite|ée|esse|ligne|plage|personne|messagerie)(?:\s|$)/i.test(nom);
const un = (nom: string): string => `${feminin(nom) ? 'une' : 'un'} ${nom}`;
const e = (nom: string): string => (feminin(nom) ? 'e' : '');

/** Words of the composite fields: groups that repeat, addresses, territories, tables of places. */
export const genres = {
  groupe: {
    ajouter: (nom: string) => `Ajouter ${un(nom)}`,
    supprimer: 'Supprimer',
    annuler: 'Annuler la suppression',
    vide: (nom: string) => (feminin(nom) ? `Aucune ${nom} pour l’instant.` : `Aucun ${nom} pour l’instant.`),
    sansTitre: (nom: string, rang: number) => `${capitale(nom)} ${chiffres(rang)}`,
    joint: ' — ',
    aCorriger: (nombre: number) => pluriel(nombre, 'point à corriger', 'points à corriger'),
    ajoute: (titre: string, nom: string) => `${titre} : ajouté${e(nom)}`,
    supprime: (titre: string, nom: string) => `${titre} : supprimé${e(nom)}`,
    remis: (titre: string, nom: string) => `${titre} : remis${e(nom)} en place`,
    plein: (max: number, nom: string) => `${chiffres(max)} ${nom}${max > 1 && !/[sx]$/.test(nom) ? 's' : ''} au plus.`,
  },
  textes: {
    rang: (libelle: string, rang: number) => `${libelle} ${chiffres(rang)}`,
    ajouter: 'Tapez ici pour en ajouter',
    retirer: (texte: string) => `Supprimer ${texte}`,
    retire: (texte: string) => `${texte} : supprimé`,
  },
  reference: {
    choisir: 'Sélectionnez une structure',
    inconnue: (identifiant: string) => `${identifiant} (structure inconnue)`,
  },
  adresse: {
    commune: 'Commune, par son nom ou son code postal',
    communeAide: 'Un code postal donne le choix entre ses communes ; il n’en décide pas.',
    chercher: 'Tapez un nom ou un code postal',
    inconnue: (code: string) => `${code} (commune inconnue)`,
    proposees: (codePostal: string) => `Communes du code postal ${codePostal}`,
    communes: 'Communes',
    apercu: 'Telle qu’elle sera imprimée',
    sansLigne: 'L’adresse s’affichera ici, ligne par ligne.',
    compte: (nombre: number, max: number) => `${chiffres(nombre)} / ${chiffres(max)}`,
    compteDit: (nombre: number, max: number) => `${pluriel(nombre, 'caractère', 'caractères')} sur ${chiffres(max)}`,
    tropLongue: (nombre: number) => `${pluriel(nombre, 'caractère', 'caractères')} de trop : abrégez cette ligne.`,
    remplie: (commune: string) => `${commune} : code postal et localité remplis`,
  },
  territoires: {
    ajouter: 'Ajouter un territoire',
    chercher: 'Tapez un nom ou un code postal',
    liste: 'Liste des territoires',
    groupes: { regions: 'Régions', departements: 'Départements', communes: 'Communes', autres: 'Autres territoires' },
    genre: { region: 'région', departement: 'département', commune: 'commune', autre: 'territoire' },
    departement: 'Toutes les communes d’un département',
    choisirDepartement: 'Choisissez un département',
    toutAjouter: 'Tout sélectionner',
    ajoutees: (nombre: number) => (nombre === 0 ? 'Toutes ces communes sont déjà dans la liste.' : pluriel(nombre, 'commune ajoutée', 'communes ajoutées')),
    inconnu: (code: string) => `${code} (territoire inconnu)`,
  },
  capacites: {
    total: 'Total',
    nature: 'Nature',
    ajouter: 'Ajouter une ligne',
    rang: (ligne: string, rang: number) => `${ligne} (${chiffres(rang)})`,
    sansNature: 'Sans nature',
    joint: ' · ',
    preciser: 'Préciser',
    precisionsDe: (ligne: string) => `Préciser la ligne ${ligne}`,
    sansPrecision: 'Sans précision',
    supprimer: 'Supprimer',
    supprimerLigne: (ligne: string) => `Supprimer la ligne ${ligne}`,
    supprimee: (ligne: string) => `Ligne ${ligne} supprimée`,
    ajoutee: 'Ligne ajoutée : précisez ce qui la distingue',
    distinguer: 'Une autre ligne est la même : précisez ce qui distingue celle-ci.',
  },
} as const;
