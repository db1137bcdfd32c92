/** The reference backend at the size of a region, by its `dispatch`: what each door adds (HTTP, the browser) is not in it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Database } from '../../demo/backend/database/database.ts';
import { migrate } from '../../demo/backend/database/migrate.ts';
import { openPglite } from '../../demo/backend/database/pglite.ts';
import { openPostgres } from '../../demo/backend/database/postgres.ts';
import { createBackend, type Backend } from '../../demo/backend/dispatch.ts';
import { readMigrations } from '../../demo/backend/migrations/read.ts';
import { generate } from '../../demo/backend/seed/generate.ts';
import type { InputOf, OutputOf } from '../../src/contract/operation.ts';
import type { OperationName, Operations } from '../../src/contract/operations.ts';
import type { Acteur } from '../../src/domain/acteur.ts';
import type { Dossier } from '../../src/domain/dossier.ts';
import { percentiles, round, say, type Table } from './report.ts';

export interface BackendSize {
  readonly eg: number;
  readonly uo: number;
}

/** How long each operation is repeated, after a few turns that do not count. */
const BUDGET_MS = 3_000;
const WARM_UP = 20;
const PEOPLE = 8;
/** A dossier as large as they are expected to be. */
const LARGE = 300;

interface Rate {
  readonly perSecond: number;
  readonly delays: readonly number[];
}

/** Repeats an act, by so many people at once, each waiting for its own answer. */
async function rate(people: number, act: (person: number, turn: number) => Promise<unknown>): Promise<Rate> {
  let turn = 0;
  for (; turn < WARM_UP; turn++) await act(turn % people, turn);
  const delays: number[] = [];
  const start = performance.now();
  await Promise.all(Array.from({ length: people }, async (_, person) => {
    while (performance.now() - start < BUDGET_MS) {
      const begun = performance.now();
      await act(person, turn++);
      delays.push(performance.now() - begun);
    }
  }));
  return { perSecond: delays.length / ((performance.now() - start) / 1000), delays };
}

interface Engine {
  readonly name: string;
  readonly database: Database;
  remove(): Promise<void>;
}

/** The embedded database of the portal: files in a folder. */
async function embedded(): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'ror-bench-'));
  const database = await openPglite(join(folder, 'ror'));
  const remove = async (): Promise<void> => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { name: 'PGlite', database, remove };
}

/** A database of its own on the server of `DATABASE_URL`, which goes away afterwards. */
async function server(url: string): Promise<Engine> {
  const name = `ror_bench_${process.pid}`;
  const administer = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await administer(`create database ${name}`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  const database = openPostgres(address.href);
  return { name: 'PostgreSQL', database, remove: async () => { await database.close(); await administer(`drop database ${name}`); } };
}

/** Asks what the page would ask, and refuses to measure a refusal. */
function asker(backend: Backend, acteur: Acteur) {
  return async <Name extends OperationName>(name: Name, input: InputOf<Operations[Name]>): Promise<Exclude<OutputOf<Operations[Name]>, { refus: unknown }>> => {
    const answer = await backend.dispatch(name, input, acteur);
    if (typeof answer === 'object' && answer !== null && 'refus' in answer) throw new Error(`${name} is refused: ${JSON.stringify(answer.refus)}`);
    return answer as Exclude<OutputOf<Operations[Name]>, { refus: unknown }>;
  };
}

type Ask = ReturnType<typeof asker>;

/** Saves one fiche again and again, as someone who types and puts on hold. */
async function saver(ask: Ask, dossier: Dossier): Promise<(turn: number) => Promise<void>> {
  const { id: dossierId, fiches } = dossier;
  const ficheId = fiches.findLast(({ type }) => type === 'UO')!.id;
  let fiche = await ask('lireFiche', { dossierId, ficheId });
  return async (turn) => {
    const { version, contenu, illisibles } = fiche;
    const metadonnee = { commentaire: `Mise à jour ${turn}` };
    ({ fiche } = await ask('enregistrerFiche', { dossierId, ficheId, version, contenu: { ...contenu, metadonnee } as never, illisibles, finaliser: false }));
  };
}

async function measure({ name, database }: Engine, { eg, uo }: BackendSize): Promise<ReadonlyMap<string, string>> {
  const results = new Map<string, string>();
  const [{ version = '' } = {}] = await database.query<{ version: string }>(`select current_setting('server_version') || ', fsync ' || current_setting('fsync') || ', synchronous_commit ' || current_setting('synchronous_commit') as version`);
  results.set('server', version);
  const begun = performance.now();
  await migrate(database, readMigrations());
  await generate({ database, entitesGeographiques: eg, unites: uo, onProgress: (rows) => { if (rows % 100_000 === 0) say(`${name}: ${rows} rows`); } });
  results.set(`rows generated, s`, round((performance.now() - begun) / 1000));

  // EHPAD, whose units hang from the establishment itself; the first EG is the one of 1,500 units.
  const ehpad = (await database.query<{ id: string }>(`select id from noeud where type = 'EG' and categorie_eg = '500' and id <> 'eg-g1' order by id limit ${PEOPLE + 1}`)).map(({ id }) => id);
  const backend = await createBackend({ database });
  const referent = asker(backend, { id: 'referent', nom: 'Claire Martin', role: 'referent', entitesGeographiques: ehpad, departements: [] });
  const lecteur = asker(backend, { id: 'lecteur', nom: 'Inès Caron', role: 'lecteur', entitesGeographiques: [], departements: [] });
  const gestionnaire = asker(backend, { id: 'gestionnaire', nom: 'Sophie Lambert', role: 'gestionnaire', entitesGeographiques: [], departements: [] });
  const dossiers: Dossier[] = [];
  for (const id of ehpad) dossiers.push((await referent('creerDossier', { entiteGeographiqueId: id, nom: `Dossier de ${id}` })).dossier);
  let large = dossiers.pop()!;
  for (let lacking = LARGE - large.fiches.length; lacking > 0; lacking = LARGE - large.fiches.length) {
    const commande = { type: 'creer-fiches', parentId: large.fiches[0]!.id, typeFiche: 'UO', nombre: Math.min(50, lacking) } as const;
    large = (await referent('deciderDossier', { dossierId: large.id, version: large.version, commande })).dossier;
  }

  const put = async (what: string, people: number, act: (person: number, turn: number) => Promise<unknown>): Promise<void> => {
    say(`${name}: ${what}`);
    const { perSecond, delays } = await rate(people, act);
    results.set(what, `${round(perSecond)}/s, ${percentiles(delays)} ms`);
  };
  const small = await Promise.all(dossiers.map((dossier) => saver(referent, dossier)));
  const big = await saver(referent, large);
  await put(`save a fiche, dossier of ${dossiers[0]!.fiches.length}`, 1, (_, turn) => small[0]!(turn));
  await put(`save a fiche, dossier of ${large.fiches.length}`, 1, (_, turn) => big(turn));
  await put(`save, ${PEOPLE} people in ${PEOPLE} dossiers`, PEOPLE, (person, turn) => small[person]!(turn));

  const departements = (await lecteur('listerNoeuds', { par: 'departement' })).noeuds.map(({ id }) => id);
  // Far from one another, the same in each run.
  const anEG = (turn: number): string => `eg-g${2 + ((turn * 7_919) % Math.max(1, eg - 1))}`;
  await put('children of an EG (a few UO)', 1, (_, turn) => lecteur('listerNoeuds', { parentId: anEG(turn) }));
  await put(`the same, ${PEOPLE} people`, PEOPLE, (_, turn) => lecteur('listerNoeuds', { parentId: anEG(turn) }));
  await put('départements (roots)', 1, () => lecteur('listerNoeuds', { par: 'departement' }));
  await put('children of a département, page of 200', 1, (_, turn) => lecteur('listerNoeuds', { parentId: departements[turn % departements.length]! }));
  let suite: string | null = null;
  await put('children of an EG of 1,500 UO, page after page of 200', 1, async () => {
    ({ suite } = await lecteur('listerNoeuds', { parentId: 'eg-g1', ...(suite !== null && { suite }) }));
  });

  const MSS = 'MSS';
  await put('départements (roots), MSS ticked', 1, () => lecteur('listerNoeuds', { domaines: MSS }));
  await put('catégories de besoins (roots)', 1, () => lecteur('listerNoeuds', { par: 'categorie-de-besoins' }));
  await put('children of a catégorie de besoins, page of 200', 1, () => lecteur('listerNoeuds', { parentId: 'CB-handicap', domaines: MSS }));
  // A word of few, words of several, a word of very many, a name and a number, a word that nobody bears.
  const TEXTES = ['lilas', 'ehpad parc', 'unite', 'ime fontaine versailles', 'pasa moulin', '9499', 'introuvable'];
  for (const texte of TEXTES) await put(`find « ${texte} », MSS ticked`, 1, () => lecteur('chercherDansArbre', { texte, domaines: MSS }));
  await put(`find, ${PEOPLE} people`, PEOPLE, (_, turn) => lecteur('chercherDansArbre', { texte: TEXTES[turn % TEXTES.length]!, domaines: MSS }));
  await put('read the fiche of a UO', 1, (_, turn) => lecteur('lireNoeud', { noeudId: `uo-g${1 + ((turn * 7_919) % uo)}` }));
  await put('read the fiche of an EG', 1, (_, turn) => lecteur('lireNoeud', { noeudId: anEG(turn) }));
  for (let n = 0; n < 100; n++) await lecteur('changerFavoris', { commande: { type: 'ajouter', noeudId: anEG(n) } });
  await put('favourites, list of 100', 1, () => lecteur('listerFavoris', {}));
  const { listes } = await lecteur('listerFavoris', {});
  await put('favourites as a branch of the tree', 1, () => lecteur('listerNoeuds', { parentId: `FAV-${listes[0]!.id}` }));
  await put('add a favourite, take it out', 1, async (_, turn) => {
    await lecteur('changerFavoris', { commande: { type: 'ajouter', noeudId: `uo-g${1 + (turn % uo)}` } });
    await lecteur('changerFavoris', { commande: { type: 'retirer', noeudId: `uo-g${1 + (turn % uo)}` } });
  });
  await put('report an anomaly', 1, (_, turn) => lecteur('signalerAnomalie', { noeudId: `uo-g${1 + ((turn * 7_919) % uo)}`, thematique: '06', message: `Signalement ${turn}` }));
  await put('list anomalies, page of 50', 1, () => gestionnaire('listerAnomalies', { statut: 'ouvert' }));
  say(`${name}: offers read into memory`);
  const start = performance.now();
  await backend.preparer();
  results.set('offers read into memory, s', round((performance.now() - start) / 1000));
  await measureSearch(put, lecteur);
  return results;
}

/** Far from one another: each turn of a search is from another place. */
const COMMUNES = ['77284', '75113', '93066', '94028', '78646', '91228', '95127', '92050'];
/** A beginning, a word of very many, words of few, a town, mistakes, numbers. */
const DEBUTS = ['ehp', 'ehpad', 'lilas', 'ehpad lil', 'uni', 'versai', 'ehpad meaux', 'saint eloi', 'colibrri', '9499', 'psychiatrie', 'meuax'];

/** Issue 6: suggestions within 20 ms, a search with all its facets within 150 ms. */
async function measureSearch(put: (what: string, people: number, act: (person: number, turn: number) => Promise<unknown>) => Promise<void>, lecteur: Ask): Promise<void> {
  const near = (turn: number) => ({ genre: 'commune', code: COMMUNES[turn % COMMUNES.length]! }) as const;
  const ehpad = [{ genre: 'type-offre', code: '21' }] as const;
  await put('suggestions of what', 1, (_, turn) => lecteur('suggererQuoi', { texte: DEBUTS[turn % DEBUTS.length]! }));
  await put('suggestions of where', 1, (_, turn) => lecteur('suggererOu', { texte: DEBUTS[turn % DEBUTS.length]! }));
  const searches: readonly (readonly [string, (turn: number) => InputOf<Operations['rechercher']>['criteres']])[] = [
    ['a type within 20 km', (turn) => ({ quoi: [...ehpad], ou: near(turn), distanceMax: 20 })],
    ['a type, 30 minutes, open, places, an age', (turn) => ({ quoi: [...ehpad], ou: near(turn), dureeMax: 30, age: 80, ouvert: true, places: true })],
    ['a type in a département, two facets', () => ({ quoi: [{ genre: 'type-offre', code: '48' }], ou: { genre: 'departement', code: '94' }, facettes: { mode: ['47'], public: ['02'] } })],
    ['« ehpad lilas »', () => ({ texte: 'ehpad lilas' })],
    ['« fontainne versaille », mistyped', () => ({ texte: 'fontainne versaille' })],
    ['« ehpad » by distance, a fifth of all', (turn) => ({ texte: 'ehpad', ou: near(turn) })],
    ['an activité, a third of all', () => ({ quoi: [{ genre: 'activite', code: '313' }] })],
    ['no criterion, by name', () => ({})],
    ['no criterion, by distance', (turn) => ({ ou: near(turn) })],
    ['nothing found, and what to relax', (turn) => ({ quoi: [{ genre: 'type-offre', code: '255' }], ou: near(turn), distanceMax: 20, facettes: { mode: ['46'] }, age: 5 })],
  ];
  for (const [what, criteres] of searches) await put(`search: ${what}`, 1, (_, turn) => lecteur('rechercher', { criteres: criteres(turn) }));
}

export async function measureBackend(size: BackendSize): Promise<Table> {
  const url = process.env['DATABASE_URL'];
  const columns: { readonly name: string; readonly results: ReadonlyMap<string, string> }[] = [];
  for (const open of [...(url && process.env['ROR_BENCH_ENGINE'] === 'server' ? [] : [embedded]), ...(url ? [() => server(url)] : [])]) {
    const engine = await open();
    try {
      columns.push({ name: engine.name, results: await measure(engine, size) });
    } finally {
      await engine.remove();
    }
  }
  const rows = [...columns[0]?.results.keys() ?? []].filter((what) => what !== 'server');
  return {
    title: `Backend, ${size.eg.toLocaleString('en')} EG and ${size.uo.toLocaleString('en')} UO`,
    head: ['operations per second, median / p95', ...columns.map(({ name }) => name)],
    rows: rows.map((what) => [what, ...columns.map(({ results }) => results.get(what) ?? '–')]),
    notes: [
      ...columns.map(({ name, results }) => `${name} ${results.get('server') ?? ''}.`),
      `Each for ${BUDGET_MS / 1000} s after ${WARM_UP} turns, by \`dispatch\` (contract, rights, rules, one transaction), one person at a time unless said, in the same process.`,
      ...(url ? [] : ['PostgreSQL: not measured, `DATABASE_URL` is not set (`node test/support/postgres.mjs npm run bench -- backend` starts a throw-away server).']),
    ],
  };
}
