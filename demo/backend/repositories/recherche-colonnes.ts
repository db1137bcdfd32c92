import type { Point } from '../../../src/engine/recherche/trajet.ts';
import { Registre, type Classes } from './recherche-classes.ts';

/** An offer as the database says it; numbers as text. */
export interface LigneOffre {
  readonly no: string;
  readonly structure: string;
  readonly classe: string;
  readonly lieu: string | null;
  readonly horaire: string | null;
  readonly ageMin: number | null;
  readonly ageFin: number | null;
  readonly disponibles: number;
  /** Days since 2000. */
  readonly compteLe: number | null;
  readonly sensible: boolean;
  readonly departement: string | null;
}

/** An establishment, by its number. */
export interface Etablissement {
  readonly no: string;
  readonly id: string;
  readonly cle: string;
}

/** What was read together. */
export interface Lecture {
  readonly offres: readonly LigneOffre[];
  readonly lieux: readonly (Point & { readonly no: string })[];
  readonly etablissements: readonly Etablissement[];
}

const ENTIERS = ['hauts', 'bas', 'structures', 'classes', 'lieux', 'horaires', 'departements', 'disponibles'] as const;
const REELS = ['agesMin', 'agesFin', 'comptes'] as const;

/** The offers in columns, by place: looking at all of them takes a few milliseconds. What points nowhere is -1, what is not said NaN. */
export class Colonnes {
  /** The two halves of the number. */
  hauts = new Int32Array(0);
  bas = new Int32Array(0);
  /** Rank of its establishment; -1: nobody is in this place. */
  structures = new Int32Array(0);
  /** Ranks in what has the same name. */
  classes = new Int32Array(0);
  lieux = new Int32Array(0);
  horaires = new Int32Array(0);
  departements = new Int32Array(0);
  /** Years, from the first to before the second. */
  agesMin = new Float32Array(0);
  agesFin = new Float32Array(0);
  disponibles = new Int32Array(0);
  /** Day of that count, since 2000. */
  comptes = new Float32Array(0);
  sensibles = new Uint8Array(0);
  /** Places, also those where nobody is. */
  nombre = 0;

  readonly connues: Classes;
  readonly numerosDeStructures = new Registre();
  readonly numerosDeLieux = new Registre();
  readonly numerosDHoraires = new Registre();
  readonly codesDeDepartements = new Registre();
  readonly points: Point[] = [];
  readonly #etablissements: (Etablissement | undefined)[] = [];
  #libres: number[] = [];
  #ordre: Int32Array | null = null;
  #table: Int32Array | null = null;

  constructor(connues: Classes) { this.connues = connues; }

  etablissement(structure: number): Etablissement | undefined { return this.#etablissements[structure]; }

  numero(place: number): string { return String((BigInt(this.hauts[place]!) << 32n) | BigInt(this.bas[place]! >>> 0)); }

  comparerNumeros(a: number, b: number): number { return this.hauts[a]! - this.hauts[b]! || (this.bas[a]! >>> 0) - (this.bas[b]! >>> 0); }

  /** Takes out all that these establishments offered, and their names. */
  vider(structures: readonly string[]): void {
    const rangs = new Set(structures.map((no) => this.numerosDeStructures.cherche(no)));
    for (let place = 0; place < this.nombre; place++) {
      if (this.structures[place] === -1 || !rangs.has(this.structures[place])) continue;
      this.structures[place] = -1;
      this.#libres.push(place);
    }
    this.#table = null;
  }

  /** The combinations of these offers are known. `nommes`: establishments that were looked for; one that was not found is gone. */
  ecrire({ offres, lieux, etablissements }: Lecture, nommes: readonly string[]): void {
    for (const { no, latitude, longitude } of lieux) this.points[this.numerosDeLieux.de(no)] = { latitude, longitude };
    const lus = new Map(etablissements.map((un) => [un.no, un]));
    for (const no of nommes) {
      const [rang, lu] = [this.numerosDeStructures.de(no), lus.get(no)];
      if (this.#etablissements[rang]?.cle !== lu?.cle) this.#ordre = null;
      this.#etablissements[rang] = lu;
    }
    for (const offre of offres) this.#poser(offre);
    this.#table = null;
  }

  #poser(offre: LigneOffre): void {
    const place = this.#libres.pop() ?? this.nombre++;
    if (place >= this.hauts.length) this.#agrandir();
    const rang = (registre: Registre, cle: string | null): number => (cle === null ? -1 : registre.de(cle));
    const no = BigInt(offre.no);
    this.hauts[place] = Number(no >> 32n);
    this.bas[place] = Number(BigInt.asIntN(32, no));
    this.structures[place] = this.numerosDeStructures.de(offre.structure);
    this.classes[place] = this.connues.numeros.de(offre.classe);
    this.lieux[place] = rang(this.numerosDeLieux, offre.lieu);
    this.horaires[place] = rang(this.numerosDHoraires, offre.horaire);
    this.departements[place] = rang(this.codesDeDepartements, offre.departement);
    this.agesMin[place] = offre.ageMin ?? Number.NaN;
    this.agesFin[place] = offre.ageFin ?? Number.NaN;
    this.disponibles[place] = offre.disponibles;
    this.comptes[place] = offre.compteLe ?? Number.NaN;
    this.sensibles[place] = Number(offre.sensible);
  }

  #agrandir(): void {
    const taille = Math.max(1_024, Math.ceil(this.hauts.length * 1.5));
    for (const nom of ENTIERS) { const avant = this[nom]; this[nom] = new Int32Array(taille); this[nom].set(avant); }
    for (const nom of REELS) { const avant = this[nom]; this[nom] = new Float32Array(taille); this[nom].set(avant); }
    const avant = this.sensibles;
    this.sensibles = new Uint8Array(taille);
    this.sensibles.set(avant);
  }

  /** Rank of each establishment among the names, as the database orders them. */
  ordre(): Int32Array {
    if (this.#ordre) return this.#ordre;
    const rangs = this.#etablissements.map((_, rang) => rang).sort((a, b) => comparerNoms(this.#etablissements[a], this.#etablissements[b]));
    const ordre = new Int32Array(this.#etablissements.length);
    rangs.forEach((structure, rang) => { ordre[structure] = rang; });
    return (this.#ordre = ordre);
  }

  /** Places of offers by their numbers, as PostgreSQL sends them (`int8send`, one after another); those that are not there are left out. */
  places(numeros: Uint8Array | null): Int32Array {
    if (!numeros || numeros.length === 0) return new Int32Array(0);
    const { hauts, bas } = this;
    const table = this.#hachage();
    const masque = table.length - 1;
    const vue = new DataView(numeros.buffer, numeros.byteOffset, numeros.byteLength);
    const trouvees = new Int32Array(numeros.length / 8);
    let n = 0;
    for (let de = 0; de < numeros.length; de += 8) {
      const [haut, bas32] = [vue.getInt32(de), vue.getInt32(de + 4)];
      for (let case_ = bas32 & masque; table[case_] !== 0; case_ = (case_ + 1) & masque) {
        const place = table[case_]! - 1;
        if (bas[place] === bas32 && hauts[place] === haut) { trouvees[n++] = place; break; }
      }
    }
    return trouvees.subarray(0, n);
  }

  /** Numbers are hashes already: their low bits say where to look. */
  #hachage(): Int32Array {
    if (this.#table) return this.#table;
    const table = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, this.nombre * 2))));
    const masque = table.length - 1;
    for (let place = 0; place < this.nombre; place++) {
      if (this.structures[place] === -1) continue;
      let case_ = this.bas[place]! & masque;
      while (table[case_] !== 0) case_ = (case_ + 1) & masque;
      table[case_] = place + 1;
    }
    return (this.#table = table);
  }
}

type Nomme = Pick<Etablissement, 'cle' | 'no'>;

/** As `order by cle, no`; without a name last. */
export function comparerNoms(a: Nomme | undefined, b: Nomme | undefined): number {
  if (!a || !b) return Number(!a) - Number(!b);
  return comparerC(a.cle, b.cle) || comparerEntiers(a.no, b.no);
}

const comparerEntiers = (a: string, b: string): number => (a === b ? 0 : BigInt(a) < BigInt(b) ? -1 : 1);

/** Code points, as `collate "C"`. */
function comparerC(a: string, b: string): number {
  const longueur = Math.min(a.length, b.length);
  for (let rang = 0; rang < longueur; rang++) {
    // Within a pair of surrogates the first half is the same: the second orders as code points do.
    if (a.charCodeAt(rang) !== b.charCodeAt(rang)) return a.codePointAt(rang)! - b.codePointAt(rang)!;
  }
  return a.length - b.length;
}
