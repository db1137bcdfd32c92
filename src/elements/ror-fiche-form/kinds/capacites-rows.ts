type Json = Readonly<Record<string, unknown>>;

/** A row of the table: what its records have in common, and where each one is in the list. */
export interface Row {
  readonly key: string;
  /** Codes by attribute, without the statut. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** Place in the list of the record of each statut. */
  readonly places: Readonly<Record<string, number>>;
  /** 1, or more for records that say the same as others (an error, to be seen). */
  readonly rank: number;
  /** One of the rows that are always there. */
  readonly base: boolean;
  /** The only statut that its details have a meaning for. */
  readonly only?: string | undefined;
  /** Whether another row says the same. */
  readonly same?: boolean;
}

/** What the rows differ by (one record per combination, MODEL §5), in the order in which a row says it. */
const DIMENSIONS = ['natureCapacite', 'affectationTemporaire', 'temporaliteCapacite', 'genreCapaciteDispo', 'typeFermetureCapacite', 'typeLitsSupplementaire', 'typeCrise'] as const;
/** JDV_J195 « Aucune », JDV_J189 « Courant »: what goes without saying. */
const USUAL: Readonly<Record<string, string>> = { affectationTemporaire: '01', temporaliteCapacite: '01' };
/** Details that only one statut (JDV_J188) has: disponible, fermé, supplémentaire. */
const ONLY: Readonly<Record<string, string>> = { genreCapaciteDispo: '02', typeFermetureCapacite: '05', typeLitsSupplementaire: '06', typeCrise: '06' };

/** What a row says besides its nature. */
export const distinct = (dimensions: Row['dimensions']): Readonly<Record<string, string>> =>
  Object.fromEntries(DIMENSIONS.slice(1).flatMap((name) => {
    const code = dimensions[name];
    return code === undefined || code === USUAL[name] ? [] : [[name, code]];
  }));

const keyOf = (dimensions: Row['dimensions']): string => JSON.stringify(DIMENSIONS.map((name) => dimensions[name] ?? USUAL[name] ?? ''));

/** The rows that everybody fills: one a nature. */
export const baseRows = (natures: readonly string[]): readonly Row[] => natures.map((natureCapacite) => {
  const dimensions = { natureCapacite, ...USUAL };
  return { key: keyOf(dimensions), dimensions, places: {}, rank: 1, base: true };
});

/** The records as rows, after those that are there anyway; a record is never hidden by another that says the same. */
export function rowsOf(records: readonly Json[], known: readonly Row[]): readonly Row[] {
  const rows: Row[] = [];
  for (const row of known) {
    const same = rows.some((other) => keyOf(other.dimensions) === keyOf(row.dimensions));
    rows.push({ ...row, places: {}, same, ...onlyOf(row.dimensions) });
  }
  records.forEach((record, place) => {
    const dimensions = Object.fromEntries(DIMENSIONS.flatMap((name) => (typeof record[name] === 'string' ? [[name, record[name]]] : [])));
    const statut = typeof record['statutCapacite'] === 'string' ? record['statutCapacite'] : '';
    const key = keyOf(dimensions);
    const alike = rows.filter((row) => keyOf(row.dimensions) === key && !row.same);
    const free = alike.find((row) => row.places[statut] === undefined);
    if (free) rows[rows.indexOf(free)] = { ...free, places: { ...free.places, [statut]: place } };
    else rows.push({ key: `${key} ${alike.length + 1}`, dimensions, places: { [statut]: place }, rank: alike.length + 1, base: false, ...onlyOf(dimensions) });
  });
  return rows;
}

const onlyOf = (dimensions: Row['dimensions']): Pick<Row, 'only'> => {
  const statuts = new Set(Object.keys(dimensions).flatMap((name) => ONLY[name] ?? []));
  return statuts.size === 1 ? { only: [...statuts][0] } : {};
};
