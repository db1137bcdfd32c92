import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Dossier } from '../../src/domain/dossier.ts';
import { rejouer } from '../../src/engine/dossier/evolve.ts';
import type { Evenement } from '../../src/engine/dossier/types.ts';
import { AUJOURDHUI, CONTENUS, probleme, surChaqueMoteur, type Banc } from '../support/backend.ts';

const EHPAD = 'Peuplement de EHPAD TEST';
const TILLEULS = 'Peuplement de CH Sainte-Claire Site des Tilleuls';
const unite = CONTENUS.unite('21', 'Unité hébergement pour personnes âgées dépendantes');
const smr = CONTENUS.unite('103', 'Unité SMR système nerveux', { grandGroupeDisciplines: 'SSR', champActivite: '02', modePriseEnCharge: '28', activiteOperationnelle: ['234'] });

/** The dossier of EHPAD TEST with one unit, all green; gives the identifiers. */
async function ehpadDecrit(banc: Banc, qui = 'referent') {
  const { id, fiches } = await banc.dossierDe(EHPAD);
  const ficheEG = fiches[0]!.id;
  const ficheUO = await banc.ajouter(id, 'UO', ficheEG, qui);
  await banc.remplir(id, ficheUO, unite, qui);
  await banc.remplir(id, ficheEG, CONTENUS.directeur, qui);
  return { id, ficheEG, ficheUO };
}

async function envoyer(banc: Banc, id: string, qui = 'referent', dateEffet = AUJOURDHUI) {
  await banc.faire(id, { type: 'fixer-date-effet', dateEffet }, qui);
  return banc.faire(id, { type: 'envoyer-en-validation' }, qui);
}

const enfants = async (banc: Banc, parentId: string, qui = 'lecteur') => (await banc.demander('listerNoeuds', { parentId }, qui)).noeuds;

/** The dossier that the journal tells, from its first line. */
async function rejouerJournal(banc: Banc, id: string): Promise<Dossier> {
  const [premiere, ...suite] = await banc.database.query<{ donnees: Evenement & { dossier: Dossier }; instant: Date }>(
    'select donnees, instant from evenement where dossier_id = $1 order by rang', [id],
  );
  return rejouer(premiere!.donnees.dossier, suite.map(({ donnees, instant }) => ({ evenement: donnees, instant: instant.toISOString() })));
}

surChaqueMoteur((banc) => {
  test('médico-social: from the first fiche to the répertoire', async () => {
    assert.deepEqual(await enfants(banc, 'eg-ehpad-test'), []);
    const { id, ficheUO } = await ehpadDecrit(banc);
    assert.equal((await envoyer(banc, id)).etat, 'EN_VALIDATION_GESTIONNAIRE');
    assert.deepEqual(await enfants(banc, 'eg-ehpad-test'), [], 'nothing is published before it is validated');
    const publie = await banc.faire(id, { type: 'valider' }, 'gestionnaire');
    assert.equal(publie.etat, 'PUBLIE');

    const [noeud] = await enfants(banc, 'eg-ehpad-test');
    assert.equal(noeud?.nom, 'Unité hébergement pour personnes âgées dépendantes');
    const lu = await banc.demander('lireNoeud', { noeudId: noeud.id }, 'gestionnaire');
    assert.equal(lu.contenu['typeOffre'], '21');
    assert.equal(lu.contenu['identifiantOffre'], `11/${noeud.id}`);
    assert.deepEqual(lu.ancetres.map(({ type }) => type), ['EJ', 'EG']);
    const eg = await banc.demander('lireNoeud', { noeudId: 'eg-ehpad-test' }, 'referent');
    assert.equal(eg.noeud.description, 'decrite');
    assert.equal(eg.dossier, null);
    assert.deepEqual(eg.noeud.actions, ['ouvrir', 'creer-dossier', 'retirer-favori', 'renommer', 'signaler-anomalie']);
    assert.equal((await banc.demander('lireFiche', { dossierId: id, ficheId: ficheUO }, 'referent')).auteur, 'Claire Martin');
  });

  test('sanitaire: pôle, service, UF and UO, then the Direction, then the gestionnaire', async () => {
    const { id, fiches } = await banc.dossierDe(TILLEULS);
    const eg = fiches[0]!.id;
    assert.deepEqual(await banc.refus(id, { type: 'creer-fiches', typeFiche: 'UO', parentId: eg, nombre: 1 }, 'referent'), { code: 'parent-interdit', typeFiche: 'UO', parent: 'EG' });
    const p = await banc.ajouter(id, 'P', eg, 'referent');
    const s = await banc.ajouter(id, 'S', p, 'referent');
    const uf = await banc.ajouter(id, 'UF', s, 'referent');
    const uo = await banc.ajouter(id, 'UO', uf, 'referent');
    await banc.remplir(id, p, CONTENUS.organisation('Pôle réadaptation'), 'referent');
    await banc.remplir(id, s, CONTENUS.organisation('Neurologie'), 'referent');
    await banc.remplir(id, uf, CONTENUS.organisation('SMR Neurologie'), 'referent');
    await banc.remplir(id, uo, smr, 'referent');
    await banc.remplir(id, eg, CONTENUS.directeur, 'referent');
    assert.equal((await envoyer(banc, id)).etat, 'EN_VALIDATION_INTERNE');
    assert.deepEqual(await banc.refus(id, { type: 'valider-en-interne' }, 'referent'), { code: 'role', requis: ['direction'] });
    assert.equal((await banc.faire(id, { type: 'valider-en-interne' }, 'direction')).etat, 'EN_VALIDATION_GESTIONNAIRE');
    assert.equal((await banc.faire(id, { type: 'valider' }, 'gestionnaire')).etat, 'PUBLIE');

    const chemin = [];
    for (let [noeud] = await enfants(banc, 'eg-site-des-tilleuls'); noeud; [noeud] = await enfants(banc, noeud.id)) chemin.push(`${noeud.type} ${noeud.nom}`);
    assert.deepEqual(chemin, ['P Pôle réadaptation', 'S Neurologie', 'UF SMR Neurologie', 'UO Unité SMR système nerveux']);
    const [row] = await banc.database.query<{ domaines: string[] }>(`select domaines from noeud where type = 'P' and eg_id = 'eg-site-des-tilleuls'`);
    assert.deepEqual(row?.domaines, ['SSR']);
  });

  test('handicap: a dossier opened by hand is validated by the tutelle, and the unit that it removes leaves the répertoire', async () => {
    const ouvert = await banc.demander('creerDossier', { entiteGeographiqueId: 'eg-ime-t-kitoi', nom: 'IME T KITOI 10/03/2026' }, 'direction');
    const { id, fiches, valideur } = 'dossier' in ouvert ? ouvert.dossier : assert.fail(JSON.stringify(ouvert));
    assert.equal(valideur, 'tutelle');
    assert.deepEqual(fiches.map(({ nom, etat }) => `${nom}: ${etat}`), [
      'IME T KITOI: finalisee', 'Unité IME Accueil de jour: finalisee', 'Unité IME Accueil de jour temporaire: finalisee', 'Unité IME Hébergement: finalisee',
    ]);
    await banc.faire(id, { type: 'supprimer-fiche', ficheId: fiches[2]!.id }, 'direction');
    await banc.remplir(id, fiches[1]!.id, { nomOffre: 'Unité IME Accueil de jour Les Tilleuls' }, 'direction');
    await envoyer(banc, id, 'direction');
    assert.deepEqual(await banc.refus(id, { type: 'valider' }, 'gestionnaire'), { code: 'role', requis: ['tutelle'] });
    assert.equal((await banc.faire(id, { type: 'valider' }, 'tutelle')).etat, 'PUBLIE');
    assert.deepEqual((await enfants(banc, 'eg-ime-t-kitoi')).map(({ id: noeudId, nom }) => [noeudId, nom]), [
      ['uo-ime-accueil-de-jour', 'Unité IME Accueil de jour Les Tilleuls'], ['uo-ime-hebergement', 'Unité IME Hébergement'],
    ]);
    assert.equal((await probleme(banc.demander('lireNoeud', { noeudId: 'uo-ime-accueil-de-jour-temporaire' }, 'gestionnaire'))).code, 'introuvable');
  });

  test('a refused dossier goes back to its authors with its reason, and can be sent again', async () => {
    const { id } = await ehpadDecrit(banc);
    await envoyer(banc, id);
    assert.equal((await banc.faire(id, { type: 'refuser', motif: 'Le responsable manque.' }, 'gestionnaire')).motifRefus, 'Le responsable manque.');
    const renvoye = await banc.faire(id, { type: 'envoyer-en-validation' }, 'referent');
    assert.deepEqual([renvoye.etat, renvoye.motifRefus], ['EN_VALIDATION_GESTIONNAIRE', null]);
  });

  test('a validated dossier waits for its date d’effet and is published on that day, where the region is', async () => {
    const { id } = await ehpadDecrit(banc);
    await envoyer(banc, id, 'referent', '2026-03-12');
    assert.equal((await banc.faire(id, { type: 'valider' }, 'gestionnaire')).etat, 'VALIDE');
    // 22:59 in Paris on the 11th, in winter.
    banc.maintenant = new Date('2026-03-11T21:59:00Z');
    assert.equal(await banc.backend.publierEchus(), 0);
    assert.deepEqual(await enfants(banc, 'eg-ehpad-test'), []);
    // The 12th at 00:30 in Paris, still the 11th in Greenwich.
    banc.maintenant = new Date('2026-03-11T23:30:00Z');
    assert.equal(await banc.backend.publierEchus(), 1);
    assert.equal(await banc.backend.publierEchus(), 0);
    assert.equal((await enfants(banc, 'eg-ehpad-test')).length, 1);
    assert.equal((await banc.demander('lireDossier', { dossierId: id }, 'referent')).etat, 'PUBLIE');
  });

  test('what was changed in the répertoire while a dossier was open is not lost by its publication', async () => {
    const ouvert = await banc.demander('creerDossier', { entiteGeographiqueId: 'eg-ehpad-sainte-claire', nom: 'Mise à jour' }, 'direction');
    const { id, fiches } = 'dossier' in ouvert ? ouvert.dossier : assert.fail(JSON.stringify(ouvert));
    await banc.database.exec(`
      update noeud set contenu = contenu || '{"commentaire": "Travaux rue Sainte-Claire"}' where id = 'eg-ehpad-sainte-claire';
      insert into noeud (id, type, parent_id, eg_id, nom, departement, decrit, contenu) values ('uo-du-support', 'UO', 'eg-ehpad-sainte-claire', 'eg-ehpad-sainte-claire', 'Ajoutée par le support', '77', true, '{"nomOffre": "Ajoutée par le support"}')`);
    await banc.remplir(id, fiches[1]!.id, { metadonnee: { commentaire: 'Ouvert le samedi' } }, 'direction');
    await envoyer(banc, id, 'direction');
    await banc.faire(id, { type: 'valider' }, 'gestionnaire');
    assert.equal((await banc.demander('lireNoeud', { noeudId: 'eg-ehpad-sainte-claire' }, 'gestionnaire')).contenu['commentaire'], 'Travaux rue Sainte-Claire');
    assert.deepEqual((await enfants(banc, 'eg-ehpad-sainte-claire')).map(({ nom }) => nom), ['Ajoutée par le support', 'Pôle d’activité et de soins adaptés']);
    assert.deepEqual((await banc.demander('lireNoeud', { noeudId: 'uo-ehpad-sainte-claire-pasa' }, 'gestionnaire')).contenu['metadonnee'], { commentaire: 'Ouvert le samedi' });
  });

  test('DOS-44 DOS-45 what the répertoire and the dossier both changed is written in the journal, with the publication', async () => {
    const ouvert = await banc.demander('creerDossier', { entiteGeographiqueId: 'eg-ch-sainte-claire', nom: 'Mise à jour' }, 'direction');
    const { id, fiches } = 'dossier' in ouvert ? ouvert.dossier : assert.fail(JSON.stringify(ouvert));
    const pole = fiches.find(({ type }) => type === 'P')!;
    await banc.remplir(id, fiches[0]!.id, { nomOperationnel: 'CH du dossier' }, 'direction');
    await banc.faire(id, { type: 'supprimer-fiche', ficheId: pole.id }, 'direction');
    const p = await banc.ajouter(id, 'P', fiches[0]!.id, 'direction');
    const s = await banc.ajouter(id, 'S', p, 'direction');
    const uf = await banc.ajouter(id, 'UF', s, 'direction');
    const uo = await banc.ajouter(id, 'UO', uf, 'direction');
    for (const [fiche, type] of [[p, 'Pôle'], [s, 'Service'], [uf, 'UF']] as const) await banc.remplir(id, fiche, CONTENUS.organisation(type), 'direction');
    await banc.remplir(id, uo, smr, 'direction');
    await banc.database.query(`update noeud set contenu = contenu || '{"nomOperationnel": "CH du support"}' where id = 'eg-ch-sainte-claire'`);
    await banc.database.query(`insert into noeud (id, type, parent_id, eg_id, nom, departement, decrit, contenu) values ('s-du-support', 'S', $1, 'eg-ch-sainte-claire', 'Ajouté', '77', true, '{}')`, [pole.origineId]);
    await envoyer(banc, id, 'direction');
    await banc.faire(id, { type: 'valider-en-interne' }, 'direction');
    assert.equal((await banc.faire(id, { type: 'valider' }, 'gestionnaire')).etat, 'PUBLIE');
    const [publication] = await banc.database.query<{ donnees: { conflits: unknown } }>(`select donnees from evenement where dossier_id = $1 and type = 'dossier-publie'`, [id]);
    assert.deepEqual(publication?.donnees.conflits, [
      { type: 'champ', noeudId: 'eg-ch-sainte-claire', nom: 'CH Sainte-Claire', champ: 'nomOperationnel', publie: 'CH du support', dossier: 'CH du dossier' },
      { type: 'noeud-garde', noeudId: pole.origineId, nom: pole.nom },
    ]);
    const lu = await banc.demander('lireDossier', { dossierId: id }, 'direction');
    assert.deepEqual(lu.conflits, publication?.donnees.conflits, 'the structure reads them in its dossier');
    assert.deepEqual(await rejouerJournal(banc, id), lu);
  });

  test('a publication that can’t be carried out leaves the répertoire as it was and says so on the dossier; it can be tried again', async () => {
    const { id } = await ehpadDecrit(banc);
    await envoyer(banc, id);
    await banc.database.exec(`alter table noeud add constraint essai check (nom not like 'Unité hébergement%')`);
    try {
      assert.equal((await banc.faire(id, { type: 'valider' }, 'gestionnaire')).etat, 'ERREUR_PUBLICATION');
      assert.deepEqual(await enfants(banc, 'eg-ehpad-test'), []);
      assert.equal((await banc.demander('lireNoeud', { noeudId: 'eg-ehpad-test' }, 'lecteur')).noeud.description, 'a-decrire');
    } finally {
      await banc.database.exec('alter table noeud drop constraint essai');
    }
    assert.equal((await banc.faire(id, { type: 'publier' }, 'gestionnaire')).etat, 'PUBLIE');
    assert.deepEqual(await rejouerJournal(banc, id), await banc.demander('lireDossier', { dossierId: id }, 'gestionnaire'));
  });

  test('a publication changes what the form owns, and keeps all the rest of a node', async () => {
    const avant = await banc.demander('lireNoeud', { noeudId: 'uo-ime-accueil-de-jour' }, 'gestionnaire');
    const ouvert = await banc.demander('creerDossier', { entiteGeographiqueId: 'eg-ime-t-kitoi', nom: 'Mise à jour' }, 'direction');
    const { id, fiches } = 'dossier' in ouvert ? ouvert.dossier : assert.fail(JSON.stringify(ouvert));
    const { version, contenu } = await banc.demander('lireFiche', { dossierId: id, ficheId: fiches[1]!.id }, 'direction');
    // Only what the form shows, as a page that knows nothing else would send it.
    const { nomOffre: _nom, identifiantOffre: _identifiant, lieuRealisationOffre, ...champs } = contenu;
    const lieux = (lieuRealisationOffre as { metadonnee: unknown }[]).map(({ metadonnee: _metadonnee, ...lieu }) => lieu);
    const sent = { ...champs, lieuRealisationOffre: lieux, nomOffre: 'Unité IME Accueil de jour Renommée', metadonnee: { commentaire: 'Le samedi aussi', identifiant: 'forgé' } };
    assert.ok('fiche' in await banc.demander('enregistrerFiche', { dossierId: id, ficheId: fiches[1]!.id, version, contenu: sent, illisibles: {}, finaliser: true }, 'direction'));
    await envoyer(banc, id, 'direction');
    assert.equal((await banc.faire(id, { type: 'valider' }, 'tutelle')).etat, 'PUBLIE');
    const apres = await banc.demander('lireNoeud', { noeudId: 'uo-ime-accueil-de-jour' }, 'gestionnaire');
    assert.deepEqual(apres.contenu, { ...avant.contenu, nomOffre: 'Unité IME Accueil de jour Renommée', metadonnee: { commentaire: 'Le samedi aussi' } });
  });

  test('a duplicate is published as another unit, in other places', async () => {
    const ouvert = await banc.demander('creerDossier', { entiteGeographiqueId: 'eg-ime-t-kitoi', nom: 'Mise à jour' }, 'direction');
    const { id, fiches } = 'dossier' in ouvert ? ouvert.dossier : assert.fail(JSON.stringify(ouvert));
    const { fiches: apres } = await banc.faire(id, { type: 'dupliquer-fiche', ficheId: fiches[1]!.id }, 'direction');
    const copie = apres.find(({ nom }) => nom.startsWith('COPIE DE'))!;
    await banc.remplir(id, copie.id, { nomOffre: 'Unité IME Accueil de jour Bis' }, 'direction');
    await envoyer(banc, id, 'direction');
    assert.equal((await banc.faire(id, { type: 'valider' }, 'tutelle')).etat, 'PUBLIE');
    const bis = (await enfants(banc, 'eg-ime-t-kitoi')).find(({ nom }) => nom.endsWith('Bis'))!;
    const { contenu } = await banc.demander('lireNoeud', { noeudId: bis.id }, 'gestionnaire');
    const [lieu] = contenu['lieuRealisationOffre'] as { metadonnee: { identifiant: string } }[];
    assert.deepEqual([contenu['identifiantOffre'], lieu?.metadonnee.identifiant], [`11/${bis.id}`, `${bis.id}-lieu-1`]);
  });

  for (const [titre, attributs, places] of [
    ['hours in a word', { horaire: 'jamais' }, /horaire/], ['a place that is no list', { lieuRealisationOffre: { a: 1 } }, /lieuRealisationOffre/],
    ['contacts that are none', { contact: [null, 7] }, /contact\.0, contact\.1/], ['an age in a word', { patientele: { ageMin: 'x' } }, /patientele\.ageMin/],
  ] as const) {
    test(`DOS-46 what is not as the exposure model says is never published, even green: ${titre}`, async () => {
      const { id, ficheUO } = await ehpadDecrit(banc);
      await envoyer(banc, id);
      await banc.database.query('update fiche set contenu = contenu || $2::jsonb where id = $1', [ficheUO, JSON.stringify(attributs)]);
      assert.equal((await banc.faire(id, { type: 'valider' }, 'gestionnaire')).etat, 'ERREUR_PUBLICATION');
      assert.deepEqual(await enfants(banc, 'eg-ehpad-test'), []);
      const [echec] = await banc.database.query<{ detail: string }>(`select donnees ->> 'detail' as detail from evenement where type = 'publication-echouee'`);
      assert.match(echec?.detail ?? '', places);
    });
  }

  test('DOS-46 what the répertoire already held wrong does not stop a dossier that leaves it alone', async () => {
    await banc.database.exec(`update noeud set contenu = contenu || '{"eloignementCalcule": "jamais"}' where id = 'uo-ime-hebergement'`);
    const ouvert = await banc.demander('creerDossier', { entiteGeographiqueId: 'eg-ime-t-kitoi', nom: 'Mise à jour' }, 'direction');
    const { id, fiches } = 'dossier' in ouvert ? ouvert.dossier : assert.fail(JSON.stringify(ouvert));
    await banc.remplir(id, fiches[3]!.id, { nomOffre: 'Unité IME Hébergement Renommée' }, 'direction');
    await envoyer(banc, id, 'direction');
    assert.equal((await banc.faire(id, { type: 'valider' }, 'tutelle')).etat, 'PUBLIE');
    assert.equal((await banc.demander('lireNoeud', { noeudId: 'uo-ime-hebergement' }, 'gestionnaire')).contenu['eloignementCalcule'], 'jamais');
  });

  test('DOS-15 finalising all that is ready leaves grey what could not be published', async () => {
    const { id, fiches } = await banc.dossierDe(EHPAD);
    const uo = await banc.ajouter(id, 'UO', fiches[0]!.id, 'referent');
    await banc.remplir(id, uo, unite, 'referent', false);
    await banc.database.query(`update fiche set contenu = jsonb_set(contenu, '{patientele,ageMin,unite}', '"siècle"') where id = $1`, [uo]);
    assert.equal((await banc.refus(id, { type: 'finaliser-fiches' }, 'referent')).code, 'aucune-fiche-prete');
    const { version, contenu } = await banc.demander('lireFiche', { dossierId: id, ficheId: uo }, 'referent');
    const answer = await banc.demander('enregistrerFiche', { dossierId: id, ficheId: uo, version, contenu, illisibles: {}, finaliser: true }, 'referent');
    assert.deepEqual('refus' in answer && answer.refus.code === 'fiche-incomplete' && answer.refus.issues.map(({ path }) => path), ['patientele.ageMin.valeur']);
  });

  test('nothing typed is lost: an unfinished, partly unreadable fiche comes back as it was left', async () => {
    const { id, fiches } = await banc.dossierDe(EHPAD);
    const uo = await banc.ajouter(id, 'UO', fiches[0]!.id, 'referent');
    const typed = { contenu: { nomOffre: 'Uni', typeOffre: '21', uniteSensible: { 'ça': [1, null, '  '] } }, illisibles: { 'patientele.ageMin.valeur': 'soixante' } };
    const answer = await banc.demander('enregistrerFiche', { dossierId: id, ficheId: uo, version: 1, ...typed, finaliser: false }, 'referent');
    assert.equal('fiche' in answer && answer.fiche.etat, 'en-attente');
    const { contenu, illisibles } = await banc.demander('lireFiche', { dossierId: id, ficheId: uo }, 'direction');
    assert.deepEqual({ contenu, illisibles }, typed);
    const refus = await banc.demander('enregistrerFiche', { dossierId: id, ficheId: uo, version: 2, ...typed, finaliser: true }, 'referent');
    assert.equal('refus' in refus && refus.refus.code, 'fiche-incomplete');
  });

  test('FIC-130 the editions of the codes are kept beside the fiche, whoever saves next', async () => {
    const { id, fiches } = await banc.dossierDe(EHPAD);
    const uo = await banc.ajouter(id, 'UO', fiches[0]!.id, 'referent');
    const save = (version: number, contenu: object, editions?: Record<string, Record<string, string[]>>) => banc.demander('enregistrerFiche', { dossierId: id, ficheId: uo, version, contenu: { ...contenu }, illisibles: {}, finaliser: false, ...(editions && { editions }) }, 'referent');
    await save(1, { modePriseEnCharge: '46' }, { J19: { '2024-01-26': ['46', '47'] } });
    const { editions } = await banc.demander('lireFiche', { dossierId: id, ficheId: uo }, 'direction');
    assert.deepEqual(editions, { J19: { '2024-01-26': ['46'] } });
    await save(2, { modePriseEnCharge: '46' });
    assert.deepEqual((await banc.demander('lireFiche', { dossierId: id, ficheId: uo }, 'direction')).editions, editions);
    await save(3, {});
    assert.equal((await banc.demander('lireFiche', { dossierId: id, ficheId: uo }, 'direction')).editions, undefined);
  });

  test('two people who save the same fiche: the second is told, with what the first wrote', async () => {
    const { id, fiches } = await banc.dossierDe(EHPAD);
    const ficheId = fiches[0]!.id;
    const { version, contenu } = await banc.demander('lireFiche', { dossierId: id, ficheId }, 'referent');
    const save = (qui: string, commentaire: string) =>
      banc.demander('enregistrerFiche', { dossierId: id, ficheId, version, contenu: { ...contenu, commentaire }, illisibles: {}, finaliser: false }, qui);
    const results = await Promise.allSettled([save('referent', 'de Claire'), save('direction', 'de Jean')]);
    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const gagnant = results[0]!.status === 'fulfilled' ? 'de Claire' : 'de Jean';
    const { code, status, actuel } = await probleme(save('direction', 'encore'));
    assert.deepEqual([code, status], ['perime', 409]);
    const fiche = actuel as { version: number; contenu: { commentaire: string }; auteur: string };
    assert.deepEqual([fiche.version, fiche.contenu.commentaire, fiche.auteur], [2, gagnant, gagnant === 'de Claire' ? 'Claire Martin' : 'Jean Dupuis']);
  });

  test('two people fill two fiches of one dossier at once', async () => {
    const { id, fiches } = await banc.dossierDe(EHPAD);
    const { fiches: toutes } = await banc.faire(id, { type: 'creer-fiches', typeFiche: 'UO', parentId: fiches[0]!.id, nombre: 4 }, 'referent');
    await Promise.all(toutes.map((fiche, i) => banc.remplir(id, fiche.id, { nomOperationnel: `n° ${i}`, nomOffre: `n° ${i}` }, i % 2 ? 'referent' : 'direction', false)));
    const lues = await Promise.all(toutes.map((fiche) => banc.demander('lireFiche', { dossierId: id, ficheId: fiche.id }, 'referent')));
    assert.deepEqual(lues.map(({ contenu, version }) => [contenu['nomOffre'] ?? contenu['nomOperationnel'], version]), toutes.map((_, i) => [`n° ${i}`, 2]));
  });

  test('a command on a dossier that somebody has changed is stale, with the dossier as it is', async () => {
    const { id, version } = await banc.dossierDe(EHPAD);
    await banc.faire(id, { type: 'renommer', nom: 'Nouveau nom' }, 'referent');
    const { code, actuel } = await probleme(banc.demander('deciderDossier', { dossierId: id, version, commande: { type: 'renommer', nom: 'Autre' } }, 'direction'));
    assert.equal(code, 'perime');
    assert.equal((actuel as Dossier).nom, 'Nouveau nom');
  });

  test('of two dossiers opened on one structure at once, one is refused', async () => {
    const open = (qui: string) => banc.demander('creerDossier', { entiteGeographiqueId: 'eg-cpts-grand-versailles', nom: `De ${qui}` }, qui);
    const answers = await Promise.all([open('referent'), open('direction')]);
    assert.equal(answers.filter((answer) => 'dossier' in answer).length, 1);
    assert.equal(answers.flatMap((answer) => ('refus' in answer ? answer.refus.code : [])).join(), 'dossier-deja-ouvert');
    assert.equal((await probleme(banc.demander('creerDossier', { entiteGeographiqueId: 'uo-ime-hebergement', nom: 'x' }, 'referent'))).code, 'introuvable');
  });

  test('the journal alone rebuilds the dossier, through every kind of change', async () => {
    const { id, ficheEG, ficheUO } = await ehpadDecrit(banc);
    const pole = await banc.ajouter(id, 'P', ficheEG, 'referent');
    await banc.faire(id, { type: 'dupliquer-fiche', ficheId: ficheUO }, 'direction');
    await banc.faire(id, { type: 'deplacer-fiche', ficheId: ficheUO, parentId: pole }, 'direction');
    const copie = (await banc.dossierDe(EHPAD)).fiches.find(({ nom }) => nom.startsWith('COPIE DE'))!;
    assert.deepEqual((await banc.demander('lireFiche', { dossierId: id, ficheId: copie.id }, 'referent')).contenu['typeOffre'], '21');
    await banc.faire(id, { type: 'supprimer-fiche', ficheId: copie.id }, 'referent');
    await banc.remplir(id, pole, CONTENUS.organisation('Pôle gériatrie'), 'referent', false);
    await banc.faire(id, { type: 'finaliser-fiches' }, 'referent');
    await envoyer(banc, id);
    await banc.faire(id, { type: 'refuser', motif: 'Non' }, 'gestionnaire');
    const stored = await banc.demander('lireDossier', { dossierId: id }, 'gestionnaire');
    assert.deepEqual(stored.fiches.map(({ type, nom }) => `${type} ${nom}`), ['EG EHPAD TEST', 'P Pôle gériatrie', 'UO Unité hébergement pour personnes âgées dépendantes']);
    assert.deepEqual(await rejouerJournal(banc, id), stored);
  });
});
