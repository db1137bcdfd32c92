import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import type { Operation } from '../../src/contract/operation.ts';
import { operations } from '../../src/contract/operations.ts';
import { ProblemError } from '../../src/contract/problem.ts';
import { routeOf } from '../../src/contract/route.ts';
import { CommandeDossier } from '../../src/engine/dossier/commandes.ts';
import { surChaqueMoteur } from '../support/backend.ts';
import { Porte } from '../support/http.ts';

const RUNS = { numRuns: 120, seed: 20260310 };

/** Texts that something chokes on. */
const texte = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', ' ', '\0', '\ud83d', '\u202e', '%00', '%', '..', '/', '?', '__proto__', 'constructor', 'null', '1e400', `'; drop table noeud; --`, '<script>', '2026-02-30', '9999-12-31', '-1', 'x'.repeat(70)),
);
const json = fc.jsonValue({ maxDepth: 6 });
const valeur = fc.oneof(json, texte, fc.double(), fc.integer(), fc.array(texte, { maxLength: 3 }), fc.dictionary(texte, json, { maxKeys: 4 }));

surChaqueMoteur((banc) => {
  let porte: Porte;
  let dossierId: string;
  let ficheId: string;
  before(async () => {
    porte = new Porte(banc.backend);
    const dossier = await banc.dossierDe('Peuplement de EHPAD TEST');
    dossierId = dossier.id;
    ficheId = dossier.fiches[0]!.id;
  });

  /** Answers, or a problem that is not ours. */
  const repond = async (name: string, input: unknown): Promise<void> => {
    try {
      await banc.backend.dispatch(name, input, banc.acteur('referent'));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      assert.ok(error.problem.status < 500, error.problem.title);
    }
  };

  for (const [name, operation] of Object.entries(operations) as [string, Operation][]) {
    test(`${name} bears any input`, async () => {
      await fc.assert(fc.asyncProperty(valeur, (input) => repond(name, input)), RUNS);
    });

    test(`${name} bears any value in each of its fields`, async () => {
      const fields = Object.keys((operation.input as unknown as { shape: object }).shape);
      const bon = { dossierId, ficheId, noeudId: 'eg-ehpad-test', parentId: 'DF-94', entiteGeographiqueId: 'eg-ime-t-kitoi', nom: 'x', version: 1, contenu: {}, illisibles: {}, finaliser: false, commande: { type: 'publier' }, encadre: 'secretariat', valeurs: { commentaire: 'x' }, chemins: ['commentaire'], texte: 'ehpad', par: 'filiere', domaines: 'MSS', thematique: '06', message: 'x', chemin: 'commentaire', anomalieId: 'anomalie-1', statut: '02', portee: 'traiter', criteres: { texte: 'ehpad' }, taille: 5, offres: 5, lat: '48.9', lon: '2.8', uniteId: 'uo-ehpad-sainte-claire-pasa', capacites: [], fermetures: [] };
      const arbitrary = fc.tuple(...fields.map((field) => fc.tuple(fc.constant(field), fc.oneof(valeur, fc.constant((bon as Record<string, unknown>)[field])))));
      await fc.assert(fc.asyncProperty(arbitrary, (entries) => repond(name, Object.fromEntries(entries))), RUNS);
    });

    test(`${name} bears any text in its address and any body`, async () => {
      const jeton = await porte.jeton('referent');
      await fc.assert(fc.asyncProperty(fc.dictionary(fc.constantFrom('dossierId', 'ficheId', 'noeudId', 'parentId', 'suite', 'par', 'texte', 'domaines', 'anomalieId', 'encadre', 'statut', 'assigne', 'departement'), texte), valeur, async (texts, body) => {
        // A lone surrogate can't stand in an address.
        const parts = Object.fromEntries(Object.entries({ dossierId: 'a', ficheId: 'b', noeudId: 'c', anomalieId: 'd', encadre: 'e', ...texts }).map(([key, text]) => [key, text.replace(/\p{Cs}/gu, '?')]));
        const { path, query } = routeOf(operation, parts);
        const { status } = await porte.envoyer(operation.method, `${path}?${new URLSearchParams(query).toString()}`, { jeton, ...(operation.method !== 'GET' && { corps: body ?? null }) });
        assert.ok(status < 500, `${path}: ${status}`);
        assert.deepEqual(porte.erreurs, []);
      }), RUNS);
    });
  }

  test('DOS-54 any content of a fiche is refused, or changes the fields of the form and nothing else', async () => {
    const stockee = async () => banc.demander('lireFiche', { dossierId, ficheId }, 'referent');
    const sans = ({ commentaire: _commentaire, nomOperationnel: _nom, contact: _contact, ...reste }: Readonly<Record<string, unknown>>) => reste;
    const vide = (value: unknown) => (value === null || value === '' || (Array.isArray(value) && value.length === 0) ? undefined : value);
    const avant = sans((await stockee()).contenu);
    const noms = fc.oneof(texte, fc.constantFrom('commentaire', 'nomOperationnel', 'contact', 'numFINESS', 'categorieEG'));
    await fc.assert(fc.asyncProperty(fc.dictionary(noms, valeur, { maxKeys: 6 }), fc.dictionary(noms, texte, { maxKeys: 3 }), async (contenu, illisibles) => {
      const { version } = await stockee();
      const sent = JSON.parse(JSON.stringify({ dossierId, ficheId, version, contenu, illisibles, finaliser: false })) as { contenu: Record<string, unknown>; illisibles: Record<string, string> };
      try {
        await banc.backend.dispatch('enregistrerFiche', sent, banc.acteur('referent'));
      } catch (error) {
        if (error instanceof ProblemError && error.problem.code === 'requete-invalide') return;
        throw error;
      }
      const kept = await stockee();
      assert.deepEqual(sans(kept.contenu), avant);
      for (const champ of ['commentaire', 'nomOperationnel']) {
        assert.deepEqual(kept.contenu[champ], vide(sent.contenu[champ]));
        assert.equal(kept.illisibles[champ], sent.illisibles[champ]);
      }
      // A list is a field too: what was typed in its place and could not be read is kept.
      assert.deepEqual(Object.keys(kept.illisibles).filter((champ) => !['commentaire', 'nomOperationnel', 'contact'].includes(champ)), []);
    }), { ...RUNS, numRuns: 200 });
  });

  test('any criteria are refused, or answered', async () => {
    const nombre = fc.oneof(fc.double(), fc.integer({ min: -400, max: 400 }), texte);
    const codes = fc.array(fc.oneof(texte, fc.constantFrom('21', '48', 'MSS', '94')), { maxLength: 4 });
    const criteres = fc.record({
      texte: fc.oneof(texte, fc.constantFrom(`ehpad' or '1'='1`, 'ehpad meaux', '77100', 'x & y | !z', '((((')), quoi: fc.array(fc.record({ genre: fc.constantFrom('type-offre', 'activite', 'profession', 'equipement', 'x'), code: texte }), { maxLength: 4 }),
      ou: fc.oneof(fc.record({ genre: fc.constant('point'), latitude: nombre, longitude: nombre, libelle: texte }), fc.record({ genre: fc.constantFrom('commune', 'departement'), code: fc.oneof(texte, fc.constantFrom('77284', '94')) }), fc.record({ genre: fc.constant('structure'), id: texte })),
      distanceMax: nombre, dureeMax: nombre, deplacement: fc.constantFrom('voiture', 'pied', 'velo', 'x'), age: nombre, ouvert: fc.boolean(), places: fc.boolean(), tri: fc.constantFrom('distance', 'duree', 'pertinence', 'nom', 'x'),
      facettes: fc.dictionary(fc.constantFrom('domaine', 'type', 'public', 'specialisation', 'territoire', 'mode', '__proto__'), codes, { maxKeys: 3 }),
    }, { requiredKeys: [] });
    const suite = fc.oneof(texte, fc.constantFrom('[]', '[0,0,"","0","2026-03-10T08:00:00.000Z"]', '[1e308,-1e308,"é","9223372036854775807","2026-03-10T08:00:00.000Z"]', '[0,0,"\u0000","99999999999999999999","x"]', '[0,0,"","9999999999999999999","2026-03-10T08:00:00.000Z"]'));
    await fc.assert(fc.asyncProperty(criteres, fc.option(suite, { nil: undefined }), (lus, apres) => repond('rechercher', { criteres: lus, ...(apres !== undefined && { suite: apres }) })), { ...RUNS, numRuns: 300 });
    await fc.assert(fc.asyncProperty(criteres, (lus) => repond('changerRecherches', { commande: { type: 'enregistrer', nom: 'x', criteres: lus, alerte: true } })), { ...RUNS, numRuns: 40 });
    await repond('listerRecherches', {});
  });

  test('any command leaves a dossier that can be read', async () => {
    const ids = fc.oneof(texte, fc.constant(ficheId), fc.constant('id-1'));
    const commande = fc.record({
      type: fc.constantFrom(...CommandeDossier.def.options.map((option) => option.def.shape.type.def.values[0]!)), nom: texte, parentId: ids, ficheId: ids,
      typeFiche: fc.constantFrom('P', 'S', 'UF', 'UO'), nombre: fc.oneof(fc.integer(), fc.integer({ min: 1, max: 4 })), motif: texte, dateEffet: fc.oneof(texte, fc.constantFrom('2026-03-10', '0000-01-01', '9999-12-31', null)),
    });
    await fc.assert(fc.asyncProperty(commande, async (one) => {
      const { version } = await banc.demander('lireDossier', { dossierId }, 'referent');
      await repond('deciderDossier', { dossierId, version, commande: one });
      await banc.demander('lireDossier', { dossierId }, 'referent');
    }), RUNS);
  });
}, { neuf: false });
