/** Whatever carries out SQL: the database, or one transaction of it. */
export interface Requeteur {
  /**
   * Carries out one statement with `$1, $2…` parameters and gives its rows. Dates and big integers come back
   * as each driver likes: statements cast them (`::text`, `::int`). Arrays and objects for `jsonb` go in as text.
   */
  query<Row extends object = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** Several statements without parameters (migrations). */
  exec(sql: string): Promise<void>;
}

/** The only thing that the backend knows of a database. One SQL dialect: PostgreSQL 15, which PGlite also speaks. */
export interface Database extends Requeteur {
  /** Commits when `fn` resolves, rolls back when it rejects. Inside, only `tx` may be used. */
  transaction<T>(fn: (tx: Requeteur) => Promise<T>, options?: TransactionOptions): Promise<T>;
  close(): Promise<void>;
}

export interface TransactionOptions {
  /** All statements see the same instant, and none may write. */
  readonly lecture?: boolean;
}

/** The SQLSTATE of an error of PostgreSQL, whichever driver threw it. */
export function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** Whether a statement failed by the values that it was given (SQLSTATE 22, 23), and would fail again: not by the server or the way to it. */
export const isDataError = (error: unknown): boolean => /^2[23]/.test(sqlState(error) ?? '');
