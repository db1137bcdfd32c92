import { couverture, soustraire } from './intervalles.ts';
import { ajouter, couper, suite } from './operations.ts';
import { FIN_NUIT, parts, type Part } from './parts.ts';
import { minuteDe, modulo } from './semaine.ts';
import {
  JOURS, MINUTES_JOUR, MINUTES_SEMAINE, TYPE_DEFAUT, type Intervalle, type Jour, type Plage, type Refus, type Semaine, type Suite,
} from './types.ts';

export { FIN_NUIT, parts, type Part } from './parts.ts';

/** The hours of a day, of one type or of all, as they are typed in a list: minutes of the day, `fin` above 1440 for a night. */
export const heuresDuJour = (semaine: Semaine, jour: Jour, type?: string): readonly Intervalle[] =>
  parts(semaine).filter((part) => part.jour === jour && (type === undefined || part.type === type)).map(({ debut, fin }) => ({ debut, fin }));

/** PLA-11: takes away the hours of a day, its night with it; the end of the night before stays. */
export function effacerJour(semaine: Semaine, jour: Jour, type?: string): Suite {
  return refusJours([jour]) ?? sansParts(semaine, (part) => part.jour === jour && (type === undefined || part.type === type));
}

/** PLA-12: the hours of one day, of all types, in place of those of other days. */
export function copierJour(semaine: Semaine, de: Jour, vers: readonly Jour[]): Suite {
  const inconnu = refusJours([de, ...vers]);
  if (inconnu) return inconnu;
  const cibles = new Set(vers.filter((jour) => jour !== de));
  const copiees = parts(semaine).filter(({ jour }) => jour === de);
  const { semaine: reste, refus } = sansParts(semaine, ({ jour }) => cibles.has(jour));
  return refus ? { refus } : suite([...reste, ...[...cibles].flatMap((jour) => copiees.map((part) => plageDe(part, jour)))]);
}

/** PLA-13: what was free on these days becomes ranges, and their ranges become free; other types stay. */
export function inverser(semaine: Semaine, jours: readonly Jour[] = JOURS, type: string = TYPE_DEFAUT): Suite {
  const inconnu = refusJours(jours);
  if (inconnu) return inconnu;
  const couverts = couverture(semaine, type);
  const jour = (n: Jour) => ({ debut: minuteDe(n), fin: minuteDe(n) + MINUTES_JOUR });
  const choisis = couverture([...new Set(jours)].map((n) => ({ ...jour(n), type })));
  const gardes = soustraire(couverts, choisis);
  return suite([...semaine.filter((plage) => plage.type !== type), ...[...gardes, ...soustraire(choisis, couverts)].map(({ debut, fin }) => ({ debut, fin, type }))]);
}

/** PLA-14: opens whole days, or « 7j/7 et 24h/24 » (guide 002 p. 32). */
export function ouvrir24h(semaine: Semaine, jours: readonly Jour[] = JOURS, type: string = TYPE_DEFAUT): Suite {
  return refusJours(jours) ?? suite([...semaine, ...jours.map((jour) => plageDe({ debut: 0, fin: MINUTES_JOUR, type }, jour))]);
}

/** PLA-15: the same morning and afternoon for these days, in place of their hours of this type; minutes of the day. */
export function dejeuner(semaine: Semaine, jours: readonly Jour[], matin: Intervalle, apresMidi: Intervalle, type: string = TYPE_DEFAUT): Suite {
  if (!(matin.fin < apresMidi.debut)) return { refus: { code: 'pause-nulle' } };
  return jours.reduce<Suite>((avant, jour) => (avant.refus ? avant : fixerJour(avant.semaine, jour, [matin, apresMidi], type)), { semaine });
}

/** PLA-16: the hours of one type on one day become these; minutes of the day, `fin` up to noon of the next day. */
export function fixerJour(semaine: Semaine, jour: Jour, heures: readonly Intervalle[], type: string = TYPE_DEFAUT): Suite {
  const mauvaise = heures.map(refusHeures).find((refus) => refus !== undefined);
  if (mauvaise) return { refus: mauvaise };
  const avant = effacerJour(semaine, jour, type);
  return avant.refus ? avant : heures.reduce<Suite>((fait, { debut, fin }) => (fait.refus ? fait : ajouter(fait.semaine, plageDe({ debut, fin, type }, jour))), avant);
}

function refusHeures({ debut, fin }: Intervalle): Refus | undefined {
  if (!Number.isInteger(debut) || !Number.isInteger(fin) || debut < 0 || debut >= MINUTES_JOUR || fin > FIN_NUIT) return { code: 'hors-limites' };
  if (fin <= debut) return { code: 'duree-nulle' };
  return fin - debut > MINUTES_JOUR ? { code: 'duree-excessive', max: MINUTES_JOUR } : undefined;
}

function refusJours(jours: readonly number[]): { readonly refus: Refus } | undefined {
  const jour = jours.find((n) => !JOURS.includes(n as Jour));
  return jour === undefined ? undefined : { refus: { code: 'jour-inconnu', jour } };
}

function sansParts(semaine: Semaine, choisie: (part: Part) => boolean): Suite {
  return parts(semaine).filter(choisie).reduce<Suite>((avant, part) => {
    const { debut, fin } = plageDe(part, part.jour);
    return avant.refus ? avant : couper(avant.semaine, debut, fin, part.type);
  }, { semaine });
}

export function plageDe({ debut, fin, type }: Omit<Part, 'jour'>, jour: Jour): Plage {
  const at = modulo(minuteDe(jour, debut), MINUTES_SEMAINE);
  return { debut: at, fin: at + fin - debut, type };
}
