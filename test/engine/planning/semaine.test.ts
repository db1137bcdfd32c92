import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  snap, covered, totalMinutes, sameSemaine, merge, jourAt, MAX_PLAGES, minuteOf, freeMinutes, normalize, byJour, plagesAt,
} from '../../../src/engine/planning/semaine.ts';
import { desordre, dessinDe, essais, gele, minutes, plage, plages, sem, semaineQuelconque } from './vocabulaire.ts';

for (const [titre, lignes, attendu] of [
  ['two ranges apart stay two', ['lun 9-12 14-18'], ['lun 9-12 14-18']],
  ['two ranges that overlap become one', ['lun 9-12', 'lun 11-14'], ['lun 9-14']],
  ['two ranges that touch become one', ['lun 9-12', 'lun 12-14'], ['lun 9-14']],
  ['a range inside another disappears', ['lun 9-18', 'lun 10-11'], ['lun 9-18']],
  ['the same range twice is one', ['lun 9-12', 'lun 9-12'], ['lun 9-12']],
  ['one minute apart is apart', ['lun 9-12', 'lun 12:01-14'], ['lun 9-12', 'lun 12:01-14']],
  ['three in any order become one', ['lun 12-14', 'lun 9-11', 'lun 11-12'], ['lun 9-14']],
  ['an evening and its morning become a night', ['lun 22-24', 'mar 0-6'], ['lun 22-6']],
  ['a day and the next day become one', ['lun 0-24', 'mar 0-24'], ['lun 0-24', 'mar 0-24']],
  ['types are kept apart', ['lun 9-12', 'lun 9-12 type 04'], ['lun 9-12', 'lun 9-12 type 04']],
  ['types that touch are kept apart', ['lun 9-12', 'lun 12-14 type 04'], ['lun 9-12', 'lun 12-14 type 04']],
  ['order is that of the week', ['dim 9-12', 'mar 9-12', 'lun 9-12'], ['lun 9-12', 'mar 9-12', 'dim 9-12']],
] as const) test(`PLA-2 ${titre}`, () => {
  const lue = merge(gele(plages(...lignes)));
  assert.equal(dessinDe(lue), dessinDe(plages(...attendu)));
  assert.equal(desordre(lue), undefined);
});

test('PLA-2 the order of the ranges that are given changes nothing', () => {
  fc.assert(fc.property(semaineQuelconque(), (semaine) => {
    assert.deepEqual(merge([...semaine].reverse()), merge(gele(semaine)));
  }), essais(300));
});

test('PLA-2, PLA-4 a week has the same minutes before and after, and nothing touches', () => {
  fc.assert(fc.property(semaineQuelconque(), (semaine) => {
    const lue = merge(gele(semaine));
    assert.equal(desordre(lue), undefined);
    assert.equal(dessinDe(lue), dessinDe(semaine));
    assert.deepEqual(merge(lue), lue);
  }), essais(500));
});

for (const [titre, lignes, attendu] of [
  ['Sunday evening and Monday morning are one night', ['dim 22-24', 'lun 0-6'], [{ debut: 9960, fin: 10_440, type: '01' }]],
  ['a night of Sunday is one range', ['dim 22-6'], [{ debut: 9960, fin: 10_440, type: '01' }]],
  ['a night of Sunday joins what begins on Monday', ['dim 22-6', 'lun 6-8'], [{ debut: 9960, fin: 10_560, type: '01' }]],
  ['the whole week is one range from Monday', ['tous 0-24'], [{ debut: 0, fin: 10_080, type: '01' }]],
  ['a week but one minute begins after the hole', ['tous 0-24 type 01', 'lun 0-1 type 02'], [{ debut: 0, fin: 10_080, type: '01' }, { debut: 0, fin: 60, type: '02' }]],
  ['from Saturday noon to Monday 8 h is one range', ['sam 12-24', 'dim 0-24', 'lun 0-8'], [{ debut: 7920, fin: 10_560, type: '01' }]],
] as const) test(`PLA-4 ${titre}`, () => {
  assert.deepEqual([...merge(plages(...lignes))].sort((a, b) => (a.type < b.type ? -1 : 1)), attendu);
});

for (const [titre, source, semaine, codes] of [
  ['nothing is an empty week', undefined, [], []],
  ['null is an empty week', null, [], []],
  ['a text is no week', 'lun 9-12', [], ['illisible']],
  ['a number is no week', 42, [], ['illisible']],
  ['an object is no list', { debut: 0, fin: 60 }, [], ['illisible']],
  ['an empty list is an empty week', [], [], []],
  ['a range without a type is an opening', [{ debut: 540, fin: 720 }], [{ debut: 540, fin: 720, type: '01' }], []],
  ['an unknown type is kept', [{ debut: 540, fin: 720, type: '99' }], [{ debut: 540, fin: 720, type: '99' }], []],
  ['other members are left out', [{ debut: 540, fin: 720, type: '01', couleur: 'bleu' }], [{ debut: 540, fin: 720, type: '01' }], []],
  ['a range without an end', [{ debut: 540 }], [], ['illisible']],
  ['a range without a beginning', [{ fin: 540 }], [], ['illisible']],
  ['hours as texts', [{ debut: '540', fin: '720' }], [], ['illisible']],
  ['a type that is no text', [{ debut: 540, fin: 720, type: 1 }], [], ['illisible']],
  ['an empty type', [{ debut: 540, fin: 720, type: '' }], [], ['illisible']],
  ['null in the list', [null, { debut: 540, fin: 720, type: '01' }], [{ debut: 540, fin: 720, type: '01' }], ['illisible']],
  ['a list in the list', [[540, 720]], [], ['illisible']],
  ['an inverted range', [{ debut: 720, fin: 540, type: '01' }], [], ['inversee']],
  ['a range of no minute', [{ debut: 540, fin: 540, type: '01' }], [], ['duree-nulle']],
  ['a beginning before the week', [{ debut: -1, fin: 540, type: '01' }], [], ['hors-limites']],
  ['a beginning after the week', [{ debut: 10_080, fin: 10_140, type: '01' }], [], ['hors-limites']],
  ['half minutes', [{ debut: 540.5, fin: 720, type: '01' }], [], ['hors-limites']],
  ['not a number', [{ debut: Number.NaN, fin: 720, type: '01' }], [], ['hors-limites']],
  ['infinite', [{ debut: 0, fin: Infinity, type: '01' }], [], ['hors-limites']],
  ['more than a week', [{ debut: 10, fin: 10_091, type: '01' }], [], ['duree-excessive']],
  ['exactly a week', [{ debut: 0, fin: 10_080, type: '01' }], [{ debut: 0, fin: 10_080, type: '01' }], []],
  ['exactly a week, from Tuesday', [{ debut: 1440, fin: 11_520, type: '01' }], [{ debut: 0, fin: 10_080, type: '01' }], []],
  ['an overlap is joined and said', [{ debut: 540, fin: 720, type: '01' }, { debut: 600, fin: 800, type: '01' }], [{ debut: 540, fin: 800, type: '01' }], ['fusion']],
  ['ranges that touch are joined without a word', [{ debut: 540, fin: 720, type: '01' }, { debut: 720, fin: 800, type: '01' }], [{ debut: 540, fin: 800, type: '01' }], []],
  ['an overlap of two types is no fault', [{ debut: 540, fin: 720, type: '01' }, { debut: 600, fin: 800, type: '04' }], [{ debut: 540, fin: 720, type: '01' }, { debut: 600, fin: 800, type: '04' }], []],
] as const) test(`PLA-1, PLA-6 ${titre}`, () => {
  const lue = normalize(gele(source));
  assert.deepEqual(lue.semaine, semaine);
  assert.deepEqual(lue.constats.map(({ code }) => code), codes);
});

test('PLA-6 each thing left out is said by its place', () => {
  const { constats } = normalize([{ debut: 540, fin: 720 }, 'x', { debut: 5, fin: 3 }, { debut: 540, fin: 720, type: '02' }, { debut: 99_999, fin: 3 }]);
  assert.deepEqual(constats, [{ code: 'illisible', rang: 1 }, { code: 'inversee', rang: 2 }, { code: 'hors-limites', rang: 4 }]);
});

test('PLA-7 of thousands of ranges the first ones are kept, and the number is said', () => {
  const source = Array.from({ length: 5000 }, (_, i) => ({ debut: i * 2, fin: i * 2 + 1, type: '01' }));
  const { semaine, constats } = normalize(gele(source));
  assert.equal(semaine.length, MAX_PLAGES);
  assert.deepEqual(semaine, source.slice(0, MAX_PLAGES));
  assert.deepEqual(constats, [{ code: 'trop-de-plages', nombre: 5000, max: MAX_PLAGES }]);
});

test('PLA-7 thousands of ranges that overlap are only a few', () => {
  const source = Array.from({ length: 20_000 }, (_, i) => ({ debut: i % 9000, fin: (i % 9000) + 500, type: '01' }));
  const { semaine, constats } = normalize(source);
  assert.deepEqual(semaine, [{ debut: 0, fin: 9499, type: '01' }]);
  assert.deepEqual(constats, [{ code: 'fusion', nombre: 19_999 }]);
});

for (const [titre, lignes, attendu] of [
  ['a plain range is on its day', ['mar 9-12'], ['2: 540-720']],
  ['a night is on two days', ['mar 22-6'], ['2: 1320-1440 >', '3: < 0-360']],
  ['a night of Sunday is on Sunday and Monday', ['dim 22-6'], ['1: < 0-360', '7: 1320-1440 >']],
  ['a day to midnight is on one day', ['mar 8-24'], ['2: 480-1440']],
  ['a week-end is on three days', ['sam 12-24', 'dim 0-24', 'lun 0-8'], ['1: < 0-480', '6: 720-1440 >', '7: < 0-1440 >']],
  ['the whole week is on seven days', ['tous 0-24'], ['1: 0-1440 >', '2: < 0-1440 >', '3: < 0-1440 >', '4: < 0-1440 >', '5: < 0-1440 >', '6: < 0-1440 >', '7: < 0-1440']],
  ['two types on one day come in order', ['lun 10-12 type 04', 'lun 9-18'], ['1: 540-1080', '1: 600-720']],
  ['nothing is on no day', [], []],
] as const) test(`PLA-4 ${titre}`, () => {
  const morceaux = byJour(merge(plages(...lignes)));
  assert.equal(morceaux.length, 7);
  assert.deepEqual(morceaux.flat().map(({ jour, debut, fin, avant, apres }) => `${jour}: ${avant ? '< ' : ''}${debut}-${fin}${apres ? ' >' : ''}`), attendu);
});

test('PLA-4 the parts of the days are the minutes of the week, each with its range', () => {
  fc.assert(fc.property(semaineQuelconque(), (source) => {
    const semaine = gele(merge(source));
    const morceaux = byJour(semaine).flat();
    assert.equal(dessinDe(morceaux.map(({ jour, debut, fin, plage: { type } }) => ({ debut: minuteOf(jour, debut), fin: minuteOf(jour, fin), type }))), dessinDe(semaine));
    assert.ok(morceaux.every(({ debut, fin, plage: une }) => debut >= 0 && fin <= 1440 && debut < fin && semaine.includes(une)));
  }), essais(200));
});

for (const [debut, fin, type, attendu] of [
  ['lun 9-12', undefined, undefined, 'tout'],
  ['lun 9-10', undefined, undefined, 'tout'],
  ['lun 8-10', undefined, undefined, 'partie'],
  ['lun 12-14', undefined, undefined, 'rien'],
  ['lun 8-9', undefined, undefined, 'rien'],
  ['lun 12-13', undefined, undefined, 'rien'],
  ['lun 11:59-12:01', undefined, undefined, 'partie'],
  ['dim 23-1', undefined, undefined, 'tout'],
  ['dim 21-23', undefined, undefined, 'partie'],
  ['lun 5-7', undefined, undefined, 'partie'],
  ['mar 9-12', undefined, '04', 'tout'],
  ['mar 9-12', undefined, '01', 'rien'],
  ['mar 9-12', undefined, undefined, 'tout'],
] as const) test(`PLA-1 the cell ${debut} of type ${type ?? 'any'} is covered: ${attendu}`, () => {
  const semaine = merge(plages('lun 9-12', 'dim 22-6', 'mar 8-14 type 04'));
  const { debut: de, fin: a } = plage(debut);
  assert.equal(covered(semaine, de, fin ?? a, type), attendu);
});

test('PLA-1 a range holds its first minute and not its last one', () => {
  const semaine = sem('lun 9-12', 'lun 12-14 type 04');
  assert.deepEqual([539, 540, 719, 720, 839, 840].map((minute) => plagesAt(semaine, minute).map(({ type }) => type).join()), ['', '01', '01', '04', '04', '']);
});

test('PLA-1 what is at a minute, covered, free and counted agrees with a plain model', () => {
  fc.assert(fc.property(semaineQuelconque(), fc.nat(10_079), fc.integer({ min: 1, max: 2000 }), (source, debut, longueur) => {
    const semaine = gele(merge(source));
    const model = minutes(source);
    const any = Array.from({ length: 10_080 }, (_, at) => [...model.values()].some((row) => row[at]));
    const stretch = Array.from({ length: longueur }, (_, i) => any[(debut + i) % 10_080]);
    assert.equal(plagesAt(semaine, debut).length, [...model.values()].filter((row) => row[debut]).length);
    assert.equal(covered(semaine, debut, debut + longueur), stretch.every(Boolean) ? 'tout' : stretch.some(Boolean) ? 'partie' : 'rien');
    assert.equal(totalMinutes(semaine), any.filter(Boolean).length);
    const free = freeMinutes(semaine, debut, debut + longueur);
    assert.equal(free.reduce((sum, { debut: de, fin }) => sum + fin - de, 0), stretch.filter((taken) => !taken).length);
    assert.ok(free.every(({ debut: de, fin }) => any.slice(de, fin).every((taken) => !taken)));
  }), essais(150));
});

for (const [lignes, attendu] of [
  [[], [[0, 10_080]]],
  [['tous 0-24'], []],
  [['lun 9-12'], [[0, 540], [720, 10_080]]],
  [['dim 22-6'], [[360, 9960]]],
  [['lun 0-9', 'lun 9-12 type 04'], [[720, 10_080]]],
  [['tous 8-20'], [[0, 480], [1200, 1920], [2640, 3360], [4080, 4800], [5520, 6240], [6960, 7680], [8400, 9120], [9840, 10_080]]],
] as const) test(`PLA-1 the free minutes beside ${lignes.join(', ') || 'nothing'}`, () => {
  assert.deepEqual(freeMinutes(merge(plages(...lignes))), attendu.map(([debut, fin]) => ({ debut, fin })));
});

for (const [minute, jour] of [
  [0, 1],
  [1439, 1],
  [1440, 2],
  [10_079, 7],
  [10_080, 1],
  [-1, 7],
  [8640, 7],
  [11_519, 1],
] as const) {
  test(`PLA-4 the minute ${minute} is on day ${jour}`, () => assert.equal(jourAt(minute), jour));
}

for (const [minute, pas, sens, attendu] of [
  [525, 30, 'proche', 540],
  [524, 30, 'proche', 510],
  [525, 15, 'proche', 525],
  [527, 5, 'proche', 525],
  [528, 5, 'proche', 530],
  [525, 60, 'avant', 480],
  [525, 60, 'apres', 540],
  [480, 60, 'apres', 480],
  [480, 60, 'avant', 480],
  [-7, 15, 'avant', -15],
  [1, 1, 'proche', 1],
] as const) test(`PLA-1 ${minute} on a step of ${pas} (${sens}) is ${attendu}`, () => assert.equal(snap(minute, pas, sens) + 0, attendu));

for (const [titre, a, b, attendu] of [
  ['order', ['lun 9-12', 'mar 9-12'], ['mar 9-12', 'lun 9-12'], true],
  ['cutting', ['lun 9-12'], ['lun 9-10', 'lun 10-12'], true],
  ['a type', ['lun 9-12'], ['lun 9-12 type 02'], false],
  ['a minute', ['lun 9-12'], ['lun 9-12:01'], false],
  ['a range', ['lun 9-12'], ['lun 9-12', 'mar 9-12'], false],
  ['nothing', [], [], true],
] as const) test(`PLA-2 two weeks that differ by ${titre} say ${attendu ? 'the same' : 'something else'}`, () => assert.equal(sameSemaine(plages(...a), plages(...b)), attendu));
