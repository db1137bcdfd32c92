import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { EntiteGeographique } from '../../src/domain/entite-geographique.ts';
import { EntiteJuridique } from '../../src/domain/entite-juridique.ts';
import { siretPorteLeSiren, verifierCommune, verifierFINESS, verifierIdNatStruct, verifierSIREN, verifierSIRET } from '../../src/domain/identifiants.ts';
import { Role } from '../../src/domain/acteur.ts';
import { OffreOperationnelle } from '../../src/domain/offre-operationnelle.ts';
import { OrganisationInterne } from '../../src/domain/organisation-interne.ts';
import type { z } from '../../src/domain/zod.ts';
import { loadCommunes, type Communes } from '../../src/nomenclature/communes.ts';
import { loadValueSet } from '../../src/nomenclature/load.ts';
import type { TypeFiche } from '../../src/domain/noeud.ts';
import type { ValueSetId } from '../../src/nomenclature/value-set-ids.ts';
import { officialSource } from '../../src/nomenclature/load.ts';
import { VOISINS } from '../../demo/backend/open.ts';
import { loadRules } from '../../demo/backend/rules.ts';
import { comptesDeDemonstration } from '../../demo/backend/seed/comptes.ts';
import { seedOnce, structuresDeDemonstration } from '../../demo/backend/seed/seed.ts';
import type { Graine } from '../../demo/backend/seed/vocabulary.ts';
import { voisins } from '../../demo/backend/seed/voisins.ts';
import { surChaqueMoteur } from '../support/backend.ts';

const tous = (graines: readonly Graine[]): Graine[] => graines.flatMap((graine) => [graine, ...tous(graine.enfants)]);
const { associations } = (await loadRules(officialSource)).contexte('support', undefined);
const autour = voisins(VOISINS, (await loadCommunes()).all, associations);
const noeuds = tous([...structuresDeDemonstration, ...autour]);
const noeud = (id: string) => noeuds.find((one) => one.id === id) ?? assert.fail(`no ${id}`);
const SCHEMAS: Readonly<Record<Graine['type'], z.ZodMiniType>> = { EJ: EntiteJuridique, EG: EntiteGeographique, P: OrganisationInterne, S: OrganisationInterne, UF: OrganisationInterne, UO: OffreOperationnelle };

/** Value set of each attribute that holds codes, wherever it is. */
const JDV: Readonly<Record<string, ValueSetId>> = {
  categorieEG: 'J55', statutJuridique: 'J100', typeOI: 'J203', typeOffre: 'J238', champActivite: 'J20', modePriseEnCharge: 'J19', temporaliteAccueil: 'J30', activiteOperationnelle: 'J17',
  acteSpecifique: 'J16', specialisationPriseEnCharge: 'J35', competenceSpecifique: 'J33', professionRessource: 'J186', modaliteAccueil: 'J226', ouvertureAnnuelle: 'J28',
  publicPrisEnCharge: 'J29', fonctionContact: 'J220', natureContact: 'J221', niveauConfidentialite: 'J222', canal: 'J225', typePlageHoraire: 'J41', typeEquipement: 'J18',
  natureCapacite: 'J187', statutCapacite: 'J188', temporaliteCapacite: 'J189', typeSourceCapacite: 'J193', affectationTemporaire: 'J195',
};

/** Every attribute of a content, at any depth: name and value. */
function attributs(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.flatMap(attributs);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]): [string, unknown][] => [[name, inner], ...attributs(inner)]);
}

describe('the structures of the demonstration', () => {
  let communes: Communes;
  before(async () => { communes = await loadCommunes(); });

  test('are the ones that the guides name, at the levels that they show', () => {
    const chemin = (id: string, graines = structuresDeDemonstration): string | undefined => {
      for (const graine of graines) {
        const below = graine.id === id ? '' : chemin(id, graine.enfants);
        if (below !== undefined) return `${graine.type} ${graine.nom}${below && ` > ${below}`}`;
      }
      return undefined;
    };
    assert.equal(chemin('uo-ch-sainte-claire-smr-systeme-nerveux'), 'EJ Centre hospitalier Sainte-Claire > EG CH Sainte-Claire > P Pôle médecine physique et réadaptation > S Neurologie > UF SMR Neurologie > UO Hospitalisation complète SMR Système nerveux');
    assert.equal(chemin('uo-ehpad-sainte-claire-pasa'), 'EJ Centre hospitalier Sainte-Claire > EG EHPAD Sainte-Claire > UO Pôle d’activité et de soins adaptés');
    assert.equal(chemin('eg-ehpad-test'), 'EJ ASSOCIATION EHPAD TEST > EG EHPAD TEST');
    assert.deepEqual(noeud('eg-ehpad-du-colibri').enfants.map(({ nom, contenu }) => [nom, contenu['typeOffre']]), [['CRT – Volet 1', '136'], ['CRT – Volet 2', '136']]);
    assert.deepEqual(noeud('eg-ime-t-kitoi').enfants.map(({ nom }) => nom), ['Unité IME Accueil de jour', 'Unité IME Accueil de jour temporaire', 'Unité IME Hébergement']);
    assert.deepEqual([noeud('ej-val-mande').contenu['numFINESS'], noeud('eg-ime-t-kitoi').contenu['numFINESS']], ['940001019', '940690324']);
    assert.equal(noeud('eg-cpts-grand-versailles').contenu['categorieEG'], '604');
    assert.equal(noeud('eg-eps-barthelemy-durand').contenu['categorieEG'], '292');
    assert.deepEqual(noeuds.filter(({ aDecrire }) => aDecrire).map(({ nom }) => nom), ['EHPAD TEST', 'CH Sainte-Claire Site des Tilleuls']);
  });

  test('are objects of the exposure model', () => {
    const metadonnee = { identifiant: 'x', dateCreation: '2026-03-10T08:00:00Z', dateMiseJour: '2026-03-10T08:00:00Z' };
    for (const { id, type, contenu } of noeuds) {
      const parsed = SCHEMAS[type].safeParse({ ...contenu, metadonnee });
      if (!parsed.success) assert.fail(`${id}: ${JSON.stringify(parsed.error.issues)}`);
    }
  });

  test('use codes that can be selected', async () => {
    for (const { id, contenu } of noeuds) {
      for (const [name, value] of attributs(contenu)) {
        const jdv = JDV[name];
        if (!jdv) continue;
        const valueSet = await loadValueSet(jdv);
        for (const code of [value].flat()) assert.ok(valueSet.isSelectable(String(code)), `${id}: ${name} ${String(code)} is not in ${jdv}`);
      }
    }
  });

  test('have numbers with a right key, which nobody else has', () => {
    const seen = new Set<string>();
    for (const graine of noeuds.filter(({ type }) => type === 'EJ')) {
      const { numFINESS, numSIREN, idNatStruct } = graine.contenu as Record<string, string>;
      assert.deepEqual([verifierFINESS(numFINESS!), verifierSIREN(numSIREN!), verifierIdNatStruct(idNatStruct!)].map(({ statut }) => statut), ['valide', 'valide', 'valide'], graine.id);
      seen.add(numFINESS!).add(numSIREN!);
      for (const { id, contenu } of graine.enfants) {
        const eg = contenu as Record<string, string>;
        assert.deepEqual([verifierFINESS(eg['numFINESS']!), verifierSIRET(eg['numSIRET']!)].map(({ statut }) => statut), ['valide', 'valide'], id);
        assert.ok(siretPorteLeSiren(eg['numSIRET']!, numSIREN!), id);
        seen.add(eg['numFINESS']!).add(eg['numSIRET']!);
      }
    }
    const structures = noeuds.filter(({ type }) => type === 'EJ' || type === 'EG').length;
    assert.equal(seen.size, 2 * structures);
  });

  test('stand in communes that exist, with their postal code and their centroid', () => {
    for (const { id, contenu } of noeuds) {
      for (const [, value] of attributs(contenu).filter(([name]) => name === 'adresse' || name === 'adresseEJ')) {
        const { communeCog, codePostal, localite } = value as Record<string, string>;
        const commune = communes.get(communeCog!);
        assert.equal(verifierCommune(communeCog!).statut, 'valide');
        assert.ok(commune?.codesPostaux.includes(codePostal!), `${id}: ${codePostal}`);
        assert.equal(commune?.nom, localite, id);
      }
      for (const [, value] of attributs(contenu).filter(([name]) => name === 'lieuEG')) {
        const { communeCog, coordonneeGeographique: point } = value as { communeCog: string; coordonneeGeographique: { latitude: number; longitude: number } };
        assert.deepEqual([point.latitude, point.longitude], [communes.get(communeCog)?.latitude, communes.get(communeCog)?.longitude], id);
      }
      for (const [, value] of attributs(contenu).filter(([name]) => name === 'zoneIntervention')) {
        for (const { code } of value as { code: string }[]) assert.ok(communes.get(code), `${id}: ${code}`);
      }
    }
  });

  test('can be reached by nobody: telephone numbers of fiction, reserved domains', () => {
    for (const { id, contenu } of noeuds) {
      for (const [, value] of attributs(contenu).filter(([name]) => name === 'adresseTelecom')) assert.match(String(value), /^01 99 00 \d\d \d\d$|@[a-z\d-]+\.example$/, id);
    }
  });

  test('are complete when they are described, and are not when they are to be described', async () => {
    const rules = await loadRules(officialSource);
    const categorieDe = (egId: string) => String(noeud(egId).contenu['categorieEG']);
    for (const eg of noeuds.filter(({ type }) => type === 'EG')) {
      for (const { id, type, contenu } of tous([eg])) {
        const manques = rules.manques('direction', categorieDe(eg.id))(type as TypeFiche, { contenu, illisibles: {} });
        assert.equal(manques.length > 0, eg.aDecrire === true, `${id}: ${JSON.stringify(manques)}`);
      }
    }
  });
});

test('the demonstration has an account for each role, none twice, each explained', () => {
  assert.deepEqual(comptesDeDemonstration.map(({ role }) => role).sort(), [...Role.options].sort());
  assert.equal(new Set(comptesDeDemonstration.flatMap(({ id, identifiant }) => [id, identifiant])).size, 2 * comptesDeDemonstration.length);
  for (const { texte, entitesGeographiques } of comptesDeDemonstration) {
    assert.ok(texte.length > 10);
    for (const id of entitesGeographiques) assert.equal(noeud(id).type, 'EG');
  }
});

surChaqueMoteur((banc) => {
  test('seeding happens once, even when two processes start together', async () => {
    const options = { database: banc.database, clock: banc.clock, newId: banc.newId, tours: 1 };
    assert.equal(await seedOnce(options), false);
    await banc.database.exec('truncate noeud, compte, session, dossier, fiche, copie, evenement cascade');
    assert.deepEqual((await Promise.all([seedOnce(options), seedOnce(options)])).sort(), [false, true]);
  });

  test('a seeding that fails leaves an empty database', async () => {
    await banc.database.exec(`truncate noeud, compte, session, dossier, fiche, copie, evenement cascade; alter table compte add constraint essai check (role <> 'support')`);
    try {
      await assert.rejects(seedOnce({ database: banc.database, clock: banc.clock, newId: banc.newId, tours: 1 }));
      assert.deepEqual(await banc.database.query('select 1 from noeud union all select 1 from dossier union all select 1 from compte'), []);
    } finally {
      await banc.database.exec('alter table compte drop constraint essai');
    }
  });

  test('the first dossiers of the two structures that were never described are open, empty but for the establishment', async () => {
    for (const [nom, circuit] of [['Peuplement de EHPAD TEST', 'medico-social'], ['Peuplement de CH Sainte-Claire Site des Tilleuls', 'sanitaire']] as const) {
      const dossier = await banc.dossierDe(nom, 'referent');
      assert.deepEqual([dossier.circuit, dossier.etat, dossier.fiches.map(({ type, etat }) => `${type} ${etat}`)], [circuit, 'EN_COURS', ['EG en-creation']]);
    }
  });

  test('each structure carries the domaines of its units', async () => {
    const rows = await banc.database.query<{ id: string; domaines: string[] }>(`select id, domaines from noeud where type in ('EJ', 'EG') order by id`);
    assert.deepEqual(Object.fromEntries(rows.map(({ id, domaines }) => [id, domaines.join()])), {
      'eg-ch-sainte-claire': 'MCO,SSR', 'eg-cpts-grand-versailles': 'MSS', 'eg-ehpad-du-colibri': 'MSS', 'eg-ehpad-sainte-claire': 'MSS', 'eg-ehpad-test': 'MSS',
      'eg-eps-barthelemy-durand': 'PSY', 'eg-ime-t-kitoi': 'MSS', 'eg-site-des-tilleuls': 'MCO', 'ej-ch-sainte-claire': 'MCO,MSS,SSR', 'ej-cpts-grand-versailles': 'MSS',
      'ej-ehpad-test': 'MSS', 'ej-eps-barthelemy-durand': 'PSY', 'ej-sa-equateur': 'MSS', 'ej-val-mande': 'MSS',
    });
  });
});
