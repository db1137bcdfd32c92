import { coverage, subtract } from './intervalles.ts';
import { ajouter, couper, withinLimit } from './operations.ts';
import { FIN_NUIT, parts, type Part } from './parts.ts';
import { minuteOf, modulo } from './semaine.ts';
import {
  JOURS, MINUTES_JOUR, MINUTES_SEMAINE, TYPE_DEFAUT, type Intervalle, type Jour, type Plage, type Refus, type Semaine, type Suite,
} from './types.ts';

export { FIN_NUIT, parts, type Part } from './parts.ts';

/** The hours of a day, of one type or of all, as they are typed in a list: minutes of the day, `fin` above 1440 for a night. */
export const heuresOfJour = (semaine: Semaine, jour: Jour, type?: string): readonly Intervalle[] =>
  parts(semaine).filter((part) => part.jour === jour && (type === undefined || part.type === type)).map(({ debut, fin }) => ({ debut, fin }));

/** PLA-11: takes away the hours of a day, its night with it; the end of the night before stays. */
export function effacerJour(semaine: Semaine, jour: Jour, type?: string): Suite {
  return joursRefusal([jour]) ?? withoutParts(semaine, (part) => part.jour === jour && (type === undefined || part.type === type));
}

/** PLA-12: the hours of one day, of all types, in place of those of other days. */
export function copierJour(semaine: Semaine, de: Jour, vers: readonly Jour[]): Suite {
  const inconnu = joursRefusal([de, ...vers]);
  if (inconnu) return inconnu;
  const cibles = new Set(vers.filter((jour) => jour !== de));
  const copiees = parts(semaine).filter(({ jour }) => jour === de);
  const { semaine: reste, refus } = withoutParts(semaine, ({ jour }) => cibles.has(jour));
  return refus ? { refus } : withinLimit([...reste, ...[...cibles].flatMap((jour) => copiees.map((part) => plageOf(part, jour)))]);
}

/** PLA-13: what was free on these days becomes ranges, and their ranges become free; other types stay. */
export function inverser(semaine: Semaine, jours: readonly Jour[] = JOURS, type: string = TYPE_DEFAUT): Suite {
  const inconnu = joursRefusal(jours);
  if (inconnu) return inconnu;
  const couverts = coverage(semaine, type);
  const jour = (n: Jour) => ({ debut: minuteOf(n), fin: minuteOf(n) + MINUTES_JOUR });
  const choisis = coverage([...new Set(jours)].map((n) => ({ ...jour(n), type })));
  const gardes = subtract(couverts, choisis);
  return withinLimit([...semaine.filter((plage) => plage.type !== type), ...[...gardes, ...subtract(choisis, couverts)].map(({ debut, fin }) => ({ debut, fin, type }))]);
}

/** PLA-14: opens whole days, or « 7j/7 et 24h/24 » (guide 002 p. 32). */
export function ouvrir24h(semaine: Semaine, jours: readonly Jour[] = JOURS, type: string = TYPE_DEFAUT): Suite {
  return joursRefusal(jours) ?? withinLimit([...semaine, ...jours.map((jour) => plageOf({ debut: 0, fin: MINUTES_JOUR, type }, jour))]);
}

/** PLA-15: the same morning and afternoon for these days, in place of their hours of this type; minutes of the day. */
export function dejeuner(semaine: Semaine, jours: readonly Jour[], matin: Intervalle, apresMidi: Intervalle, type: string = TYPE_DEFAUT): Suite {
  if (!(matin.fin < apresMidi.debut)) return { refus: { code: 'pause-nulle' } };
  return jours.reduce<Suite>((avant, jour) => (avant.refus ? avant : fixerJour(avant.semaine, jour, [matin, apresMidi], type)), { semaine });
}

/** PLA-16: the hours of one type on one day become these; minutes of the day, `fin` up to noon of the next day. */
export function fixerJour(semaine: Semaine, jour: Jour, heures: readonly Intervalle[], type: string = TYPE_DEFAUT): Suite {
  const mauvaise = heures.map(heuresRefusal).find((refus) => refus !== undefined);
  if (mauvaise) return { refus: mauvaise };
  const avant = effacerJour(semaine, jour, type);
  return avant.refus ? avant : heures.reduce<Suite>((fait, { debut, fin }) => (fait.refus ? fait : ajouter(fait.semaine, plageOf({ debut, fin, type }, jour))), avant);
}

function heuresRefusal({ debut, fin }: Intervalle): Refus | undefined {
  if (!Number.isInteger(debut) || !Number.isInteger(fin) || debut < 0 || debut >= MINUTES_JOUR || fin > FIN_NUIT) return { code: 'hors-limites' };
  if (fin <= debut) return { code: 'duree-nulle' };
  return fin - debut > MINUTES_JOUR ? { code: 'duree-excessive', max: MINUTES_JOUR } : undefined;
}

function joursRefusal(jours: readonly number[]): { readonly refus: Refus } | undefined {
  const jour = jours.find((n) => !JOURS.includes(n as Jour));
  return jour === undefined ? undefined : { refus: { code: 'jour-inconnu', jour } };
}

function withoutParts(semaine: Semaine, choisie: (part: Part) => boolean): Suite {
  return parts(semaine).filter(choisie).reduce<Suite>((avant, part) => {
    const { debut, fin } = plageOf(part, part.jour);
    return avant.refus ? avant : couper(avant.semaine, debut, fin, part.type);
  }, { semaine });
}

export function plageOf({ debut, fin, type }: Omit<Part, 'jour'>, jour: Jour): Plage {
  const at = modulo(minuteOf(jour, debut), MINUTES_SEMAINE);
  return { debut: at, fin: at + fin - debut, type };
}
