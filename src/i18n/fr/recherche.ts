import { date } from './planning-dates.ts';
import { heure, jour } from './planning-semaine.ts';

/** Made once: making one costs a hundred times what it does. */
const nombres = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });
const nombre = (n: number, un: string, plusieurs = `${un}s`): string => `${nombres.format(n)}\u00a0${n > 1 ? plusieurs : un}`;

/** When an offer opens or closes next, in the time of the place. */
export interface Changement {
  /** YYYY-MM-DD. */
  readonly jour: string;
  /** 1 = Monday. */
  readonly jourSemaine: number;
  readonly minute: number;
  /** 0 today, 1 tomorrow… */
  readonly dansJours: number;
}

/** « ouvre lundi à 9 h », « ferme demain à midi », « ouvre le 24 août 2026 à 9 h ». */
function prochain(etat: 'ouvert' | 'ferme' | 'inconnu', { jour: iso, jourSemaine, minute, dansJours }: Changement): string {
  // Midnight ends a day for people: a place open until midnight closes today, not tomorrow.
  const minuit = minute === 0 && etat === 'ouvert' && dansJours > 0;
  const jours = dansJours - Number(minuit);
  const nom = jour(minuit ? ((jourSemaine + 5) % 7) + 1 : jourSemaine);
  const quand = jours === 0 ? '' : jours === 1 ? ' demain' : jours < 7 ? ` ${nom}` : minuit ? ` la veille du ${date(iso)}` : ` le ${date(iso)}`;
  return `${etat === 'ouvert' ? 'ferme' : 'ouvre'}${quand} à ${minuit ? 'minuit' : heure(minute)}`;
}

/** Texts of `ror-search`. */
export const recherche = {
  etiquette: 'Recherche d’une offre de santé',
  ou: 'Où ?',
  quoi: 'Quoi ?',
  ouAide: 'Commune, code postal, adresse ou établissement',
  quoiAide: 'Type d’UO, activité, acte, profession, nom…',
  rechercher: 'Rechercher',
  autourDeMoi: 'Autour de moi',
  maPosition: 'Ma position',
  positionAttendue: 'Recherche de votre position…',
  positionRefusee: 'Votre position n’est pas disponible : indiquez une commune ou une adresse.',
  troisLettres: 'Saisissez au moins trois lettres.',
  suggestionsEnCours: 'Recherche de suggestions…',
  aucuneSuggestion: (texte: string) => `Aucune suggestion pour « ${texte} » : Entrée cherche ces mots.`,
  aucunLieu: (texte: string) => `Aucun lieu ne correspond à « ${texte} ».`,
  lieuInconnu: (texte: string) => `« ${texte} » ne correspond à aucun lieu connu : choisissez une suggestion.`,
  suggestionsEnPanne: 'Les suggestions ne viennent pas ; la recherche reste possible.',
  suggestions: (n: number) => (n === 0 ? 'Aucune suggestion.' : `${nombre(n, 'suggestion')}. Flèche bas pour les parcourir.`),
  synonyme: (mot: string) => `pour « ${mot} »`,
  geocodeurEnPanne: 'Le service d’adresses ne répond pas : seuls les communes, départements et établissements sont proposés.',
  itinerairesEnPanne: 'Le service d’itinéraires ne répond pas : les temps de trajet sont estimés d’après la distance.',
  genres: {
    'type-offre': 'Type d’UO', activite: 'Activités', specialisation: 'Spécialisations', profession: 'Professions', acte: 'Actes', competence: 'Compétences',
    equipement: 'Équipements', mode: 'Modes de prise en charge', modalite: 'Modalités d’accueil', temporalite: 'Temporalités d’accueil',
    categorie: 'Catégories d’établissement', structure: 'Structures',
  },
  genresLieu: { commune: 'Communes', departement: 'Départements', adresse: 'Adresses', voie: 'Rues et lieux-dits', structure: 'Établissements' },
  facettes: {
    domaine: 'Domaine', type: 'Type d’UO', categorie: 'Catégorie d’établissement', champ: 'Champ d’activité', mode: 'Mode de prise en charge',
    temporalite: 'Temporalité d’accueil', public: 'Public accueilli', specialisation: 'Spécialisation', modalite: 'Modalité d’accueil',
    accessibilite: 'Accessibilité', territoire: 'Département',
  },
  domaines: {
    MCO: 'Médecine, chirurgie, obstétrique', MSS: 'Médico-social et social', PSY: 'Psychiatrie', SLD: 'Soins de longue durée', SMA: 'SMA',
    SSR: 'Soins médicaux et de réadaptation', VIL: 'Soins de ville',
  },
  affiner: 'Affiner la recherche',
  affinerCompte: (n: number) => (n > 0 ? `Affiner la recherche (${nombre(n, 'filtre')})` : 'Affiner la recherche'),
  masquerFiltres: 'Masquer les filtres',
  maintenant: 'Disponibilité et trajet',
  ouvert: 'Ouvert maintenant',
  places: 'Places disponibles',
  moinsDe: (minutes: number) => `Moins de ${minutes} minutes`,
  compte: (n: number) => `${nombre(n, 'offre')}`,
  distance: 'Distance',
  distanceLibre: 'Toutes les distances',
  distanceMax: (km: number) => `Moins de ${nombres.format(km)}\u00a0km`,
  deplacement: 'Déplacement',
  deplacements: { voiture: 'en voiture', velo: 'à vélo', marche: 'à pied' },
  age: 'Âge de la personne',
  ans: 'ans',
  ageDe: (n: number) => (n === 0 ? 'Moins d’un an' : nombre(n, 'an')),
  voirTout: (n: number) => `Voir tout (${n})`,
  voirMoins: 'Voir moins',
  criteres: 'Critères de la recherche',
  retirer: (critere: string) => `Retirer ${critere}`,
  retire: (critere: string) => `${critere} : retiré.`,
  toutEffacer: 'Tout effacer',
  mots: (texte: string) => `« ${texte} »`,
  compris: (sens: readonly string[]) => `Compris comme : ${sens.join(', ')}.`,
  invitation: 'Indiquez ce que vous cherchez, un lieu, ou les deux.',
  recherche: 'Recherche en cours…',
  resultats: 'Résultats',
  total: (etablissements: number, offres: number) => `${nombre(etablissements, 'établissement')}, ${nombre(offres, 'offre')}`,
  triesPar: { pertinence: 'par pertinence', distance: 'par distance', duree: 'par temps de trajet', nom: 'par nom' },
  ordre: (tri: string) => `triés ${tri}`,
  autour: (lieu: string) => `autour de ${lieu}`,
  trier: 'Trier par',
  tris: { pertinence: 'Pertinence', distance: 'Distance', duree: 'Temps de trajet', nom: 'Nom' },
  vue: 'Affichage',
  vues: { liste: 'Liste', tableau: 'Tableau', carte: 'Carte' },
  deplierTout: 'Tout déplier',
  replierTout: 'Tout replier',
  exporter: 'Exporter',
  exportEnPanne: 'L’export n’a pas pu être préparé.',
  suite: (affiches: number, total: number) => `Afficher la suite (${affiches} sur ${total.toLocaleString('fr-FR')})`,
  suiteRecue: (n: number) => `${nombre(n, 'établissement')} de plus.`,
  aucun: 'Aucun résultat',
  aucunConseil: 'Ces critères donneraient des résultats si l’on en retirait un :',
  aucunSansIssue: 'Aucun critère retiré seul ne donne de résultat. Vérifiez l’orthographe ou effacez la recherche.',
  sans: (critere: string) => `Sans ${critere}`,
  unites: (n: number) => nombre(n, 'unité opérationnelle', 'unités opérationnelles'),
  deplier: (nom: string, n: number) => `Unités de ${nom} (${n})`,
  autresUnites: (n: number) => `Et ${nombre(n, 'autre unité', 'autres unités')} : ouvrez la fiche de l’établissement pour les voir.`,
  colonnes: { etablissement: 'Établissement', commune: 'Commune', unite: 'Unité', distance: 'Distance', duree: 'Trajet', patients: 'Patients', statut: 'Statut', places: 'Places', actions: 'Actions' },
  km: (km: number) => `${nombres.format(km)}\u00a0km`,
  minutes: (n: number, estimee: boolean) => `${estimee ? 'environ ' : ''}${n}\u00a0min`,
  auDela: 'au-delà de la durée demandée',
  communeSeule: 'distance mesurée depuis le centre de la commune',
  patients: { enfants: 'Enfants', adultes: 'Adultes', inconnu: 'Non précisé' },
  lettres: { enfants: 'E', adultes: 'A' },
  etats: { ouvert: 'Ouvert', ferme: 'Fermé', inconnu: 'Horaires inconnus' },
  raisons: { horaires: '', 'fermeture-provisoire': 'fermeture provisoire', 'fermeture-definitive': 'fermeture définitive', ferie: 'jour férié', exception: 'fermeture exceptionnelle' },
  prochain,
  placesDe: (libres: number, total: number | null) => (total === null ? nombre(libres, 'place libre', 'places libres') : `${libres}\u00a0${libres > 1 ? 'libres' : 'libre'} sur ${total}`),
  placesComptees: (jours: number) => (jours === 0 ? 'comptées aujourd’hui' : jours === 1 ? 'comptées hier' : `comptées il y a ${jours}\u00a0jours`),
  placesInconnues: 'Non renseignées',
  actions: 'Actions',
  actionsDe: (nom: string) => `Actions de ${nom}`,
  favori: 'Favori',
  comparer: 'Comparer',
  comparerCompte: (n: number) => `Comparer (${n} sur 4)`,
  comparerPlein: 'Quatre unités au plus : retirez-en une pour en ajouter une autre.',
  comparerVider: 'Vider',
  comparerSelection: (n: number) => `${nombre(n, 'unité')} à comparer.`,
  mesRecherches: 'Mes recherches',
  mesRecherchesNouvelles: (n: number) => `Mes recherches (${nombre(n, 'nouveauté')})`,
  moduleEnPanne: 'Cette partie de la page n’a pas pu être chargée.',
  echecs: {
    offline: 'La connexion est interrompue : les derniers résultats restent affichés.',
    unauthenticated: 'Votre session a expiré : reconnectez-vous.',
    denied: 'Votre compte ne permet pas cette recherche.',
    missing: 'Le lieu de cette recherche n’existe plus : choisissez-en un autre.',
    stale: 'Ces données ont changé entre-temps.',
    'invalid-input': 'Cette recherche n’est pas comprise par le serveur : retirez un critère.',
    'invalid-answer': 'La réponse du serveur est incompréhensible.',
    'too-large': 'Cette recherche est trop longue : retirez des mots.',
    server: 'Le serveur a rencontré une erreur.',
    'no-client': 'Cette recherche n’est reliée à aucun serveur : placez-la dans <ror-provider>, ou donnez-lui un client.',
  },
} as const;
