import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Contenu } from '../../../src/domain/fiche.ts';
import { capacitesOf, countPlaces, availablePlaces, type FermeturePlaces } from '../../../src/engine/recherche/places.ts';
import { writePlaces, placesErrors, type CapaciteSaisie, type FermetureSaisie } from '../../../src/engine/recherche/saisie-places.ts';

const [INSTALLE, DISPONIBLE, FERME, SUPPLEMENTAIRE] = ['01', '02', '05', '06'];
const capacite = (statutCapacite: string | undefined, nombreCapacite: number, plus: Partial<CapaciteSaisie> = {}): CapaciteSaisie =>
  ({ affectationTemporaire: '01', natureCapacite: '01', statutCapacite: statutCapacite!, temporaliteCapacite: '01', nombreCapacite, ...plus });
const comptee = (statut: string | undefined, nombre: number, date: string, plus: Contenu = {}): Contenu => ({ ...capacite(statut, nombre), typeSourceCapacite: '02', dateMAJCapacite: date, ...plus });
const offre = (...lieux: readonly (readonly Contenu[])[]): Contenu => ({ nomOffre: 'SMR', lieuRealisationOffre: lieux.map((capacitePriseCharge, rang) => ({ communeCog: `9400${rang}`, capacitePriseCharge })) });
const fermeture = (debut: string, fin: string | null, nombre: number, type: string | null = null): FermetureSaisie => ({ debut, fin, nombre, type });
const tout = (): boolean => true;

describe('beds and places of an offer', () => {
  test('PLC-1 are those of all its places, now, forecasts left out', () => {
    const contenu = offre(
      [comptee(INSTALLE, 20, '2026-03-01T08:00:00Z'), comptee(DISPONIBLE, 3, '2026-03-02T08:00:00Z'), comptee(DISPONIBLE, 9, '2026-03-09T08:00:00Z', { temporaliteCapacite: '02' })],
      [comptee(INSTALLE, 10, '2026-03-01T08:00:00Z'), comptee(DISPONIBLE, 2, '2026-03-01T08:00:00Z')],
    );
    assert.deepEqual(countPlaces(contenu), { installees: 30, disponibles: 5, dateMiseJour: '2026-03-09T08:00:00Z' });
  });

  for (const [cas, contenu] of [
    ['no place', {}], ['a place without counts', { lieuRealisationOffre: [{}] }], ['counts that can’t be read', { lieuRealisationOffre: [{ capacitePriseCharge: [null, 'x', { statutCapacite: DISPONIBLE, nombreCapacite: '3' }] }] }],
  ] as const) {
    test(`PLC-1 ${cas}: unknown, which is not none`, () => assert.deepEqual(countPlaces(contenu), { installees: null, disponibles: null, dateMiseJour: null }));
  }

  const compte = { disponibles: 5, dateMiseJour: '2026-03-10T15:00:00Z' };
  for (const [cas, fermetures, jour, reste] of [
    ['no closing', [], '2026-03-11', 5],
    ['a closing that begins after the day of the count', [{ debut: '2026-03-11', fin: '2026-03-12', nombre: 2 }], '2026-03-11', 3],
    ['its last day', [{ debut: '2026-03-11', fin: '2026-03-12', nombre: 2 }], '2026-03-12', 3],
    ['the day after', [{ debut: '2026-03-11', fin: '2026-03-12', nombre: 2 }], '2026-03-13', 5],
    ['the day before', [{ debut: '2026-03-12', fin: null, nombre: 2 }], '2026-03-11', 5],
    ['a closing that the count knew of', [{ debut: '2026-03-10', fin: null, nombre: 2 }], '2026-03-11', 5],
    ['a closing without end', [{ debut: '2026-03-11', fin: null, nombre: 2 }], '2030-01-01', 3],
    ['more closed than available', [{ debut: '2026-03-11', fin: null, nombre: 4 }, { debut: '2026-03-12', fin: null, nombre: 4 }], '2026-03-12', 0],
  ] as readonly (readonly [string, readonly FermeturePlaces[], string, number])[]) {
    test(`PLC-2 ${cas} leaves ${reste}`, () => assert.equal(availablePlaces(compte, fermetures, jour), reste));
  }

  test('PLC-2 what was never counted stays unknown, whatever closes', () => {
    assert.equal(availablePlaces({ disponibles: null, dateMiseJour: null }, [{ debut: '2026-03-11', fin: null, nombre: 1 }], '2026-03-12'), null);
  });
});

describe('an entry of beds and places', () => {
  const erreurs = (capacites: readonly CapaciteSaisie[], fermetures: readonly FermetureSaisie[] = [], contenu: Contenu = {}, connait: (jeu: string, code: string) => boolean = tout) =>
    placesErrors(capacites, fermetures, contenu, connait).map(({ chemin, code }) => `${chemin} ${code}`);

  test('is accepted when it says what is installed, available, closed and added', () => {
    assert.deepEqual(erreurs([capacite(INSTALLE, 24), capacite(DISPONIBLE, 2, { genreCapaciteDispo: '1' }), capacite(FERME, 3, { typeFermetureCapacite: '01' }), capacite(SUPPLEMENTAIRE, 1, { typeLitsSupplementaire: '01', typeCrise: '01' })], [fermeture('2026-03-11', '2026-03-12', 4, '01')]), []);
    assert.deepEqual(erreurs([]), []);
  });

  test('PLC-3 the same combination twice is one too many, unless the places of the offer have it so', () => {
    const deux = [capacite(INSTALLE, 10), capacite(INSTALLE, 12)];
    assert.deepEqual(erreurs(deux), ['capacites.1 doublon']);
    assert.deepEqual(erreurs(deux, [], offre([comptee(INSTALLE, 9, '2026-03-01T08:00:00Z')])), ['capacites.1 doublon']);
    assert.deepEqual(erreurs(deux, [], offre([comptee(INSTALLE, 9, '2026-03-01T08:00:00Z')], [comptee(INSTALLE, 9, '2026-03-01T08:00:00Z')])), []);
    assert.deepEqual(erreurs([capacite(DISPONIBLE, 1, { genreCapaciteDispo: '1' }), capacite(DISPONIBLE, 1, { genreCapaciteDispo: '2' })]), []);
  });

  for (const [installees, supplementaires, disponibles, permis] of [[10, 0, 10, true], [10, 0, 11, false], [10, 2, 12, true], [10, 2, 13, false], [0, 0, 1, false], [null, 0, 99, true]] as const) {
    test(`PLC-4 ${disponibles} available of ${installees ?? 'an unknown number'} installed and ${supplementaires} added: ${permis ? 'accepted' : 'refused'}`, () => {
      const capacites = [...(installees === null ? [] : [capacite(INSTALLE, installees)]), capacite(SUPPLEMENTAIRE, supplementaires), capacite(DISPONIBLE, disponibles)];
      assert.deepEqual(erreurs(capacites), permis ? [] : [`capacites.${capacites.length - 1}.nombreCapacite disponible-depasse`]);
    });
  }

  test('PLC-4 beds and places are not counted together', () => {
    assert.deepEqual(erreurs([capacite(INSTALLE, 10), capacite(INSTALLE, 2, { natureCapacite: '02' }), capacite(DISPONIBLE, 5, { natureCapacite: '02' })]), ['capacites.2.nombreCapacite disponible-depasse']);
  });

  for (const [attribut, statut, autre, chemin, code] of [
    ['genreCapaciteDispo', DISPONIBLE, INSTALLE, 'genreCapaciteDispo', 'genre-hors-disponible'], ['typeFermetureCapacite', FERME, DISPONIBLE, 'typeFermetureCapacite', 'fermeture-hors-ferme'],
    ['typeLitsSupplementaire', SUPPLEMENTAIRE, FERME, 'statutCapacite', 'supplement-hors-supplementaire'], ['typeCrise', SUPPLEMENTAIRE, INSTALLE, 'statutCapacite', 'supplement-hors-supplementaire'],
  ] as const) {
    test(`PLC-5 ${attribut} is said of ${statut}, not of ${autre}`, () => {
      const avec = (statutDit: string | undefined) => [capacite(statutDit, 0, { [attribut]: '01' } as never)];
      assert.deepEqual(erreurs(avec(statut)), []);
      assert.deepEqual(erreurs(avec(autre)), [`capacites.0.${chemin} ${code}`]);
    });
  }

  for (const [debut, fin, permis] of [['2026-03-11', '2026-03-11', true], ['2026-03-11', '2026-03-10', false], ['2026-03-11', null, true]] as const) {
    test(`PLC-6 from ${debut} to ${fin ?? 'further notice'}: ${permis ? 'accepted' : 'refused'}`, () => assert.deepEqual(erreurs([], [fermeture(debut, fin, 1)]), permis ? [] : ['fermetures.0.fin fin-avant-debut']));
  }

  for (const [cas, fermetures, attendu] of [
    ['one after the other', [fermeture('2026-03-11', '2026-03-12', 10), fermeture('2026-03-13', '2026-03-14', 10)], []],
    ['together on one day', [fermeture('2026-03-11', '2026-03-13', 6), fermeture('2026-03-13', '2026-03-14', 6)], ['fermetures.1.nombre fermeture-depasse']],
    ['one without end', [fermeture('2026-03-11', null, 6), fermeture('2027-03-13', '2027-03-14', 5)], ['fermetures.1.nombre fermeture-depasse']],
    ['one alone', [fermeture('2026-03-11', '2026-03-12', 11)], ['fermetures.0.nombre fermeture-depasse']],
  ] as const) {
    test(`PLC-7 closings, ${cas}, of 10 beds installed: ${attendu.length === 0 ? 'accepted' : 'refused'}`, () => assert.deepEqual(erreurs([capacite(INSTALLE, 10)], fermetures), attendu));
  }

  test('PLC-7 nothing is refused of what is installed when nobody said how many', () => assert.deepEqual(erreurs([], [fermeture('2026-03-11', null, 500)]), []));

  test('codes that do not exist are told where they are', () => {
    const connait = (jeu: string, code: string): boolean => code === '01' || (jeu === 'J188' && code === DISPONIBLE);
    assert.deepEqual(erreurs([capacite(DISPONIBLE, 1, { genreCapaciteDispo: '99' })], [fermeture('2026-03-11', null, 1, '88')], {}, connait), ['capacites.0.genreCapaciteDispo code-inconnu', 'fermetures.0.type code-inconnu']);
  });
});

describe('PLC-8 the counts that are written', () => {
  const options = { instant: '2026-03-10T08:00:00.000Z', communeCog: '94028', nouvelId: () => 'id-1' };
  const nombres = (contenu: Contenu): unknown[][] => (contenu['lieuRealisationOffre'] as Contenu[]).map((lieu) => ((lieu['capacitePriseCharge'] ?? []) as Contenu[]).map(({ nombreCapacite }) => nombreCapacite));

  test('PLC-8 stay at the place that had them; new ones go to the first', () => {
    const avant = offre([comptee(INSTALLE, 1, '2026-01-01T00:00:00Z')], [comptee(INSTALLE, 2, '2026-01-01T00:00:00Z'), comptee(FERME, 1, '2026-01-01T00:00:00Z')]);
    const apres = writePlaces(avant, [capacite(INSTALLE, 10), capacite(INSTALLE, 20), capacite(FERME, 3), capacite(DISPONIBLE, 4)], options);
    assert.deepEqual(nombres(apres), [[10, 4], [20, 3]]);
    assert.equal(apres['nomOffre'], 'SMR');
    assert.deepEqual((apres['lieuRealisationOffre'] as Contenu[]).map(({ communeCog }) => communeCog), ['94000', '94001']);
    assert.deepEqual(nombres(avant), [[1], [2, 1]], 'what was given is not changed');
  });

  test('PLC-8 bear the instant of the server, and that they were counted by hand', () => {
    for (const { dateMAJCapacite, typeSourceCapacite } of capacitesOf(writePlaces(offre([]), [{ ...capacite(INSTALLE, 1), dateMAJCapacite: '1999-01-01T00:00:00Z', typeSourceCapacite: '02' } as CapaciteSaisie], options))) {
      assert.deepEqual([dateMAJCapacite, typeSourceCapacite], [options.instant, '01']);
    }
  });

  test('PLC-8 make the first place of an offer that had none, in the commune of its establishment', () => {
    const { lieuRealisationOffre } = writePlaces({}, [capacite(INSTALLE, 1)], options);
    assert.deepEqual((lieuRealisationOffre as Contenu[]).map(({ communeCog, metadonnee }) => [communeCog, (metadonnee as Contenu)['identifiant']]), [['94028', 'id-1']]);
    assert.deepEqual(writePlaces({}, [], options), {});
  });

  test('PLC-8 a count that is no longer typed is gone, and the place stays', () => {
    assert.deepEqual(writePlaces(offre([comptee(INSTALLE, 1, '2026-01-01T00:00:00Z')]), [], options), { nomOffre: 'SMR', lieuRealisationOffre: [{ communeCog: '94000' }] });
  });

  test('PLC-8 as many are read back as were typed, however many places there are', () => {
    const une = fc.record({ statut: fc.constantFrom(INSTALLE, DISPONIBLE, FERME, SUPPLEMENTAIRE), nombre: fc.nat(50), nature: fc.constantFrom('01', '02') });
    fc.assert(fc.property(fc.array(fc.array(une, { maxLength: 3 }), { maxLength: 3 }), fc.array(une, { maxLength: 6 }), (lieux, typees) => {
      const avant = offre(...lieux.map((unes) => unes.map(({ statut, nombre, nature }) => comptee(statut, nombre, '2026-01-01T00:00:00Z', { natureCapacite: nature }))));
      const apres = writePlaces(avant, typees.map(({ statut, nombre, nature }) => capacite(statut, nombre, { natureCapacite: nature })), options);
      assert.deepEqual(capacitesOf(apres).map(({ nombreCapacite }) => Number(nombreCapacite)).sort((a, b) => a - b), typees.map(({ nombre }) => nombre).sort((a, b) => a - b));
    }), { numRuns: 100, seed: 20260310 });
  });
});
