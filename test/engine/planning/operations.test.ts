import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ajouter, basculer, changerType, couper, deplacer, redimensionner, retirer } from '../../../src/engine/planning/operations.ts';
import { merge, MAX_PLAGES } from '../../../src/engine/planning/semaine.ts';
import type { Plage, Semaine, Suite } from '../../../src/engine/planning/types.ts';
import { desordre, dessin, dessinDe, essais, gele, minutes, plage, plageQuelconque, plages, sem, semaineQuelconque, TYPES } from './vocabulaire.ts';

/** The new week, which must exist and be in order; what was given is frozen. */
function faite({ semaine, refus }: Suite): Semaine {
  assert.equal(refus, undefined);
  assert.equal(desordre(semaine!), undefined);
  return semaine!;
}
const refusee = ({ semaine, refus }: Suite) => { assert.equal(semaine, undefined); return refus; };
const meme = (suite: Suite, ...lignes: readonly string[]) => assert.equal(dessinDe(faite(suite)), dessinDe(plages(...lignes)));

for (const [titre, avant, ajout, apres] of [
  ['to an empty week', [], 'lun 9-12', ['lun 9-12']],
  ['beside another', ['lun 9-12'], 'lun 14-18', ['lun 9-12 14-18']],
  ['that touches joins', ['lun 9-12'], 'lun 12-14', ['lun 9-14']],
  ['that overlaps joins', ['lun 9-12'], 'lun 11-14', ['lun 9-14']],
  ['between two joins both', ['lun 9-12 14-18'], 'lun 12-14', ['lun 9-18']],
  ['inside another changes nothing', ['lun 9-12'], 'lun 10-11', ['lun 9-12']],
  ['around another takes it in', ['lun 10-11'], 'lun 9-12', ['lun 9-12']],
  ['over midnight', ['lun 20-24'], 'mar 0-2', ['lun 20-2']],
  ['over Sunday night', ['lun 0-6'], 'dim 22-24', ['dim 22-6']],
  ['of another type lies over', ['lun 9-18'], 'lun 10-12 type 04', ['lun 9-18', 'lun 10-12 type 04']],
  ['of 8 h 45', ['lun 9-12'], 'lun 8:45-9', ['lun 8:45-12']],
] as const) test(`PLA-2, PLA-5 adding ${titre}`, () => meme(ajouter(sem(...avant), gele(plage(ajout))), ...apres));

for (const [titre, avant, ajout, apres] of [
  ['takes its place in the middle', ['lun 9-18'], 'lun 12-13 type 03', ['lun 9-12 13-18', 'lun 12-13 type 03']],
  ['takes its place at the end', ['lun 9-18'], 'lun 17-20 type 03', ['lun 9-17', 'lun 17-20 type 03']],
  ['takes the whole place', ['lun 9-18'], 'lun 8-20 type 03', ['lun 8-20 type 03']],
  ['leaves its own type alone', ['lun 9-12 type 03', 'lun 10-14'], 'lun 11-13 type 03', ['lun 10-11', 'lun 13-14', 'lun 9-13 type 03']],
  ['cuts two types', ['lun 9-18', 'lun 9-18 type 04'], 'lun 12-13 type 03', ['lun 9-12 13-18', 'lun 9-12 13-18 type 04', 'lun 12-13 type 03']],
  ['cuts a night on both sides of Sunday', ['dim 20-8'], 'dim 23-1 type 03', ['dim 20-23', 'lun 1-8', 'dim 23-1 type 03']],
] as const) test(`PLA-5 a range that cuts the others ${titre}`, () => meme(ajouter(sem(...avant), plage(ajout), 'couper'), ...apres));

test('PLA-5 who wants no overlap gets a refusal that names the range in the way', () => {
  const semaine = sem('lun 9-12', 'mar 9-12 type 04');
  assert.deepEqual(refusee(ajouter(semaine, plage('mar 11-13'), 'refuser')), { code: 'chevauchement', avec: plage('mar 9-12 type 04') });
  assert.deepEqual(refusee(ajouter(semaine, plage('lun 11-13'), 'refuser')), { code: 'chevauchement', avec: plage('lun 9-12') });
  meme(ajouter(semaine, plage('mar 12-13'), 'refuser'), 'lun 9-12', 'mar 9-12 type 04', 'mar 12-13');
});

for (const [titre, mauvaise, refus] of [
  ['without length', { debut: 540, fin: 540, type: '01' }, { code: 'duree-nulle' }],
  ['inverted', { debut: 540, fin: 480, type: '01' }, { code: 'duree-nulle' }],
  ['longer than a week', { debut: 540, fin: 540 + 10_081, type: '01' }, { code: 'duree-excessive', max: 10_080 }],
  ['before Monday', { debut: -60, fin: 480, type: '01' }, { code: 'hors-limites' }],
  ['after Sunday', { debut: 10_080, fin: 10_140, type: '01' }, { code: 'hors-limites' }],
  ['with half minutes', { debut: 540, fin: 600.5, type: '01' }, { code: 'hors-limites' }],
  ['with no number', { debut: Number.NaN, fin: 600, type: '01' }, { code: 'hors-limites' }],
] as const) test(`PLA-1 a range ${titre} is refused by whoever meets it`, () => {
  const semaine = sem('mar 9-12');
  assert.deepEqual(refusee(ajouter(semaine, mauvaise)), refus);
  assert.deepEqual(refusee(couper(semaine, mauvaise.debut, mauvaise.fin)), refus);
  assert.deepEqual(refusee(basculer(semaine, mauvaise.debut, mauvaise.fin)), refus);
});

for (const [titre, avant, trou, type, apres] of [
  ['the middle leaves two', ['lun 9-18'], 'lun 12-14', undefined, ['lun 9-12 14-18']],
  ['the beginning', ['lun 9-18'], 'lun 8-10', undefined, ['lun 10-18']],
  ['the end', ['lun 9-18'], 'lun 17-19', undefined, ['lun 9-17']],
  ['all of it', ['lun 9-18'], 'lun 9-18', undefined, []],
  ['beside it changes nothing', ['lun 9-18'], 'lun 18-19', undefined, ['lun 9-18']],
  ['several ranges', ['lun 9-12 14-18'], 'lun 11-15', undefined, ['lun 9-11 15-18']],
  ['all types', ['lun 9-18', 'lun 9-18 type 04'], 'lun 12-13', undefined, ['lun 9-12 13-18', 'lun 9-12 13-18 type 04']],
  ['one type', ['lun 9-18', 'lun 9-18 type 04'], 'lun 12-13', '04', ['lun 9-18', 'lun 9-12 13-18 type 04']],
  ['over Sunday night', ['dim 20-8'], 'dim 23-1', undefined, ['dim 20-23', 'lun 1-8']],
  ['an hour of the whole week', ['tous 0-24'], 'mer 12-13', undefined, ['lun-mar 0-24', 'mer 0-12', 'mer 13-24', 'jeu-dim 0-24']],
  ['one minute', ['lun 9-10'], 'lun 9:30-9:31', undefined, ['lun 9-9:30', 'lun 9:31-10']],
] as const) test(`PLA-9 cutting out ${titre}`, () => {
  const { debut, fin } = plage(trou);
  meme(couper(sem(...avant), debut, fin, type), ...apres);
});

for (const [titre, avant, laquelle, decalage, apres] of [
  ['later', ['lun 9-12'], 'lun 9-12', 30, ['lun 9:30-12:30']],
  ['earlier', ['lun 9-12'], 'lun 9-12', -45, ['lun 8:15-11:15']],
  ['by no minute', ['lun 9-12'], 'lun 9-12', 0, ['lun 9-12']],
  ['by an odd minute', ['lun 9-12'], 'lun 9-12', 7, ['lun 9:07-12:07']],
  ['to the next day', ['lun 9-12'], 'lun 9-12', 1440, ['mar 9-12']],
  ['to touch another, and they become one', ['lun 9-12 14-18'], 'lun 9-12', 120, ['lun 11-18']],
  ['over one of another type', ['lun 9-12', 'lun 14-18 type 04'], 'lun 9-12', 300, ['lun 14-17', 'lun 14-18 type 04']],
  ['over itself', ['lun 9-12'], 'lun 9-12', 60, ['lun 10-13']],
  ['past Sunday night', ['dim 20-23'], 'dim 20-23', 180, ['dim 23-2']],
  ['past Sunday night altogether', ['dim 20-23'], 'dim 20-23', 600, ['lun 6-9']],
  ['before Monday', ['lun 1-3'], 'lun 1-3', -120, ['dim 23-1']],
  ['by a whole week', ['lun 9-12'], 'lun 9-12', 10_080, ['lun 9-12']],
] as const) test(`PLA-3, PLA-4 moving ${titre}`, () => meme(deplacer(sem(...avant), gele(plage(laquelle)), decalage), ...apres));

for (const [titre, avant, laquelle, decalage, avec] of [
  ['onto the next one', ['lun 9-12 14-18'], 'lun 9-12', 180, 'lun 14-18'],
  ['onto the next one by a minute', ['lun 9-12 14-18'], 'lun 9-12', 121, 'lun 14-18'],
  ['onto the one before', ['lun 9-12 14-18'], 'lun 14-18', -150, 'lun 9-12'],
  ['onto one of another day', ['lun 9-12', 'mar 9-12'], 'lun 9-12', 1440, 'mar 9-12'],
  ['over Sunday night onto Monday', ['lun 1-3', 'dim 20-23'], 'dim 20-23', 180, 'lun 1-3'],
  ['onto a night', ['lun 22-6', 'lun 9-12'], 'lun 9-12', 1440 - 240, 'lun 22-6'],
] as const) test(`PLA-3 moving ${titre} is refused`, () => {
  assert.deepEqual(refusee(deplacer(sem(...avant), plage(laquelle), decalage)), { code: 'chevauchement', avec: plage(avec) });
});

test('PLA-1 moving by half a minute is refused', () => {
  assert.deepEqual(refusee(deplacer(sem('lun 9-12'), plage('lun 9-12'), 0.5)), { code: 'hors-limites' });
  assert.deepEqual(refusee(deplacer(sem('lun 9-12'), plage('lun 9-12'), Number.NaN)), { code: 'hors-limites' });
});

for (const [titre, avant, laquelle, bornes, apres] of [
  ['a later end', ['lun 9-12'], 'lun 9-12', { fin: 765 }, ['lun 9-12:45']],
  ['an earlier beginning', ['lun 9-12'], 'lun 9-12', { debut: 525 }, ['lun 8:45-12']],
  ['both', ['lun 9-12'], 'lun 9-12', { debut: 600, fin: 660 }, ['lun 10-11']],
  ['neither', ['lun 9-12'], 'lun 9-12', {}, ['lun 9-12']],
  ['an end that touches the next one', ['lun 9-12 14-18'], 'lun 9-12', { fin: 840 }, ['lun 9-18']],
  ['an end after midnight', ['lun 20-23'], 'lun 20-23', { fin: 1440 + 120 }, ['lun 20-2']],
  ['an end after Sunday night', ['dim 20-23'], 'dim 20-23', { fin: 10_080 + 120 }, ['dim 20-2']],
  ['a beginning before Monday', ['lun 1-3'], 'lun 1-3', { debut: -60 }, ['dim 23-3']],
  ['an end over another type', ['lun 9-12', 'lun 12-14 type 04'], 'lun 9-12', { fin: 780 }, ['lun 9-13', 'lun 12-14 type 04']],
  ['the whole week', ['lun 0-12'], 'lun 0-12', { fin: 10_080 }, ['tous 0-24']],
] as const) test(`PLA-3 a range with ${titre}`, () => meme(redimensionner(sem(...avant), plage(laquelle), bornes), ...apres));

for (const [titre, laquelle, bornes, refus] of [
  ['an end on its beginning', 'lun 9-12', { fin: 540 }, { code: 'duree-nulle' }],
  ['an end before its beginning', 'lun 9-12', { fin: 300 }, { code: 'duree-nulle' }],
  ['a beginning after its end', 'lun 9-12', { debut: 800 }, { code: 'duree-nulle' }],
  ['more than a week', 'lun 9-12', { fin: 540 + 10_081 }, { code: 'duree-excessive', max: 10_080 }],
  ['an end over the next one', 'lun 9-12', { fin: 841 }, { code: 'chevauchement', avec: plage('lun 14-18') }],
  ['a beginning over the one before', 'lun 14-18', { debut: 719 }, { code: 'chevauchement', avec: plage('lun 9-12') }],
  ['half a minute', 'lun 9-12', { fin: 700.5 }, { code: 'hors-limites' }],
] as const) test(`PLA-3 a range with ${titre} is refused`, () => {
  assert.deepEqual(refusee(redimensionner(sem('lun 9-12 14-18'), plage(laquelle), bornes)), refus);
});

for (const [titre, avant, type, apres] of [
  ['another type', ['lun 9-12', 'mar 9-12'], '03', ['lun 9-12 type 03', 'mar 9-12']],
  ['a type that touches it', ['lun 9-12', 'lun 12-14 type 03'], '03', ['lun 9-14 type 03']],
  ['its own type', ['lun 9-12'], '01', ['lun 9-12']],
] as const) test(`PLA-2 giving a range ${titre}`, () => meme(changerType(sem(...avant), plage('lun 9-12'), type), ...apres));

test('PLA-8 a range is found by what it says, and one that is gone is said', () => {
  const semaine = sem('lun 9-12', 'mar 9-12');
  meme(retirer(semaine, JSON.parse(JSON.stringify(plage('lun 9-12'))) as Plage), 'mar 9-12');
  const absente = plage('mer 9-12');
  for (const suite of [retirer(semaine, absente), deplacer(semaine, absente, 30), redimensionner(semaine, absente, { fin: 5000 }), changerType(semaine, absente, '02'), retirer(semaine, plage('lun 9-12 type 02'))]) {
    assert.equal(refusee(suite)?.code, 'plage-inconnue');
  }
});

for (const [titre, avant, cellule, apres] of [
  ['an empty cell opens', [], 'lun 9-9:30', ['lun 9-9:30']],
  ['an open cell closes', ['lun 9-12'], 'lun 9-9:30', ['lun 9:30-12']],
  ['a cell in the middle closes', ['lun 9-12'], 'lun 10-10:30', ['lun 9-10', 'lun 10:30-12']],
  ['a cell open in part opens', ['lun 9:15-12'], 'lun 9-9:30', ['lun 9-12']],
  ['a block open in part opens', ['lun 9-12 14-18'], 'lun 9-18', ['lun 9-18']],
  ['a block wholly open closes', ['lun 9-18'], 'lun 9-18', []],
  ['a cell covered by another type opens', ['lun 9-12 type 04'], 'lun 9-9:30', ['lun 9-12 type 04', 'lun 9-9:30']],
  ['the last cell of Sunday opens', [], 'dim 23:30-24', ['dim 23:30-24']],
] as const) test(`PLA-10 ${titre}`, () => {
  const { debut, fin } = plage(cellule);
  meme(basculer(sem(...avant), debut, fin), ...apres);
});

test('PLA-10 toggling twice a cell that was empty or full gives the week back', () => {
  fc.assert(fc.property(semaineQuelconque(), fc.nat(335), fc.constantFrom(...TYPES), (source, cell, type) => {
    const semaine = gele(merge(source));
    const [debut, fin] = [cell * 30, cell * 30 + 30];
    const row = minutes(semaine).get(type)?.slice(debut, fin) ?? new Uint8Array(30);
    fc.pre(row.every((minute) => minute === row[0]));
    const twice = faite(basculer(faite(basculer(semaine, debut, fin, type)), debut, fin, type));
    assert.equal(dessinDe(twice), dessinDe(semaine));
  }), essais(200));
});

test('PLA-7 no operation makes a week of more ranges than allowed', () => {
  const pleine = gele(Array.from({ length: MAX_PLAGES }, (_, i) => ({ debut: i * 10, fin: i * 10 + 5, type: '01' })));
  const refus = { code: 'trop-de-plages', max: MAX_PLAGES };
  assert.deepEqual(refusee(ajouter(pleine, { debut: 9000, fin: 9005, type: '01' })), refus);
  assert.deepEqual(refusee(couper(pleine, 2, 3)), refus);
  faite(retirer(pleine, pleine[0]!));
  faite(ajouter(pleine, { debut: 5, fin: 10, type: '01' }));
});

/** Each operation, on the plainest model: minutes set and cleared. */
const gestes = fc.oneof(
  fc.record({ geste: fc.constant('ajouter' as const), plage: plageQuelconque(), autres: fc.constantFrom('superposer' as const, 'couper' as const) }),
  fc.record({ geste: fc.constant('couper' as const), plage: plageQuelconque(), type: fc.option(fc.constantFrom(...TYPES), { nil: undefined }) }),
  fc.record({ geste: fc.constant('retirer' as const), rang: fc.nat(20) }),
  fc.record({ geste: fc.constant('deplacer' as const), rang: fc.nat(20), minutes: fc.integer({ min: -11_000, max: 11_000 }) }),
  fc.record({ geste: fc.constant('redimensionner' as const), rang: fc.nat(20), debut: fc.integer({ min: -600, max: 600 }), fin: fc.integer({ min: -600, max: 600 }) }),
);

test('PLA-1 to PLA-9: any gestures do to the ranges what they do to the minutes, and a refusal changes nothing', () => {
  fc.assert(fc.property(semaineQuelconque(), fc.array(gestes, { maxLength: 8 }), (source, suiteDeGestes) => {
    let semaine: Semaine = gele(merge(source));
    for (const geste of suiteDeGestes) {
      const model = minutes(semaine);
      const set = ({ debut, fin, type }: Plage, on: 0 | 1) => { for (let at = debut; at < fin; at++) { const row = model.get(type) ?? new Uint8Array(10_080); model.set(type, row); row[((at % 10_080) + 10_080) % 10_080] = on; } };
      const cible = 'rang' in geste ? semaine[geste.rang % Math.max(1, semaine.length)] : undefined;
      if ('rang' in geste && !cible) continue;
      let suite: Suite;
      if (geste.geste === 'ajouter') {
        if (geste.autres === 'couper') for (const type of [...model.keys()]) if (type !== geste.plage.type) set({ ...geste.plage, type }, 0);
        set(geste.plage, 1);
        suite = ajouter(semaine, gele(geste.plage), geste.autres);
      } else if (geste.geste === 'couper') {
        for (const type of [...model.keys()]) if (geste.type === undefined || geste.type === type) set({ ...geste.plage, type }, 0);
        suite = couper(semaine, geste.plage.debut, geste.plage.fin, geste.type);
      } else if (geste.geste === 'retirer') {
        set(cible!, 0);
        suite = retirer(semaine, cible!);
      } else {
        const apres = geste.geste === 'deplacer' ? { ...cible!, debut: cible!.debut + geste.minutes, fin: cible!.fin + geste.minutes } : { ...cible!, debut: cible!.debut + geste.debut, fin: cible!.fin + geste.fin };
        suite = geste.geste === 'deplacer' ? deplacer(semaine, cible!, geste.minutes) : redimensionner(semaine, cible!, { debut: apres.debut, fin: apres.fin });
        set(cible!, 0);
        const libre = apres.fin > apres.debut && apres.fin - apres.debut <= 10_080
          && Array.from({ length: apres.fin - apres.debut }, (_, i) => model.get(cible!.type)![(((apres.debut + i) % 10_080) + 10_080) % 10_080]).every((minute) => !minute);
        assert.equal(suite.refus === undefined, libre, 'refused exactly when the place is taken or there is no range left');
        if (!libre) continue;
        set(apres, 1);
      }
      semaine = gele(faite(suite));
      assert.equal(dessinDe(semaine), dessin(model));
    }
  }), essais(400));
});
