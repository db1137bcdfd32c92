import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutputOf } from '../../src/contract/operation.ts';
import type { Operations } from '../../src/contract/operations.ts';
import { readPath } from '../../src/engine/fiche/paths.ts';
import { formSchema } from '../../src/engine/fiche/schemas.ts';
import { probleme, surChaqueMoteur } from '../support/backend.ts';

const TELEPHONE = 'contact:accueil.telecommunication:telephone.adresseTelecom';
const { slices, sections } = formSchema('EG');
const SECRETARIAT = sections.find(({ fields }) => fields.some(({ path }) => path === TELEPHONE))!.id;
const EG = 'eg-ehpad-du-colibri';

surChaqueMoteur((banc) => {
  const corriger = async (valeurs: Record<string, unknown>, { qui = 'referent', noeudId = EG, encadre = SECRETARIAT }: { qui?: string; noeudId?: string; encadre?: string } = {}) => {
    const { version } = await banc.demander('lireNoeud', { noeudId }, qui);
    return banc.demander('corrigerFiche', { noeudId, encadre, version, valeurs }, qui);
  };
  type Faite = Exclude<OutputOf<Operations['corrigerFiche']>, { refus: unknown }>;
  const faite = async (...args: Parameters<typeof corriger>): Promise<Faite> => {
    const answer = await corriger(...args);
    return 'refus' in answer ? assert.fail(JSON.stringify(answer.refus)) : answer;
  };
  const ouvrir = async () => {
    const answer = await banc.demander('creerDossier', { entiteGeographiqueId: EG, nom: 'Mise à jour' }, 'referent');
    return 'refus' in answer ? assert.fail(JSON.stringify(answer.refus)) : answer.dossier;
  };
  const publier = async (id: string) => {
    const { fiches } = await banc.demander('lireDossier', { dossierId: id }, 'referent');
    if (fiches.some(({ etat }) => etat !== 'finalisee')) await banc.faire(id, { type: 'finaliser-fiches' }, 'referent');
    await banc.faire(id, { type: 'fixer-date-effet', dateEffet: '2026-03-10' }, 'referent');
    await banc.faire(id, { type: 'envoyer-en-validation' }, 'referent');
    const envoye = await banc.faire(id, { type: 'valider' }, 'gestionnaire');
    assert.equal(envoye.etat, 'PUBLIE');
    const [{ donnees } = { donnees: {} }] = await banc.database.query<{ donnees: { conflits?: unknown[] } }>(`select donnees from evenement where dossier_id = $1 and type = 'dossier-publie'`, [id]);
    return donnees.conflits ?? [];
  };
  const telephone = async () => readPath((await banc.demander('lireNoeud', { noeudId: EG }, 'referent')).contenu, TELEPHONE, slices);

  test('a correction is there at once, for everybody, with its version, its date and its line in the journal', async () => {
    const avant = await banc.demander('lireNoeud', { noeudId: EG }, 'lecteur');
    const { version, repercussion, dateMiseJour } = await faite({ [TELEPHONE]: '01 99 00 09 99' });
    assert.deepEqual([version, repercussion, dateMiseJour], [avant.version + 1, null, banc.maintenant.toISOString()]);
    const apres = await banc.demander('lireNoeud', { noeudId: EG }, 'lecteur');
    assert.deepEqual([readPath(apres.contenu, TELEPHONE, slices), apres.version], ['01 99 00 09 99', version]);
    const [ligne] = await banc.database.query<{ changements: { path: string; apres: string }[]; auteur: string }>('select changements, auteur_id as auteur from correction where noeud_id = $1', [EG]);
    assert.deepEqual([ligne?.auteur, ligne?.changements[0]?.path, ligne?.changements[0]?.apres], ['compte-referent', TELEPHONE, '01 99 00 09 99']);
  });

  test('of two corrections from one version, the second is stale and shows the present fiche', async () => {
    const { version } = await banc.demander('lireNoeud', { noeudId: EG }, 'referent');
    const envoyer = (numero: string) => banc.demander('corrigerFiche', { noeudId: EG, encadre: SECRETARIAT, version, valeurs: { [TELEPHONE]: numero } }, 'referent');
    const rendues = await Promise.allSettled([envoyer('01 99 00 00 01'), envoyer('01 99 00 00 02')]);
    assert.deepEqual(rendues.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const problem = await probleme(envoyer('01 99 00 00 03'));
    assert.equal(problem.code, 'perime');
    assert.equal((problem.actuel as { version: number }).version, version + 1);
  });

  test('what is not corrected here says where it is', async () => {
    assert.deepEqual(await corriger({ numFINESS: '940001019' }), { refus: { code: 'champ-ailleurs', path: 'numFINESS', ou: 'support' } });
    assert.deepEqual(await corriger({ typeOffre: '21' }, { noeudId: 'uo-crt-volet-1', encadre: 'identification' }), { refus: { code: 'champ-ailleurs', path: 'typeOffre', ou: 'dossier' } });
    assert.deepEqual(await corriger({ [TELEPHONE]: 'x' }, { qui: 'lecteur' }), { refus: { code: 'role', requis: ['referent', 'direction', 'support'] } });
    assert.deepEqual(await corriger({ [TELEPHONE]: 'x' }, { noeudId: 'eg-ehpad-test' }), { refus: { code: 'a-decrire' } });
  });

  test('renaming is a correction: the tree and the search know the new name', async () => {
    await faite({ nomOffre: 'Équipe mobile du Colibri' }, { noeudId: 'uo-crt-volet-1', encadre: 'identification' });
    const { resultats } = await banc.demander('chercherDansArbre', { texte: 'equipe mobile colibri' }, 'lecteur');
    assert.deepEqual(resultats.map(({ noeud: { id } }) => id), ['uo-crt-volet-1']);
  });

  test('an open dossier is offered the correction, and takes it over', async () => {
    const dossier = await ouvrir();
    const { repercussion } = await faite({ [TELEPHONE]: '01 99 00 09 99' });
    assert.deepEqual([repercussion?.dossierId, repercussion?.possible, repercussion?.ecarts.map(({ path, repertoire, sansRepercussion }) => [path, repertoire, sansRepercussion])],
      [dossier.id, true, [[TELEPHONE, '01 99 00 09 99', 'gardee']]]);
    const answer = await banc.demander('repercuterCorrection', { dossierId: dossier.id, ficheId: repercussion!.ficheId, version: repercussion!.versionFiche, chemins: [TELEPHONE] }, 'referent');
    const fiche = 'refus' in answer ? assert.fail(JSON.stringify(answer.refus)) : answer.fiche;
    assert.equal(readPath(fiche.contenu, TELEPHONE, slices), '01 99 00 09 99');
    assert.equal(fiche.version, repercussion!.versionFiche + 1);
    assert.equal((await faite({ [TELEPHONE]: '01 99 00 09 98' })).repercussion?.versionFiche, fiche.version);
    assert.equal((await probleme(banc.demander('repercuterCorrection', { dossierId: dossier.id, ficheId: fiche.id, version: 0, chemins: [TELEPHONE] }, 'referent'))).code, 'perime');
    assert.equal((await probleme(banc.demander('repercuterCorrection', { dossierId: dossier.id, ficheId: fiche.id, version: fiche.version, chemins: ['nulle.part'] }, 'referent'))).code, 'requete-invalide');
    assert.equal((await probleme(banc.demander('repercuterCorrection', { dossierId: dossier.id, ficheId: fiche.id, version: fiche.version, chemins: [TELEPHONE] }, 'lecteur'))).code, 'introuvable');
  });

  test('a correction that nobody took over is kept at publication where the dossier changed nothing', async () => {
    const { id } = await ouvrir();
    await faite({ [TELEPHONE]: '01 99 00 09 99' });
    assert.deepEqual(await publier(id), []);
    assert.equal(await telephone(), '01 99 00 09 99');
  });

  test('where the dossier changed it too, the dossier wins and the conflict is written down', async () => {
    const dossier = await ouvrir();
    const racine = dossier.fiches[0]!;
    const { contenu } = await banc.demander('lireFiche', { dossierId: dossier.id, ficheId: racine.id }, 'referent');
    const contacts = (contenu['contact'] as { nom?: string; fonctionContact?: string }[]).map((un) => (un.fonctionContact === '01' ? { ...un, nom: 'Paul Petit' } : un));
    await banc.remplir(dossier.id, racine.id, { contact: contacts }, 'referent');
    const { repercussion } = await faite({ [TELEPHONE]: '01 99 00 09 99' });
    assert.deepEqual(repercussion?.ecarts.map(({ sansRepercussion }) => sansRepercussion), ['ecrasee'], 'it is said beforehand');
    const conflits = await publier(dossier.id) as { type: string; champ: string; noeudId: string }[];
    assert.deepEqual(conflits.map(({ type, champ, noeudId }) => [type, champ, noeudId]), [['champ', 'contact', EG]]);
  });

  test('favourites belong to the account and follow it in the tree', async () => {
    const changer = async (commande: object, qui = 'direction') => {
      const answer = await banc.demander('changerFavoris', { commande: commande as never }, qui);
      return 'refus' in answer ? assert.fail(JSON.stringify(answer.refus)) : answer.listes;
    };
    const [premiere] = await changer({ type: 'ajouter', noeudId: 'uo-crt-volet-2' });
    await changer({ type: 'ajouter', noeudId: 'eg-ime-t-kitoi' });
    const listes = await changer({ type: 'creer-liste', nom: 'Astreinte' });
    assert.deepEqual(listes.map(({ nom, noeuds }) => [nom, noeuds.map(({ id }) => id)]), [['', ['uo-crt-volet-2', 'eg-ime-t-kitoi']], ['Astreinte', []]]);
    const { noeuds } = await banc.demander('listerNoeuds', { par: 'favoris' }, 'direction');
    assert.deepEqual(noeuds.map(({ type, nombreEnfants }) => [type, nombreEnfants]), [['FAV', 2], ['FAV', 0]]);
    const dedans = await banc.demander('listerNoeuds', { parentId: noeuds[0]!.id }, 'direction');
    assert.deepEqual(dedans.noeuds.map(({ id, favori }) => [id, favori]), [['uo-crt-volet-2', true], ['eg-ime-t-kitoi', true]]);
    assert.deepEqual((await banc.demander('listerNoeuds', { parentId: noeuds[0]!.id }, 'lecteur')).noeuds, [], 'nobody else’s');
    assert.deepEqual(await banc.demander('changerFavoris', { commande: { type: 'supprimer-liste', listeId: premiere!.id } }, 'lecteur'), { refus: { code: 'liste-inconnue', listeId: premiere!.id } });
    const trouve = await banc.demander('chercherDansArbre', { texte: 'ime', par: 'favoris' }, 'direction');
    assert.ok(trouve.resultats.length > 1 && trouve.resultats.every(({ noeud, chemin }) => noeud.id === 'eg-ime-t-kitoi' || chemin.some(({ id }) => id === 'eg-ime-t-kitoi')), 'only in the favourites and below');
    assert.deepEqual(await changer({ type: 'supprimer-liste', listeId: premiere!.id }), [{ id: listes[1]!.id, nom: 'Astreinte', noeuds: [] }]);
    assert.equal((await probleme(banc.demander('changerFavoris', { commande: { type: 'ajouter', noeudId: 'nulle-part' } }, 'direction'))).code, 'introuvable');
  });

  test('two favourites added at once are both kept', async () => {
    await Promise.all(['uo-crt-volet-1', 'uo-crt-volet-2', 'eg-ime-t-kitoi'].map((noeudId) => banc.demander('changerFavoris', { commande: { type: 'ajouter', noeudId } }, 'support')));
    const { listes } = await banc.demander('listerFavoris', {}, 'support');
    assert.deepEqual([listes.length, listes[0]?.noeuds.length], [1, 3]);
  });

  const vues = async (qui: string, input: object = {}) => (await banc.demander('listerAnomalies', input, qui)).anomalies.map(({ id }) => id).sort();
  test('each role sees the reports that concern it', async () => {
    const toutes = ['anomalie-1', 'anomalie-2', 'anomalie-3', 'anomalie-4'];
    assert.deepEqual(await vues('gestionnaire'), toutes);
    assert.deepEqual(await vues('tutelle'), toutes.slice(0, 3), 'those of Val-de-Marne');
    assert.deepEqual(await vues('lecteur'), ['anomalie-1', 'anomalie-3'], 'their own');
    assert.deepEqual(await vues('disponibilites'), ['anomalie-2']);
    assert.deepEqual(await vues('lecteur', { portee: 'traiter' }), []);
    assert.deepEqual(await vues('referent', { portee: 'mes-signalements' }), ['anomalie-4']);
    for (const id of toutes) {
      const lue = await banc.demander('lireAnomalie', { anomalieId: id }, 'lecteur').then(() => true, () => false);
      assert.equal(lue, ['anomalie-1', 'anomalie-3'].includes(id), id);
    }
  });

  test('the queue is filtered, and counted by status whatever the status asked for', async () => {
    assert.deepEqual(await vues('gestionnaire', { statut: 'clos' }), ['anomalie-3']);
    assert.deepEqual(await vues('gestionnaire', { statut: 'ouvert', thematique: '06' }), ['anomalie-1']);
    assert.deepEqual(await vues('gestionnaire', { departement: '78' }), ['anomalie-4']);
    assert.deepEqual(await vues('referent', { assigne: 'moi' }), ['anomalie-2']);
    assert.deepEqual(await vues('gestionnaire', { assigne: 'personne', action: 'AJO' }), ['anomalie-3']);
    const { parStatut, nombre } = await banc.demander('listerAnomalies', { statut: '02' }, 'gestionnaire');
    assert.deepEqual([parStatut, nombre], [[{ statut: '02', nombre: 1 }, { statut: '04', nombre: 1 }, { statut: '05', nombre: 1 }, { statut: '09', nombre: 1 }], 1]);
  });

  test('a report lives from the reporter to the structure and back', async () => {
    const answer = await banc.demander('signalerAnomalie', { noeudId: EG, thematique: '06', actionDemandee: 'COR', message: 'Le numéro est faux.', chemin: TELEPHONE, valeurProposee: '01 99 00 09 99' }, 'lecteur');
    const nee = 'refus' in answer ? assert.fail(JSON.stringify(answer.refus)) : answer.anomalie;
    assert.deepEqual([nee.statut, nee.departements, nee.valeurErronee, nee.actions, nee.assignables], ['02', ['94'], await telephone(), ['repondre', 'annuler'], []]);
    const traiter = async (qui: string, commande: object) => {
      const { version } = await banc.demander('lireAnomalie', { anomalieId: nee.id }, qui);
      const rendue = await banc.demander('traiterAnomalie', { anomalieId: nee.id, version, commande: commande as never }, qui);
      return 'refus' in rendue ? rendue.refus.code : rendue.anomalie.statut;
    };
    const { assignables } = await banc.demander('lireAnomalie', { anomalieId: nee.id }, 'tutelle');
    assert.deepEqual(assignables.map(({ id }) => id).sort(), ['compte-direction', 'compte-gestionnaire', 'compte-referent', 'compte-support', 'compte-tutelle']);
    assert.equal(await traiter('tutelle', { type: 'assigner', compteId: 'compte-referent' }), '05');
    assert.equal(await traiter('referent', { type: 'changer-statut', statut: '07', reponse: 'x' }), 'transition');
    assert.equal(await traiter('referent', { type: 'changer-statut', statut: '08', reponse: 'C’est corrigé.' }), '08');
    assert.equal(await traiter('lecteur', { type: 'contester', texte: 'Toujours faux.' }), '10');
    const suivie = await banc.demander('lireAnomalie', { anomalieId: nee.id }, 'lecteur');
    assert.deepEqual([suivie.reponse, suivie.dateCloture, suivie.historique.map(({ type, auteur }) => `${type} ${auteur?.id ?? 'serveur'}`)], ['C’est corrigé.', null, [
      'anomalie-signalee compte-lecteur', 'statut-change serveur', 'anomalie-assignee compte-tutelle', 'statut-change compte-tutelle',
      'reponse-donnee compte-referent', 'statut-change compte-referent', 'precision-ajoutee compte-lecteur', 'statut-change compte-lecteur',
    ]]);
    assert.equal((await probleme(banc.demander('traiterAnomalie', { anomalieId: nee.id, version: 1, commande: { type: 'annuler' } }, 'lecteur'))).code, 'perime');
    assert.equal((await probleme(banc.demander('traiterAnomalie', { anomalieId: nee.id, version: 1, commande: { type: 'annuler' } }, 'disponibilites'))).code, 'introuvable');
  });

  test('a value that the reporter may not read is not in their report', async () => {
    const answer = await banc.demander('signalerAnomalie', { noeudId: 'uo-cpts-grand-versailles', thematique: '06', message: 'Essai', chemin: 'uniteSensible' }, 'lecteur');
    assert.equal('anomalie' in answer && answer.anomalie.valeurErronee, undefined);
  });

  test('the queue comes in pages that hold each report once', async () => {
    for (let n = 0; n < 60; n++) await banc.demander('signalerAnomalie', { noeudId: EG, thematique: '06', message: `n° ${n}` }, 'lecteur');
    const ids: string[] = [];
    for (let suite: string | null | undefined; suite !== null;) {
      const page = await banc.demander('listerAnomalies', suite === undefined ? {} : { suite }, 'gestionnaire');
      ids.push(...page.anomalies.map(({ id }) => id));
      suite = page.suite;
    }
    assert.deepEqual([ids.length, new Set(ids).size], [64, 64]);
  });
});
