import type { FermeturePlaces } from '../../../src/engine/recherche/places.ts';
import type { Database, Requeteur } from '../database/database.ts';
import type { ClassesConnues } from './recherche-classes.ts';
import { Colonnes, type Etablissement, type LigneOffre, type Lecture } from './recherche-colonnes.ts';
import { fermeesLe, Parametres, parCodeEtLieu, parCodes, parMots } from './recherche-conditions.ts';
import { exigencesDe, ordreDe, type Demande, type Exigences, type Question } from './recherche-exigences.ts';
import type { Trouvailles } from './recherche-page.ts';
import { parcourir, type Sues } from './recherche-parcours.ts';

/** More offers than any region has: beyond it, the database alone answers. */
const LE_PLUS = 1_000_000;
/** Offers read at once: others run between two reads. */
const LOT = 5_000;
/** Establishments that changed: beyond, all is read again, while the database answers. */
const BEAUCOUP = 2_000;
/** As many tries to see the memory as the transaction sees the database. */
const ESSAIS = 4;

/** What the database says of a question: when it is, what changed, what the memory does not hold. */
interface Etat {
  readonly instantane: string;
  readonly changees: readonly string[];
  readonly sues: (colonnes: Colonnes) => readonly Sues[];
}

/**
 * The offers as one snapshot of the database shows them, brought to a later one by reading again the establishments that
 * changed between the two (`recherche_changement`): never behind, nor ahead of, the transaction that asks.
 */
export class OffresEnMemoire {
  readonly #connues: ClassesConnues;
  #colonnes: Colonnes | null = null;
  /** The snapshot that `#colonnes` is of. */
  #instantane: string | null = null;
  #lecture: { readonly entiere: boolean; readonly fin: Promise<unknown> } | null = null;
  #trop = false;

  constructor(connues: ClassesConnues) { this.#connues = connues; }

  /** Reads all of them, before anybody asks. */
  async preparer(database: Database): Promise<void> {
    await database.transaction((tx) => this.#voir(tx, [], false, () => true), { lecture: true });
  }

  /** The same as `trouverDansLaBase`; null when the memory can't be what the transaction sees: it must be asked instead. */
  async trouver(tx: Requeteur, demande: Demande): Promise<Trouvailles | null> {
    const exigences = exigencesDe(demande.question);
    return this.#voir(tx, [exigences], ordreDe(demande.tri, exigences.texte).nommes, (colonnes, [sues]) => parcourir(colonnes, exigences, sues!, demande));
  }

  /** The same as `compterDansLaBase`, or null. */
  async compter(tx: Requeteur, questions: readonly Question[]): Promise<readonly number[] | null> {
    const toutes = questions.map((question) => exigencesDe(question));
    return this.#voir(tx, toutes, false, (colonnes, sues) => toutes.map((exigences, rang) => parcourir(colonnes, exigences, sues[rang]!, null).nombreOffres));
  }

  /** `faire` looks at the offers at once, without waiting: nobody changes them under it. */
  async #voir<T>(tx: Requeteur, questions: readonly Exigences[], nommer: boolean, faire: (colonnes: Colonnes, sues: readonly Sues[]) => T): Promise<T | null> {
    for (let essai = 0; essai < ESSAIS && !this.#trop; essai++) {
      const depuis = this.#instantane;
      const { instantane, changees, sues } = await lireEtat(tx, questions, nommer, depuis);
      if (this.#instantane !== depuis) continue;
      if (depuis !== null && !contient(instantane, depuis)) return null;
      let colonnes = this.#colonnes;
      if (colonnes === null || changees.length > 0) {
        const entiere = colonnes === null || changees.includes('0') || changees.length > BEAUCOUP;
        if (this.#lecture) {
          // A few establishments are soon read; all of them are not.
          if (entiere || this.#lecture.entiere) return null;
          await this.#lecture.fin;
          continue;
        }
        const lecture = entiere || colonnes === null ? this.#lireTout(tx) : this.#relire(tx, colonnes, changees);
        this.#lecture = { entiere, fin: lecture.catch(() => null) };
        try {
          const poser = await lecture;
          if (poser === null) return null;
          colonnes = this.#colonnes = poser();
          this.#instantane = instantane;
        } finally {
          this.#lecture = null;
        }
      }
      return faire(colonnes, sues(colonnes));
    }
    return null;
  }

  async #lireTout(tx: Requeteur): Promise<(() => Colonnes) | null> {
    let neuves: Colonnes | null = null;
    for await (const offres of lots(tx, null)) {
      const classes = await this.#connues.lire(tx, [...new Set(offres.map(({ classe }) => classe))]);
      neuves ??= new Colonnes(classes);
      this.#trop = neuves.nombre + offres.length > LE_PLUS;
      if (this.#trop || neuves.connues !== classes) return null;
      const { lecture, nommes } = await completer(tx, neuves, offres, []);
      neuves.ecrire(lecture, nommes);
    }
    const toutes = neuves ?? new Colonnes(await this.#connues.lire(tx, []));
    return () => toutes;
  }

  /** Nothing is changed until all is read. */
  async #relire(tx: Requeteur, colonnes: Colonnes, changees: readonly string[]): Promise<(() => Colonnes) | null> {
    const offres: LigneOffre[] = [];
    for await (const lot of lots(tx, changees)) offres.push(...lot);
    const classes = await this.#connues.lire(tx, [...new Set(offres.map(({ classe }) => classe))]);
    // So many combinations had been met that they were forgotten.
    if (classes !== colonnes.connues) {
      this.#colonnes = this.#instantane = null;
      return null;
    }
    const { lecture, nommes } = await completer(tx, colonnes, offres, changees);
    return () => {
      colonnes.vider(changees);
      colonnes.ecrire(lecture, nommes);
      return colonnes;
    };
  }
}

/** Offers of these establishments, or of all, so many at once. */
async function* lots(tx: Requeteur, structures: readonly string[] | null): AsyncGenerator<readonly LigneOffre[]> {
  for (let apres: string | null = null; ;) {
    const lot: LigneOffre[] = await tx.query<LigneOffre>(
      `select o.no::text as no, o.structure::text as structure, o.classe::text as classe, o.lieu::text as lieu, o.horaire::text as horaire, o.age_min as "ageMin", o.age_fin as "ageFin",
         coalesce(o.disponibles, 0) as disponibles, o.compte_le - date '2000-01-01' as "compteLe", o.sensible, o.departement
       from recherche_offre o where ${structures ? 'o.structure = any($2::bigint[])' : '$2::bigint[] is null'} and ($1::bigint is null or o.no > $1::bigint) order by o.no limit ${LOT}`, [apres, structures]);
    if (lot.length > 0) yield lot;
    const dernier = lot.at(-1);
    if (!dernier || lot.length < LOT) return;
    apres = dernier.no;
  }
}

/** Reads the places and names that these offers speak of and that are not known, and the names of what changed. */
async function completer(tx: Requeteur, colonnes: Colonnes, offres: readonly LigneOffre[], changees: readonly string[]): Promise<{ readonly lecture: Lecture; readonly nommes: readonly string[] }> {
  const voulus = [...new Set(offres.flatMap(({ lieu }) => (lieu !== null && colonnes.numerosDeLieux.cherche(lieu) === undefined ? [lieu] : [])))];
  const nommes = [...new Set([...changees, ...offres.flatMap(({ structure }) => (colonnes.numerosDeStructures.cherche(structure) === undefined ? [structure] : []))])];
  const lieux = voulus.length === 0 ? [] : await tx.query<Lecture['lieux'][number]>('select l.no::text as no, l.latitude, l.longitude from recherche_lieu l where l.no = any($1::bigint[])', [voulus]);
  const etablissements = nommes.length === 0 ? [] : await tx.query<Etablissement>(`select s.no::text as no, s.id, s.cle from recherche_nom s where s.no = any($1::bigint[]) and s.type = 'EG'`, [nommes]);
  return { lecture: { offres, lieux, etablissements }, nommes };
}

type LigneEtat = { readonly instantane: string; readonly changees: readonly string[]; readonly ouverts?: readonly string[]; readonly fermees?: readonly (FermeturePlaces & { readonly no: string })[] } & Readonly<Record<`liste${number}`, Uint8Array | null>>;

/** One statement for all the questions. */
async function lireEtat(tx: Requeteur, questions: readonly Exigences[], nommer: boolean, depuis: string | null): Promise<Etat> {
  const p = new Parametres();
  const lus = ['pg_current_snapshot()::text as instantane', `${depuis === null ? `'[]'::jsonb` : changeesDepuis(p.ajouter(depuis, 'pg_snapshot'))} as changees`];
  const [une] = questions;
  if (une) lus.push(
    `coalesce((select jsonb_agg(h.no::text) from recherche_horaire h where h.ouvert @> ${p.ajouter(une.instant, 'timestamptz')}), '[]'::jsonb) as ouverts`,
    `coalesce((select jsonb_agg(jsonb_build_object('no', hashtextextended(f.noeud_id, 0)::text, 'debut', f.debut, 'fin', f.fin, 'nombre', f.nombre)) ${fermeesLe(p.ajouter(une.aujourdhui, 'date'))}), '[]'::jsonb) as fermees`,
  );
  let n = 0;
  /** Numbers, one after another, eight bytes each. */
  const liste = (sql: string): `liste${number}` => {
    lus.push(`(select string_agg(int8send(v.no), ''::bytea) from (${sql}) v) as liste${n}`);
    return `liste${n++}`;
  };
  const cherchees = questions.map(({ codes, texte }) => ({
    codes: codes.map((voulus) => liste(parCodes(voulus, p))),
    noms: texte && liste(parMots(texte.mots, p)),
    nommees: texte && nommer ? liste(`select s.no from recherche_nom s where s.type = 'EG' and s.mots @@ (select requete_recherche(${p.ajouter(texte.mots, 'text')}))`) : null,
    sens: (texte?.sens ?? []).flatMap(({ code, colonne, note }) => (colonne ? [] : [{ note, nom: liste(parCodeEtLieu(code, texte!.lieux, p)) }])),
  }));
  const [etat] = await tx.query<LigneEtat>(`select ${lus.join(',\n')}`, p.valeurs);
  const { instantane, changees, ouverts = [], fermees = [] } = etat!;
  const sues = (colonnes: Colonnes): Sues[] => {
    const parNo = new Map<string, FermeturePlaces[]>();
    for (const { no, ...fermeture } of fermees) parNo.set(no, [...(parNo.get(no) ?? []), fermeture]);
    const places = (nom: `liste${number}` | null): Int32Array => colonnes.places(nom === null ? null : etat![nom] ?? null);
    return cherchees.map(({ codes, noms, nommees, sens }) => ({
      ouverts, fermees: parNo, codes: codes.map(places), noms: places(noms), nommees: new Set(nommees === null ? [] : nombresDe(etat![nommees] ?? null)), sens: sens.map(({ note, nom }) => ({ note, places: places(nom) })),
    }));
  };
  return { instantane, changees, sues };
}

/** Establishments that the transaction sees as they were not in a snapshot. What another server numbered, before a restore, says nothing here. */
const changeesDepuis = (avant: string): string =>
  `coalesce((select jsonb_agg(x.structure::text) from recherche_changement x
     where x.transaction >= pg_snapshot_xmin(${avant}) and not pg_visible_in_snapshot(x.transaction, ${avant}) and pg_visible_in_snapshot(x.transaction, pg_current_snapshot())), '[]'::jsonb)`;

function nombresDe(numeros: Uint8Array | null): string[] {
  if (!numeros) return [];
  const vue = new DataView(numeros.buffer, numeros.byteOffset, numeros.byteLength);
  return Array.from({ length: numeros.length / 8 }, (_, rang) => String(vue.getBigInt64(rang * 8)));
}

/** Whether all that one snapshot of PostgreSQL (`xmin:xmax:xip,…`) shows is shown by another. */
export function contient(grand: string, petit: string): boolean {
  const lire = (texte: string) => {
    const [, xmax = '0', xip = ''] = texte.split(':');
    return { xmax: BigInt(xmax), enCours: new Set(xip === '' ? [] : xip.split(',')) };
  };
  const [g, p] = [lire(grand), lire(petit)];
  return g.xmax >= p.xmax && [...g.enCours].every((xid) => BigInt(xid) >= p.xmax || p.enCours.has(xid));
}
