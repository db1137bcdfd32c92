import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FACETTES, GENRES, type Facette, type Genre } from '../../../src/engine/recherche/champs.ts';
import { Criteres, criteresGiven, pruned, withoutCritere, triInUse } from '../../../src/engine/recherche/criteres.ts';
import { depuisRequete, versRequete } from '../../../src/engine/recherche/url.ts';

const meaux: Criteres['ou'] = { genre: 'commune', code: '77284' };
const tout: Criteres = {
  quoi: [{ genre: 'type-offre', code: '21' }, { genre: 'profession', code: 'TRE_R356-ProfessionRessource|77' }],
  texte: 'Les Tilleuls & cie', ou: { genre: 'point', latitude: 48.9562, longitude: 2.8885, libelle: '3, rue de l’Église, Meaux' },
  distanceMax: 12.5, dureeMax: 30, deplacement: 'velo', facettes: { public: ['01', '02'], domaine: ['MSS'] }, age: 82, ouvert: true, places: true, tri: 'duree',
};

test('REC-1 every criterion given is one chip, and each value of a facet its own', () => {
  assert.deepEqual(criteresGiven(tout).map((critere) => [critere.nom, 'code' in critere ? critere.code : '']), [
    ['quoi', '21'], ['quoi', 'TRE_R356-ProfessionRessource|77'], ['texte', ''], ['ou', ''], ['distanceMax', ''], ['dureeMax', ''], ['age', ''], ['ouvert', ''], ['places', ''],
    ['facette', '01'], ['facette', '02'], ['facette', 'MSS'],
  ]);
  assert.deepEqual(criteresGiven({ ouvert: false }), []);
});

test('a chip that is removed takes only itself away, and its facet when it was the last', () => {
  assert.deepEqual(withoutCritere(tout, { nom: 'facette', facette: 'public', code: '01' }).facettes, { public: ['02'], domaine: ['MSS'] });
  assert.deepEqual(withoutCritere(tout, { nom: 'facette', facette: 'domaine', code: 'MSS' }).facettes, { public: ['01', '02'] });
  assert.deepEqual(withoutCritere(tout, { nom: 'quoi', genre: 'type-offre', code: '21' }).quoi, [{ genre: 'profession', code: 'TRE_R356-ProfessionRessource|77' }]);
  for (const nom of ['texte', 'distanceMax', 'dureeMax', 'age', 'ouvert', 'places'] as const) {
    const { [nom]: gone, ...rest } = tout;
    assert.deepEqual(withoutCritere(tout, { nom }), rest);
  }
});

test('REC-5 without its place a search has no distance, no travel time, no order by them', () => {
  const { ou, distanceMax, dureeMax, deplacement, tri, ...rest } = tout;
  assert.deepEqual(withoutCritere(tout, { nom: 'ou' }), rest);
  assert.equal(withoutCritere({ ...tout, tri: 'nom' }, { nom: 'ou' }).tri, 'nom');
});

for (const [criteres, attendu] of [
  [{}, 'nom'], [{ texte: 'ehpad' }, 'pertinence'], [{ quoi: [{ genre: 'acte', code: '0033' }] }, 'pertinence'], [{ texte: 'ehpad', ou: meaux }, 'distance'],
  [{ ou: meaux, tri: 'nom' }, 'nom'], [{ ou: meaux, tri: 'duree' }, 'duree'], [{ tri: 'distance' }, 'nom'], [{ texte: 'x', tri: 'duree' }, 'nom'],
  [{ texte: 'x', ou: { genre: 'departement', code: '77' } }, 'pertinence'], [{ tri: 'distance', ou: { genre: 'departement', code: '77' } }, 'nom'],
] as const satisfies readonly (readonly [Criteres, string])[]) {
  test(`REC-6 ${JSON.stringify(criteres)} is sorted by ${attendu}`, () => {
    assert.equal(triInUse(criteres), attendu);
  });
}

test('REC-7 an address says the search in words that a person can read', () => {
  assert.equal(new URLSearchParams(versRequete({ quoi: [{ genre: 'type-offre', code: '21' }], ou: meaux, distanceMax: 10, facettes: { public: ['01'] }, ouvert: true }).map((pair) => [...pair])).toString(),
    'quoi=type-offre%3A21&ou=commune%3A77284&distance=10&public=01&ouvert=1');
  assert.deepEqual(depuisRequete(versRequete(tout)), tout);
});

test('REC-7 a prefix keeps our names apart from those of the host', () => {
  const paires = versRequete({ texte: 'irm' }, 'ror-');
  assert.deepEqual(paires, [['ror-texte', 'irm']]);
  assert.deepEqual(depuisRequete([['texte', 'the host'], ...paires], 'ror-'), { texte: 'irm' });
});

for (const [mauvais, attendu] of [
  ['age=douze&texte=irm', { texte: 'irm' }], ['age=151', {}], ['age=', {}], ['distance=-3&duree=1.5', {}], ['ou=commune:77', {}], ['ou=point:91,2,x', {}], ['ou=point:48.8', {}],
  ['ou=lune:1', {}], ['quoi=type-offre:&quoi=rien:21&quoi=acte:0033', { quoi: [{ genre: 'acte', code: '0033' }] }], ['quoi=constructor:21', {}], ['quoi=toString', {}], ['tri=prix', {}],
  ['ouvert=oui', {}], ['public=&public=01&public=01', { facettes: { public: ['01'] } }], [`texte=${'x'.repeat(201)}&age=3`, { age: 3 }], ['__proto__=1&constructor=2', {}], ['texte=%20%20', {}],
] as const) {
  test(`REC-8 « ${mauvais.slice(0, 50)} » loses only what is wrong`, () => {
    assert.deepEqual(depuisRequete(new URLSearchParams(mauvais)), attendu);
  });
}

const code = fc.string({ minLength: 1, maxLength: 30 });
const criteresAuHasard = fc.record({
  quoi: fc.uniqueArray(fc.record({ genre: fc.constantFrom(...Object.keys(GENRES) as Genre[]), code }).map((value) => ({ ...value })), { maxLength: 4 }),
  texte: fc.string({ minLength: 1, maxLength: 100 }).filter((text) => text.trim() === text && text !== ''),
  ou: fc.oneof(
    fc.constant(meaux), fc.string({ minLength: 1, maxLength: 64 }).map((id) => ({ genre: 'structure' as const, id })),
    fc.record({ genre: fc.constant('point' as const), latitude: fc.integer({ min: -9_000_000, max: 9_000_000 }).map((n) => n / 100_000), longitude: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((n) => n / 100_000), libelle: fc.string({ maxLength: 60 }) }).map((value) => ({ ...value })),
  ),
  distanceMax: fc.integer({ min: 1, max: 5_000 }).map((n) => n / 10), dureeMax: fc.integer({ min: 1, max: 600 }), deplacement: fc.constantFrom('voiture' as const, 'velo' as const, 'marche' as const),
  facettes: fc.dictionary(fc.constantFrom(...Object.keys(FACETTES)), fc.uniqueArray(code, { minLength: 1, maxLength: 3 })).map((value) => ({ ...value }) as Partial<Record<Facette, string[]>>),
  age: fc.integer({ min: 0, max: 150 }), ouvert: fc.boolean(), places: fc.boolean(), tri: fc.constantFrom('pertinence' as const, 'distance' as const, 'duree' as const, 'nom' as const),
}, { requiredKeys: [] }).map((value) => ({ ...value }));

test('REC-7 any search comes back as it was, through a real address', () => {
  fc.assert(fc.property(criteresAuHasard, (criteres) => {
    const url = new URL('https://portail.example/?page=2');
    for (const [nom, valeur] of versRequete(criteres, 'r_')) url.searchParams.append(nom, valeur);
    assert.deepEqual(depuisRequete(new URL(url.href).searchParams, 'r_'), pruned(criteres));
  }), { numRuns: 2_000 });
});

test('REC-8 no pair, however strange, makes it fail, and what is read is always a valid search', () => {
  const nom = fc.oneof(fc.constantFrom('quoi', 'texte', 'ou', 'distance', 'duree', 'age', 'tri', 'ouvert', 'public', '__proto__'), fc.string());
  const valeur = fc.oneof(fc.string(), fc.constantFrom('point:48,2,', 'point:,', 'commune:', 'acte:', ':', '1e3', 'Infinity', 'NaN', '-0', '<script>', "'; drop table noeud; --"), fc.double().map(String));
  fc.assert(fc.property(fc.array(fc.tuple(nom, valeur), { maxLength: 12 }), (paires) => {
    assert.ok(Criteres.safeParse(depuisRequete(paires)).success);
  }), { numRuns: 5_000 });
});
