import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { Problem, REFUS_STATUS } from '../../src/contract/problem.ts';
import { TAILLE_MAX_OCTETS } from '../../demo/backend/doors/body.ts';
import { AUJOURDHUI, CONTENUS, MATIN, surChaqueMoteur } from '../support/backend.ts';
import { Porte, type Envoi, type Reponse } from '../support/http.ts';

/** The problem document of an answer, whose status and type must be right. */
function probleme({ status, headers, corps }: Reponse): Problem {
  assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/);
  const parsed = Problem.parse(corps);
  assert.equal(parsed.status, status);
  return parsed;
}

const profond = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const endless = () => new ReadableStream<Uint8Array>({ pull: (controller) => { controller.enqueue(new Uint8Array(64_000).fill(32)); } });

surChaqueMoteur((banc) => {
  let porte: Porte;
  let jeton: string;
  let dossierId: string;
  let ficheId: string;
  let fiche: string;
  beforeEach(async () => {
    porte = new Porte(banc.backend);
    jeton = await porte.jeton('referent');
    const dossier = await banc.dossierDe('Peuplement de EHPAD TEST');
    dossierId = dossier.id;
    ficheId = dossier.fiches[0]!.id;
    fiche = `/dossiers/${dossierId}/fiches/${ficheId}`;
  });
  const saisie = (autres: object = {}) => ({ version: 1, contenu: {}, illisibles: {}, finaliser: false, ...autres });
  const commande = (autres: unknown, version: unknown = 1) => ({ version, commande: autres });

  describe('bad input is answered by a problem that names the field', () => {
    const cas: readonly (readonly [title: string, method: string, path: () => string, envoi: Envoi, status: number, champ?: string])[] = [
      ['a body that is not JSON', 'PUT', () => fiche, { brut: '{"version": 1,' }, 400, ''],
      ['an empty body', 'PUT', () => fiche, { brut: '' }, 400, ''],
      ['a body that is not UTF-8', 'PUT', () => fiche, { brut: new Uint8Array([0x22, 0xff, 0xfe, 0x22]) }, 400, ''],
      ['a body that is a list', 'PUT', () => fiche, { corps: [1, 2] }, 400, ''],
      ['a body that is null', 'PUT', () => fiche, { corps: null }, 400, ''],
      ['a text instead of a number', 'PUT', () => fiche, { corps: saisie({ version: '1' }) }, 400, 'version'],
      ['a number with a fraction', 'PUT', () => fiche, { corps: saisie({ version: 1.5 }) }, 400, 'version'],
      ['a number beyond all integers', 'PUT', () => fiche, { brut: '{"version":1e400,"contenu":{},"illisibles":{},"finaliser":false}' }, 400, 'version'],
      ['a missing field', 'PUT', () => fiche, { corps: saisie({ finaliser: undefined }) }, 400, 'finaliser'],
      ['a content that is a text', 'PUT', () => fiche, { corps: saisie({ contenu: 'x' }) }, 400, 'contenu'],
      ['an unreadable text that is a number', 'PUT', () => fiche, { corps: saisie({ illisibles: { 'patientele.ageMin.valeur': 12 } }) }, 400, 'illisibles.patientele.ageMin.valeur'],
      ['a NUL character in a text', 'PUT', () => fiche, { corps: saisie({ contenu: { contact: [{ nom: 'a\0b' }] } }) }, 400, 'contenu.contact.0.nom'],
      ['a NUL character in the name of an attribute', 'PUT', () => fiche, { corps: saisie({ contenu: { 'a\0': 1 } }) }, 400, 'contenu'],
      ['half of a surrogate pair', 'PUT', () => fiche, { brut: '{"version":1,"contenu":{"nom":"\\ud83d"},"illisibles":{},"finaliser":false}' }, 400, 'contenu.nom'],
      ['a content too deep for any stack', 'PUT', () => fiche, { brut: `{"version":1,"contenu":{"a":${profond(100_000)}},"illisibles":{},"finaliser":false}` }, 400],
      ['an attribute named __proto__', 'PUT', () => fiche, { brut: '{"version":1,"contenu":{"__proto__":{"a":1}},"illisibles":{},"finaliser":false}' }, 400, 'contenu'],
      ['an unreadable text that is too long', 'PUT', () => fiche, { corps: saisie({ illisibles: { a: 'x'.repeat(100_001) } }) }, 400, 'illisibles.a'],
      ['an unknown command', 'POST', () => `/dossiers/${dossierId}/commandes`, { corps: commande({ type: 'detruire' }) }, 400, 'commande.type'],
      ['a command without type', 'POST', () => `/dossiers/${dossierId}/commandes`, { corps: commande({}) }, 400, 'commande.type'],
      ['a command that is a list', 'POST', () => `/dossiers/${dossierId}/commandes`, { corps: commande([]) }, 400, 'commande'],
      ['a day that does not exist', 'POST', () => `/dossiers/${dossierId}/commandes`, { corps: commande({ type: 'fixer-date-effet', dateEffet: '2026-02-30' }) }, 400, 'commande.dateEffet'],
      ['a level that can’t be created', 'POST', () => `/dossiers/${dossierId}/commandes`, { corps: commande({ type: 'creer-fiches', typeFiche: 'EJ', parentId: 'x', nombre: 1 }) }, 400, 'commande.typeFiche'],
      ['a name too long', 'POST', () => '/dossiers', { corps: { entiteGeographiqueId: 'eg-ime-t-kitoi', nom: 'x'.repeat(251) } }, 400, 'nom'],
      ['an identifier too long', 'GET', () => `/dossiers/${'x'.repeat(65)}`, {}, 400, 'dossierId'],
      ['a NUL character in an address', 'GET', () => '/repertoire/noeuds/a%00b', {}, 400, 'noeudId'],
      ['an address that can’t be decoded', 'GET', () => '/repertoire/noeuds/%E9', {}, 400],
      ['an unknown grouping', 'GET', () => '/repertoire/noeuds?par=couleur', {}, 400, 'par'],
      ['a place in the list that nobody gave', 'GET', () => '/repertoire/noeuds?parentId=DF-94&suite=ailleurs', {}, 400, 'suite'],
      ['a place in the list that is not text', 'GET', () => `/repertoire/noeuds?parentId=DF-94&suite=${btoa('\xff\xfe a')}`, {}, 400, 'suite'],
      ['a place in the list with a NUL character', 'GET', () => `/repertoire/noeuds?parentId=DF-94&suite=${btoa('a b\0')}`, {}, 400, 'suite'],
      ['a place in the list of another make', 'GET', () => `/repertoire/noeuds?parentId=DF-94&suite=${btoa('a')}`, {}, 400, 'suite'],
      ['an empty identifier of session', 'POST', () => '/session', { corps: { identifiant: '', motDePasse: 'x' } }, 400, 'identifiant'],
      ['a password that is an object', 'POST', () => '/session', { corps: { identifiant: 'referent', motDePasse: { $ne: '' } } }, 400, 'motDePasse'],
      ['an unknown node', 'GET', () => '/repertoire/noeuds/nulle-part', {}, 404],
      ['the children of an unknown node', 'GET', () => '/repertoire/noeuds?parentId=nulle-part', {}, 404],
      ['an unknown dossier', 'GET', () => '/dossiers/nulle-part', {}, 404],
      ['an unknown fiche', 'GET', () => `/dossiers/${dossierId}/fiches/nulle-part`, {}, 404],
      ['an unknown address', 'GET', () => '/nulle-part', {}, 404],
      ['a method that an address does not have', 'DELETE', () => '/dossiers', {}, 405],
      ['a form instead of JSON', 'POST', () => '/dossiers', { brut: 'nom=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
      ['a body without type', 'POST', () => '/dossiers', { brut: new Uint8Array([123, 125]), headers: { 'content-type': '' } }, 415],
      ['a body too large that says so', 'PUT', () => fiche, { corps: saisie({ contenu: { a: 'x'.repeat(TAILLE_MAX_OCTETS) } }) }, 413],
      ['a body without end', 'PUT', () => fiche, { brut: endless(), headers: { 'content-type': 'application/json' } }, 413],
    ];
    for (const [title, method, path, envoi, status, champ] of cas) {
      test(title, async () => {
        const answer = await porte.envoyer(method, path(), { jeton, ...envoi });
        const { champs = [] } = probleme(answer);
        assert.equal(answer.status, status, JSON.stringify(answer.corps));
        if (champ !== undefined) assert.ok(champs.some(({ chemin }) => chemin === champ), `${champ} is not among ${JSON.stringify(champs)}`);
        assert.deepEqual(porte.erreurs, []);
      });
    }
  });

  test('a body of the size that is allowed is read', async () => {
    const corps = saisie();
    const brut = JSON.stringify(corps).padEnd(TAILLE_MAX_OCTETS, ' ');
    assert.equal((await porte.envoyer('PUT', fiche, { jeton, brut })).status, 200);
  });

  test('a method that is not allowed says which ones are', async () => {
    const { headers } = await porte.envoyer('PATCH', fiche, { jeton });
    assert.deepEqual(headers.get('allow')?.split(', ').sort(), ['GET', 'PUT']);
  });

  test('a refusal by a rule is 422 with the answer of the operation', async () => {
    const { status, corps } = await porte.envoyer('POST', `/dossiers/${dossierId}/commandes`, { jeton, corps: commande({ type: 'envoyer-en-validation' }, (await banc.dossierDe('Peuplement de EHPAD TEST')).version) });
    assert.equal(status, REFUS_STATUS);
    assert.equal((corps as { refus: { code: string } }).refus.code, 'fiches-a-finaliser');
  });

  test('a stale save is 409 with what the server has', async () => {
    await porte.envoyer('PUT', fiche, { jeton, corps: saisie({ contenu: { commentaire: 'premier' } }) });
    const answer = await porte.envoyer('PUT', fiche, { jeton, corps: saisie({ contenu: { commentaire: 'second' } }) });
    assert.equal(answer.status, 409);
    assert.equal((probleme(answer).actuel as { contenu: { commentaire?: string } }).contenu.commentaire, 'premier');
  });

  describe('DOS-54 a save sent by hand changes the fields of the form that the person may edit, and nothing else', () => {
    const FORGES = {
      numFINESS: '750000001', numSIRET: '12345678901234', denominationEG: 'Forgé', categorieEG: '183', idNatStruct: '1750000001', uniteSensible: true,
      lieuEG: { communeCog: '75056', adresse: { libelleVoie: 'AILLEURS' } }, identifiantOffre: '11/forge', identifiantOI: '11/forge', metadonnee: { identifiant: 'forge' },
      inconnu: { a: 1 }, eloignementCalcule: 'loin',
    };
    type Lue = { contenu: Record<string, unknown>; version: number; etat: string };
    const put = async (qui: string, chemin: string, contenu: object, finaliser: boolean) => {
      const { version } = (await porte.envoyer('GET', chemin, { jeton: qui })).corps as Lue;
      return porte.envoyer('PUT', chemin, { jeton: qui, corps: { version, contenu, illisibles: { numFINESS: 'forgé', inconnu: 'forgé' }, finaliser } });
    };

    for (const role of ['referent', 'direction']) {
      test(`for a ${role}, down to the publication`, async () => {
        const qui = await porte.jeton(role);
        const avant = (await porte.envoyer('GET', '/repertoire/noeuds/eg-ehpad-test', { jeton: await porte.jeton('support') })).corps as Lue;
        const uo = await banc.ajouter(dossierId, 'UO', ficheId, role);
        const unite = CONTENUS.unite('21', 'Unité hébergement pour personnes âgées dépendantes');
        for (const finaliser of [false, true]) {
          const { status, corps } = await put(qui, fiche, { ...avant.contenu, ...CONTENUS.directeur, ...FORGES }, finaliser);
          assert.equal(status, 200, JSON.stringify(corps));
          const { contenu, illisibles } = (await porte.envoyer('GET', fiche, { jeton: qui })).corps as Lue & { illisibles: object };
          assert.deepEqual([contenu, illisibles], [{ ...avant.contenu, ...CONTENUS.directeur }, {}]);
          assert.deepEqual((corps as { fiche: Lue }).fiche.contenu, contenu, 'the answer is what was kept');
        }
        const chemin = `/dossiers/${dossierId}/fiches/${uo}`;
        assert.equal((await put(qui, chemin, { ...unite, ...FORGES, uniteSensible: false }, true)).status, 200);
        const lue = (await porte.envoyer('GET', chemin, { jeton: qui })).corps as Lue;
        assert.deepEqual([lue.contenu, lue.etat], [unite, 'finalisee']);

        await banc.faire(dossierId, { type: 'fixer-date-effet', dateEffet: AUJOURDHUI }, role);
        await banc.faire(dossierId, { type: 'envoyer-en-validation' }, role);
        assert.equal((await banc.faire(dossierId, { type: 'valider' }, 'gestionnaire')).etat, 'PUBLIE');
        assert.deepEqual((await banc.demander('lireNoeud', { noeudId: 'eg-ehpad-test' }, 'support')).contenu, { ...avant.contenu, ...CONTENUS.directeur });
        const [row] = await banc.database.query<{ categorie: string; sensible: boolean }>(`select categorie_eg as categorie, sensible from noeud where id = 'eg-ehpad-test'`);
        assert.deepEqual(row, { categorie: '500', sensible: false });
        const { noeuds: [publiee] } = await banc.demander('listerNoeuds', { parentId: 'eg-ehpad-test' }, 'support');
        assert.deepEqual((await banc.demander('lireNoeud', { noeudId: publiee!.id }, 'support')).contenu, { ...unite, identifiantOffre: `11/${publiee!.id}` });
      });
    }

    for (const [titre, contenu] of [
      ['a list of contacts that is none', { contact: [null, 7] }], ['contacts in a text', { contact: 'x' }], ['an age that is none', { patientele: { ageMin: 'x' } }],
      ['a name that is an object', { nomOffre: { a: 1 } }], ['a type that is a list', { typeOffre: ['21'] }], ['activities that are none', { activiteOperationnelle: [7] }],
    ] as const) {
      test(`and ${titre} can’t be finalised`, async () => {
        const uo = await banc.ajouter(dossierId, 'UO', ficheId, 'referent');
        const { status, corps } = await put(jeton, `/dossiers/${dossierId}/fiches/${uo}`, { ...CONTENUS.unite('21', 'Unité'), ...contenu }, true);
        assert.deepEqual([status, (corps as { refus: { code: string } }).refus.code], [REFUS_STATUS, 'fiche-incomplete']);
      });
    }
  });

  describe('sessions', () => {
    const profil = (token?: string, headers?: Record<string, string>) => porte.envoyer('GET', '/profil', { jeton: token, ...(headers && { headers }) });

    test('begin with a name and a password, in any case of letters, and say until when', async () => {
      const { status, corps } = await porte.envoyer('POST', '/session', { corps: { identifiant: ' Direction ', motDePasse: 'demonstration' } });
      const { jeton: token, expiration, acteur } = corps as { jeton: string; expiration: string; acteur: { role: string; nom: string } };
      assert.deepEqual([status, expiration, acteur.role], [200, '2026-03-10T16:00:00.000Z', 'direction']);
      assert.match(token, /^[0-9a-f]{64}$/);
      assert.deepEqual((await profil(token)).corps, acteur);
    });

    for (const [title, identifiant, motDePasse] of [
      ['a wrong password', 'referent', 'Demonstration'], ['an unknown person', 'personne', 'demonstration'], ['SQL', `' or 1=1 --`, 'x'],
    ] as const) {
      test(`do not begin with ${title}, and do not say which was wrong`, async () => {
        const answer = await porte.envoyer('POST', '/session', { corps: { identifiant, motDePasse } });
        assert.deepEqual([answer.status, probleme(answer).title], [401, 'unknown person or wrong password']);
      });
    }

    test('end when they are closed', async () => {
      const token = await porte.jeton('lecteur');
      assert.equal((await porte.envoyer('DELETE', '/session', { jeton: token })).status, 204);
      assert.equal((await profil(token)).status, 401);
      assert.equal((await porte.envoyer('DELETE', '/session', { jeton: token })).status, 204, 'closing twice is no mistake');
    });

    test('end after eight hours', async () => {
      const token = await porte.jeton('lecteur');
      banc.maintenant = new Date('2026-03-10T15:59:59Z');
      assert.equal((await profil(token)).status, 200);
      banc.maintenant = new Date('2026-03-10T16:00:00Z');
      const answer = await profil(token);
      assert.deepEqual([answer.status, probleme(answer).code, answer.headers.get('www-authenticate')], [401, 'non-authentifie', 'Bearer']);
    });

    test('end with the account', async () => {
      const token = await porte.jeton('lecteur');
      await banc.database.query(`update compte set actif = false where identifiant = 'lecteur'`);
      assert.equal((await profil(token)).status, 401);
      assert.equal((await porte.envoyer('POST', '/session', { corps: { identifiant: 'lecteur', motDePasse: 'demonstration' } })).status, 401);
    });

    for (const [title, authorization] of [['no token', undefined], ['an invented token', `Bearer ${'0'.repeat(64)}`], ['another scheme', 'Basic cmVmZXJlbnQ6ZGVtb25zdHJhdGlvbg=='], ['a token with a quote', `Bearer '`]] as const) {
      test(`are not replaced by ${title}`, async () => {
        assert.equal((await profil(undefined, authorization === undefined ? {} : { authorization })).status, 401);
      });
    }

    test('are needed before anything is said of the input', async () => {
      for (const [method, path] of [['PUT', fiche], ['GET', '/dossiers/nulle-part'], ['POST', '/dossiers']] as const) {
        assert.equal((await porte.envoyer(method, path, method === 'GET' ? {} : { brut: '{' })).status, 401, `${method} ${path}`);
      }
    });

    test('leave neither tokens nor passwords in the database', async () => {
      const token = await porte.jeton('referent');
      const [row] = await banc.database.query<{ tout: string }>(`select (select jsonb_agg(s)::text from session s) || (select jsonb_agg(c)::text from compte c) as tout`);
      assert.ok(row && !row.tout.includes(token) && !row.tout.includes('demonstration'));
    });
  });

  test('answers forbid being kept, framed or guessed', async () => {
    for (const { headers } of [await porte.envoyer('GET', '/profil', { jeton }), await porte.envoyer('GET', '/profil')]) {
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('content-security-policy'), `default-src 'none'; frame-ancestors 'none'`);
      assert.equal(headers.get('access-control-allow-origin'), null);
    }
  });

  test('an error of ours says nothing of itself', async () => {
    await banc.database.exec('alter table dossier rename to cache');
    try {
      const answer = await porte.envoyer('GET', '/dossiers', { jeton });
      assert.deepEqual([answer.status, answer.corps], [500, { type: 'urn:ror-elements:probleme:erreur-serveur', title: 'the server failed', status: 500, code: 'erreur-serveur' }]);
      assert.equal(porte.erreurs.length, 1);
    } finally {
      porte.erreurs.length = 0;
      await banc.database.exec('alter table cache rename to dossier');
    }
  });

  test('the OpenAPI document is there for everybody and knows every operation', async () => {
    const { status, corps } = await porte.envoyer('GET', '/openapi.json');
    assert.equal(status, 200);
    assert.ok('/dossiers/{dossierId}/commandes' in (corps as { paths: object }).paths);
  });

  test('time is the one of the clock that was given', async () => {
    await porte.envoyer('PUT', fiche, { jeton, corps: saisie() });
    assert.equal(((await porte.envoyer('GET', fiche, { jeton })).corps as { dateMiseJour: string }).dateMiseJour, MATIN);
  });
});
