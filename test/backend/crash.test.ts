import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database, Requeteur } from '../../demo/backend/database/database.ts';
import { createBackend, type Backend } from '../../demo/backend/dispatch.ts';
import { AUJOURDHUI, CONTENUS, surChaqueMoteur, type Banc } from '../support/backend.ts';

class Coupure extends Error {}

/** A database whose connection is cut instead of the n-th statement, and then for good or, when it comes back at once, for that one alone. */
class BaseCoupee implements Database {
  readonly #base: Database;
  /** How many statements may still go through. */
  reste = Number.POSITIVE_INFINITY;
  constructor(base: Database, readonly revient: boolean) { this.#base = base; }

  #over(on: Requeteur): Requeteur {
    return {
      query: (sql, params) => { this.#count(); return on.query(sql, params); },
      exec: (sql) => { this.#count(); return on.exec(sql); },
    };
  }
  #count(): void {
    if (this.reste-- > 0) return;
    if (this.revient) this.reste = Number.POSITIVE_INFINITY;
    throw new Coupure('the connection was cut');
  }
  query: Database['query'] = (sql, params) => this.#over(this.#base).query(sql, params);
  exec: Database['exec'] = (sql) => this.#over(this.#base).exec(sql);
  transaction: Database['transaction'] = (fn, options) => this.#base.transaction((tx) => fn(this.#over(tx)), options);
  close = (): Promise<void> => this.#base.close();
}

const TABLES = ['noeud', 'dossier', 'fiche', 'copie', 'evenement', 'compte'];

async function photo(base: Database): Promise<Record<string, unknown>> {
  const shots = TABLES.map(async (table) => [table, (await base.query<{ j: unknown }>(`select jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) as j from ${table} t`))[0]?.j] as const);
  return Object.fromEntries(await Promise.all(shots));
}

/** Cuts the act before its first statement, then before its second… until it goes through. Gives how many times it was cut. */
async function couperPartout(banc: Banc, act: (backend: Backend) => Promise<unknown>, check: (avant: Record<string, unknown>, apres: Record<string, unknown>) => void, { revient = false } = {}): Promise<number> {
  const base = new BaseCoupee(banc.database, revient);
  const backend = await createBackend({ database: base, clock: banc.clock, newId: banc.newId });
  const avant = await photo(banc.database);
  for (let n = 0; ; n++) {
    assert.ok(n < 200, 'the act never ends');
    base.reste = n;
    try {
      await act(backend);
      return n;
    } catch (error) {
      assert.ok(error instanceof Coupure, String(error));
      check(avant, await photo(banc.database));
    }
  }
}

surChaqueMoteur((banc) => {
  const referent = () => banc.acteur('referent');

  test('a dossier is opened with all its fiches, or not at all', async () => {
    const input = { entiteGeographiqueId: 'eg-ime-t-kitoi', nom: 'Mise à jour' };
    const coupures = await couperPartout(banc, (backend) => backend.dispatch('creerDossier', input, referent()), (avant, apres) => { assert.deepEqual(apres, avant); });
    assert.ok(coupures >= 5, `${coupures} cuts`);
    assert.equal((await banc.dossierDe('Mise à jour')).fiches.length, 4);
  });

  test('a fiche is saved with its line in the journal, or not at all', async () => {
    const { id, fiches } = await banc.dossierDe('Peuplement de EHPAD TEST');
    const input = { dossierId: id, ficheId: fiches[0]!.id, version: 1, contenu: { ...CONTENUS.directeur }, illisibles: { commentaire: 'à relire' }, finaliser: false };
    const coupures = await couperPartout(banc, (backend) => backend.dispatch('enregistrerFiche', input, referent()), (avant, apres) => { assert.deepEqual(apres, avant); });
    assert.ok(coupures >= 4, `${coupures} cuts`);
    assert.equal((await banc.demander('lireFiche', { dossierId: id, ficheId: fiches[0]!.id }, 'referent')).version, 2);
  });

  test('a change of the tree is whole or absent', async () => {
    const { id, fiches, version } = await banc.dossierDe('Peuplement de EHPAD TEST');
    const input = { dossierId: id, version, commande: { type: 'creer-fiches', typeFiche: 'UO', parentId: fiches[0]!.id, nombre: 3 } };
    await couperPartout(banc, (backend) => backend.dispatch('deciderDossier', input, referent()), (avant, apres) => { assert.deepEqual(apres, avant); });
    assert.equal((await banc.dossierDe('Peuplement de EHPAD TEST')).fiches.length, 4);
  });

  test('a publication changes the whole répertoire of the structure or nothing of it, and the dossier is never half published', async () => {
    const ouvert = await banc.demander('creerDossier', { entiteGeographiqueId: 'eg-ime-t-kitoi', nom: 'Mise à jour' }, 'direction');
    const { id, fiches } = 'dossier' in ouvert ? ouvert.dossier : assert.fail();
    await banc.faire(id, { type: 'supprimer-fiche', ficheId: fiches[3]!.id }, 'direction');
    await banc.remplir(id, fiches[1]!.id, { nomOffre: 'Unité IME Accueil de jour Renommée' }, 'direction');
    const nouvelle = await banc.ajouter(id, 'UO', fiches[0]!.id, 'direction');
    await banc.remplir(id, nouvelle, CONTENUS.unite('48', 'Unité IME Nouvelle', { specialisationPriseEnCharge: ['14'] }), 'direction');
    await banc.faire(id, { type: 'fixer-date-effet', dateEffet: AUJOURDHUI }, 'direction');
    await banc.faire(id, { type: 'envoyer-en-validation' }, 'direction');
    const valider = async (backend: Backend) => {
      const { version } = await banc.demander('lireDossier', { dossierId: id }, 'tutelle');
      await backend.dispatch('deciderDossier', { dossierId: id, version, commande: { type: 'valider' } }, banc.acteur('tutelle'));
    };
    // A cut is nobody's mistake: it says nothing of the dossier, which waits as it was to be validated again.
    const coupures = await couperPartout(banc, valider, (avant, apres) => { assert.deepEqual(apres, avant); }, { revient: true });
    assert.ok(coupures >= 12, `${coupures} cuts`);
    assert.equal((await banc.demander('lireDossier', { dossierId: id }, 'tutelle')).etat, 'PUBLIE');
    const { noeuds } = await banc.demander('listerNoeuds', { parentId: 'eg-ime-t-kitoi' }, 'lecteur');
    assert.deepEqual(noeuds.map(({ nom }) => nom), ['Unité IME Accueil de jour Renommée', 'Unité IME Accueil de jour temporaire', 'Unité IME Nouvelle']);
  });

  test('a connection that is cut at the day leaves the dossier waiting, and it is published at the next attempt', async () => {
    const ouvert = await banc.demander('creerDossier', { entiteGeographiqueId: 'eg-ehpad-du-colibri', nom: 'Colibri' }, 'direction');
    const { id } = 'dossier' in ouvert ? ouvert.dossier : assert.fail();
    await banc.faire(id, { type: 'fixer-date-effet', dateEffet: '2026-03-11' }, 'direction');
    await banc.faire(id, { type: 'envoyer-en-validation' }, 'direction');
    await banc.faire(id, { type: 'valider' }, 'gestionnaire');
    banc.maintenant = new Date('2026-03-11T08:00:00Z');
    const coupures = await couperPartout(banc, async (backend) => { assert.equal(await backend.publierEchus(), 1); }, (avant, apres) => { assert.deepEqual(apres, avant); }, { revient: true });
    assert.ok(coupures >= 12, `${coupures} cuts`);
  });

  test('a dossier that can’t be published at its day does not stop the others', async () => {
    const echus = [];
    for (const nom of ['eg-ime-t-kitoi', 'eg-ehpad-du-colibri']) {
      const ouvert = await banc.demander('creerDossier', { entiteGeographiqueId: nom, nom }, 'direction');
      const { id } = 'dossier' in ouvert ? ouvert.dossier : assert.fail();
      await banc.faire(id, { type: 'fixer-date-effet', dateEffet: '2026-03-11' }, 'direction');
      await banc.faire(id, { type: 'envoyer-en-validation' }, 'direction');
      await banc.faire(id, { type: 'valider' }, nom === 'eg-ime-t-kitoi' ? 'tutelle' : 'gestionnaire');
      echus.push(id);
    }
    // Its structure was closed meanwhile.
    await banc.database.query('update noeud set ouvert = false where id = $1', ['eg-ime-t-kitoi']);
    banc.maintenant = new Date('2026-03-11T08:00:00Z');
    assert.equal(await banc.backend.publierEchus(), 1);
    const etats = await Promise.all(echus.map(async (dossierId) => (await banc.demander('lireDossier', { dossierId }, 'gestionnaire')).etat));
    assert.deepEqual(etats, ['ERREUR_PUBLICATION', 'PUBLIE']);
    const [echec] = await banc.database.query<{ detail: string; auteur: string | null }>(`select donnees ->> 'detail' as detail, auteur_id as auteur from evenement where type = 'publication-echouee'`);
    assert.match(echec?.detail ?? '', /no longer in the répertoire/);
    assert.equal(echec?.auteur, null);
  });
});
