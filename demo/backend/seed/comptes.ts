import type { Acteur } from '../../../src/domain/acteur.ts';

/** One of the accounts that the sign-in page of the demonstration lists. */
export interface CompteDeDemonstration extends Acteur {
  readonly identifiant: string;
  readonly motDePasse: string;
  /** What this person may do, in a sentence for the sign-in page. */
  readonly texte: string;
}

const motDePasse = 'demonstration';

/** Structures that the référent and the Direction of the demonstration describe. */
const STRUCTURES = [
  'eg-ehpad-test', 'eg-site-des-tilleuls', 'eg-ch-sainte-claire', 'eg-ehpad-sainte-claire', 'eg-ime-t-kitoi', 'eg-ehpad-du-colibri', 'eg-cpts-grand-versailles',
];

export const comptesDeDemonstration: readonly CompteDeDemonstration[] = [
  {
    id: 'compte-referent', identifiant: 'referent', motDePasse, nom: 'Claire Martin', role: 'referent', entitesGeographiques: STRUCTURES, departements: [],
    texte: 'Référente : décrit l’EHPAD TEST et les autres structures de la démonstration, puis envoie les dossiers en validation.',
  },
  {
    id: 'compte-direction', identifiant: 'direction', motDePasse, nom: 'Jean Dupuis', role: 'direction', entitesGeographiques: STRUCTURES, departements: [],
    texte: 'Direction : décrit les mêmes structures et valide en interne les dossiers des structures sanitaires.',
  },
  {
    id: 'compte-gestionnaire', identifiant: 'gestionnaire', motDePasse, nom: 'Sophie Lambert', role: 'gestionnaire', entitesGeographiques: [], departements: [],
    texte: 'Gestionnaire régionale : valide les dossiers, les publie dans le répertoire et suit les anomalies signalées.',
  },
  {
    id: 'compte-tutelle', identifiant: 'tutelle', motDePasse, nom: 'Antoine Roche', role: 'tutelle', entitesGeographiques: [], departements: ['94'],
    texte: 'Autorité de tutelle du Val-de-Marne : valide les dossiers des structures du handicap, comme l’IME T KITOI, et traite les anomalies signalées dans son territoire.',
  },
  {
    id: 'compte-lecteur', identifiant: 'lecteur', motDePasse, nom: 'Inès Caron', role: 'lecteur', entitesGeographiques: [], departements: [],
    texte: 'Lectrice : consulte le répertoire.',
  },
  {
    id: 'compte-disponibilites', identifiant: 'disponibilites', motDePasse, nom: 'Yann Le Gall', role: 'responsable-disponibilites', entitesGeographiques: ['eg-ch-sainte-claire'], departements: [],
    texte: 'Responsable de disponibilités en lits du CH Sainte-Claire.',
  },
  {
    id: 'compte-support', identifiant: 'support', motDePasse, nom: 'Mehdi Arnaud', role: 'support', entitesGeographiques: [], departements: [],
    texte: 'Support : voit tous les dossiers et aide leurs auteurs.',
  },
];

/** A portal of others that embeds the search; its token is public, as any token that is sent by a page. */
export const partenaireDeDemonstration = {
  id: 'portail-partenaire', nom: 'Portail partenaire de démonstration', jeton: 'partenaire-de-demonstration', origines: ['http://localhost:*', 'http://127.0.0.1:*'],
} as const;
