import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { geocodeurAdresse } from '../../src/client/geocodeur-adresse.ts';
import { itinerairesEstimes, itinerairesOsrm } from '../../src/client/itineraires.ts';

/** A service that answers this, and what it was asked. */
function service(answer: unknown, status = 200) {
  const asked: { url: URL; init: RequestInit }[] = [];
  const send = ((url: URL, init: RequestInit) => {
    asked.push({ url, init });
    if (answer instanceof Error) return Promise.reject(answer);
    return Promise.resolve(new Response(typeof answer === 'string' ? answer : JSON.stringify(typeof answer === 'function' ? (answer as (asked: URL) => unknown)(url) : answer), { status }));
  }) as unknown as typeof fetch;
  return { asked, send };
}

const feature = (properties: object, coordinates: readonly number[] = [2.13, 48.8]) => ({ type: 'Feature', geometry: { type: 'Point', coordinates }, properties });
const VERSAILLES = feature({ label: 'Versailles', type: 'municipality', city: 'Versailles', citycode: '78646', postcode: '78000', score: 0.97 });

describe('geocodeurAdresse', () => {
  const chercher = (answer: unknown, { texte = 'versailles', status = 200 } = {}) => {
    const { asked, send } = service(answer, status);
    return { asked, lieux: geocodeurAdresse({ url: 'https://adresse.example/geocodage/', fetch: send }).chercher(texte, {}) };
  };

  test('asks the service by its own names, tells it nothing of the page, and shortens a text that it would refuse', async () => {
    const { asked, lieux } = chercher({ features: [] }, { texte: `rue & <b>${'a'.repeat(10_000)}` });
    assert.deepEqual(await lieux, []);
    const [{ url, init }] = asked as [typeof asked[number]];
    assert.equal(url.origin + url.pathname, 'https://adresse.example/geocodage/search');
    assert.equal(url.searchParams.get('q')!.length, 200);
    assert.equal(url.searchParams.get('autocomplete'), '1');
    assert.equal(init.credentials, 'omit');
    assert.equal(init.referrerPolicy, 'no-referrer');
  });

  for (const [what, given, expected] of [
    ['a commune', VERSAILLES, { genre: 'commune', code: '78646', libelle: 'Versailles', detail: '78000', latitude: 48.8, longitude: 2.13 }],
    ['an address', feature({ label: '8 Rue de la Paix 75002 Paris', type: 'housenumber', city: 'Paris', postcode: '75002' }, [2.33, 48.87]),
      { genre: 'adresse', code: null, libelle: '8 Rue de la Paix 75002 Paris', detail: '', latitude: 48.87, longitude: 2.33 }],
    ['a street without its city in the label', feature({ label: 'Rue des Lilas', type: 'street', city: 'Meaux', postcode: '77100' }), { genre: 'voie', code: null, libelle: 'Rue des Lilas', detail: '77100 Meaux', latitude: 48.8, longitude: 2.13 }],
    ['a commune of Corse', feature({ label: 'Ajaccio', type: 'municipality', citycode: '2A004', postcode: '20000' }, [8.73, 41.92]), { genre: 'commune', code: '2A004', libelle: 'Ajaccio', detail: '20000', latitude: 41.92, longitude: 8.73 }],
    ['a commune whose code is none', feature({ label: 'Ailleurs', type: 'municipality', citycode: "'; drop" }), { genre: 'commune', code: null, libelle: 'Ailleurs', detail: '', latitude: 48.8, longitude: 2.13 }],
    ['Saint-Denis de La Réunion', feature({ label: 'Saint-Denis', type: 'municipality', citycode: '97411', postcode: '97400' }, [55.45, -20.88]), { genre: 'commune', code: '97411', libelle: 'Saint-Denis', detail: '97400', latitude: -20.88, longitude: 55.45 }],
  ] as const) {
    test(`reads ${what}`, async () => { assert.deepEqual(await chercher({ features: [given] }).lieux, [expected]); });
  }

  for (const [what, bad] of [
    ['a point outside France', feature({ label: 'Paris', type: 'municipality' }, [-95.5, 33.6])], ['a point with latitude and longitude exchanged', feature({ label: 'Paris', type: 'municipality' }, [48.85, 2.35])],
    ['a feature without label', feature({ type: 'street' })], ['a label of 10,000 letters', feature({ label: 'a'.repeat(10_000), type: 'street' })], ['a kind that is not known', feature({ label: 'x', type: 'poi' })],
    ['coordinates that are texts', feature({ label: 'x', type: 'street' }, ['2', '48'] as never)], ['null', null],
  ] as const) {
    test(`leaves out ${what}, and keeps the rest`, async () => {
      assert.deepEqual((await chercher({ features: [bad, VERSAILLES] }).lieux).map(({ libelle }) => libelle), ['Versailles']);
    });
    test(`an answer of nothing but ${what} is a failure`, async () => { await assert.rejects(chercher({ features: [bad] }).lieux, { name: 'RorClientError', kind: 'invalid-answer' }); });
  }

  for (const [what, answer, status, kind] of [
    ['an error of the service', {}, 503, 'server'], ['a page in HTML', '<!doctype html>', 200, 'invalid-answer'], ['another JSON', { results: [] }, 200, 'invalid-answer'], ['null', null, 200, 'invalid-answer'],
  ] as const) {
    test(`${what} is a failure`, async () => { await assert.rejects(chercher(answer, { status }).lieux, { name: 'RorClientError', kind }); });
  }

  test('a network that is cut rejects, and the signal of the caller goes to the request', async () => {
    await assert.rejects(chercher(new TypeError('fetch failed')).lieux, TypeError);
    const { asked, send } = service({ features: [] });
    const { signal } = new AbortController();
    await geocodeurAdresse({ url: 'https://adresse.example', fetch: send }).chercher('meaux', { signal });
    assert.equal(asked[0]!.init.signal, signal);
  });
});

describe('itinerairesOsrm', () => {
  const PARIS = { latitude: 48.8566, longitude: 2.3522 };
  const VERS = [{ latitude: 48.8, longitude: 2.13 }, { latitude: 48.9, longitude: 2.4 }];
  const durees = (answer: unknown, { vers = VERS, moyen = 'voiture' as 'voiture' | 'velo' | 'marche', status = 200 } = {}) => {
    const { asked, send } = service(answer, status);
    return { asked, minutes: itinerairesOsrm({ url: 'https://routes.example/', fetch: send }).durees(PARIS, vers, moyen, {}) };
  };

  test('asks one row of the table by longitude then latitude, and rounds minutes up', async () => {
    const { asked, minutes } = durees({ code: 'Ok', durations: [[0, 1501, null]] });
    assert.deepEqual(await minutes, [26, null]);
    assert.equal(asked[0]!.url.pathname, '/table/v1/driving/2.352200,48.856600;2.130000,48.800000;2.400000,48.900000');
    assert.equal(asked[0]!.url.searchParams.get('sources'), '0');
    assert.equal(asked[0]!.init.credentials, 'omit');
  });

  for (const [moyen, profil] of [['voiture', 'driving'], ['velo', 'cycling'], ['marche', 'foot']] as const) {
    test(`${moyen} is the profile ${profil}`, async () => {
      const { asked, minutes } = durees({ code: 'Ok', durations: [[0, 9000, 9000]] }, { moyen });
      await minutes;
      assert.ok(asked[0]!.url.pathname.startsWith(`/table/v1/${profil}/`));
    });
  }

  test('many places are asked in lots, and come back in their order', async () => {
    const vers = Array.from({ length: 200 }, (_, i) => ({ latitude: 48.8 + i / 10_000, longitude: 2.3 }));
    let at = 0;
    const { asked, minutes } = durees((url: URL) => ({ code: 'Ok', durations: [[0, ...url.pathname.split(';').slice(1).map(() => 60 * (60 + at++))]] }), { vers });
    assert.deepEqual(await minutes, vers.map((_, i) => 60 + i));
    assert.equal(asked.length, 3);
  });

  for (const [what, answer, status, kind] of [
    ['is down', {}, 502, 'server'], ['says that it has no answer', { code: 'NoTable' }, 200, 'invalid-answer'], ['answers a table of another size', { code: 'Ok', durations: [[0, 60]] }, 200, 'invalid-answer'],
    ['answers no row', { code: 'Ok', durations: [] }, 200, 'invalid-answer'], ['answers negative times', { code: 'Ok', durations: [[0, -5, 60]] }, 200, 'invalid-answer'],
    ['goes faster than an aeroplane', { code: 'Ok', durations: [[0, 1, 1]] }, 200, 'invalid-answer'], ['takes a month', { code: 'Ok', durations: [[0, 2_592_000, 900]] }, 200, 'invalid-answer'],
    ['answers texts', { code: 'Ok', durations: [[0, '900', '900']] }, 200, 'invalid-answer'], ['answers HTML', '<html>', 200, 'invalid-answer'],
  ] as const) {
    test(`a router that ${what} is a failure`, async () => { await assert.rejects(durees(answer, { status }).minutes, { name: 'RorClientError', kind }); });
  }
});

test('without a router, times are estimated from the distance, longer on foot', async () => {
  const vers = [{ latitude: 48.86, longitude: 2.36 }];
  const [voiture, marche] = await Promise.all((['voiture', 'marche'] as const).map((moyen) => itinerairesEstimes.durees({ latitude: 48.85, longitude: 2.35 }, vers, moyen, {})));
  assert.ok(voiture![0]! < marche![0]!);
});
