/** A stretch of time with one offset: local time = instant + `decalage`; all in milliseconds, `jusqua` excluded. */
export interface OffsetSpan {
  readonly depuis: number;
  readonly jusqua: number;
  readonly decalage: number;
}

const ANNEE = 365.25 * 86_400_000;
const SONDE = 14 * 86_400_000;
const MINUTE = 60_000;
/** One year on each side of what a Date can hold is left out. */
const LIMITE = 8.64e15 - 2 * ANNEE;

/**
 * Offsets of one zone, asked of `Intl` a few dozen times per year of calendar, then kept: `Intl` alone is a
 * hundred times too slow for lists of places. A class, because the years already asked for must stay in step.
 */
export class Fuseau {
  readonly #format: Intl.DateTimeFormat;
  readonly #years = new Map<number, readonly OffsetSpan[]>();
  #last: OffsetSpan = { depuis: 0, jusqua: 0, decalage: 0 };

  /** @throws RangeError when the zone is unknown to `Intl`. */
  constructor(zone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', era: 'short',
      year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
  }

  /** The stretch that holds an instant, in milliseconds since 1970 UTC; undefined when no calendar reaches it. */
  spanAt(instantMs: number): OffsetSpan | undefined {
    if (instantMs >= this.#last.depuis && instantMs < this.#last.jusqua) return this.#last;
    if (!(Math.abs(instantMs) < LIMITE)) return undefined;
    const annee = Math.floor(instantMs / ANNEE);
    let traits = this.#years.get(annee);
    if (!traits) this.#years.set(annee, traits = this.#spans(annee * ANNEE, (annee + 1) * ANNEE));
    for (const trait of traits) if (instantMs < trait.jusqua) return this.#last = trait;
    return undefined;
  }

  #spans(debut: number, fin: number): readonly OffsetSpan[] {
    const traits: OffsetSpan[] = [];
    let depuis = debut;
    let decalage = this.#offset(debut);
    for (let sonde = debut; sonde < fin;) {
      const suivante = Math.min(sonde + SONDE, fin - MINUTE);
      if (suivante <= sonde) break;
      if (this.#offset(suivante) !== decalage) {
        const change = this.#first(sonde, suivante, decalage);
        traits.push({ depuis, jusqua: change, decalage });
        depuis = sonde = change;
        decalage = this.#offset(change);
      } else sonde = suivante;
    }
    return [...traits, { depuis, jusqua: fin, decalage }];
  }

  /** The first whole minute after `avant` with another offset, by halving. */
  #first(avant: number, apres: number, decalage: number): number {
    let [bas, haut] = [avant, apres];
    while (haut - bas > MINUTE) {
      const milieu = bas + Math.floor((haut - bas) / 2 / MINUTE) * MINUTE;
      if (this.#offset(milieu) === decalage) bas = milieu; else haut = milieu;
    }
    return haut;
  }

  #offset(instantMs: number): number {
    const lu: Record<string, number> = {};
    let avantJesusChrist = false;
    for (const { type, value } of this.#format.formatToParts(instantMs)) {
      if (type === 'era') avantJesusChrist = value.startsWith('B');
      lu[type] = Number(value);
    }
    const local = new Date(0);
    local.setUTCFullYear(avantJesusChrist ? 1 - lu['year']! : lu['year']!, lu['month']! - 1, lu['day']);
    local.setUTCHours(lu['hour']!, lu['minute'], lu['second']);
    return local.getTime() - Math.floor(instantMs / 1000) * 1000;
  }
}

const connus = new Map<string, Fuseau | undefined>();

/** The offsets of a zone of the IANA list (`Europe/Paris`, `Indian/Reunion`); undefined when the zone is unknown. */
export function fuseau(zone: string): Fuseau | undefined {
  if (!connus.has(zone)) {
    if (connus.size > 500) connus.clear();
    let trouve: Fuseau | undefined;
    try { trouve = new Fuseau(zone); } catch { /* unknown to Intl: an answer, not a failure */ }
    connus.set(zone, trouve);
  }
  return connus.get(zone);
}
