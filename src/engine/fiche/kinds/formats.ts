import { COMMUNE, verifierCodePostal, verifierFINESS, verifierSIREN, verifierSIRET, type Verification } from '../../../domain/verifier-identifiants.ts';
import type { Constraints } from '../types.ts';
import type { Finding } from './kind.ts';

/** A shape that a text must have. */
interface Format {
  /** The usual writing of a text that has the shape; any other text is given back as typed. */
  readonly normalise: (text: string) => string;
  readonly check: (text: string) => 'valide' | 'forme' | 'cle';
  readonly exemple: string;
}

const EMAIL = /^[^\s@,;:<>()]{1,64}@[^\s@,;:<>()."]+(\.[^\s@,;:<>()."]+)+$/;
const URL_WEB = /^https?:\/\/[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/i;
const TELEPHONE = /^0[1-9](\d{2}){4}$/;
/** Numbers of emergency and public services: 15, 112, 3114, 116117. */
const TELEPHONE_COURT = /^(1\d{1,2}|[13]\d{3}|11[68]\d{3})$/;
const TELEPHONE_INTERNATIONAL = /^\+[1-9]\d{6,14}$/;

const byTwo = (digits: string): string => digits.replace(/(\d{2})(?=\d)/g, '$1 ');

/** Digits of a telephone number, without the signs people put between them; `00` is `+`. */
const dial = (text: string): string => text.replace(/\(0\)/g, '').replace(/[\s.\-–()/]/g, '').replace(/^00/, '+');

function normaliseTelephone(text: string): string {
  const number = dial(text);
  if (TELEPHONE.test(number)) return byTwo(number);
  if (/^\+33[1-9]\d{8}$/.test(number)) return `+33 ${number.charAt(3)} ${byTwo(number.slice(4))}`;
  if (TELEPHONE_COURT.test(number)) return number;
  return TELEPHONE_INTERNATIONAL.test(number) ? text.trim().replace(/^00\s*/, '+').replace(/\s+/g, ' ') : text;
}

const isTelephone = (text: string): boolean => [TELEPHONE, TELEPHONE_COURT, TELEPHONE_INTERNATIONAL].some((shape) => shape.test(dial(text)));

/** Written without the spaces and dots that people put between groups of digits. */
function identifier(verify: (text: string) => Verification, exemple: string): Format {
  const compact = (text: string) => text.replace(/[\s.]/g, '').toUpperCase();
  return {
    normalise: (text) => (verify(compact(text)).statut === 'forme' ? text : compact(text)),
    check: (text) => verify(text).statut,
    exemple,
  };
}

const shape = (pattern: RegExp, exemple: string): Format => ({
  normalise: (text) => (pattern.test(text.trim()) ? text.trim() : text),
  check: (text) => (pattern.test(text) ? 'valide' : 'forme'),
  exemple,
});

const upper = (text: string): string => text.trim().toUpperCase();

const formats: Readonly<Record<NonNullable<Constraints['format']>, Format>> = {
  email: shape(EMAIL, 'prenom.nom@exemple.fr'),
  url: shape(URL_WEB, 'https://www.exemple.fr'),
  telephone: { normalise: normaliseTelephone, check: (text) => (isTelephone(text) ? 'valide' : 'forme'), exemple: '01 23 45 67 89' },
  'code-postal': identifier(verifierCodePostal, '75012'),
  commune: { normalise: upper, check: (text) => (COMMUNE.test(text) ? 'valide' : 'forme'), exemple: '94028' },
  'numero-voie': shape(/^\d{1,4}$/, '12'),
  finess: identifier(verifierFINESS, '940690324'),
  siren: identifier(verifierSIREN, '732829320'),
  siret: identifier(verifierSIRET, '73282932000074'),
};

/** FIC-25: spaces and signs as usual when the text has the shape, else as typed. */
export const normalise = (text: string, format: Constraints['format']): string => (format ? formats[format].normalise(text) : text);

/** FIC-26, FIC-27: a wrong shape is an error, a wrong key a warning. */
export function checkFormat(text: string, format: Constraints['format']): readonly Finding[] {
  if (!format) return [];
  const { check, exemple } = formats[format];
  const found = check(text);
  if (found === 'valide') return [];
  return found === 'cle' ? [{ code: 'cle', severity: 'avertissement' }] : [{ code: 'forme', severity: 'erreur', params: { exemple } }];
}
