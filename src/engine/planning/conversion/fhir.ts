import { JOURS, TYPE_DEFAUT, type Constat, type Jour } from '../types.ts';
import type { Exception, Fermeture, Planning } from '../planning.ts';
import { writeClock, readBounds, readDate, periode, type Reading } from './shared.ts';
import { scatter, gather, type Releve } from './releves.ts';

const IG = 'https://interop.esante.gouv.fr/ig/fhir/ror/StructureDefinition/';
const TYPE = 'available-time-type-of-time';
const JOUR = 'available-time-number-days-of-week';
const DATES = 'available-time-effective-opening-closing-date';
const R252 = 'https://mos.esante.gouv.fr/NOS/TRE_R252-TypeHoraire/FHIR/TRE-R252-TypeHoraire';
/** The `notAvailable` that holds dateFermeture and datePrevisionnelleReouverture. */
const FERMETURE_STRUCTURE = 'closingReopeningDate';
const JOURS_FHIR: readonly unknown[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

interface Coding { readonly system?: string; readonly code?: string }
interface Period { readonly start?: string; readonly end?: string }
export interface ExtensionFhir {
  readonly url: string;
  readonly valueInteger?: number;
  readonly valuePeriod?: Period;
  readonly valueCodeableConcept?: { readonly coding?: readonly Coding[] };
}
export interface AvailableTime {
  readonly extension?: readonly ExtensionFhir[];
  readonly daysOfWeek?: readonly string[];
  readonly allDay?: boolean;
  readonly availableStartTime?: string;
  readonly availableEndTime?: string;
}
export interface NotAvailable { readonly id?: string; readonly description?: string; readonly during?: Period }

/** The hours of a HealthcareService or of a PractitionerRole (R4, ROR profile); `typeFermeture` comes from its `characteristic` (FHIR.md §1). */
export interface HorairesFhir {
  readonly availableTime?: readonly AvailableTime[];
  readonly notAvailable?: readonly NotAvailable[];
  readonly typeFermeture?: string;
}

/** PLA-28 to PLA-31. Reads the extensions of all editions, and plain R4 (`daysOfWeek`, `allDay`, `notAvailable` with a reason) besides. */
export function readFhir({ availableTime = [], notAvailable = [], typeFermeture }: HorairesFhir): Reading {
  const constats: Constat[] = [];
  const lus = gather(listOf(availableTime).flatMap((time, rang) => readTime(time, rang, constats)), constats);
  const fermetures: Constat[] = [];
  let structure: Fermeture = typeFermeture === undefined ? {} : { type: typeFermeture };
  const exceptions: Exception[] = [...lus.planning.exceptions ?? []];
  listOf(notAvailable).forEach((item, rang) => {
    const lue = readPeriod(item?.during);
    if (!lue) fermetures.push({ code: 'illisible', rang, texte: 'notAvailable' });
    else if (item.id === FERMETURE_STRUCTURE) structure = { ...structure, ...(lue.du !== undefined && { du: lue.du }), ...(lue.au !== undefined && { reouverture: lue.au }) };
    else exceptions.push({ effet: 'fermeture', ...lue, ...(item.description !== undefined && { motif: item.description }) });
  });
  return {
    planning: { ...lus.planning, ...(exceptions.length > 0 && { exceptions }), ...(Object.keys(structure).length > 0 && { fermeture: structure }) },
    constats: [...lus.constats, ...fermetures],
  };
}

/** PLA-28, PLA-31: the profile allows one `notAvailable`, for the structure: dated closures go to `availableTime`, where their reason has no place. */
export function writeFhir(planning: Planning): HorairesFhir & { readonly availableTime: readonly AvailableTime[]; readonly notAvailable: readonly NotAvailable[]; readonly constats: readonly Constat[] } {
  const { releves, constats } = scatter(planning);
  const { fermeture, exceptions = [] } = planning;
  return {
    availableTime: releves.map(({ jour, debut, fin, type, du, au }) => ({
      extension: [
        { url: `${IG}ror-${TYPE}`, valueCodeableConcept: { coding: [{ system: R252, code: type }] } },
        ...(jour === undefined ? [] : [{ url: `${IG}ror-${JOUR}`, valueInteger: jour }]),
        ...(du === undefined && au === undefined ? [] : [{ url: `${IG}ror-${DATES}`, valuePeriod: { ...(du !== undefined && { start: du }), ...(au !== undefined && { end: au }) } }]),
      ],
      // FHIR has no 24:00, and an end at 00:00 would come before its beginning.
      ...(debut !== undefined && fin !== undefined && { availableStartTime: `${writeClock(debut)}:00`, availableEndTime: fin === 1440 ? '23:59:59' : `${writeClock(fin)}:00` }),
    })),
    notAvailable: fermeture?.du === undefined && fermeture?.reouverture === undefined ? [] : [{
      id: FERMETURE_STRUCTURE, description: 'Fermeture',
      during: { ...(fermeture.du !== undefined && { start: fermeture.du }), ...(fermeture.reouverture !== undefined && { end: fermeture.reouverture }) },
    }],
    ...(fermeture?.type !== undefined && { typeFermeture: fermeture.type }),
    constats: [...constats, ...exceptions.flatMap(({ motif }): Constat[] => (motif === undefined ? [] : [{ code: 'non-dit', quoi: 'motif', texte: motif }]))],
  };
}

function readTime(time: AvailableTime, rang: number, constats: Constat[]): readonly Releve[] {
  const refuse = (code: 'illisible' | 'inversee') => { constats.push({ code, rang }); return []; };
  if (typeof time !== 'object' || time === null) return refuse('illisible');
  const extension = (nom: string) => listOf(time.extension ?? []).find((une: ExtensionFhir | null | undefined) => typeof une?.url === 'string' && une.url.replace(/\|.*$/, '').endsWith(nom));
  const codings = listOf<Coding | null | undefined>(extension(TYPE)?.valueCodeableConcept?.coding ?? []);
  const type = (codings.find((coding) => typeof coding?.system === 'string' && /R252|J41/.test(coding.system)) ?? codings[0])?.code ?? TYPE_DEFAUT;

  // Servers send the integer as a text too.
  const numero = extension(JOUR)?.valueInteger as unknown;
  const jours = numero === undefined ? listOf(time.daysOfWeek ?? []).map((jour) => JOURS_FHIR.indexOf(jour) + 1) : [typeof numero === 'string' || typeof numero === 'number' ? Number(numero) : 0];
  const dates = extension(DATES)?.valuePeriod;
  const lue = dates && readPeriod(dates);
  if (typeof type !== 'string' || !jours.every((jour) => JOURS.includes(jour as Jour)) || (dates && !lue)) return refuse(dates && reversed(dates) ? 'inversee' : 'illisible');

  const sansHeures = time.availableStartTime === undefined && time.availableEndTime === undefined;
  const bornes = time.allDay === true ? { debut: 0, fin: 1440 } : sansHeures ? {} : readBounds(time.availableStartTime, time.availableEndTime, rang, constats);
  if (!bornes) return [];
  return (jours.length === 0 ? [undefined] : jours).map((jour) => ({ rang, type, ...bornes, ...lue, ...(jour !== undefined && { jour: jour as Jour }) }));
}

function readPeriod(source: Period | undefined): { readonly du?: string; readonly au?: string } | undefined {
  if (typeof source !== 'object' || source === null || reversed(source)) return undefined;
  const [du, au] = [readDate(source.start), readDate(source.end)];
  return (source.start !== undefined && du === undefined) || (source.end !== undefined && au === undefined) ? undefined : periode(du, au);
}

const reversed = ({ start, end }: Period) => {
  const [du, au] = [readDate(start), readDate(end)];
  return du !== undefined && au !== undefined && au < du;
};

const listOf = <T>(value: readonly T[]): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : []);
