/** Random plannings go through each format and back: what is open at each instant must be what it was, when the format says that nothing is lost. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { writeFhir, readFhir } from '../../../../src/engine/planning/conversion/fhir.ts';
import { writeHoraires, readHoraires } from '../../../../src/engine/planning/conversion/horaire.ts';
import { readOsm } from '../../../../src/engine/planning/conversion/osm-read.ts';
import { writeOsm } from '../../../../src/engine/planning/conversion/osm-write.ts';
import { writeSchemaOrg, readSchemaOrg } from '../../../../src/engine/planning/conversion/schema-org.ts';
import { normalizePlanning, type Exception, type Planning } from '../../../../src/engine/planning/planning.ts';
import { merge } from '../../../../src/engine/planning/semaine.ts';
import { statut } from '../../../../src/engine/planning/statut.ts';
import type { Constat, Semaine } from '../../../../src/engine/planning/types.ts';
import { desordre, essais, gele, plageQuelconque } from '../vocabulaire.ts';

const jour = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
/** 23:59 is read as midnight everywhere (PLA-29): it has tests of its own. */
const semaine = (types: readonly string[], minLength = 0): fc.Arbitrary<Semaine> =>
  fc.array(plageQuelconque(types), { minLength, maxLength: 6 }).map(merge).filter((une) => une.every(({ debut, fin }) => debut % 1440 !== 1439 && fin % 1440 !== 1439));

interface Forme {
  readonly types: readonly string[];
  readonly effets: readonly Exception['effet'][];
  readonly exceptions: number;
}
/** A week that opens, exceptions of different lengths within the period. */
const planning = ({ types, effets, exceptions }: Forme): fc.Arbitrary<Planning> => fc.record({
  semaine: fc.tuple(semaine(types, 1), semaine(['01'], 1)).map(([une, ouverte]) => merge([...une, ...ouverte])).filter((une) => une.every(({ debut, fin }) => debut % 1440 !== 1439 && fin % 1440 !== 1439)),
  validite: fc.constantFrom(undefined, { du: '2025-12-01', au: '2027-03-31' }, { du: '2025-06-01' }),
  exceptions: fc.uniqueArray(fc.tuple(fc.constantFrom(...effets), fc.nat(330), fc.nat(30), fc.option(semaine(types.filter((type) => type !== '08'), 1), { nil: undefined })), { maxLength: exceptions, selector: ([, , duree]) => duree }),
}).map(({ semaine: une, validite, exceptions: plus }) => gele({
  semaine: une, ...(validite && { validite }),
  ...(plus.length > 0 && { exceptions: plus.map(([effet, du, duree, heures]): Exception => ({ effet, du: jour(du), au: jour(du + duree), ...((heures || effet !== 'fermeture') && { semaine: heures ?? [] }) })) }),
}));

const INSTANTS = Array.from({ length: 1800 }, (_, i) => Date.UTC(2025, 11, 20) + i * 307 * 60_000);
const ZONE = 'Europe/Paris';

function memesEtats(avant: Planning, apres: Planning): void {
  for (const ms of INSTANTS) {
    const [x, y] = [statut(avant, ms, ZONE).etat, statut(apres, ms, ZONE).etat];
    if (x !== y) assert.fail(`${new Date(ms).toISOString()}: it was ${x}, it is ${y}\n${JSON.stringify(apres)}`);
  }
}
const lisible = (lue: { readonly planning: Planning; readonly constats: readonly Constat[] }): Planning => {
  assert.deepEqual(lue.constats, []);
  assert.equal(desordre(lue.planning.semaine), undefined);
  assert.deepEqual(normalizePlanning(lue.planning), { planning: lue.planning, constats: [] }, 'what is read is a planning');
  return lue.planning;
};
const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const tous: readonly string[] = ['01', '02', '04', '08', '09'];
for (const [titre, forme] of [
  ['closures and openings, one over the other', { types: tous, effets: ['fermeture', 'ouverture'], exceptions: 3 }],
  ['hours instead of others', { types: tous, effets: ['remplacement'], exceptions: 1 }],
] as const satisfies readonly (readonly [string, Forme])[]) {
  test(`PLA-28, PLA-30 ${titre}: through the records of the model`, () => {
    fc.assert(fc.property(planning(forme), (avant) => memesEtats(avant, lisible(readHoraires(json(writeHoraires(avant).horaires))))), essais(60));
  });
  test(`PLA-28, PLA-31 ${titre}: through FHIR`, () => {
    fc.assert(fc.property(planning(forme), fc.constantFrom(undefined, { type: 'PRO', du: '2026-05-05', reouverture: '2026-06-06' }, { type: 'DEF', du: '2026-11-11' }), (sans, fermeture) => {
      const avant = gele({ ...sans, ...(fermeture && { fermeture }) });
      const { constats: _, ...ecrit } = writeFhir(avant);
      memesEtats(avant, lisible(readFhir(json(ecrit))));
    }), essais(60));
  });
}

test('PLA-28, PLA-33 all exceptions, one over the other: through OpenStreetMap', () => {
  fc.assert(fc.property(planning({ types: ['01', '08', '09'], effets: ['fermeture', 'ouverture', 'remplacement'], exceptions: 3 }), (avant) => {
    const { texte, constats } = writeOsm(avant);
    fc.pre(constats.length === 0);
    memesEtats(avant, lisible(readOsm(texte)));
  }), essais(150));
});

test('PLA-28 one exception of any sort: through schema.org', () => {
  fc.assert(fc.property(planning({ types: ['01', '08'], effets: ['fermeture', 'ouverture', 'remplacement'], exceptions: 1 }), (avant) => {
    const { constats, ...ecrit } = writeSchemaOrg(avant);
    assert.deepEqual(constats, []);
    memesEtats(avant, lisible(readSchemaOrg(json(ecrit))));
  }), essais(80));
});

test('PLA-28 a week alone is the very same after the model, FHIR, OpenStreetMap and schema.org', () => {
  fc.assert(fc.property(semaine(['01']), (une) => {
    const avant = gele({ semaine: une });
    for (const apres of [readHoraires(writeHoraires(avant).horaires), readFhir(writeFhir(avant)), readOsm(writeOsm(avant).texte), readSchemaOrg(writeSchemaOrg(avant))]) assert.deepEqual(lisible(apres), avant);
  }), essais(200));
});

test('PLA-28 writing what was read changes nothing more', () => {
  fc.assert(fc.property(planning({ types: tous, effets: ['fermeture', 'ouverture'], exceptions: 2 }), (avant) => {
    const [un, deux] = [readHoraires(writeHoraires(avant).horaires).planning, readFhir(writeFhir(avant)).planning];
    assert.deepEqual(readHoraires(writeHoraires(un).horaires).planning, un);
    assert.deepEqual(readFhir(writeFhir(deux)).planning, deux);
    const { texte } = writeOsm(readOsm(writeOsm(avant).texte).planning);
    assert.equal(writeOsm(readOsm(texte).planning).texte, texte);
  }), essais(150));
});
