import { periodeKey, FERMETURE, periode } from './shared.ts';
import type { Exception, Planning } from '../planning.ts';
import { sameSemaine, merge } from '../semaine.ts';
import { JOURS, type Constat, type Semaine } from '../types.ts';
import { writeHoraires, readHoraires, type Horaire } from './horaire.ts';

/** The records of a fiche, as a person fills them: a typical week, and what it does not hold. */
export interface HorairesDeFiche {
  /** The week, and the dated records as exceptions. */
  readonly planning: Planning;
  /** Records that the week does not say: dated, unreadable, every other week. They are kept as they are. */
  readonly reste: readonly unknown[];
  readonly constats: readonly Constat[];
}

/** PLA-34: the records of a fiche, the week apart. Anything may be given. */
export function readFiche(horaires: unknown): HorairesDeFiche {
  const { base, reste, planning, constats } = sort(horaires);
  return { planning: { ...planning, semaine: merge(base.flatMap(({ semaine }) => semaine)) }, reste, constats };
}

/**
 * PLA-34: the records of a fiche with another week. A record that still says the same stays as it is; a record of the same day and
 * type whose hours changed keeps what else it carries (identifier, remark); what the week does not hold is kept. The same week gives
 * the same list.
 */
export function writeFiche(horaires: unknown, semaine: Semaine): readonly unknown[] {
  const { base, reste, planning: { validite: ancienne } } = sort(horaires);
  if (Array.isArray(horaires) && sameSemaine(semaine, merge(base.flatMap((ancien) => ancien.semaine)))) return horaires as readonly unknown[];
  // Dates on a week that never opens would make exceptions of it (PLA-30): they go.
  const ouvre = semaine.some(({ type }) => type !== FERMETURE);
  const validite = ouvre ? ancienne : undefined;
  const voulus = new Map(releves(semaine).map((horaire) => [keyOf(horaire), horaire]));
  const restants: Ancien[] = [];
  const gardes = base.flatMap((ancien) => {
    const siens = releves(ancien.semaine).map(keyOf);
    const tient = siens.every((une) => voulus.has(une)) && (ouvre || !isDay(ancien.horaire));
    if (!tient) restants.push(ancien);
    for (const une of tient ? siens : []) voulus.delete(une);
    return tient ? [ancien.horaire] : [];
  });
  const dates = validite && { ...(validite.du !== undefined && { debutDateEffective: validite.du }), ...(validite.au !== undefined && { finDateEffective: validite.au }) };
  const nouveaux = [...voulus.values()].map((horaire): Horaire => {
    const rang = restants.findIndex(({ horaire: { jourSemaine }, semaine: [plage] }) => jourSemaine === horaire.jourSemaine && plage?.type === horaire.typePlageHoraire);
    const [ancien] = rang < 0 ? [] : restants.splice(rang, 1);
    const { debutDateEffective: _du, finDateEffective: _au, ...porte } = ancien?.horaire ?? {};
    return { ...porte, ...horaire, ...(ancien && !isDay(ancien.horaire) ? {} : dates) };
  });
  const ordre = ({ jourSemaine = 0, heureDebut = '' }: Horaire) => `${jourSemaine} ${heureDebut}`;
  return [...[...gardes, ...nouveaux].sort((a, b) => (ordre(a) < ordre(b) ? -1 : 1)), ...reste];
}

/**
 * PLA-34: the records of a fiche with another planning: its week as {@link writeFiche} writes it, and its exceptions. The records of an
 * exception that is still there stay as they are, those of one that is gone go; what can be read as neither is kept. `constats`: what
 * records can't say (a rule for holidays, an opening without hours); what the fiche already held is not said again.
 */
export function writePlanning(horaires: unknown, planning: Planning): { readonly horaires: readonly unknown[]; readonly constats: readonly Constat[] } {
  const { exceptions = [], feries, vacances } = planning;
  const avant = datees(horaires);
  const restantes = new Map<string, readonly unknown[]>(avant.map(({ exception, horaires: siens }) => [exceptionKey(exception), siens]));
  const neuves: Exception[] = [];
  for (const exception of exceptions) if (!restantes.delete(exceptionKey(exception))) neuves.push(exception);
  const partis = new Set<unknown>([...restantes.values()].flat());
  const nouveaux = neuves.map((exception) => writeHoraires({ semaine: planning.semaine, exceptions: [exception] }));
  const regles = writeHoraires({ semaine: [], ...(feries !== undefined && { feries }), ...(vacances !== undefined && { vacances }) });
  const dates = nouveaux.flatMap(({ horaires: ecrits }) => everyJour(ecrits.filter(isDay)));
  const avecSemaine = writeFiche(horaires, planning.semaine);
  const tous = partis.size === 0 && dates.length === 0 ? avecSemaine : [...avecSemaine.filter((item) => !partis.has(item)), ...dates];
  const autrePeriode = periodeKey(sort(tous).planning.validite) !== periodeKey(sort(horaires).planning.validite);
  return { horaires: tous, constats: [...[...nouveaux, regles].flatMap(({ constats }) => constats), ...(autrePeriode ? [{ code: 'non-dit', quoi: 'validite' } as const] : [])] };
}

/** Hours that are the same on the seven days are said once, without a day: never to be taken for a week within dates (PLA-30). */
function everyJour(horaires: readonly Horaire[]): readonly Horaire[] {
  const groupes = new Map<string, Horaire[]>();
  for (const horaire of horaires) {
    const { jourSemaine: _, ...sansJour } = horaire;
    const groupe = groupes.get(JSON.stringify(sansJour));
    if (groupe) groupe.push(horaire); else groupes.set(JSON.stringify(sansJour), [horaire]);
  }
  return [...groupes].flatMap(([sansJour, groupe]) => (groupe.length === JOURS.length ? [JSON.parse(sansJour) as Horaire] : groupe));
}

/** The exceptions of a fiche, each with the records that say it. */
function datees(horaires: unknown): readonly { readonly exception: Exception; readonly horaires: readonly unknown[] }[] {
  const { reste, planning: { exceptions = [] } } = sort(horaires);
  const siens = exceptions.map((exception) => ({ exception, horaires: [] as unknown[] }));
  for (const item of reste) {
    const seule = isObject(item) ? exceptionOf(item) : undefined;
    siens.find(({ exception }) => seule && sameGroup(exception, seule))?.horaires.push(item);
  }
  return siens;
}

/** What a dated record says alone. */
function exceptionOf(horaire: Horaire): Exception | undefined {
  // A remark keeps it from being taken for the period of the week.
  const { commentaire = '' } = horaire;
  const [seule] = readHoraires([{ ...horaire, commentaire }]).planning.exceptions ?? [];
  if (!seule) return undefined;
  const { motif: _, ...muette } = seule;
  return horaire.commentaire === undefined ? muette : seule;
}

/** Records of the same days, effect and reason make one exception; a closing of whole days stands apart from one of some hours. */
const sameGroup = (a: Exception, b: Exception): boolean =>
  a.effet === b.effet && a.du === b.du && a.au === b.au && a.motif === b.motif && (a.effet === 'ouverture' || (a.semaine === undefined) === (b.semaine === undefined));

const exceptionKey = ({ effet, du = '', au = '', motif = '', semaine }: Exception): string =>
  JSON.stringify([effet, du, au, motif, semaine?.map(({ debut, fin, type }) => [debut, fin, type])]);

/** One record of the week, and the ranges that it says alone. */
interface Ancien {
  readonly horaire: Horaire;
  readonly semaine: Semaine;
}

/** PLA-30 for each record: is it of the week, or beside it? */
function sort(source: unknown): { readonly base: readonly Ancien[]; readonly reste: readonly unknown[]; readonly planning: Planning; readonly constats: readonly Constat[] } {
  const tous: readonly unknown[] = Array.isArray(source) ? source : [];
  const { planning, constats } = readHoraires(tous.map((item) => (isObject(item) ? item : {})));
  const base: Ancien[] = [];
  const reste: unknown[] = [];
  for (const item of tous) {
    const semaine = isObject(item) ? semaineOf(item, planning) : undefined;
    if (semaine) base.push({ horaire: item as Horaire, semaine });
    else reste.push(item);
  }
  return { base, reste, planning, constats };
}

function semaineOf(horaire: Horaire, { validite }: Planning): Semaine | undefined {
  const { debutDateEffective: du, finDateEffective: au, ...sansDates } = horaire;
  const siennes = periode(du, au);
  if (siennes && (periodeKey(siennes) !== periodeKey(validite) || horaire.jourSemaine === undefined || horaire.commentaire !== undefined)) return undefined;
  const { semaine } = readHoraires([sansDates]).planning;
  return semaine.length > 0 ? semaine : undefined;
}

const isDay = ({ debutDateEffective, finDateEffective }: Horaire): boolean => (debutDateEffective ?? finDateEffective) !== undefined;
const releves = (semaine: Semaine): readonly Horaire[] => writeHoraires({ semaine }).horaires;
const keyOf = ({ jourSemaine, heureDebut, heureFin, typePlageHoraire }: Horaire): string => [jourSemaine, heureDebut, heureFin, typePlageHoraire].join(' ');
const isObject = (value: unknown): value is Horaire => typeof value === 'object' && value !== null && !Array.isArray(value);
