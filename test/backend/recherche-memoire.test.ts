/** The search answers from memory what the database answers, whatever was written in between. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database, Requeteur } from '../../demo/backend/database/database.ts';
import { createBackend, type Backend } from '../../demo/backend/dispatch.ts';
import { generate } from '../../demo/backend/seed/generate.ts';
import { contient } from '../../demo/backend/repositories/recherche-memoire.ts';
import type { Criteres } from '../../src/engine/recherche/criteres.ts';
import { random } from '../../demo/backend/seed/dice.ts';
import { partenaireDeDemonstration } from '../../demo/backend/seed/comptes.ts';
import { Banc, moteurs, surChaqueMoteur } from '../support/backend.ts';

/** Tells how many searches the database found itself. `sansMemoire`: it says that the memory was read much later, so that it finds them all. */
function surveiller(database: Database, { sansMemoire = false } = {}): { readonly database: Database; readonly parLaBase: () => number } {
  let parLaBase = 0;
  let lire = sansMemoire;
  const surveille = (tx: Requeteur): Requeteur => ({
    ...tx,
    query: async <Row extends object>(sql: string, params?: readonly unknown[]) => {
      if (sql.includes('grains as materialized')) parLaBase++;
      const rows = await tx.query<Row>(sql, params);
      if (!lire || !sql.includes('pg_current_snapshot()')) return rows;
      lire = false;
      return rows.map((row) => ({ ...row, instantane: '3:2000000000:' }));
    },
  });
  return { parLaBase: () => parLaBase, database: { ...database, transaction: (fn, options) => database.transaction((tx) => fn(surveille(tx)), options) } };
}

const COMMUNES = ['77284', '75113', '93066', '94028', '78646'];
const TEXTES = ['ehpad', 'ehpad lilas', 'pasa', 'fontainne versaille', 'ime meaux', 'lilas', 'psychiatrie', 'unité du parc', 'xyzw', 'cmp adulte', '77100'];
const FACETTES = { domaine: ['MSS', 'PSY'], mode: ['46', '47', '28'], public: ['01', '02', '03'], territoire: ['77', '94'], specialisation: ['14', '05'], temporalite: ['01'], modalite: ['03', '12'] } as const;
const QUOI = [['type-offre', '21'], ['type-offre', '48'], ['activite', '313'], ['activite', '229'], ['specialisation', '14'], ['categorie', '500'], ['mode', '47'], ['acte', '0001'], ['equipement', '01']] as const;

/** Criteria of any kind, the same for the same seed. */
function* questions(nombre: number, graine: number): Generator<Criteres> {
  const des = random(graine);
  const une = <T>(liste: readonly T[]): T => liste[Math.floor(des() * liste.length)]!;
  const parfois = (chance: number): boolean => des() < chance;
  for (let n = 0; n < nombre; n++) {
    const situe = parfois(0.5);
    const facettes = Object.fromEntries((Object.keys(FACETTES) as (keyof typeof FACETTES)[]).filter(() => parfois(0.2)).map((facette) => [facette, [une<string>(FACETTES[facette])]]));
    yield {
      ...(parfois(0.4) && { texte: une(TEXTES) }),
      ...(parfois(0.4) && { quoi: Array.from({ length: parfois(0.3) ? 2 : 1 }, () => une(QUOI)).map(([genre, code]) => ({ genre, code })) }),
      ...(situe ? { ou: parfois(0.2) ? { genre: 'departement', code: '94' } as const : { genre: 'commune', code: une(COMMUNES) } as const } : {}),
      ...(situe && parfois(0.4) && { distanceMax: une([5, 20, 50]) }),
      ...(situe && parfois(0.2) && { dureeMax: une([15, 30]) }),
      ...(parfois(0.3) && { age: une([0, 5, 17, 18, 60, 99]) }),
      ...(parfois(0.3) && { ouvert: true }),
      ...(parfois(0.3) && { places: true }),
      ...(parfois(0.5) && { tri: une(['pertinence', 'distance', 'duree', 'nom'] as const) }),
      ...(Object.keys(facettes).length > 0 && { facettes }),
    };
  }
}

/** The same backend by both ways. */
async function deuxVoies(banc: Banc) {
  const ouvrir = async (options?: { sansMemoire: boolean }) => {
    const { database, parLaBase } = surveiller(banc.database, options);
    const { dispatch, preparer } = await createBackend({ database, clock: banc.clock, newId: banc.newId });
    await preparer();
    return { dispatch, parLaBase };
  };
  return { memoire: await ouvrir(), base: await ouvrir({ sansMemoire: true }) };
}
type Voies = Awaited<ReturnType<typeof deuxVoies>>;

async function comparer({ memoire, base }: Voies, criteres: Criteres, qui: Parameters<Backend['dispatch']>[2], pages = 3): Promise<void> {
  for (let page = 0, suite: string | undefined; page < pages; page++) {
    const input = { criteres, taille: 7, offres: 3, ...(suite !== undefined && { suite }) };
    const avant = [memoire.parLaBase(), base.parLaBase()];
    const attendu = await base.dispatch('rechercher', input, qui) as { suite: string | null };
    assert.deepEqual(await memoire.dispatch('rechercher', input, qui), attendu, JSON.stringify(criteres));
    assert.deepEqual([memoire.parLaBase(), base.parLaBase()], [avant[0], avant[1]! + 1], 'each has answered in its way');
    if (attendu.suite === null) break;
    ({ suite } = attendu as { suite: string });
  }
}

const VUES: readonly Criteres[] = [{}, { texte: 'ehpad' }, { ou: { genre: 'commune', code: '77284' } }, { tri: 'nom' }];
const PLUS = 'update recherche_offre set disponibles = coalesce(disponibles, 0) + 1, age_min = age_min + 1 where structure = (select structure from recherche_offre order by structure limit 1)';
const AUTRE = 'update recherche_offre set departement = \'2A\' where structure = (select structure from recherche_offre order by structure desc limit 1)';

surChaqueMoteur((banc) => {
  test('any search has the same answer, page after page, for anybody', async () => {
    await generate({ database: banc.database, entitesGeographiques: 120, unites: 1_500, graine: 7 });
    banc.maintenant = new Date('2026-01-06T09:30:00.000Z');
    // Some are hidden, some know nothing of their age or were never counted, some beds are closed.
    await banc.database.exec(`update recherche_offre set sensible = (no % 5 = 0), age_min = case when no % 7 = 0 then null when no % 2 = 0 then 18 else 6 end, age_fin = case when no % 3 = 0 then null when no % 2 = 0 then 99 else 18 end,
      compte_le = case when no % 11 = 0 then null else compte_le end`);
    await banc.database.exec(`insert into fermeture_places (id, noeud_id, debut, fin, nombre) select 'f-' || u.id, u.id, date '2026-01-06', null, 1 from recherche_unite u where u.no % 4 = 0`);
    const voies = await deuxVoies(banc);
    const qui: readonly Parameters<Backend['dispatch']>[2][] = [
      banc.acteur('lecteur'), banc.acteur('gestionnaire'), { partenaire: partenaireDeDemonstration },
      { id: 'r', nom: 'R', role: 'referent', entitesGeographiques: ['eg-g1', 'eg-g7'], departements: [] },
      { id: 't', nom: 'T', role: 'tutelle', entitesGeographiques: [], departements: ['94'] },
    ];
    let rang = 0;
    for (const criteres of questions(150, 3)) await comparer(voies, criteres, qui[rang++ % qui.length]!);
  });

  test('what is written is in the next answer, whoever wrote it', async () => {
    const voies = await deuxVoies(banc);
    const voir = async () => { for (const criteres of VUES) await comparer(voies, criteres, banc.acteur('lecteur'), 1); };
    await voir();
    for (const sql of [
      PLUS, AUTRE,
      'delete from recherche_unite where no = (select no from recherche_offre order by no limit 1)',
      'update recherche_offre set structure = (select structure from recherche_offre order by no limit 1) where no = (select no from recherche_offre order by no desc limit 1)',
      `insert into recherche_unite (no, id, mots, codes) select 42, n.id, u.mots, u.codes from noeud n, recherche_unite u where n.type = 'EJ' limit 1`,
      `insert into recherche_offre select (jsonb_populate_record(o, '{"no": 42}')).* from recherche_offre o limit 1`,
      `delete from noeud where id = (select n.id from noeud n join recherche_unite u on u.id = n.id where n.type = 'UO' order by n.id limit 1)`,
      'truncate recherche_unite cascade',
    ]) {
      await banc.database.exec(sql);
      await voir();
    }
    await banc.database.exec('truncate recherche_nom cascade');
    await banc.backend.indexer();
    await voir();
    // What is rolled back was never there.
    await assert.rejects(banc.database.transaction(async (tx) => { await tx.query('delete from recherche_offre'); throw new Error('rolled back'); }), /rolled back/);
    await voir();
  });

  test('several searches at once, the first of all, each have their answer', async () => {
    const { base } = await deuxVoies(banc);
    const froid = await createBackend({ database: banc.database, clock: banc.clock, newId: banc.newId });
    const entrees = Array.from(questions(12, 9), (criteres) => ({ criteres }));
    const lues = await Promise.all(entrees.map((input) => froid.dispatch('rechercher', input, banc.acteur('lecteur'))));
    for (const [rang, input] of entrees.entries()) assert.deepEqual(lues[rang], await base.dispatch('rechercher', input, banc.acteur('lecteur')));
  });
});

// PGlite has one connection: nobody else is ever in the middle of anything.
for (const moteur of moteurs.filter(({ nom }) => nom === 'PostgreSQL')) {
  test('PostgreSQL: writes that end in another order than they began are all seen, by each server', async () => {
    const banc = new Banc();
    await banc.ouvrir(moteur);
    try {
      await banc.recommencer();
      const serveurs = [await deuxVoies(banc), await deuxVoies(banc)];
      const qui = banc.acteur('lecteur');
      const voir = async (serveur: Voies) => { for (const criteres of VUES) await comparer(serveur, criteres, qui, 1); };
      for (const serveur of serveurs) await voir(serveur);
      for (const fin of ['commit', 'rollback'] as const) {
        let finir!: () => void;
        let ecrit!: () => void;
        const [fini, ecriture] = [new Promise<void>((done) => { finir = done; }), new Promise<void>((done) => { ecrit = done; })];
        const longue = banc.database.transaction(async (tx) => {
          await tx.query(PLUS);
          ecrit();
          await fini;
          if (fin === 'rollback') throw new Error('rolled back');
        });
        await ecriture;
        // One that began later ends first, and only one of the servers looks in between.
        await banc.database.exec(AUTRE.replace('2A', fin === 'commit' ? '75' : '93'));
        await voir(serveurs[0]!);
        finir();
        if (fin === 'commit') await longue;
        else await assert.rejects(longue, /rolled back/);
        for (const serveur of serveurs) await voir(serveur);
      }
      // Who began before a write does not see it, though the memory already does.
      await banc.database.transaction(async (tx) => {
        let dedans = true;
        const serveur = await createBackend({ database: { ...banc.database, transaction: (fn, options) => (dedans ? fn(tx) : banc.database.transaction(fn, options)) }, clock: banc.clock, newId: banc.newId });
        const chercher = (ancien: boolean) => { dedans = ancien; return serveur.dispatch('rechercher', { criteres: {} }, qui); };
        await chercher(false);
        const avant = await chercher(true);
        await banc.database.exec('delete from recherche_unite where no = (select no from recherche_offre order by no limit 1)');
        const apres = await chercher(false);
        assert.notDeepEqual(apres, avant);
        assert.deepEqual(await chercher(true), avant);
        assert.deepEqual(await chercher(false), apres);
      }, { lecture: true });
    } finally {
      await banc.database.close();
    }
  });
}

test('a snapshot holds another when it shows all that the other shows', () => {
  for (const [grand, petit, attendu] of [
    ['10:10:', '10:10:', true], ['12:15:12,13', '12:15:12,13', true], ['14:15:', '12:15:12,13', true], ['12:15:12', '12:15:13', false], ['10:12:', '10:13:', false],
    ['12:20:12,16', '12:15:12', true], ['14:20:14', '12:15:12', false], ['1:1:', '10:10:', false],
  ] as const) assert.equal(contient(grand, petit), attendu, `${grand} / ${petit}`);
});
