import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { copierJour, dejeuner, effacerJour, fixerJour, heuresOfJour, inverser, ouvrir24h, parts } from '../../../src/engine/planning/jours.ts';
import { merge, minuteOf } from '../../../src/engine/planning/semaine.ts';
import { JOURS, type Intervalle, type Jour, type Semaine, type Suite } from '../../../src/engine/planning/types.ts';
import { desordre, dessinDe, essais, gele, joursDe, min, minutes, plages, sem, semaineQuelconque } from './vocabulaire.ts';

function faite({ semaine, refus }: Suite): Semaine {
  assert.equal(refus, undefined);
  assert.equal(desordre(semaine!), undefined);
  return semaine!;
}
const meme = (suite: Suite, ...lignes: readonly string[]) => assert.equal(dessinDe(faite(suite)), dessinDe(plages(...lignes)));
/** `9-12 22-30` as intervals of a day. */
const heures = (texte: string): Intervalle[] => texte.split(' ').filter(Boolean).map((une) => { const [debut, fin] = une.split('-').map(min) as [number, number]; return { debut, fin }; });
const jour = (texte: string): Jour => joursDe(texte)[0]!;

for (const [titre, lignes, attendu] of [
  ['a plain range', ['lun 9-12'], ['1 540-720']],
  ['a night belongs to its evening', ['lun 22-6'], ['1 1320-1800']],
  ['a night of Sunday belongs to Sunday', ['dim 22-6'], ['7 1320-1800']],
  ['a night until noon', ['ven 23-12'], ['5 1380-2160']],
  ['a night past noon is shared at midnight', ['ven 23-12:01'], ['5 1380-1440', '6 0-721']],
  ['a long evening', ['sam 12-3'], ['6 720-1620']],
  ['a whole day', ['lun 0-24'], ['1 0-1440']],
  ['two whole days are shared at midnight', ['lun-mar 0-24'], ['1 0-1440', '2 0-1440']],
  ['24 hours from 9 h to 9 h are shared at midnight', ['lun 9-24', 'mar 0-9'], ['1 540-1440', '2 0-540']],
  ['23 hours 59 are one night', ['lun 9-8:59'], ['1 540-1979']],
  ['a week-end is shared at midnight', ['sam 12-24', 'dim 0-24', 'lun 0-8'], ['1 0-480', '6 720-1440', '7 0-1440']],
  ['the whole week is seven days', ['tous 0-24'], ['1 0-1440', '2 0-1440', '3 0-1440', '4 0-1440', '5 0-1440', '6 0-1440', '7 0-1440']],
  ['an evening that joins a whole day is shared', ['ven 20-24', 'sam 0-24'], ['5 1200-1440', '6 0-1440']],
  ['a morning that was Sunday night’s belongs to Sunday', ['lun 0-6', 'dim 22-24'], ['7 1320-1800']],
  ['a morning alone belongs to itself', ['lun 0-6'], ['1 0-360']],
] as const) test(`PLA-11 ${titre}`, () => {
  assert.deepEqual(parts(merge(plages(...lignes))).map((part) => `${part.jour} ${part.debut}-${part.fin}`), attendu);
});

test('PLA-11 the parts of the days are the minutes of the week', () => {
  fc.assert(fc.property(semaineQuelconque(), (source) => {
    const semaine = gele(merge(source));
    const trouvees = parts(semaine);
    assert.ok(trouvees.every(({ debut, fin }) => debut >= 0 && debut < 1440 && fin > debut && fin <= 2160 && fin - debut <= 1440));
    assert.equal(dessinDe(trouvees.map((part) => ({ debut: minuteOf(part.jour, part.debut), fin: minuteOf(part.jour, part.fin), type: part.type }))), dessinDe(semaine));
  }), essais(300));
});

for (const [lignes, quel, type, attendu] of [
  [['lun 9-12 14-18'], 'lun', undefined, '9-12 14-18'],
  [['lun 9-12 14-18'], 'mar', undefined, ''],
  [['lun 22-6'], 'lun', undefined, '22-30'],
  [['lun 22-6'], 'mar', undefined, ''],
  [['lun 9-18', 'lun 9-12 type 04'], 'lun', '04', '9-12'],
  [['lun 9-18', 'lun 9-12 type 04'], 'lun', '01', '9-18'],
  [['lun 9-18', 'lun 9-12 type 04'], 'lun', undefined, '9-12 9-18'],
  [['tous 0-24'], 'mer', undefined, '0-24'],
  [['dim 22-6'], 'dim', undefined, '22-30'],
] as const) test(`PLA-11 the hours of ${quel} (${type ?? 'all types'}) in ${lignes.join(', ')} are ${attendu || 'none'}`, () => {
  assert.deepEqual(heuresOfJour(merge(plages(...lignes)), jour(quel), type), heures(attendu));
});

for (const [titre, avant, quel, type, apres] of [
  ['its ranges', ['lun 9-12 14-18', 'mar 9-12'], 'lun', undefined, ['mar 9-12']],
  ['its night to the end', ['lun 22-6', 'mar 9-12'], 'lun', undefined, ['mar 9-12']],
  ['its own hours, the end of the night before stays', ['lun-mar 22-6'], 'mar', undefined, ['lun 22-6']],
  ['one type', ['lun 9-18', 'lun 9-12 type 04'], 'lun', '04', ['lun 9-18']],
  ['all types', ['lun 9-18', 'lun 9-12 type 04'], 'lun', undefined, []],
  ['nothing when there is nothing', ['mar 9-12'], 'lun', undefined, ['mar 9-12']],
  ['a day of the whole week', ['tous 0-24'], 'mer', undefined, ['lun-mar 0-24', 'jeu-dim 0-24']],
  ['the night of Sunday on Monday too', ['dim 22-6', 'lun 9-12'], 'dim', undefined, ['lun 9-12']],
] as const) test(`PLA-11 clearing a day takes away ${titre}`, () => meme(effacerJour(sem(...avant), jour(quel), type), ...apres));

for (const [titre, avant, de, vers, apres] of [
  ['to one day', ['lun 9-12 14-18'], 'lun', ['mar'], ['lun-mar 9-12 14-18']],
  ['to the other working days', ['lun 9-12 14-18', 'mer 8-20'], 'lun', ['mar', 'mer', 'jeu', 'ven'], ['lun-ven 9-12 14-18']],
  ['to itself changes nothing', ['lun 9-12'], 'lun', ['lun'], ['lun 9-12']],
  ['to itself and another', ['lun 9-12'], 'lun', ['lun', 'mar'], ['lun-mar 9-12']],
  ['twice to the same day', ['lun 9-12'], 'lun', ['mar', 'mar'], ['lun-mar 9-12']],
  ['to no day changes nothing', ['lun 9-12'], 'lun', [], ['lun 9-12']],
  ['of nothing clears', ['lun 9-12', 'mar 9-12'], 'mer', ['lun', 'mar'], []],
  ['with its night', ['lun 20-8', 'mar 9-18'], 'lun', ['mar'], ['lun-mar 20-8']],
  ['to Sunday, the night goes on into Monday', ['ven 20-8', 'lun 9-12'], 'ven', ['dim'], ['ven 20-8', 'dim 20-8', 'lun 9-12']],
  ['with all types', ['lun 9-18', 'lun 9-12 type 04', 'mar 9-12 type 03'], 'lun', ['mar'], ['lun-mar 9-18', 'lun-mar 9-12 type 04']],
  ['of 24 hours to all', ['lun 0-24'], 'lun', ['mar', 'mer', 'jeu', 'ven', 'sam', 'dim'], ['tous 0-24']],
  ['keeps odd minutes', ['lun 8:45-12:07'], 'lun', ['ven'], ['lun 8:45-12:07', 'ven 8:45-12:07']],
] as const) test(`PLA-12 copying a day ${titre}`, () => meme(copierJour(sem(...avant), jour(de), vers.map(jour)), ...apres));

test('PLA-12 after a copy the days have the same hours, and the others have what they had', () => {
  fc.assert(fc.property(semaineQuelconque(['01', '04'], 6), fc.constantFrom(...JOURS), fc.subarray([...JOURS]), (source, de, vers) => {
    const semaine = gele(merge(source));
    const copie = faite(copierJour(semaine, de, vers));
    const rows = minutes(copie);
    for (const { debut, fin, type } of parts(semaine).filter((part) => part.jour === de)) {
      for (const cible of [de, ...vers]) for (let at = debut; at < fin; at++) assert.equal(rows.get(type)![(minuteOf(cible, at)) % 10_080], 1);
    }
    const autres = parts(semaine).filter((part) => part.jour !== de && !vers.includes(part.jour));
    for (const { jour: quel, debut, fin, type } of autres) for (let at = debut; at < fin; at++) assert.equal(rows.get(type)![minuteOf(quel, at) % 10_080], 1);
  }), essais(200));
});

for (const [titre, avant, jours, type, apres] of [
  ['of an empty week opens all', [], undefined, undefined, ['tous 0-24']],
  ['of a full week closes all', ['tous 0-24'], undefined, undefined, []],
  ['of one day', ['lun 9-18'], ['lun'], undefined, ['lun 0-9 18-24']],
  ['of another day leaves the first', ['lun 9-18'], ['mar'], undefined, ['lun 9-18', 'mar 0-24']],
  ['of no day changes nothing', ['lun 9-18'], [], undefined, ['lun 9-18']],
  ['of the same day twice is once', ['lun 9-18'], ['lun', 'lun'], undefined, ['lun 0-9 18-24']],
  ['leaves other types', ['lun 9-18', 'lun 9-12 type 04'], ['lun'], undefined, ['lun 0-9 18-24', 'lun 9-12 type 04']],
  ['of another type', ['lun 9-18'], ['lun'], '04', ['lun 9-18', 'lun 0-24 type 04']],
  ['of a night cuts it at midnight', ['lun 22-6'], ['mar'], undefined, ['lun 22-24', 'mar 6-24']],
] as const) test(`PLA-13 inverting ${titre}`, () => meme(inverser(sem(...avant), jours?.map(jour), type), ...apres));

test('PLA-13 inverting twice gives the week back', () => {
  fc.assert(fc.property(semaineQuelconque(['01', '04']), fc.subarray([...JOURS]), (source, jours) => {
    const semaine = gele(merge(source));
    assert.equal(dessinDe(faite(inverser(faite(inverser(semaine, jours)), jours))), dessinDe(semaine));
  }), essais(150));
});

for (const [titre, avant, jours, type, apres] of [
  ['all days, « 7j/7 et 24h/24 »', ['lun 9-12'], undefined, undefined, ['tous 0-24']],
  ['one day', ['lun 9-12'], ['lun'], undefined, ['lun 0-24']],
  ['Saturday and Sunday', [], ['sam', 'dim'], undefined, ['sam-dim 0-24']],
  ['no day', ['lun 9-12'], [], undefined, ['lun 9-12']],
  ['of another type beside', ['lun 9-12'], ['lun'], '03', ['lun 9-12', 'lun 0-24 type 03']],
] as const) test(`PLA-14 opening ${titre}`, () => meme(ouvrir24h(sem(...avant), jours?.map(jour), type), ...apres));

test('PLA-14 the whole week is one range', () => {
  assert.deepEqual(faite(ouvrir24h([])), [{ debut: 0, fin: 10_080, type: '01' }]);
});

for (const [titre, avant, jours, matin, soir, apres] of [
  ['to the working days', [], 'lun-ven', '9-12:30', '14-18', ['lun-ven 9-12:30 14-18']],
  ['in place of a long day', ['lun-ven 9-18', 'sam 9-12'], 'lun-ven', '9-12:30', '14-18', ['lun-ven 9-12:30 14-18', 'sam 9-12']],
  ['in place of three ranges', ['lun 8-9 10-11 15-16'], 'lun', '9-12', '13-17', ['lun 9-12 13-17']],
  ['of odd minutes', [], 'lun', '8:45-12:07', '13:11-17', ['lun 8:45-12:07 13:11-17']],
  ['to Sunday', [], 'dim', '9-12', '14-18', ['dim 9-12 14-18']],
] as const) test(`PLA-15 a lunch break ${titre}`, () => meme(dejeuner(sem(...avant), joursDe(jours), heures(matin)[0]!, heures(soir)[0]!), ...apres));

for (const [titre, matin, soir, code] of [
  ['without a pause', '9-12', '12-18', 'pause-nulle'],
  ['with an afternoon before the morning', '14-18', '9-12', 'pause-nulle'],
  ['with an inverted morning', '12-9', '14-18', 'duree-nulle'],
  ['with an afternoon without length', '9-12', '14-14', 'duree-nulle'],
  ['with an afternoon past the next noon', '9-12', '14-37', 'hors-limites'],
  ['that begins tomorrow', '9-12', '25-26', 'hors-limites'],
] as const) test(`PLA-15 a lunch break ${titre} is refused, and no day is changed`, () => {
  const suite = dejeuner(sem('lun 9-18'), [1, 2], heures(matin)[0]!, heures(soir)[0]!);
  assert.equal(suite.semaine, undefined);
  assert.equal(suite.refus?.code, code);
});

for (const [titre, avant, quel, donnees, type, apres] of [
  ['given to an empty day', [], 'lun', '9-12 14-18', undefined, ['lun 9-12 14-18']],
  ['take the place of others', ['lun 8-20'], 'lun', '9-12', undefined, ['lun 9-12']],
  ['of none close the day', ['lun 8-20', 'mar 9-12'], 'lun', '', undefined, ['mar 9-12']],
  ['of a night', [], 'ven', '22-30', undefined, ['ven 22-6']],
  ['of a night of Sunday', ['lun 9-12'], 'dim', '22-30', undefined, ['dim 22-6', 'lun 9-12']],
  ['leave other types', ['lun 9-12 type 04'], 'lun', '8-18', undefined, ['lun 8-18', 'lun 9-12 type 04']],
  ['of another type leave the openings', ['lun 8-18'], 'lun', '9-12', '04', ['lun 8-18', 'lun 9-12 type 04']],
  ['leave the end of the night before', ['lun 22-6'], 'mar', '9-12', undefined, ['lun 22-6', 'mar 9-12']],
  ['that overlap become one', [], 'lun', '9-12 11-14', undefined, ['lun 9-14']],
  ['of a whole day', [], 'lun', '0-24', undefined, ['lun 0-24']],
] as const) test(`PLA-16 hours ${titre}`, () => meme(fixerJour(sem(...avant), jour(quel), heures(donnees), type), ...apres));

test('PLA-16 the hours that were given are those that are read', () => {
  fc.assert(fc.property(semaineQuelconque(['04'], 4), fc.constantFrom(...JOURS), fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 430 }), (source, quel, de, a, pause, b) => {
    const donnees = [{ debut: de, fin: de + a }, { debut: de + a + pause, fin: de + a + pause + b }].filter(({ debut }) => debut < 1440);
    assert.deepEqual(heuresOfJour(faite(fixerJour(gele(merge(source)), quel, gele(donnees))), quel, '01'), donnees);
  }), essais(200));
});

for (const [titre, faire] of [
  ['effacerJour', (semaine: Semaine, n: Jour) => effacerJour(semaine, n)],
  ['copierJour from', (semaine: Semaine, n: Jour) => copierJour(semaine, n, [1])],
  ['copierJour to', (semaine: Semaine, n: Jour) => copierJour(semaine, 1, [n])],
  ['inverser', (semaine: Semaine, n: Jour) => inverser(semaine, [n])],
  ['ouvrir24h', (semaine: Semaine, n: Jour) => ouvrir24h(semaine, [1, n])],
  ['fixerJour', (semaine: Semaine, n: Jour) => fixerJour(semaine, n, [])],
  ['dejeuner', (semaine: Semaine, n: Jour) => dejeuner(semaine, [n], { debut: 540, fin: 720 }, { debut: 840, fin: 1080 })],
] as const) test(`PLA-8 ${titre}: a day that does not exist is refused`, () => {
  for (const n of [0, 8, 1.5, Number.NaN, -1]) assert.deepEqual(faire(sem('lun 9-12'), n as Jour), { refus: { code: 'jour-inconnu', jour: n } });
});

test('PLA-8 no gesture on days touches the minutes of a day it is not about', () => {
  const dehors = (avant: Semaine, apres: Semaine, touches: readonly Jour[]) => JOURS.filter((n) => !touches.includes(n) && !touches.includes((n + 5) % 7 + 1 as Jour)).every((n) =>
    dessinDe(parts(avant).filter((part) => part.jour === n).map((part) => ({ ...part, debut: minuteOf(n, part.debut), fin: minuteOf(n, part.fin) })))
    === dessinDe(parts(apres).filter((part) => part.jour === n).map((part) => ({ ...part, debut: minuteOf(n, part.debut), fin: minuteOf(n, part.fin) }))));
  const semaine = sem('lun-ven 8-12 14-18', 'sam 9-12 type 04', 'dim 10-11');
  for (const n of JOURS) {
    assert.ok(dehors(semaine, faite(effacerJour(semaine, n)), [n]), `effacer ${n}`);
    assert.ok(dehors(semaine, faite(ouvrir24h(semaine, [n])), [n]), `24h ${n}`);
    assert.ok(dehors(semaine, faite(inverser(semaine, [n])), [n]), `inverser ${n}`);
    assert.ok(dehors(semaine, faite(fixerJour(semaine, n, [{ debut: 1320, fin: 1800 }])), [n]), `fixer ${n}`);
  }
});
