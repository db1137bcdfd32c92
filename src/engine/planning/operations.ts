import { coverage, extent, asPlages, overlap, subtract, union } from './intervalles.ts';
import { covered, faultOf, merge, MAX_PLAGES, samePlage, modulo } from './semaine.ts';
import { MINUTES_SEMAINE, TYPE_DEFAUT, type Intervalle, type Plage, type Refus, type Semaine, type Suite } from './types.ts';

/** What happens to ranges of other types where a range is added. */
export type Autres = 'superposer' | 'couper' | 'refuser';

/** PLA-2, PLA-5: adds a range; it becomes one with those of its type that it touches. `refuser` refuses any overlap. */
export function ajouter(semaine: Semaine, plage: Plage, autres: Autres = 'superposer'): Suite {
  const defaut = refusalOf(plage);
  if (defaut) return { refus: defaut };
  const { debut, fin, type } = plage;
  if (autres === 'refuser') {
    const avec = semaine.find((autre) => overlap(autre, plage));
    if (avec) return { refus: { code: 'chevauchement', avec } };
  }
  const reste = autres === 'couper' ? semaine.flatMap((autre) => (autre.type === type ? [autre] : without(autre, plage))) : semaine;
  return withinLimit([...reste, { debut, fin, type }]);
}

/** PLA-9: takes these minutes out of the ranges, of one type or of all; a range may become two. */
export function couper(semaine: Semaine, debut: number, fin: number, type?: string): Suite {
  const trou = { debut, fin };
  const defaut = refusalOf(trou);
  if (defaut) return { refus: defaut };
  return withinLimit(semaine.flatMap((plage) => (type !== undefined && plage.type !== type ? [plage] : without(plage, trou))));
}

/** Takes a whole range away. */
export function retirer(semaine: Semaine, plage: Plage): Suite {
  return avec(semaine, plage, (autres) => withinLimit(autres));
}

/** PLA-3, PLA-4: moves a range, later or earlier; past Sunday night it goes round. */
export function deplacer(semaine: Semaine, plage: Plage, minutes: number): Suite {
  const debut = modulo(plage.debut + minutes, MINUTES_SEMAINE);
  return avec(semaine, plage, (autres) => place(autres, { debut, fin: debut + plage.fin - plage.debut, type: plage.type }));
}

/** PLA-3: gives a range another beginning or end; the end may pass Sunday night, the beginning may be negative (the Sunday before). */
export function redimensionner(semaine: Semaine, plage: Plage, bornes: { readonly debut?: number; readonly fin?: number }): Suite {
  const { debut = plage.debut, fin = plage.fin } = bornes;
  const tours = debut < 0 || debut >= MINUTES_SEMAINE ? Math.floor(debut / MINUTES_SEMAINE) * MINUTES_SEMAINE : 0;
  return avec(semaine, plage, (autres) => place(autres, { debut: debut - tours, fin: fin - tours, type: plage.type }));
}

/** PLA-2: gives a range another type; it becomes one with those of that type that it touches. */
export function changerType(semaine: Semaine, plage: Plage, type: string): Suite {
  return avec(semaine, plage, (autres) => ajouter(autres, { ...plage, type }));
}

/** PLA-10: a cell, or a block of cells: what is wholly covered by the type is cut out, anything else becomes wholly covered. */
export function basculer(semaine: Semaine, debut: number, fin: number, type: string = TYPE_DEFAUT): Suite {
  const defaut = refusalOf({ debut, fin });
  if (defaut) return { refus: defaut };
  return covered(semaine, debut, fin, type) === 'tout' ? couper(semaine, debut, fin, type) : ajouter(semaine, { debut, fin, type });
}

/** PLA-1, as a refusal. */
export function refusalOf(intervalle: Intervalle): Refus | undefined {
  const code = faultOf(intervalle);
  if (code === undefined) return undefined;
  return code === 'duree-excessive' ? { code, max: MINUTES_SEMAINE } : { code };
}

/** PLA-7: the week of these ranges, unless they are too many. */
export function withinLimit(plages: readonly Plage[]): Suite {
  const semaine = merge(plages);
  return semaine.length > MAX_PLAGES ? { refus: { code: 'trop-de-plages', max: MAX_PLAGES } } : { semaine };
}

/** PLA-8: the range is found by what it says, so that a week read again from a text is the same week. */
function avec(semaine: Semaine, plage: Plage, faire: (autres: Semaine) => Suite): Suite {
  const rang = semaine.findIndex((autre) => samePlage(autre, plage));
  return rang < 0 ? { refus: { code: 'plage-inconnue', plage } } : faire(semaine.filter((_, i) => i !== rang));
}

function place(autres: Semaine, cible: Plage): Suite {
  const defaut = refusalOf(cible);
  if (defaut) return { refus: defaut };
  const touchee = autres.find((autre) => autre.type === cible.type && overlap(autre, cible));
  return touchee ? { refus: { code: 'chevauchement', avec: touchee } } : withinLimit([...autres, cible]);
}

const without = (plage: Plage, trou: Intervalle): Plage[] => asPlages(subtract(coverage([plage]), union(extent(trou))), plage.type);
