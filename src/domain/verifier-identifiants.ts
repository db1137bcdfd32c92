/**
 * The keys of identifiers (MODEL §9), apart from their schemas: whoever only checks a key as it is typed needs no zod.
 */

/** What a check found: nothing, a wrong shape (an error), or a key that does not fit (a warning). */
export type Verification =
  | { readonly statut: 'valide' }
  | { readonly statut: 'forme'; readonly code: CodeForme }
  | { readonly statut: 'cle'; readonly code: CodeCle };

/** `longueur`: not the number of characters; `caracteres`: a character that can't stand there; `type`: unknown type digit. */
export type CodeForme = 'longueur' | 'caracteres' | 'type';

/**
 * `luhn`: the Luhn key does not fit; `somme`: the sum of digits (La Poste) does not fit;
 * `departement`: no such département; `commune`: no such commune in this département.
 */
export type CodeCle = 'luhn' | 'somme' | 'departement' | 'commune';

const VALIDE: Verification = { statut: 'valide' };
const cle = (fits: boolean, code: CodeCle): Verification => (fits ? VALIDE : { statut: 'cle', code });

export const FINESS = /^[0-9][0-9A-Z][0-9]{7}$/;
export const SIREN = /^[0-9]{9}$/;
export const SIRET = /^[0-9]{14}$/;
export const RPPS = /^[0-9]{11}$/;
const RPPS_RANG = /^[0-9]{14}$/;
const ADELI = /^[0-9A-Z]{9}$/;
const ADELI_RANG = /^[0-9A-Z]{11}$/;
export const COMMUNE = /^([0-9]{2}|2[AB])[0-9]{3}$/;
export const CODE_POSTAL = /^[0-9]{5}$/;

/** Whether a number, its key included, satisfies Luhn: every second digit from the right counts double. */
function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits.at(-1 - i));
    const weighted = i % 2 === 0 ? digit : digit * 2;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

function forme(text: string, length: number, pattern: RegExp): Verification | undefined {
  if (text.length !== length) return { statut: 'forme', code: 'longueur' };
  if (!pattern.test(text)) return { statut: 'forme', code: 'caracteres' };
  return undefined;
}

/**
 * A FINESS number, of an EJ or of an EG (they share one space: only a look-up tells them apart).
 * The key is computed with A → 1 and B → 2 for Corsica; a letter elsewhere has no known key.
 */
export function verifierFINESS(text: string): Verification {
  const wrong = forme(text, 9, FINESS);
  if (wrong) return wrong;
  const digits = text.replace(/^2A/, '21').replace(/^2B/, '22');
  return /[A-Z]/.test(digits) ? cle(false, 'departement') : cle(luhn(digits), 'luhn');
}

/** A SIREN number: 9 digits, Luhn. */
export function verifierSIREN(text: string): Verification {
  return forme(text, 9, SIREN) ?? cle(luhn(text), 'luhn');
}

const SIREN_LA_POSTE = '356000000';
const SIRET_SIEGE_LA_POSTE = '35600000000048';

/**
 * A SIRET number: 14 digits, Luhn. The post offices exhausted the numbers that satisfy Luhn: except the
 * head office, the digits of an establishment of La Poste add up to a multiple of 5 instead.
 */
export function verifierSIRET(text: string): Verification {
  const wrong = forme(text, 14, SIRET);
  if (wrong) return wrong;
  if (!siretPorteLeSiren(text, SIREN_LA_POSTE) || text === SIRET_SIEGE_LA_POSTE) return cle(luhn(text), 'luhn');
  const sum = [...text].reduce((total, digit) => total + Number(digit), 0);
  return cle(sum % 5 === 0, 'somme');
}

/** Whether the SIRET of an EG begins with the SIREN of its EJ. */
export function siretPorteLeSiren(siret: string, siren: string): boolean {
  return SIREN.test(siren) && siret.startsWith(siren);
}

/** An RPPS number: 11 digits, Luhn. */
export function verifierRPPS(text: string): Verification {
  return forme(text, 11, RPPS) ?? cle(luhn(text), 'luhn');
}

/** `8` + RPPS, or formerly `0` + ADELI (9 characters, no key). */
export function verifierIdNatPS(text: string): Verification {
  const number = text.slice(1);
  if (text.startsWith('8')) return verifierRPPS(number);
  if (text.startsWith('0')) return forme(number, 9, ADELI) ?? VALIDE;
  return { statut: 'forme', code: text === '' ? 'longueur' : 'type' };
}

/** RPPS-rang: the RPPS of the practice's holder, an order number and a key. Only the RPPS is verified. */
function verifierRppsRang(text: string): Verification {
  return forme(text, 14, RPPS_RANG) ?? verifierRPPS(text.slice(0, 11));
}

/**
 * An idNatStruct: a type digit (TRE_G07) and the number of this type: 0 ADELI-rang (11 characters),
 * 1 FINESS, 2 SIREN, 3 SIRET, 4 RPPS-rang (14 digits).
 */
export function verifierIdNatStruct(text: string): Verification {
  const number = text.slice(1);
  switch (text.charAt(0)) {
    case '0': return forme(number, 11, ADELI_RANG) ?? VALIDE;
    case '1': return verifierFINESS(number);
    case '2': return verifierSIREN(number);
    case '3': return verifierSIRET(number);
    case '4': return verifierRppsRang(number);
    case '': return { statut: 'forme', code: 'longueur' };
    default: return { statut: 'forme', code: 'type' };
  }
}

/**
 * A commune code of the Code officiel géographique. A postal code of Paris typed in its place is told
 * apart because the Paris of the COG is 75056 and its arrondissements 75101 to 75120.
 */
export function verifierCommune(text: string): Verification {
  const wrong = forme(text, 5, COMMUNE);
  if (wrong) return wrong;
  const departement = text.slice(0, 2);
  // Former code of Corsica; 96 never was; 99 is for foreign countries; overseas 971 to 978 and 984 to 989.
  if (/^(00|20|96|99)/.test(text) || /^97[09]/.test(text) || /^98[0-35]/.test(text)) return cle(false, 'departement');
  if (departement === '75') return cle(/^75(056|10[1-9]|11[0-9]|120)$/.test(text), 'commune');
  return cle(!text.endsWith('000'), 'commune');
}

/**
 * A postal code (or CEDEX): 5 digits, no key. Never derive a commune or a département from it:
 * the relation is many-to-many, and 94390 serves a commune of the 91.
 */
export function verifierCodePostal(text: string): Verification {
  return forme(text, 5, CODE_POSTAL) ?? VALIDE;
}
