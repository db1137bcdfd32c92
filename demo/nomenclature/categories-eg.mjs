import { PROVENANCE } from './associations.mjs';

/**
 * Where the types of offer that a category usually holds do not say what the category is.
 * Each line: code of JDV_J55 → what replaces the derived answer (`undefined`: no answer), and why.
 */
const OVERRIDES = new Map([
  ['370', { handicap: true, why: 'its label names disabled persons; its only type, Dispositif expérimental, is transversal' }],
  ['377', { handicap: true, why: 'its label names disabled children; same single transversal type' }],
  ['379', { handicap: true, why: 'its label names disabled adults; same single transversal type' }],
  ['390', { ggd: ['MSS'], niveaux: 'medico-social', handicap: true, why: 'its label names disabled children; held by no type, listed with the handicap categories in quality rule CP5' }],
  ['396', { ggd: ['MSS'], niveaux: 'medico-social', handicap: true, why: 'its label names disabled children; held by no type' }],
  ['611', { ggd: ['VIL', 'MCO'], niveaux: 'ville', why: 'a laboratory is not divided in pôles; it comes last in a hospital type' }],
  ['630', { ggd: ['MCO'], niveaux: 'sanitaire', why: 'an authorised installation; it comes last in a type of private practice' }],
  ['633', { absent: true, why: 'only in the transversal type Dispositif expérimental: nothing says which discipline' }],
]);

/**
 * Category of establishment (JDV_J55) → GGD (main first), levels of its tree, and whether it serves
 * disabled persons, from the types of offer that name it. A category named early in a type's list
 * weighs more (1, 1/2, 1/3 …), a type's second GGD half as much as its first.
 * A GGD is kept when it is the first of some type and (5 % of those weights or among the first four
 * categories of one), or when it makes a quarter of all weights. Handicap: more than half of the
 * weight is of types whose first domaine is handicap-* (half weight when it is another domaine).
 */
export function deriveCategories(types, categories) {
  const rows = [];
  for (const category of categories) {
    const override = OVERRIDES.get(category);
    const derived = derive(types, category);
    if (override?.absent || (!derived && !override?.ggd)) continue;
    const { ggd, niveaux, handicap } = { handicap: false, ...derived, ...override };
    rows.push([category, ggd.join(';'), niveaux, ...(handicap ? ['handicap'] : [])]);
  }
  return { id: 'categories-eg', provenance: `${PROVENANCE} Derived from types-offre, with a few corrections by hand.`, valueSet: 'J55', columns: ['code', 'ggd', 'niveaux', 'handicap'], rows };
}

function derive(types, category) {
  const all = new Map();
  const first = new Map();
  const best = new Map();
  const niveaux = new Map();
  let total = 0;
  let handicap = 0;
  for (const type of types) {
    const place = type.categoriesEG.split(';').indexOf(category);
    if (place < 0) continue;
    const weight = 1 / (place + 1);
    const ggds = type.ggd.split(';');
    const domaines = type.domaines.split(';');
    ggds.forEach((ggd, index) => plus(all, ggd, weight / (index + 1)));
    plus(first, ggds[0], weight);
    best.set(ggds[0], Math.min(best.get(ggds[0]) ?? place, place));
    plus(niveaux, type.niveaux, weight);
    total += weight;
    const at = domaines.findIndex((domaine) => domaine.startsWith('handicap-'));
    if (at >= 0) handicap += at === 0 ? weight : weight / 2;
  }
  if (total === 0) return undefined;
  const sum = [...all.values()].reduce((a, b) => a + b, 0);
  const kept = ranked(all).filter((ggd) => {
    const early = (first.get(ggd) ?? 0) / total >= 0.05 || (best.get(ggd) ?? 99) < 4;
    return (first.has(ggd) && early) || all.get(ggd) / sum >= 0.25;
  });
  return { ggd: kept, niveaux: ranked(niveaux)[0], handicap: handicap / total > 0.5 };
}

const plus = (map, key, weight) => map.set(key, (map.get(key) ?? 0) + weight);
const ranked = (map) => [...map].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
