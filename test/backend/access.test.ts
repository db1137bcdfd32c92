import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Problem } from '../../src/contract/problem.ts';
import { Role } from '../../src/domain/acteur.ts';
import type { OperationName } from '../../src/contract/operations.ts';
import { operations } from '../../src/contract/operations.ts';
import { profilFor } from '../../src/engine/acces/comptes.ts';
import { probleme, surChaqueMoteur } from '../support/backend.ts';

const COMPTES = { lecteur: 'lecteur', referent: 'referent', direction: 'direction', 'responsable-disponibilites': 'disponibilites', tutelle: 'tutelle', gestionnaire: 'gestionnaire', support: 'support' } as const satisfies Record<Role, string>;

surChaqueMoteur((banc) => {
  /** What each role may know of each dossier of the demonstration and of one of the handicap. */
  const VOIT: Readonly<Record<Role, readonly string[]>> = {
    lecteur: [], 'responsable-disponibilites': [],
    referent: ['EHPAD', 'IME', 'Tilleuls'], direction: ['EHPAD', 'IME', 'Tilleuls'],
    tutelle: ['IME'],
    gestionnaire: ['EHPAD', 'IME', 'Tilleuls'], support: ['EHPAD', 'IME', 'Tilleuls'],
  };
  const dossiers = async () => {
    const ouvert = await banc.demander('creerDossier', { entiteGeographiqueId: 'eg-ime-t-kitoi', nom: 'IME' }, 'direction');
    return {
      IME: 'dossier' in ouvert ? ouvert.dossier : assert.fail(),
      EHPAD: await banc.dossierDe('Peuplement de EHPAD TEST'),
      Tilleuls: await banc.dossierDe('Peuplement de CH Sainte-Claire Site des Tilleuls'),
    };
  };

  test('pages hold each dossier once, latest change first, though one is changed in between', async () => {
    const lister = (suite?: string, qui = 'gestionnaire') => banc.demander('listerDossiers', suite === undefined ? {} : { suite }, qui);
    await banc.database.exec(`insert into dossier (id, nom, entite_geographique_id, departement, circuit, valideur, etat, version, date_creation, date_mise_jour)
      select 'p-' || n, 'Publié ' || n, 'eg-ehpad-du-colibri', '94', 'medico-social', 'gestionnaire', 'PUBLIE', 1, now(), timestamptz '2026-01-01' + (n / 3) * interval '1 hour' from generate_series(1, 120) n`);
    const lus: { id: string; dateMiseJour: string }[] = [];
    const tailles: number[] = [];
    for (let suite: string | null | undefined; suite !== null;) {
      const page = await lister(suite);
      // One of those that are still to come is changed: it's at the top for whoever comes now.
      if (suite === undefined) await banc.database.exec(`update dossier set date_mise_jour = now() where id = 'p-5'`);
      lus.push(...page.dossiers);
      tailles.push(page.dossiers.length);
      ({ suite } = page);
    }
    const [{ nombre }] = await banc.database.query<{ nombre: number }>('select count(*)::int as nombre from dossier') as [{ nombre: number }];
    assert.deepEqual([tailles.slice(0, 2), tailles.length], [[50, 50], 3]);
    assert.deepEqual([lus.length, new Set(lus.map(({ id }) => id)).size], [nombre - 1, nombre - 1]);
    assert.deepEqual(lus, [...lus].sort((a, b) => (a.dateMiseJour < b.dateMiseJour ? 1 : a.dateMiseJour > b.dateMiseJour ? -1 : a.id < b.id ? -1 : 1)));
    // A page of somebody else shows nothing of theirs.
    const { suite } = await lister();
    assert.deepEqual(await lister(suite!, 'lecteur'), { dossiers: [], suite: null });
    for (const faux of ['x', '2026-01-01 p-1', '2026-13-01T00:00:00.000Z p-1']) assert.equal((await probleme(lister(faux))).code, 'requete-invalide', faux);
  });

  test('each role sees the dossiers that concern it, in every door: list, dossier, fiche, command, banner', async () => {
    const tous = await dossiers();
    for (const role of Role.options) {
      const qui = COMPTES[role];
      const { dossiers: liste } = await banc.demander('listerDossiers', {}, qui);
      assert.deepEqual(liste.map(({ nom }) => ['EHPAD', 'IME', 'Tilleuls'].find((mot) => nom.includes(mot))).sort(), VOIT[role], role);
      for (const [mot, { id, fiches, entiteGeographiqueId, version }] of Object.entries(tous)) {
        const attempts = [
          banc.demander('lireDossier', { dossierId: id }, qui),
          banc.demander('lireFiche', { dossierId: id, ficheId: fiches[0]!.id }, qui),
          banc.demander('deciderDossier', { dossierId: id, version, commande: { type: 'publier' } }, qui),
          banc.demander('enregistrerFiche', { dossierId: id, ficheId: fiches[0]!.id, version: 0, contenu: {}, illisibles: {}, finaliser: false }, qui),
        ];
        const codes = (await Promise.allSettled(attempts)).map((result) => (result.status === 'rejected' ? (result.reason as { problem: { code: string } }).problem.code : 'ok'));
        const voit = VOIT[role].includes(mot);
        assert.deepEqual(codes, voit ? ['ok', 'ok', 'ok', 'perime'] : Array<string>(4).fill('introuvable'), `${role} and ${mot}`);
        const { dossier } = await banc.demander('lireNoeud', { noeudId: entiteGeographiqueId }, qui);
        assert.equal(dossier?.id, voit ? id : undefined, `banner: ${role} and ${mot}`);
      }
    }
  });

  test('only those who describe a structure may open a dossier on it', async () => {
    const refus = { role: [] as string[], 'structure-etrangere': [] as string[], '': [] as string[] };
    for (const role of Role.options) {
      const answer = await banc.demander('creerDossier', { entiteGeographiqueId: 'eg-eps-barthelemy-durand', nom: 'x' }, COMPTES[role]);
      refus['refus' in answer ? answer.refus.code as 'role' : ''].push(role);
    }
    assert.deepEqual(refus, {
      role: ['lecteur', 'responsable-disponibilites', 'tutelle', 'gestionnaire', 'support'], 'structure-etrangere': ['referent', 'direction'], '': [],
    });
  });

  test('the menu of a structure offers what the person may do', async () => {
    const actions = async (noeudId: string) => Object.fromEntries(await Promise.all(Role.options.map(async (role) =>
      [role, (await banc.demander('lireNoeud', { noeudId }, COMPTES[role])).noeud.actions.slice(1).join()] as const)));
    const personne = Object.fromEntries(Role.options.map((role) => [role, 'ajouter-favori,signaler-anomalie']));
    const ouvert = 'ouvrir-dossier,ajouter-favori,signaler-anomalie';
    assert.deepEqual(await actions('eg-ehpad-test'), { ...personne, referent: 'ouvrir-dossier,retirer-favori,signaler-anomalie', direction: ouvert, gestionnaire: ouvert, support: ouvert });
    const support = 'ajouter-favori,renommer,signaler-anomalie';
    assert.deepEqual(await actions('eg-ime-t-kitoi'), { ...personne, referent: 'creer-dossier,retirer-favori,renommer,signaler-anomalie', direction: 'creer-dossier,ajouter-favori,renommer,signaler-anomalie', support });
    assert.deepEqual(await actions('eg-eps-barthelemy-durand'), { ...personne, support });
    const unite = 'ajouter-favori,renommer,deplacer,signaler-anomalie';
    assert.deepEqual(await actions('uo-ime-hebergement'), { ...personne, referent: unite, direction: unite, support });
  });

  test('a sensitive unit exists only for those who have profile 1 there: not in lists, counts, nor by its identifier', async () => {
    const connu = [];
    for (const role of Role.options) {
      const qui = COMPTES[role];
      const { noeud } = await banc.demander('lireNoeud', { noeudId: 'uf-eps-durand-smpr' }, qui);
      const { noeuds } = await banc.demander('listerNoeuds', { parentId: 'uf-eps-durand-smpr' }, qui);
      const lecture = await banc.demander('lireNoeud', { noeudId: 'uo-eps-durand-smpr' }, qui).then(() => 1, (error: { problem: { code: string } }) => (error.problem.code === 'introuvable' ? 0 : assert.fail()));
      assert.deepEqual([noeud.nombreEnfants, noeuds.length, lecture], Array<number>(3).fill(lecture), role);
      if (lecture) connu.push(role);
    }
    assert.deepEqual(connu, ['gestionnaire', 'support']);
    // Its own Direction, and the tutelle of its département.
    const proche = { ...banc.acteur('direction'), entitesGeographiques: ['eg-eps-barthelemy-durand'] };
    const tutelle = { ...banc.acteur('tutelle'), departements: ['91'] };
    for (const qui of [proche, tutelle]) assert.equal((await banc.demander('lireNoeud', { noeudId: 'uo-eps-durand-smpr' }, qui)).contenu['uniteSensible'], true);
  });

  test('a hidden node answers in every door as one that does not exist, with all that lies below it', async () => {
    // A whole establishment that only profile 1 may know of, in the département of the tutelle.
    await banc.database.exec(`update noeud set sensible = true where id in ('eg-ehpad-du-colibri', 'uf-eps-durand-smpr')`);
    const voit: Record<string, readonly Role[]> = {
      'eg-ehpad-du-colibri': ['referent', 'direction', 'tutelle', 'gestionnaire', 'support'], 'uf-eps-durand-smpr': ['gestionnaire', 'support'],
    };
    const dessous: Record<string, string> = { 'eg-ehpad-du-colibri': 'uo-crt-volet-1', 'uf-eps-durand-smpr': 'uo-eps-durand-smpr' };
    const suite = btoa('a a').replace(/=+$/, '');
    for (const role of Role.options) {
      const qui = COMPTES[role];
      for (const [id, roles] of Object.entries(voit)) {
        const attempts = (noeud: string) => [
          banc.demander('lireNoeud', { noeudId: noeud }, qui), banc.demander('listerNoeuds', { parentId: noeud }, qui), banc.demander('listerNoeuds', { parentId: noeud, suite }, qui),
          ...(noeud === id ? [banc.demander('lireNoeud', { noeudId: dessous[id]! }, qui)] : []),
        ];
        const problems = async (noeud: string) => (await Promise.allSettled(attempts(noeud))).map((one) => (one.status === 'rejected' ? (one.reason as { problem: Problem }).problem : 'ok'));
        const [missing] = await problems('nulle-part');
        assert.deepEqual(await problems(id), Array<unknown>(4).fill(roles.includes(role) ? 'ok' : missing), `${role} and ${id}`);
      }
      const { noeuds } = await banc.demander('listerNoeuds', {}, qui);
      const { noeuds: structures } = await banc.demander('listerNoeuds', { parentId: 'DF-94' }, qui);
      assert.equal(noeuds.find(({ id }) => id === 'DF-94')?.nombreEnfants, structures.length, `${role}: the count is that of what is listed`);
      assert.equal(structures.some(({ id }) => id === 'eg-ehpad-du-colibri'), voit['eg-ehpad-du-colibri']!.includes(role), role);
    }
  });

  test('contacts are read by confidentiality, wider in one’s own structure', async () => {
    const numeros = async (noeudId: string, qui: string) => {
      const { contenu } = await banc.demander('lireNoeud', { noeudId }, qui);
      return (contenu['contact'] as { niveauConfidentialite: string }[]).map(({ niveauConfidentialite }) => niveauConfidentialite).join('');
    };
    assert.equal(await numeros('uo-cpts-grand-versailles', 'lecteur'), '12');
    assert.equal(await numeros('uo-cpts-grand-versailles', 'referent'), '123');
    assert.equal(await numeros('uo-cpts-grand-versailles', 'gestionnaire'), '123');
    assert.equal(await numeros('uo-cpts-grand-versailles', 'tutelle'), '12', 'another département');
    assert.equal(await numeros('eg-ch-sainte-claire', 'disponibilites'), '21');
  });

  test('the profile of a person depends on the place', () => {
    const ici = { egId: 'eg-ehpad-test', departement: '94' };
    const ailleurs = { egId: 'eg-eps-barthelemy-durand', departement: '91' };
    assert.deepEqual(Role.options.map((role) => [role, profilFor(banc.acteur(COMPTES[role]), ici), profilFor(banc.acteur(COMPTES[role]), ailleurs)].join(' ')), [
      'lecteur 2 2', 'referent 1 2', 'direction 1 2', 'responsable-disponibilites 2 2', 'tutelle 1 2', 'gestionnaire 1 1', 'support 1 1',
    ]);
  });

  test('nobody may do anything without a person', async () => {
    for (const name of Object.keys(operations) as OperationName[]) {
      assert.equal((await probleme(banc.backend.dispatch(name, {}, null))).code, 'non-authentifie', name);
    }
    assert.equal((await probleme(banc.backend.dispatch('toString', {}, banc.acteur('gestionnaire')))).code, 'introuvable');
  });
});
