/**
 * The primitive data types of the exposure model (ME 3, "Types de données"), as plain JSON values.
 */
import { z } from './zod.ts';

/** Free text, 1 to 2,000 characters: an attribute that was emptied is absent, not `''`. */
export const Texte = z.string().check(z.minLength(1), z.maxLength(2000));

/** A name or wording shown on one line, 1 to 255 characters. */
export const Libelle = z.string().check(z.minLength(1), z.maxLength(255));

/**
 * A code of a nomenclature, as a string: leading zeros count (`'0887'`). The attribute's own comment
 * names the value set (JDV). Whether the code exists or is retired is asked to the nomenclature room,
 * since a model and the nomenclature drift apart (MODEL §4a).
 */
export const CodeNomenclature = z.string().check(z.regex(/^\S{1,100}$/));
export type CodeNomenclature = z.infer<typeof CodeNomenclature>;

/**
 * A code written `systeme|code`, for the value sets where one code means two things
 * (JDV_J186: 33 codes occur in two systems).
 */
export const CodeAvecSysteme = z.string().check(z.maxLength(300), z.regex(/^[^\s|]+\|[^\s|]+$/));
export type CodeAvecSysteme = z.infer<typeof CodeAvecSysteme>;

/** A day that exists in the calendar, `YYYY-MM-DD`. */
export const DateJour = z.iso.date();
export type DateJour = z.infer<typeof DateJour>;

/** An instant, ISO 8601 with its offset: `2026-11-21T07:32:00Z`, `2026-11-21T08:32:00.250+01:00`. */
export const DateHeure = z.iso.datetime({ offset: true });
export type DateHeure = z.infer<typeof DateHeure>;

/** Local time of the place, `HH:MM` or `HH:MM:SS`, 00:00 to 23:59:59. */
export const Heure = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/));
export type Heure = z.infer<typeof Heure>;

/**
 * Local time at which something ends: as {@link Heure}, plus `24:00` for the end of the day, because
 * a day that is open until midnight does not end before it begins. FHIR `time` has no 24:00.
 */
export const HeureFin = z.string().check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?|24:00(:00)?)$/));
export type HeureFin = z.infer<typeof HeureFin>;

/** A count of things: an integer from 0 to 1,000,000. */
export const Nombre = z.int().check(z.nonnegative(), z.maximum(1_000_000));
