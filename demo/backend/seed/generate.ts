import { loadCommunes, type Commune } from '../../../src/nomenclature/communes.ts';
import { officialSource } from '../../../src/nomenclature/load.ts';
import type { Database } from '../database/database.ts';
import { reindexer } from '../repositories/recherche-index.ts';
import { loadRules } from '../rules.ts';
import { random } from './dice.ts';
import { accueil, finess, places, responsable, semaine } from './vocabulary.ts';

export interface GenerateOptions {
  readonly database: Database;
  readonly entitesGeographiques?: number;
  /** Unités opérationnelles in all. */
  readonly unites?: number;
  /** Same seed, same rows. */
  readonly graine?: number;
  /** Told of the rows inserted so far. */
  readonly onProgress?: (rows: number) => void;
}

/** Rows of one statement. */
const LOT = 2_000;
/** Units of the biggest establishment (SCALE: 1,500 UO in one EG). */
const PLUS_GRANDE = 1_500;

/** Category (J55), its prefix in a name, and the units that it holds: J238, J20, J19, GGD, J17, wording. */
const SORTES = [
  { categorie: '500', nom: 'EHPAD', ggd: 'MSS', besoin: 'avancee-en-age', filiere: 'geriatrique', unites: [['21', '04', '46', ['313', '322'], 'Unité hébergement pour personnes âgées dépendantes'], ['25', '04', '47', ['289', '315'], 'Unité PASA']] },
  { categorie: '183', nom: 'IME', ggd: 'MSS', besoin: 'handicap', filiere: 'tnd-autisme', unites: [['48', '04', '47', ['313', '300'], 'Unité IME Accueil de jour'], ['48', '04', '46', ['313', '323'], 'Unité IME Hébergement']] },
  { categorie: '604', nom: 'CPTS', ggd: 'MSS', besoin: 'orientation-expertise', filiere: 'geriatrique', unites: [['255', '04', '58', ['475', '471'], 'CPTS']] },
  { categorie: '292', nom: 'EPS', ggd: 'PSY', besoin: 'sante-mentale', filiere: 'psychotraumatisme-violences', unites: [['174', '03', '28', ['229'], 'Unité hospitalière de psychiatrie de l’adulte'], ['10', '03', '32', ['229', '231'], 'Unité CMP Adulte']] },
  { categorie: '355', nom: 'CH', ggd: 'SSR', besoin: 'readaptation', filiere: 'avc', unites: [['103', '02', '28', ['234', '097'], 'Unité SMR système nerveux']] },
] as const;

const SURNOMS = ['des Lilas', 'du Parc', 'Saint-Éloi', 'de la Fontaine', 'Élisée', 'Œuvre Sainte-Anne', 'du Moulin', 'Jeanne d’Arc', 'des Érables', 'Val Fleuri', 'de l’Étang', 'Beauséjour'] as const;

/** What facets are made of: codes of JDV_J50, J29, J30, J226, J35. */
const ACCESSIBILITES = ['1', '2', '3'] as const;
const PUBLICS = ['01', '02', '03', '04', '05', '06', '07'] as const;
const TEMPORALITES = ['01', '02'] as const;
const MODALITES = ['03', '04', '05', '12'] as const;
const SPECIALISATIONS = ['02', '05', '08', '14', '17', '21'] as const;
const DEBUTS = ['08:00', '08:30', '09:00', '10:00'] as const;
const FINS = ['16:30', '17:00', '18:00', '19:00', '20:00'] as const;
const JOURS = [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6], [1, 2, 4, 5], [1, 2, 3, 4, 5, 6, 7]] as const;
/** The day of the rows: the week after, their hours are known. */
export const INSTANT = '2026-01-05T08:00:00Z';

interface Ligne {
  readonly id: string;
  readonly type: 'EJ' | 'EG' | 'UO';
  readonly parentId: string | null;
  readonly egId: string | null;
  readonly nom: string;
  readonly departement: string | null;
  readonly sorte: (typeof SORTES)[number];
  readonly contenu: object;
}

/**
 * Fills a migrated database for benchmarks: entités juridiques of three establishments each, spread evenly over the
 * départements of Île-de-France, all described; identifiers `ej-g1`, `eg-g1`, `uo-g1`… In one transaction per batch.
 */
export async function generate({ database, entitesGeographiques = 30_000, unites = 300_000, graine = 1, onProgress }: GenerateOptions): Promise<void> {
  const communes = (await loadCommunes()).all;
  let lot: Ligne[] = [];
  let total = 0;
  const flush = async () => {
    if (lot.length === 0) return;
    await inserer(database, lot);
    total += lot.length;
    lot = [];
    onProgress?.(total);
  };
  for (const ligne of lignes(entitesGeographiques, unites, random(graine), random(graine + 1), communes)) {
    lot.push(ligne);
    if (lot.length === LOT) await flush();
  }
  await flush();
  await reindexer(database, { rules: await loadRules(officialSource), instant: INSTANT });
  // PGlite has no autovacuum; counting by index alone needs what it writes down.
  await database.exec('vacuum analyze noeud');
}

function* lignes(entitesGeographiques: number, unites: number, dice: () => number, des: () => number, communes: readonly Commune[]): Generator<Ligne> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)]!;
  const parDepartement = [...new Set(communes.map(({ departement }) => departement))].map((code) => communes.filter(({ departement }) => departement === code));
  const de = <T>(list: readonly T[]): T => list[Math.floor(des() * list.length)]!;
  const premiere = Math.min(PLUS_GRANDE, Math.floor(unites / 2));
  let unite = 0;
  for (let n = 0; n < entitesGeographiques; n++) {
    const sorte = pick(SORTES);
    const commune = pick(pick(parDepartement));
    const ejId = `ej-g${Math.floor(n / 3) + 1}`;
    const egId = `eg-g${n + 1}`;
    if (n % 3 === 0) {
      yield { id: ejId, type: 'EJ', parentId: null, egId: null, nom: `ASSOCIATION ${pick(SURNOMS)} ${commune.nom} ${n}`, departement: null, sorte, contenu: { statutJuridique: '60' } };
    }
    const nom = `${sorte.nom} ${pick(SURNOMS)} de ${commune.nom} ${n + 1}`;
    const numFINESS = finess(commune.departement, n % 10_000);
    const adresse = { codePostal: commune.codesPostaux[0], localite: commune.nom.slice(0, 30), communeCog: commune.code };
    const coordonneeGeographique = { latitude: commune.latitude + (des() - 0.5) / 50, longitude: commune.longitude + (des() - 0.5) / 40, systemeGeodesique: 'WGS84' };
    const contenu = {
      idNatStruct: `1${numFINESS}`, numFINESS, denominationEG: nom, categorieEG: sorte.categorie,
      lieuEG: { communeCog: commune.code, adresse, coordonneeGeographique }, accessibiliteLieu: de(ACCESSIBILITES), contact: [accueil(n % 10_000, `accueil@eg${n + 1}.example`)],
    };
    // The units of one establishment are much alike.
    const [publicEG, modalite, specialisation] = [de(PUBLICS), de(MODALITES), de(SPECIALISATIONS)];
    yield { id: egId, type: 'EG', parentId: ejId, egId, nom, departement: commune.departement, sorte, contenu };
    // The first holds many, the others share what is left, to the last one.
    const jusqua = n === 0 ? premiere : premiere + Math.floor(((unites - premiere) * n) / Math.max(1, entitesGeographiques - 1));
    for (; unite < jusqua; unite++) {
      const [typeOffre, champActivite, modePriseEnCharge, activiteOperationnelle, libelle] = pick<readonly [string, string, string, readonly string[], string]>(sorte.unites);
      const nomOffre = `${libelle} ${pick(SURNOMS)} ${unite + 1}`;
      const offre = {
        identifiantOffre: `11/uo-g${unite + 1}`, nomOffre, grandGroupeDisciplines: sorte.ggd, typeOffre, champActivite, modePriseEnCharge, activiteOperationnelle, uniteSensible: false,
        patientele: { ageMin: { valeur: de([0, 0, 18, 60]), unite: 'a' }, ageMax: { valeur: 150, unite: 'a' }, publicPrisEnCharge: [publicEG] },
        temporaliteAccueil: de(TEMPORALITES), modaliteAccueil: [modalite], specialisationPriseEnCharge: des() < 0.5 ? [specialisation] : [],
        ...(des() < 0.7 && { horaire: semaine(de(DEBUTS), de(FINS), de(JOURS)) }), ...(des() < 0.4 && { lieuRealisationOffre: places(`uo-g${unite + 1}`, commune.code, '01', 30, { '02': Math.floor(des() * 4) }) }),
        contact: [accueil(unite % 10_000, `accueil@uo${unite + 1}.example`), responsable('Camille Durand', unite % 10_000, `responsable@uo${unite + 1}.example`)],
      };
      yield { id: `uo-g${unite + 1}`, type: 'UO', parentId: egId, egId, nom: nomOffre, departement: commune.departement, sorte, contenu: offre };
    }
  }
}

async function inserer(database: Database, lot: readonly Ligne[]): Promise<void> {
  await database.query(
    `insert into noeud (id, type, parent_id, eg_id, nom, departement, categorie_eg, domaines, besoins, filieres, decrit, contenu, date_mise_jour)
     select id, type, "parentId", "egId", nom, departement, contenu ->> 'categorieEG', array[sorte ->> 'ggd'], array[sorte ->> 'besoin'], array[sorte ->> 'filiere'], true, contenu, '${INSTANT}'
     from jsonb_to_recordset($1::jsonb) as r (id text, type text, "parentId" text, "egId" text, nom text, departement text, sorte jsonb, contenu jsonb)`,
    [JSON.stringify(lot.map(({ sorte: { ggd, besoin, filiere }, ...ligne }) => ({ ...ligne, sorte: { ggd, besoin, filiere } })))],
  );
}
