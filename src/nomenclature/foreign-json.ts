/** Reading JSON that others wrote: every answer is of the type asked for, or nothing. Never throws. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An own attribute; never one of the prototype. */
export const own = (value: unknown, key: string): unknown => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined);

/** An attribute that is a list; empty otherwise. */
export function list(value: unknown, key: string): readonly unknown[] {
  const found = own(value, key);
  return Array.isArray(found) ? found : [];
}

/** An attribute that is a text with something in it. */
export function text(value: unknown, key: string): string | undefined {
  const found = own(value, key);
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
}

/** A day out of a FHIR date (`2026`, `2026-07`, `2026-07-30T10:00:00Z`) or a version `20260730120000`. */
export function dayOf(value: string | undefined): string | undefined {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2})(?:T.{0,40}|\d{6})?)?)?$/.exec(value ?? '') ?? [];
  if (year === undefined || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  return `${year}-${month}-${day}`;
}

/** `…/NOS/TRE_R213-ModePriseEnCharge/FHIR/TRE-R213-…` → `TRE_R213-ModePriseEnCharge`; any other URL: its last part. */
export function systemId(url: string): string {
  const plain = url.split('|')[0] ?? '';
  return /\/(TRE_[^/]+)(?:\/|$)/.exec(plain)?.[1] ?? plain.split(/[/#:]/).filter((part) => part !== '').at(-1) ?? plain;
}
