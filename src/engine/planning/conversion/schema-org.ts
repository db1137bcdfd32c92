import { dateOfNumber, dayNumber } from '../dates.ts';
import { plageOf } from '../jours.ts';
import type { Exception, Periode, Planning, Regle } from '../planning.ts';
import { summarize } from '../summary.ts';
import { merge, normalize, byJour } from '../semaine.ts';
import { JOURS, MINUTES_JOUR, TYPE_DEFAUT, type Constat, type Intervalle, type Jour, type Semaine } from '../types.ts';
import {
  periodeKey, lastMinutes, writeClock, FERMETURE, readBounds, readDate, ouvertures, periode, basePeriode, semainesOf, lostTypes, type Reading,
} from './shared.ts';

const NOMS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const FERIES = 'PublicHolidays';

/** https://schema.org/OpeningHoursSpecification; 00:00 to 00:00, or no hours at all, is a closed day. */
export interface OpeningHoursSpecification {
  readonly '@type'?: string;
  readonly dayOfWeek?: string | readonly string[];
  readonly opens?: string;
  readonly closes?: string;
  readonly validFrom?: string;
  readonly validThrough?: string;
}

/** The two properties of a Place. */
export interface HorairesSchemaOrg {
  readonly openingHoursSpecification?: OpeningHoursSpecification | readonly OpeningHoursSpecification[];
  readonly specialOpeningHoursSpecification?: OpeningHoursSpecification | readonly OpeningHoursSpecification[];
}

interface Ligne extends Periode {
  readonly jours: readonly Jour[];
  readonly feries: boolean;
  readonly heures: Intervalle | undefined;
  readonly speciale: boolean;
}

/** PLA-28 to PLA-30: hours within dates hold instead of the week, as search engines read them. */
export function readSchemaOrg(source: HorairesSchemaOrg): Reading {
  const constats: Constat[] = [];
  const lignes = [
    ...listOf(source.openingHoursSpecification).flatMap((spec, rang) => readSpec(spec, rang, false, constats)),
    ...listOf(source.specialOpeningHoursSpecification).flatMap((spec, rang) => readSpec(spec, rang, true, constats)),
  ];
  const normales = lignes.filter(({ speciale, feries }) => !speciale && !feries);
  const validite = basePeriode(normales.map(({ du, au }) => periode(du, au)));
  const deBase = ({ du, au, speciale }: Ligne) => !speciale && ((du === undefined && au === undefined) || (validite && periodeKey({ ...periode(du, au) }) === periodeKey(validite)));
  const base = lignes.filter(deBase);

  const ouvrantes = base.flatMap(plages);
  // A week that is never open is known by its closed days only.
  const { semaine, constats: trop } = normalize(ouvrantes.length > 0 ? ouvrantes : base.flatMap(({ jours }) => jours.map((jour) => plageOf({ debut: 0, fin: MINUTES_JOUR, type: FERMETURE }, jour))));
  const feries = base.filter((ligne) => ligne.feries);
  const regle: Regle | undefined = feries.length === 0 ? undefined : feries.some(({ heures }) => heures) ? feries.flatMap(({ heures }) => heures ?? []) : 'ferme';
  const groupes = new Map<string, Ligne[]>();
  for (const ligne of lignes.filter((candidate) => !deBase(candidate))) groupes.set(periodeKey(ligne), [...groupes.get(periodeKey(ligne)) ?? [], ligne]);
  const exceptions = [...groupes.values()].map((groupe): Exception => {
    const siennes = merge(groupe.flatMap(plages));
    return { effet: siennes.length > 0 ? 'remplacement' : 'fermeture', ...periode(groupe[0]?.du, groupe[0]?.au), ...(siennes.length > 0 && { semaine: siennes }) };
  });
  return {
    planning: { semaine, ...(validite && { validite }), ...(exceptions.length > 0 && { exceptions }), ...(regle && { feries: regle }) },
    constats: [...constats, ...trop],
  };
}

/** PLA-28. An exception is written as what is open on its days, so that opening besides and instead look alike. */
export function writeSchemaOrg(planning: Planning): { readonly openingHoursSpecification: readonly OpeningHoursSpecification[]; readonly specialOpeningHoursSpecification: readonly OpeningHoursSpecification[]; readonly constats: readonly Constat[] } {
  const { semaine, validite, exceptions = [], feries, vacances, fermeture } = planning;
  const { ouvert, aPreciser, connue } = ouvertures(semaine);
  const constats: Constat[] = [...lostTypes(planning), ...lastMinutes(semainesOf(planning))];
  if (aPreciser.length > 0) constats.push({ code: 'non-dit', quoi: 'type', texte: '09' });
  if (feries === 'normal' || feries === 'a-verifier') constats.push({ code: 'non-dit', quoi: 'feries' });
  if (vacances !== undefined && vacances !== 'normal') constats.push({ code: 'non-dit', quoi: 'vacances' });
  if (fermeture?.type !== undefined || (fermeture && fermeture.du === undefined)) constats.push({ code: 'non-dit', quoi: 'fermeture' });

  const speciales: OpeningHoursSpecification[] = [];
  for (const exception of exceptions) {
    const { effet, semaine: siennes, motif } = exception;
    if (motif !== undefined) constats.push({ code: 'non-dit', quoi: 'motif', texte: motif });
    const dates = valide(exception);
    if (!siennes && effet !== 'fermeture') constats.push({ code: 'non-dit', quoi: 'sans-heures', ...(motif !== undefined && { texte: motif }) });
    else if (effet === 'ouverture' && !connue) constats.push({ code: 'non-dit', quoi: 'remplacement', ...(motif !== undefined && { texte: motif }) });
    else speciales.push(...dayByDay(effective(semaine, exception), dates));
  }
  if (fermeture?.du !== undefined) {
    const rouvre = fermeture.reouverture === undefined ? undefined : dayNumber(fermeture.reouverture);
    speciales.push(...dayByDay([], valide({ du: fermeture.du, ...(rouvre !== undefined && { au: dateOfNumber(rouvre - 1) }) })));
  }
  return {
    openingHoursSpecification: [
      ...(connue && ouvert.length === 0 ? [spec(NOMS, { debut: 0, fin: 0 }, valide(validite ?? {}))] : specs(ouvert, valide(validite ?? {}))),
      ...(feries === 'ferme' ? [spec([FERIES], { debut: 0, fin: 0 })] : Array.isArray(feries) ? (feries as readonly Intervalle[]).map((heures) => spec([FERIES], heures)) : []),
    ],
    specialOpeningHoursSpecification: speciales,
    constats,
  };
}

/** What is open in a week of the exception. */
function effective(semaine: Semaine, { effet, semaine: siennes = [] }: Exception): Semaine {
  if (effet === 'fermeture' && siennes.length === 0) return [];
  const plus = effet === 'fermeture' ? siennes.map((plage) => ({ ...plage, type: FERMETURE })) : siennes;
  return ouvertures(effet === 'remplacement' ? plus : [...ouvertures(semaine).ouvert, ...plus]).ouvert;
}

const valide = ({ du, au }: Periode) => ({ ...(du !== undefined && { validFrom: du }), ...(au !== undefined && { validThrough: au }) });

const spec = (noms: readonly string[], { debut, fin }: Intervalle, dates: ReturnType<typeof valide> = {}): OpeningHoursSpecification => ({
  '@type': 'OpeningHoursSpecification', dayOfWeek: noms.map((nom) => `https://schema.org/${nom}`),
  opens: writeClock(debut), closes: writeClock(fin > MINUTES_JOUR ? fin - MINUTES_JOUR : fin, '23:59'), ...dates,
});

const specs = (ouvert: Semaine, dates: ReturnType<typeof valide>) =>
  summarize(ouvert).flatMap(({ jours, heures }) => heures.map((plage) => spec(jours.map((jour) => NOMS[jour - 1]!), plage, dates)));

/** Within dates, nights are cut at midnight, and closed days are said too: these hours hold instead of others. */
function dayByDay(ouvert: Semaine, dates: ReturnType<typeof valide>): readonly OpeningHoursSpecification[] {
  const fermes = byJour(ouvert).flatMap((morceaux, i) => (morceaux.length === 0 ? [NOMS[i]!] : []));
  return [
    ...byJour(ouvert).flat().map((morceau) => spec([NOMS[morceau.jour - 1]!], morceau, dates)),
    ...(fermes.length > 0 ? [spec(fermes, { debut: 0, fin: 0 }, dates)] : []),
  ];
}

const plages = ({ jours, heures }: Ligne) => (heures ? jours.map((jour) => plageOf({ ...heures, type: TYPE_DEFAUT }, jour)) : []);

function readSpec(source: OpeningHoursSpecification, rang: number, speciale: boolean, constats: Constat[]): readonly Ligne[] {
  const refuse = (code: 'illisible' | 'inversee') => { constats.push({ code, rang }); return []; };
  if (typeof source !== 'object' || source === null) return refuse('illisible');
  const noms = listOf(source.dayOfWeek).map((nom: unknown) => (typeof nom === 'string' ? nom : '').replace(/^https?:\/\/schema\.org\//, ''));
  const jours = noms.filter((nom) => nom !== FERIES).map((nom) => NOMS.findIndex((autre) => autre === nom || autre.slice(0, 2) === nom) + 1);
  const [du, au] = [readDate(source.validFrom), readDate(source.validThrough)];
  if (jours.includes(0) || (source.validFrom !== undefined && du === undefined) || (source.validThrough !== undefined && au === undefined)) return refuse('illisible');
  if (du !== undefined && au !== undefined && au < du) return refuse('inversee');

  const ferme = (source.opens === undefined && source.closes === undefined) || [source.opens, source.closes].every((heure) => heure === '00:00' || heure === '00:00:00');
  const heures = ferme ? undefined : readBounds(source.opens, source.closes, rang, constats);
  if (!ferme && !heures) return [];
  const commun = { heures, speciale, ...periode(du, au) };
  return [
    ...(noms.length === 0 || jours.length > 0 ? [{ ...commun, jours: noms.length === 0 ? JOURS : jours as Jour[], feries: false }] : []),
    ...(noms.includes(FERIES) ? [{ ...commun, jours: [], feries: true }] : []),
  ];
}

const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] => (value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T]);
