import type { Associations } from '../../../src/nomenclature/associations.ts';
import type { Commune } from '../../../src/nomenclature/communes.ts';
import { random } from './dice.ts';
import { accueil, directeur, ej, eg, finess, places, responsable, semaine, siren, siret, uo, type Graine, type Lieu } from './vocabulary.ts';

/** A unit of a kind of establishment: type d'offre (J238), ages in years, and what a search tells of it. */
interface SorteUnite {
  readonly typeOffre: string;
  readonly nom: string;
  readonly ages: readonly [min: number, max: number];
  /** JDV_J29. */
  readonly publics?: readonly string[];
  readonly heures?: readonly [debut: string, fin: string, jours: readonly number[]];
  /** Beds (01) or places (02), and how many at the most. */
  readonly capacite?: readonly [nature: '01' | '02', installees: number];
  /** JDV_J35. */
  readonly specialisations?: readonly string[];
}

interface Sorte {
  /** JDV_J55. */
  readonly categorieEG: string;
  readonly titre: string;
  /** JDV_J100. */
  readonly statutJuridique: string;
  readonly unites: readonly SorteUnite[];
}

const SEMAINE = [1, 2, 3, 4, 5];
const TOUS_LES_JOURS = [1, 2, 3, 4, 5, 6, 7];
const JOUR_ET_NUIT = ['00:00', '24:00', TOUS_LES_JOURS] as const;
const DEPENDANTES = { ages: [60, 150], publics: ['01'] } as const;

/** What a town and its neighbours usually have. */
const SORTES: readonly Sorte[] = [
  { categorieEG: '500', titre: 'EHPAD', statutJuridique: '60', unites: [
    { ...DEPENDANTES, typeOffre: '21', nom: 'Hébergement permanent', heures: JOUR_ET_NUIT, capacite: ['01', 84] },
    { ...DEPENDANTES, typeOffre: '24', nom: 'Unité de vie protégée', heures: JOUR_ET_NUIT, capacite: ['01', 14], specialisations: ['28'] },
    { ...DEPENDANTES, typeOffre: '25', nom: 'PASA', heures: ['10:00', '17:00', SEMAINE], specialisations: ['28'] },
  ] },
  { categorieEG: '354', titre: 'SSIAD', statutJuridique: '60', unites: [{ ...DEPENDANTES, typeOffre: '28', nom: 'Soins infirmiers à domicile', heures: ['07:30', '20:00', TOUS_LES_JOURS], capacite: ['02', 60] }] },
  { categorieEG: '183', titre: 'IME', statutJuridique: '61', unites: [{ typeOffre: '48', nom: 'Accueil de jour', ages: [6, 20], publics: ['02'], heures: ['08:45', '16:30', SEMAINE], capacite: ['02', 40], specialisations: ['14', '02'] }] },
  { categorieEG: '189', titre: 'CMPP', statutJuridique: '60', unites: [{ typeOffre: '62', nom: 'Consultations du CMPP', ages: [0, 20], heures: ['09:00', '18:30', SEMAINE], specialisations: ['11'] }] },
  { categorieEG: '449', titre: 'Foyer de vie', statutJuridique: '61', unites: [{ typeOffre: '41', nom: 'Hébergement du foyer de vie', ages: [18, 65], publics: ['02'], heures: JOUR_ET_NUIT, capacite: ['02', 32], specialisations: ['16', '22'] }] },
  { categorieEG: '355', titre: 'Centre hospitalier', statutJuridique: '13', unites: [
    { typeOffre: '20', nom: 'Urgences', ages: [15, 150], heures: JOUR_ET_NUIT },
    { typeOffre: '290', nom: 'Maternité', ages: [15, 55], heures: JOUR_ET_NUIT, capacite: ['01', 28] },
    { typeOffre: '156', nom: 'Court séjour gériatrique', ages: [75, 150], publics: ['01'], heures: JOUR_ET_NUIT, capacite: ['01', 30] },
    { typeOffre: '101', nom: 'SMR gériatrique', ages: [70, 150], publics: ['01'], heures: JOUR_ET_NUIT, capacite: ['01', 40] },
    { typeOffre: '164', nom: 'Imagerie', ages: [0, 150], heures: ['08:00', '19:00', [1, 2, 3, 4, 5, 6]] },
  ] },
  { categorieEG: '156', titre: 'CMP', statutJuridique: '26', unites: [{ typeOffre: '10', nom: 'Consultations du CMP', ages: [18, 150], heures: ['09:00', '17:30', SEMAINE] }] },
];

const SURNOMS = [
  'Les Lilas', 'Les Érables', 'La Fontaine', 'Le Val Fleuri', 'Beauséjour', 'Le Moulin', 'Les Tilleuls', 'La Roseraie', 'Le Clos du Parc', 'Les Quatre Saisons', 'L’Étang',
  'La Source', 'Les Hirondelles', 'Le Belvédère', 'Les Jardins', 'La Colline',
] as const;
const VOIES = ['RUE DE LA GARE', 'AVENUE DE LA REPUBLIQUE', 'RUE DU GENERAL DE GAULLE', 'RUE DES ECOLES', 'ALLEE DES TILLEULS', 'PLACE DU MARCHE'] as const;
const DIRECTEURS = ['Dominique Petit', 'Claude Bernard-Roy', 'Camille Faure', 'Aminata Sow', 'Laurent Mercier', 'Sofia Benali', 'Hugo Lambert', 'Mai Nguyen'] as const;

/** Its arrondissements have the people. */
const PARIS = '75056';

/** After those of the structures of the guides, whose numbers are below. */
const RANG = 1_000;

/**
 * Invented establishments all over Île-de-France, more where more people live, each described: with them a search of
 * the demonstration finds something near, open, with places. Always the same for the same number.
 */
export function voisins(nombre: number, toutes: readonly Commune[], associations: Associations): readonly Graine[] {
  const communes = toutes.filter(({ code }) => code !== PARIS);
  const dice = random(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)]!;
  const cumul: number[] = [];
  for (const { population } of communes) cumul.push((cumul.at(-1) ?? 0) + population);
  const habitee = (): Commune => {
    const tirage = dice() * (cumul.at(-1) ?? 0);
    return communes[cumul.findIndex((somme) => somme > tirage)]!;
  };
  return Array.from({ length: nombre }, (_, n) => {
    const sorte = SORTES[n % SORTES.length]!;
    const commune = habitee();
    const rang = RANG + n;
    const lieu: Lieu = {
      cog: commune.code, codePostal: commune.codesPostaux[0] ?? '', localite: commune.nom, voie: [String(1 + Math.floor(dice() * 90)), pick(VOIES)],
      point: [commune.latitude, commune.longitude],
    };
    const surnom = pick(SURNOMS);
    const numSIREN = siren(rang);
    const mail = `accueil@voisin-${n + 1}.example`;
    const contacts = [accueil(rang, mail)];
    return ej(
      { id: `ej-voisin-${n + 1}`, nom: `${sorte.titre} ${surnom} – ${commune.nom}`, numFINESS: finess(commune.departement, rang), numSIREN, statutJuridique: sorte.statutJuridique, lieu },
      eg(
        {
          id: `eg-voisin-${n + 1}`, nom: `${sorte.titre} ${surnom}`, numFINESS: finess(commune.departement, rang + RANG), numSIRET: siret(numSIREN, 1), categorieEG: sorte.categorieEG,
          dateOuverture: `${1980 + Math.floor(dice() * 40)}-01-01`, lieu, description: { contact: [directeur(pick(DIRECTEURS), rang, `direction@voisin-${n + 1}.example`), ...contacts] },
        },
        ...sorte.unites.map((unite, u) => uniteDe(`uo-voisin-${n + 1}-${u + 1}`, unite, surnom, commune.code, [...contacts, responsable(pick(DIRECTEURS), rang, mail)], dice, associations)),
      ),
    );
  });
}

function uniteDe(id: string, unite: SorteUnite, surnom: string, cog: string, contact: Parameters<typeof uo>[2]['contact'], dice: () => number, associations: Associations): Graine {
  const { typeOffre, nom, ages, publics, heures, capacite, specialisations } = unite;
  const type = associations.typeOffre(typeOffre);
  if (!type) throw new Error(`no type d'offre ${typeOffre}`);
  const [nature, installees = 0] = capacite ?? [];
  const occupees = Math.round(installees * (0.85 + dice() * 0.15));
  const [temporaliteAccueil] = type.temporalites;
  return uo(id, `${nom} ${surnom}`, {
    grandGroupeDisciplines: type.ggd[0] ?? '', typeOffre, champActivite: type.champActivite, modePriseEnCharge: type.modes[0] ?? '', activiteOperationnelle: associations.usual('J17', typeOffre).slice(0, 2), ages, contact,
    ...(publics && { publics }),
    plus: {
      ...(temporaliteAccueil !== undefined && { temporaliteAccueil }), ...(specialisations && { specialisationPriseEnCharge: specialisations }), ...(heures && { horaire: semaine(...heures) }),
      ...(nature && { lieuRealisationOffre: places(id, cog, nature, installees, { '02': installees - occupees, '03': occupees }) }),
    },
  });
}
