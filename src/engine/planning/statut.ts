import { dateOfNumber, jourOfNumber } from './dates.ts';
import { fuseau, type OffsetSpan } from './fuseau.ts';
import { Journees, TYPES_OUVERTS, type Calendrier, type Etat, type Raison } from './journees.ts';
import { MINUTES_JOUR, type DateJour, type Jour } from './types.ts';
import type { Planning } from './planning.ts';

/** When the place becomes something else, in its own local time. */
export interface Changement {
  readonly etat: Etat;
  readonly raison: Raison;
  /** Milliseconds since 1970 UTC. */
  readonly instantMs: number;
  readonly jour: DateJour;
  readonly jourSemaine: Jour;
  /** Minute of the day. */
  readonly minute: number;
  /** 0 today, 1 tomorrow… */
  readonly dansJours: number;
}

/** PLA-25: state and reason are said apart; without `prochain`, nothing changes within {@link HORIZON} days. */
export interface Statut {
  readonly etat: Etat;
  readonly raison: Raison;
  readonly prochain?: Changement;
}

export interface OptionsStatut {
  /** Without a calendar every day is a plain day. Keep one object for many calls: what was computed is kept with it. */
  readonly calendrier?: Calendrier;
  /** Types of range that mean open; by default 01 and 02. */
  readonly types?: readonly string[];
}

/** How far the next change is looked for. */
export const HORIZON = 400;

const JOUR_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** The years whose days are written `YYYY-MM-DD`, and whose zones are known. */
const PREMIER = Date.UTC(1900, 0, 1);
const DERNIER = Date.UTC(9990, 0, 1);

/** PLA-21 to PLA-27: whether a place is open at an instant (milliseconds since 1970 UTC), in the zone of the place (IANA name). */
export function statut(planning: Planning, instantMs: number, zone: string, options: OptionsStatut = {}): Statut {
  if (!(instantMs >= PREMIER && instantMs < DERNIER)) return { etat: 'inconnu', raison: { code: 'instant-illisible' } };
  const offsets = fuseau(zone);
  const trait = offsets?.spanAt(instantMs);
  if (!offsets || !trait) return { etat: 'inconnu', raison: { code: 'fuseau-inconnu' } };

  const cours = courseOf(planning, options);
  const ici = cours.a(instantMs + trait.decalage);
  const numero = Math.floor((instantMs + trait.decalage) / JOUR_MS);
  const prochain = nextChange(cours, ici, trait, (at) => offsets.spanAt(at));
  if (!prochain) return { etat: ici.etat, raison: ici.raison };
  return {
    etat: ici.etat, raison: ici.raison,
    prochain: {
      etat: prochain.etat, raison: prochain.raison, instantMs: prochain.instantMs, jour: cours.date(prochain.numero),
      jourSemaine: jourOfNumber(prochain.numero), minute: prochain.minute, dansJours: prochain.numero - numero,
    },
  };
}

interface Position {
  readonly etat: Etat;
  readonly raison: Raison;
  readonly numero: number;
  readonly minute: number;
}

/**
 * PLA-27: the next change on the clock of the place. Between two changes of offset a local time is one instant;
 * where the offset changes before the next change of the day, the clock jumps, and what it lands on is looked at.
 */
function nextChange(cours: Course, ici: Position, premier: OffsetSpan, suivant: (at: number) => OffsetSpan | undefined): (Position & { readonly instantMs: number }) | undefined {
  let [trait, position] = [premier, ici];
  for (;;) {
    const change = cours.next(position);
    if (!change) return undefined;
    const instant = (change.numero * MINUTES_JOUR + change.minute) * MINUTE_MS - trait.decalage;
    if (instant < trait.jusqua) return { ...change, instantMs: instant };
    const apres = suivant(trait.jusqua);
    if (!apres) return undefined;
    const at = trait.jusqua;
    position = cours.a(at + apres.decalage);
    if (position.etat !== ici.etat) return { ...position, instantMs: at };
    trait = apres;
  }
}

/** Local time as a sequence of states; a class, because what was found of a day is kept for the other instants of that day. */
class Course {
  readonly #journees: Journees;
  readonly #apres = new Map<number, Position | null>();
  readonly #dates = new Map<number, DateJour>();

  constructor(journees: Journees) {
    this.#journees = journees;
  }

  a(localMs: number): Position {
    const numero = Math.floor(localMs / JOUR_MS);
    const minute = Math.floor((localMs - numero * JOUR_MS) / MINUTE_MS);
    const journee = this.#journees.journee(numero);
    for (const { fin, etat, raison } of journee) if (minute < fin) return { etat, raison, numero, minute };
    throw new RangeError('A day has 1440 minutes.');
  }

  /** The first local time after `ici` with another state. */
  next({ etat, numero, minute }: Position): Position | undefined {
    const trouve = this.#dans(numero, etat, minute);
    if (trouve) return trouve;
    let apres = this.#apres.get(numero);
    if (apres === undefined) {
      if (this.#apres.size > 4000) this.#apres.clear();
      this.#apres.set(numero, apres = this.#seek(numero, etat));
    }
    return apres ?? undefined;
  }

  date(numero: number): DateJour {
    let date = this.#dates.get(numero);
    if (date === undefined) {
      if (this.#dates.size > 4000) this.#dates.clear();
      this.#dates.set(numero, date = dateOfNumber(numero));
    }
    return date;
  }

  #seek(numero: number, etat: Etat): Position | null {
    for (let jour = numero + 1; jour <= numero + HORIZON; jour++) {
      const trouve = this.#dans(jour, etat, -1);
      if (trouve) return trouve;
    }
    return null;
  }

  #dans(numero: number, etat: Etat, apres: number): Position | undefined {
    let debut = 0;
    for (const etape of this.#journees.journee(numero)) {
      if (debut > apres && etape.etat !== etat) return { etat: etape.etat, raison: etape.raison, numero, minute: debut };
      debut = etape.fin;
    }
    return undefined;
  }
}

const NO_CALENDAR: Calendrier = {};
const kept = new WeakMap<Planning, { readonly calendrier: Calendrier; readonly types: readonly string[]; readonly cours: Course }>();

/** The last reading of each planning is kept while the planning lives: values are never changed in place. */
function courseOf(planning: Planning, { calendrier = NO_CALENDAR, types = TYPES_OUVERTS }: OptionsStatut): Course {
  const garde = kept.get(planning);
  if (garde?.calendrier === calendrier && (garde.types === types || garde.types.join() === types.join())) return garde.cours;
  const cours = new Course(new Journees(planning, types, calendrier));
  kept.set(planning, { calendrier, types, cours });
  return cours;
}
