/** The search of the reference backend, on the structures of the demonstration. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Criteres } from '../../src/engine/recherche/criteres.ts';
import { distanceKm } from '../../src/engine/recherche/trajet.ts';
import { createHandler } from '../../demo/backend/doors/http.ts';
import type { Limites } from '../../demo/backend/limites.ts';
import { acteurDuPartenaire } from '../../demo/backend/partenaires.ts';
import { partenaireDeDemonstration } from '../../demo/backend/seed/comptes.ts';
import { operations } from '../../src/contract/operations.ts';
import { probleme, surChaqueMoteur } from '../support/backend.ts';
import { Porte } from '../support/http.ts';

const MEAUX = { genre: 'commune', code: '77284' } as const;

surChaqueMoteur((banc) => {
  const chercher = (criteres: Criteres, qui = 'lecteur', suite?: string, taille?: number) =>
    banc.demander('rechercher', { criteres, ...(suite !== undefined && { suite }), ...(taille !== undefined && { taille }) }, qui);
  const noms = async (criteres: Criteres, qui?: string) => (await chercher(criteres, qui)).etablissements.map(({ nom }) => nom);
  const compte = async (criteres: Criteres, facette: string, code: string, qui?: string) =>
    (await chercher(criteres, qui)).facettes.find((une) => une.facette === facette)?.valeurs.find((valeur) => valeur.code === code)?.nombre ?? 0;

  test('REC-2 each value of a facet tells how many offers it would leave, without the facet itself', async () => {
    const libre = await chercher({});
    for (const { facette, valeurs } of libre.facettes) {
      for (const { code, nombre } of valeurs) {
        const choisie = await chercher({ facettes: { [facette]: [code] } });
        assert.equal(choisie.nombreOffres, nombre, `${facette} ${code}`);
        assert.deepEqual(choisie.facettes.find((une) => une.facette === facette)?.valeurs, valeurs, `${facette} counts itself`);
      }
    }
    assert.ok(libre.facettes.length >= 10);
  });

  test('REC-2 the facets of a search never leave more than the search found with them', async () => {
    const { nombreOffres } = await chercher({ facettes: { domaine: ['MSS'], mode: ['47'] } });
    assert.equal(await compte({ facettes: { domaine: ['MSS'] } }, 'mode', '47'), nombreOffres);
    assert.equal(await compte({ facettes: { mode: ['47'] } }, 'domaine', 'MSS'), nombreOffres);
  });

  test('REC-3 an age leaves the offers that take it, both ends included', async () => {
    for (const [age, trouve] of [[5, false], [6, true], [20, true], [21, false]] as const) {
      assert.equal((await noms({ age, quoi: [{ genre: 'type-offre', code: '48' }] })).length === 1, trouve, `${age}`);
    }
  });

  test('REC-4 open now is what the engine says of each offer, hour by hour', async () => {
    for (const instant of ['2026-03-10T07:44:00Z', '2026-03-10T07:46:00Z', '2026-03-10T17:30:00Z', '2026-03-14T10:00:00Z', '2026-05-01T10:00:00Z', '2027-02-02T09:00:00Z']) {
      banc.maintenant = new Date(instant);
      const tous = await chercher({});
      const ouvertes = tous.etablissements.flatMap(({ offres }) => offres).filter(({ statut }) => statut.etat === 'ouvert').map(({ id }) => id).sort();
      const dites = (await chercher({ ouvert: true })).etablissements.flatMap(({ offres }) => offres).map(({ id }) => id).sort();
      assert.deepEqual(dites, ouvertes, instant);
      assert.equal(tous.ouverts, ouvertes.length, instant);
    }
  });

  test('the pages of a search hold each establishment once, in the order that is said', async () => {
    for (const criteres of [{}, { ou: MEAUX }, { texte: 'unité' }, { ou: MEAUX, tri: 'duree' }, { ou: MEAUX, tri: 'nom' }] satisfies Criteres[]) {
      const tous = (await chercher(criteres)).etablissements.map(({ id }) => id);
      const lus: string[] = [];
      for (let suite: string | undefined; ;) {
        const page = await chercher(criteres, 'lecteur', suite, 1);
        lus.push(...page.etablissements.map(({ id }) => id));
        if (page.suite === null) break;
        ({ suite } = page as { suite: string });
      }
      assert.deepEqual(lus, tous, JSON.stringify(criteres));
    }
    const distances = (await chercher({ ou: MEAUX })).etablissements.map(({ distanceKm: km }) => km!);
    assert.deepEqual(distances, [...distances].sort((a, b) => a - b));
  });

  test('an establishment says how many offers answer, and gives as many of them as are asked', async () => {
    await banc.database.query(`insert into noeud (id, type, parent_id, eg_id, nom, departement, decrit, domaines) select 'z-' || n, 'UO', 'eg-ehpad-du-colibri', 'eg-ehpad-du-colibri', 'Zéphyr ' || n, '94', true, '{MSS}' from generate_series(1, 40) n`);
    await banc.database.exec('truncate recherche_nom cascade');
    await banc.backend.indexer();
    for (const [offres, attendu] of [[undefined, 20], [1, 1], [500, 40]] as const) {
      const { etablissements: [un] } = await banc.demander('rechercher', { criteres: { texte: 'zephyr' }, ...(offres !== undefined && { offres }) }, 'lecteur');
      assert.deepEqual([un?.nombreOffres, un?.offres.length], [40, attendu]);
    }
    for (const offres of [0, 501, 1.5]) assert.equal((await probleme(banc.demander('rechercher', { criteres: {}, offres }, 'lecteur'))).code, 'requete-invalide');
  });

  test('a distance is the one of the engine, and what is further than asked is not there', async () => {
    const { lieu, etablissements } = await chercher({ ou: MEAUX });
    for (const { latitude, longitude, distanceKm: km, duree } of etablissements) {
      assert.ok(Math.abs(distanceKm(lieu!, { latitude: latitude!, longitude: longitude! }) - km!) <= 0.06);
      assert.equal(duree?.estimee, true);
    }
    const [premier] = etablissements;
    assert.equal((await chercher({ ou: MEAUX, distanceMax: premier!.distanceKm! + 0.1 })).nombreEtablissements, 1);
  });

  test('REC-11 without result, each criterion tells what leaving it out would give', async () => {
    const criteres: Criteres = { quoi: [{ genre: 'type-offre', code: '48' }], age: 60, ou: { genre: 'departement', code: '94' } };
    const { nombreOffres, assouplissements } = await chercher(criteres);
    assert.equal(nombreOffres, 0);
    assert.deepEqual(assouplissements.map(({ critere }) => critere.nom).sort(), ['age', 'quoi']);
    assert.equal(assouplissements.find(({ critere }) => critere.nom === 'age')?.nombre, (await chercher({ quoi: criteres.quoi!, ou: criteres.ou! })).nombreOffres);
  });

  test('ACC-3 a sensitive unit is found, counted and suggested by nobody below profile 1', async () => {
    assert.ok((await chercher({ texte: 'SMPR' }, 'gestionnaire')).etablissements.some(({ offres }) => offres.some(({ id }) => id === 'uo-eps-durand-smpr')));
    assert.ok(!(await chercher({}, 'lecteur')).etablissements.some(({ offres }) => offres.some(({ id }) => id === 'uo-eps-durand-smpr')));
    assert.equal(await compte({}, 'type', '14', 'gestionnaire'), 1);
    assert.equal(await compte({}, 'type', '14', 'lecteur'), 0);
    const { suggestions } = await banc.demander('suggererQuoi', { texte: 'SMPR' }, 'lecteur');
    assert.ok(!suggestions.some((une) => une.genre === 'structure' && une.id === 'uo-eps-durand-smpr'));
  });

  test('ACC-4 the public neither finds, counts nor reads what is not for it', async () => {
    const partenaire = { partenaire: partenaireDeDemonstration };
    const demander = async (criteres: Criteres) => operations.rechercher.output.parse(await banc.backend.dispatch('rechercher', { criteres }, partenaire));
    assert.equal((await demander({ quoi: [{ genre: 'specialisation', code: '14' }] })).nombreOffres, 0);
    const [specialisation] = (await chercher({})).facettes.find(({ facette }) => facette === 'specialisation')!.valeurs;
    const choisie: Criteres = { facettes: { specialisation: [specialisation!.code] } };
    assert.ok((await chercher(choisie)).nombreOffres > 0, 'who signed in finds some by that facet');
    assert.equal((await demander(choisie)).nombreOffres, 0);
    const libre = await demander({});
    assert.ok(libre.nombreOffres > 0 && libre.avecPlaces === 0);
    assert.ok(!libre.facettes.some(({ facette }) => facette === 'specialisation'));
    assert.ok(libre.etablissements.every(({ offres }) => offres.every(({ places }) => places.disponibles === null)));
    assert.equal((await probleme(banc.backend.dispatch('listerDossiers', {}, partenaire))).code, 'interdit');
    const noeud = operations.lireNoeud.output.parse(await banc.backend.dispatch('lireNoeud', { noeudId: 'uo-ime-accueil-de-jour' }, partenaire));
    assert.equal(noeud.profil, 0);
    assert.ok(!('acteSpecifique' in noeud.contenu));
    assert.equal(acteurDuPartenaire(partenaireDeDemonstration).role, 'lecteur');
  });

  test('a token of a partner is for pages of its origins alone', async () => {
    const porte = new Porte(banc.backend);
    const envoyer = (origin?: string) => porte.envoyer('POST', '/recherche', { corps: { criteres: {} }, jeton: partenaireDeDemonstration.jeton, ...(origin !== undefined && { headers: { origin } }) });
    const bonne = await envoyer('http://localhost:4173');
    assert.equal(bonne.status, 200);
    assert.equal(bonne.headers.get('access-control-allow-origin'), 'http://localhost:4173');
    for (const origine of [undefined, 'https://autre.example', 'http://localhost.autre.example', 'null']) assert.equal((await envoyer(origine)).status, 403, String(origine));
  });

  test('a page of a partner may ask before it asks, for what is open to it, and pages of others may not', async () => {
    const porte = new Porte(banc.backend);
    const avant = (path: string, origin: string) => porte.envoyer('OPTIONS', path, { headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' } });
    for (const path of ['/recherche', '/recherche/quoi', '/recherche/ou', '/repertoire/noeuds/eg-ehpad-test']) {
      const { status, headers, corps } = await avant(path, 'http://localhost:4173');
      assert.deepEqual([status, corps, headers.get('access-control-allow-origin'), headers.get('vary')], [204, undefined, 'http://localhost:4173', 'origin'], path);
      assert.match(headers.get('access-control-allow-headers') ?? '', /authorization.*content-type/);
      assert.equal((await avant(path, 'https://autre.example')).status, 403, path);
    }
    const ferme = await avant('/dossiers', 'http://localhost:4173');
    assert.deepEqual([ferme.status, ferme.headers.get('access-control-allow-origin')], [405, null]);
    const jeton = await porte.jeton('lecteur');
    const session = await porte.envoyer('POST', '/recherche', { corps: { criteres: {} }, jeton, headers: { origin: 'http://localhost:4173' } });
    assert.equal(session.headers.get('access-control-allow-origin'), null, 'the session of a person is for this site alone');
  });

  test('who asks too much is told when to come back, and takes nothing from the others', async () => {
    const large = { rafale: 100, parSeconde: 1 };
    const lent = { rafale: 2, parSeconde: 0.01 };
    const { jeton } = partenaireDeDemonstration;
    const envoyer = (limites: Limites) => {
      const handle = createHandler(banc.backend, { limites });
      return (path: string, adresse: string, init: RequestInit = {}) => handle(new Request(`http://ror.test/api${path}`, { headers: { authorization: `Bearer ${jeton}`, origin: 'http://localhost:4173' }, ...init }), { adresse });
    };
    const parPorteur = envoyer({ porteur: lent, adresse: large, connexion: large, compte: large });
    const parAdresse = envoyer({ porteur: large, adresse: lent, connexion: large, compte: large });
    for (const [demander, autre] of [[parPorteur, null], [parAdresse, '192.0.2.2']] as const) {
      for (let n = 0; n < 2; n++) assert.equal((await demander('/recherche/quoi?texte=ehpad', '192.0.2.1')).status, 200);
      const refus = await demander('/recherche/quoi?texte=ehpad', '192.0.2.1');
      assert.equal(refus.status, 429);
      assert.ok(Number(refus.headers.get('retry-after')) >= 1 && Number(refus.headers.get('retry-after')) <= 100, String(refus.headers.get('retry-after')));
      assert.equal(((await refus.json()) as { code: string }).code, 'trop-de-requetes');
      if (autre) assert.equal((await demander('/recherche/quoi?texte=ehpad', autre)).status, 200);
    }
  });

  test('REC-15 bad input is refused or answered, never a failure', async () => {
    for (const texte of [`'; drop table noeud; --`, '<script>alert(1)</script>', '%_\\', '((((', ':*&|!', '🙂', 'é'.repeat(200)]) {
      assert.ok((await chercher({ texte })).nombreOffres >= 0, texte);
      await banc.demander('suggererQuoi', { texte }, 'lecteur');
      await banc.demander('suggererOu', { texte }, 'lecteur');
    }
    assert.equal((await probleme(banc.demander('suggererQuoi', { texte: 'x'.repeat(10_000) }, 'lecteur'))).code, 'requete-invalide');
    const long = await probleme(chercher({ texte: 'x'.repeat(10_000) }));
    assert.deepEqual([long.code, long.champs?.map(({ chemin }) => chemin)], ['requete-invalide', ['criteres.texte']]);
    assert.equal((await probleme(chercher({}, 'lecteur', '[1,2]'))).code, 'requete-invalide');
    for (const [latitude, longitude] of [[0, 0], [90, 180], [-90, -180], [40.7, -74]] as const) {
      const page = await chercher({ ou: { genre: 'point', latitude, longitude, libelle: 'ailleurs' }, distanceMax: 10 });
      assert.equal(page.nombreOffres, 0);
      assert.ok(page.assouplissements.length > 0);
    }
  });

  test('REC-18, REC-19 a commune written with mistakes is suggested, before the structures of a like name; one written right stands for itself', async () => {
    const lieux = async (texte: string) => (await banc.demander('suggererOu', { texte }, 'lecteur')).lieux.map(({ genre, libelle }) => `${genre} ${libelle}`);
    assert.equal((await lieux('versaile'))[0], 'commune Versailles');
    assert.ok((await lieux('versaile')).some((lieu) => lieu.startsWith('structure ')));
    assert.equal((await lieux('12 rue de la Paroisse 78000 Versailles'))[0], 'commune Versailles');
    assert.deepEqual((await lieux('versailles')).filter((lieu) => lieu.startsWith('commune ')), ['commune Versailles']);
  });

  test('what is corrected is found at once', async () => {
    const { version } = await banc.demander('lireNoeud', { noeudId: 'uo-crt-volet-1' }, 'referent');
    await banc.demander('corrigerFiche', { noeudId: 'uo-crt-volet-1', encadre: 'identification', version, valeurs: { nomOffre: 'Équipe Zéphyr' } }, 'referent');
    assert.deepEqual(await noms({ texte: 'zephyr' }), ['EHPAD du Colibri']);
  });

  test('REC-17 a kept search tells of the offers that did not answer when it was last seen', async () => {
    await banc.demander('changerRecherches', { commande: { type: 'enregistrer', nom: 'Zéphyr', criteres: { texte: 'zephyr', ouvert: true }, alerte: true } }, 'lecteur');
    const [une] = (await banc.demander('listerRecherches', {}, 'lecteur')).recherches;
    assert.equal(une?.nouvelles, 0);
    const { version } = await banc.demander('lireNoeud', { noeudId: 'uo-crt-volet-1' }, 'referent');
    await banc.demander('corrigerFiche', { noeudId: 'uo-crt-volet-1', encadre: 'identification', version, valeurs: { nomOffre: 'Équipe Zéphyr' } }, 'referent');
    assert.equal((await banc.demander('listerRecherches', {}, 'lecteur')).recherches[0]?.nouvelles, 1);
    const { recherches } = await banc.demander('changerRecherches', { commande: { type: 'vue', rechercheId: une!.id } }, 'lecteur');
    assert.equal(recherches[0]?.nouvelles, 0);
    assert.deepEqual((await banc.demander('listerRecherches', {}, 'referent')).recherches, []);
    assert.equal((await probleme(banc.demander('changerRecherches', { commande: { type: 'supprimer', rechercheId: une!.id } }, 'referent'))).code, 'introuvable');
  });

  test('PLC-9 beds are counted by who answers for them, and a closing takes away as many', async () => {
    const { unites } = await banc.demander('listerPlaces', {}, 'disponibilites');
    const unite = unites.find(({ id }) => id === 'uo-ch-sainte-claire-smr-systeme-nerveux')!;
    const capacite = (statutCapacite: string, nombreCapacite: number) => ({ affectationTemporaire: '01', natureCapacite: '01', statutCapacite, temporaliteCapacite: '01', nombreCapacite });
    const saisie = { uniteId: unite.id, version: unite.version, capacites: [capacite('01', 24), capacite('02', 5)], fermetures: [{ debut: '2026-03-11', fin: '2026-03-12', nombre: 5, type: '01' }] };
    assert.equal((await probleme(banc.demander('saisirPlaces', saisie, 'lecteur'))).code, 'introuvable');
    assert.equal((await probleme(banc.demander('saisirPlaces', { ...saisie, capacites: [capacite('01', 2), capacite('02', 5)], fermetures: [] }, 'disponibilites'))).code, 'requete-invalide');
    const { unite: ecrite } = await banc.demander('saisirPlaces', saisie, 'disponibilites');
    assert.equal(ecrite.dateMiseJour, banc.maintenant.toISOString());
    assert.equal((await probleme(banc.demander('saisirPlaces', saisie, 'disponibilites'))).code, 'perime');
    const libres = async () => (await chercher({ places: true })).etablissements.find(({ id }) => id === 'eg-ch-sainte-claire')?.offres[0]?.places.disponibles;
    assert.equal(await libres(), 5);
    banc.maintenant = new Date('2026-03-11T09:00:00Z');
    assert.equal(await libres(), undefined);
    banc.maintenant = new Date('2026-03-13T09:00:00Z');
    assert.equal(await libres(), 5);
  });
});
