import type { DateJour, Jour } from './types.ts';

/** Days since 1970-01-01 of a day of the calendar; undefined when the text is not one. No zone is involved. */
export function dayNumber(jour: string): number | undefined {
  const [, annee, mois, quantieme] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(jour) ?? [];
  if (annee === undefined) return undefined;
  const ms = Date.UTC(Number(annee), Number(mois) - 1, Number(quantieme));
  return Number(annee) >= 100 && new Date(ms).toISOString().startsWith(jour) ? ms / 86_400_000 : undefined;
}

/** `YYYY-MM-DD` of a day counted from 1970-01-01. */
export const dateOfNumber = (numero: number): DateJour => new Date(numero * 86_400_000).toISOString().slice(0, 10);

/** 1970-01-01 was a Thursday. */
export const jourOfNumber = (numero: number): Jour => ((((numero + 3) % 7) + 7) % 7 + 1) as Jour;

export const isDate = (value: unknown): value is DateJour => typeof value === 'string' && dayNumber(value) !== undefined;
