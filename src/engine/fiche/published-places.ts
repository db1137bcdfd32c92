import { equal, isObject } from './equal.ts';

type Json = Readonly<Record<string, unknown>>;

/** JDV_J193: what a person typed. */
const SAISIE_MANUELLE = '01';

/**
 * The places of an offer as they are published (FIC-58, FIC-101): those that have no metadata yet, as the places of a
 * duplicate, get an identifier that no other place of the offer has; a capacity that is new or changed is of this instant.
 * @param publies the places that they replace.
 */
export function publishedPlaces(lieux: readonly unknown[], id: string, instant: string, publies: unknown): readonly unknown[] {
  const taken = new Set(lieux.map(identifierOf));
  const before = Array.isArray(publies) ? publies.filter(isObject) : [];
  return lieux.map((lieu, n) => {
    if (!isObject(lieu)) return lieu;
    const known = before.find((one) => identifierOf(one) !== undefined && identifierOf(one) === identifierOf(lieu));
    return { ...lieu, ...commune(lieu), ...capacities(lieu, known, instant), ...(lieu['metadonnee'] === undefined && { metadonnee: fresh(id, n + 1, taken, instant) }) };
  });
}

function fresh(id: string, from: number, taken: Set<unknown>, instant: string): Json {
  let rank = from;
  while (taken.has(`${id}-lieu-${rank}`)) rank += 1;
  const identifiant = `${id}-lieu-${rank}`;
  taken.add(identifiant);
  return { identifiant, dateCreation: instant, dateMiseJour: instant };
}

/** A place of which only the address was typed is in the commune of the address. */
function commune({ communeCog, adresse }: Json): Json {
  const named = isObject(adresse) ? adresse['communeCog'] : undefined;
  return communeCog === undefined && named !== undefined ? { communeCog: named } : {};
}

function capacities({ capacitePriseCharge: counts }: Json, known: Json | undefined, instant: string): Json {
  if (!Array.isArray(counts)) return {};
  const before = Array.isArray(known?.['capacitePriseCharge']) ? known['capacitePriseCharge'].filter(isObject) : [];
  const dates = new Set(before.map(({ dateMAJCapacite }) => dateMAJCapacite));
  return { capacitePriseCharge: counts.map((count: unknown) => {
    if (!isObject(count)) return count;
    const { dateMAJCapacite: date } = count;
    // A date that was not published comes from another tool, with its count.
    const told = date !== undefined && (!dates.has(date) || before.some((one) => equal(one, count)));
    return told ? count : { typeSourceCapacite: SAISIE_MANUELLE, ...count, dateMAJCapacite: instant };
  }) };
}

const identifierOf = (lieu: unknown): unknown => (isObject(lieu) && isObject(lieu['metadonnee']) ? lieu['metadonnee']['identifiant'] : undefined);
