import type { Contenu } from '../../../src/domain/fiche.ts';
import type { TypeNoeud } from '../../../src/domain/noeud.ts';

/** One structure of the demonstration with all that lies below it. */
export interface Graine {
  readonly id: string;
  readonly type: TypeNoeud;
  readonly nom: string;
  readonly contenu: Contenu;
  /** Its offer was never published. */
  readonly aDecrire?: boolean;
  readonly enfants: readonly Graine[];
}

/** The Luhn key of digits that lack it. */
function luhnKey(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const weighted = place % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** Invented numbers that everybody sees to be invented (`99`), with the key that a real one would have. */
export const finess = (departement: string, rang: number): string => withKey(`${departement}99${String(rang).padStart(4, '0')}`);
export const siren = (rang: number): string => withKey(`9990${String(rang).padStart(4, '0')}`);
export const siret = (numSIREN: string, rang: number): string => withKey(numSIREN + String(rang).padStart(4, '0'));
const withKey = (digits: string): string => digits + luhnKey(digits);

/** Telephone numbers that ARCEP keeps for fiction: 01 99 00 00 00 to 01 99 00 99 99. */
export const telephone = (rang: number): string => `01 99 00 ${String(Math.trunc(rang / 100)).padStart(2, '0')} ${String(rang % 100).padStart(2, '0')}`;

/** A unit that nobody may reach outside is reachable by nobody: JDV_J222. */
type Niveau = '1' | '2' | '3';

interface Personne {
  readonly nom?: string;
  /** JDV_J220. */
  readonly fonction?: string;
  /** JDV_J221. */
  readonly nature?: string;
  readonly tel?: number;
  readonly mail?: string;
  readonly niveau: Niveau;
}

export function contact({ nom, fonction, nature, tel, mail, niveau }: Personne): Contenu {
  const telecommunication = [
    ...(tel === undefined ? [] : [{ canal: '2', adresseTelecom: telephone(tel), niveauConfidentialite: niveau }]),
    ...(mail === undefined ? [] : [{ canal: '3', adresseTelecom: mail, niveauConfidentialite: niveau }]),
  ];
  return {
    ...(nom !== undefined && { nom }), ...(fonction !== undefined && { fonctionContact: fonction }), ...(nature !== undefined && { natureContact: nature }),
    niveauConfidentialite: niveau, telecommunication,
  };
}

export const accueil = (tel: number, mail: string): Contenu => contact({ nature: '01', tel, mail, niveau: '1' });
export const directeur = (nom: string, tel: number, mail: string): Contenu => contact({ nom, fonction: '01', tel, mail, niveau: '2' });
export const responsable = (nom: string, tel: number, mail: string): Contenu => contact({ nom, fonction: '22', tel, mail, niveau: '2' });
export const chefDePole = (nom: string, mail: string): Contenu => contact({ nom, fonction: '11', mail, niveau: '2' });
export const chefDeService = (nom: string, mail: string): Contenu => contact({ nom, fonction: '10', mail, niveau: '2' });

/** Where a structure is: a commune of the COG with its centroid, and an invented street. */
export interface Lieu {
  readonly cog: string;
  readonly codePostal: string;
  readonly localite: string;
  readonly voie: readonly [numero: string, libelle: string];
  readonly point: readonly [latitude: number, longitude: number];
}

export const adresse = ({ cog, codePostal, localite, voie }: Lieu): Contenu => ({ numeroVoie: voie[0], libelleVoie: voie[1], codePostal, localite, communeCog: cog });

const lieu = (ou: Lieu): Contenu => ({
  communeCog: ou.cog,
  adresse: adresse(ou),
  // The centroid of the commune: the street does not exist.
  coordonneeGeographique: { latitude: ou.point[0], longitude: ou.point[1], systemeGeodesique: 'WGS84', coordonneesFiables: false },
});

interface Juridique {
  readonly id: string;
  readonly nom: string;
  readonly numFINESS: string;
  readonly numSIREN: string;
  /** JDV_J100, which stands in for J199. */
  readonly statutJuridique: string;
  readonly lieu: Lieu;
}

export function ej({ id, nom, numFINESS, numSIREN, statutJuridique, lieu: ou }: Juridique, ...enfants: Graine[]): Graine {
  return { id, type: 'EJ', nom, enfants, contenu: { idNatStruct: `1${numFINESS}`, numFINESS, numSIREN, raisonSociale: nom, statutJuridique, adresseEJ: adresse(ou) } };
}

interface Geographique {
  readonly id: string;
  /** Official name, the one of FINESS. */
  readonly nom: string;
  readonly numFINESS: string;
  readonly numSIRET: string;
  /** JDV_J55. */
  readonly categorieEG: string;
  readonly dateOuverture: string;
  readonly lieu: Lieu;
  /** None = never described: only what FINESS knows. */
  readonly description?: Contenu;
}

export function eg({ id, nom, numFINESS, numSIRET, categorieEG, dateOuverture, lieu: ou, description }: Geographique, ...enfants: Graine[]): Graine {
  const contenu = { idNatStruct: `1${numFINESS}`, numFINESS, numSIRET, denominationEG: nom, categorieEG, dateOuverture, lieuEG: lieu(ou), ...description };
  return { id, type: 'EG', nom, contenu, enfants, ...(description === undefined && { aDecrire: true }) };
}

const organisation = (type: 'P' | 'S' | 'UF', typeOI: string) => (id: string, nom: string, contenu: Contenu, ...enfants: Graine[]): Graine =>
  ({ id, type, nom, enfants, contenu: { identifiantOI: `11/${id}`, nomOI: nom, typeOI, ...contenu } });

export const pole = organisation('P', '1');
export const service = organisation('S', '2');
export const uf = organisation('UF', '3');

interface Unite {
  readonly grandGroupeDisciplines: string;
  /** JDV_J238. */
  readonly typeOffre: string;
  /** JDV_J20. */
  readonly champActivite: string;
  /** JDV_J19. */
  readonly modePriseEnCharge: string;
  /** JDV_J17. */
  readonly activiteOperationnelle: readonly string[];
  /** Years. */
  readonly ages: readonly [min: number, max: number];
  /** JDV_J29. */
  readonly publics?: readonly string[];
  readonly sensible?: boolean;
  readonly contact: readonly Contenu[];
  /** Any other attribute of the offer. */
  readonly plus?: Contenu;
}

export function uo(id: string, nom: string, unite: Unite): Graine {
  const { ages, publics, sensible = false, plus, ...attributs } = unite;
  const contenu = {
    identifiantOffre: `11/${id}`, nomOffre: nom, ...attributs, uniteSensible: sensible,
    patientele: { ageMin: { valeur: ages[0], unite: 'a' }, ageMax: { valeur: ages[1], unite: 'a' }, ...(publics && { publicPrisEnCharge: publics }) }, ...plus,
  };
  return { id, type: 'UO', nom, contenu, enfants: [] };
}

/** The same hours on several days (ISO 8601: 1 = lundi), JDV_J41 01. */
export const semaine = (heureDebut: string, heureFin: string, jours: readonly number[] = [1, 2, 3, 4, 5]): Contenu[] =>
  jours.map((jourSemaine) => ({ typePlageHoraire: '01', jourSemaine, heureDebut, heureFin }));

/** Beds (01) or places (02) of one place, JDV_J187: what is installed, and other counts by JDV_J188. */
export function places(id: string, cog: string, nature: '01' | '02', installees: number, autres: Readonly<Record<string, number>> = {}, plus: Contenu = {}): Contenu[] {
  const instant = '2026-01-05T08:00:00.000Z';
  const capacitePriseCharge = Object.entries({ '01': installees, ...autres }).map(([statutCapacite, nombreCapacite]) => ({
    affectationTemporaire: '01', natureCapacite: nature, statutCapacite, temporaliteCapacite: '01', nombreCapacite, typeSourceCapacite: '01', dateMAJCapacite: instant,
  }));
  return [{ communeCog: cog, ...plus, capacitePriseCharge, metadonnee: { identifiant: `${id}-lieu`, dateCreation: instant, dateMiseJour: instant } }];
}
