/** The tables that link codes. All but A14 are authored by the project; A14 is the official ASS_A14. */
export type AssociationName =
  | 'types-offre' | 'activites' | 'actes' | 'specialisations' | 'competences' | 'equipements'
  | 'modalites' | 'publics' | 'professions' | 'domaines' | 'ggd' | 'besoins' | 'filieres'
  | 'territoires' | 'synonymes' | 'mots-cles' | 'categories-eg' | 'A14';

/** The shape of `data/associations/*.json`: one row of texts per line; `;` separates several values in a cell. */
export interface AssociationData {
  readonly id: string;
  /** Who made the table; absent from the official A14. */
  readonly provenance?: string;
  /** The value set whose codes are in the first column, and the edition it was written for. */
  readonly valueSet?: string;
  readonly edition?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Rows as objects by column name; missing trailing cells are empty texts. */
export function readRows<Column extends string>(data: AssociationData, columns: readonly Column[]): Record<Column, string>[] {
  const places = columns.map((column) => [column, data.columns.indexOf(column)] as const);
  return data.rows.map((row) => Object.fromEntries(places.map(([column, at]) => [column, row[at] ?? ''])) as Record<Column, string>);
}

/** The values of a cell. */
export function list(cell: string): readonly string[] {
  return cell === '' ? [] : cell.split(';');
}
