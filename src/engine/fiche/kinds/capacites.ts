import type { ElementOfList, Field } from '../types.ts';
import data from './capacites.json';
import { doubles, listKind, type Json } from './composite.ts';
import type { Finding, Kind } from './kind.ts';

// TypeScript reads the texts of a JSON file as any text; a test parses the fields with the schema of schemas.
/** The fields of one capacity, relative to it, and what a new one holds. */
export const champsCapacite = data.fields as readonly Field[];
const elementCapacite: ElementOfList = data.element;

/** What tells one record from another: one record per combination (MODEL §5). */
const COMBINATION = ['natureCapacite', 'statutCapacite', 'affectationTemporaire', 'temporaliteCapacite', 'genreCapaciteDispo', 'typeFermetureCapacite', 'typeLitsSupplementaire', 'typeCrise'] as const;
const STATUT = { installe: '01', disponible: '02', occupe: '03' } as const;
/** Path of the type d'offre, and those that have no installed place: PASA (MODEL §10, CP6). */
const TYPE_OFFRE = 'typeOffre';
const SANS_PLACE = ['25'];

const asList = listKind((value, _field, { contenu }) => {
  const records = value as readonly Json[];
  return [
    ...doubles(records, (record) => (record['natureCapacite'] === undefined || record['statutCapacite'] === undefined
      ? undefined : JSON.stringify(COMBINATION.map((name) => record[name] ?? null)))),
    ...withoutPlace(records, contenu[TYPE_OFFRE]),
    ...overfull(records),
  ];
});

/** Beds and places: a pivot table as records. */
export const capacites: Kind = { ...asList, fields: champsCapacite, element: elementCapacite, inputs: [TYPE_OFFRE] };

/** FIC-92 (CP6). */
function withoutPlace(records: readonly Json[], typeOffre: unknown): readonly Finding[] {
  if (typeof typeOffre === 'string' && SANS_PLACE.includes(typeOffre)) return [];
  const counted = records.filter(({ nombreCapacite }) => typeof nombreCapacite === 'number');
  return counted.length > 0 && total(counted, STATUT.installe) === 0 ? [{ code: 'capacite-nulle', severity: 'avertissement' }] : [];
}

/** FIC-93: for each nature and time, those occupied and available against those installed. */
function overfull(records: readonly Json[]): readonly Finding[] {
  const groups = new Map<string, Json[]>();
  for (const record of records) {
    const key = JSON.stringify([record['natureCapacite'], record['temporaliteCapacite']]);
    groups.set(key, [...groups.get(key) ?? [], record]);
  }
  return [...groups.values()].flatMap((group): Finding[] => {
    if (!group.some(({ statutCapacite }) => statutCapacite === STATUT.installe)) return [];
    const [used, installed] = [total(group, STATUT.disponible) + total(group, STATUT.occupe), total(group, STATUT.installe)];
    return used > installed ? [{ code: 'capacite-depassee', severity: 'avertissement', params: { total: used, installees: installed } }] : [];
  });
}

function total(records: readonly Json[], statut: string): number {
  return records.reduce((sum, { statutCapacite, nombreCapacite }) =>
    sum + (statutCapacite === statut && typeof nombreCapacite === 'number' && nombreCapacite > 0 && nombreCapacite < Infinity ? nombreCapacite : 0), 0);
}
