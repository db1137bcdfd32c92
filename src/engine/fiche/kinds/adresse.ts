import type { Adresse } from '../../../domain/adresse.ts';
import { lignesAdresse, LONGUEUR_LIGNE_ADRESSE } from '../../../domain/lignes-adresse.ts';
import { isEmptyValue, isObject } from '../equal.ts';
import type { Field } from '../types.ts';
import data from './adresse.json';
import { parseJson } from './composite.ts';
import { asStored, illisible, type Finding, type Kind } from './kind.ts';

// TypeScript reads the texts of a JSON file as any text; a test parses the fields with the schema of schemas.
/** The fields of an address, relative to it. */
export const champsAdresse = data.fields as readonly Field[];

/** A postal address (NF Z 10-011): one group of fields. */
export const adresse: Kind = {
  fields: champsAdresse,
  parse: (text) => parseJson(text, isObject),
  format: asStored,
  isEmpty: (value) => isEmptyValue(value) || (isObject(value) && Object.values(value).every(isEmptyValue)),
  check(value, _field, { context }) {
    if (!isObject(value)) return illisible;
    const texts = Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
    const { codePostal, communeCog } = texts;
    const found: Finding[] = tooLongLine(texts);
    // FIC-89: a postal code serves several communes and a commune has several: neither is told from the other.
    const commune = communeCog === undefined ? undefined : context.communes?.get(communeCog);
    const served = codePostal === undefined ? undefined : context.communes?.parCodePostal(codePostal);
    // A CEDEX code is in no list.
    if (commune && served && served.length > 0 && !served.includes(commune)) {
      found.push({ code: 'code-postal-commune', severity: 'avertissement', params: { codePostal: codePostal ?? '', commune: commune.nom } });
    }
    return found;
  },
};

/** FIC-87: the lines that several attributes make together; an attribute too long by itself is told on its own field. */
function tooLongLine(texts: Adresse): Finding[] {
  if (Object.values(texts).some((text) => typeof text === 'string' && text.length > LONGUEUR_LIGNE_ADRESSE)) return [];
  return lignesAdresse(texts).filter((line) => line.length > LONGUEUR_LIGNE_ADRESSE)
    .map((line) => ({ code: 'ligne-longue', severity: 'erreur', params: { ligne: line, max: LONGUEUR_LIGNE_ADRESSE, longueur: line.length } }));
}
