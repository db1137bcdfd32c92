import type { StatutOuverture } from '../../engine/recherche/resultats.ts';
import type { Mots } from './types.ts';

/** Where the région lives; the hours of an offer are those of its place. */
const ZONE = 'Europe/Paris';
const format = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

interface Local {
  readonly jour: string;
  /** Days since 1970, in the time of the place. */
  readonly numero: number;
  readonly minute: number;
}

/** Many offers change at the same instants: making the parts of a date costs a hundred times what looking them up does. */
const connus = new Map<string, Local | undefined>();

function local(iso: string): Local | undefined {
  if (connus.has(iso)) return connus.get(iso);
  if (connus.size > 500) connus.clear();
  const ms = Date.parse(iso);
  let found: Local | undefined;
  if (!Number.isNaN(ms)) {
    const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
    const jour = `${parts['year']}-${parts['month']}-${parts['day']}`;
    found = { jour, numero: Date.parse(jour) / 86_400_000, minute: Number(parts['hour']) * 60 + Number(parts['minute']) };
  }
  connus.set(iso, found);
  return found;
}

/** Days from an instant, or a day, to another, as people count them where the région is; undefined when one can't be read. */
export function joursEntre(avant: string, apres: string): number | undefined {
  const [de, a] = [local(avant), local(apres)];
  return de && a && Math.max(0, a.numero - de.numero);
}

/** The state in a word, and what follows it: the reason, and the next change. */
export function statutInWords({ etat, prochain, raison }: StatutOuverture, instant: string, mots: Mots): { readonly etat: string; readonly suite: string } {
  const change = prochain === null ? undefined : local(prochain);
  const now = local(instant);
  const suites = [
    raison && etat !== 'inconnu' ? mots.raisons[raison] : '',
    change && now && etat !== 'inconnu' ? mots.prochain(etat, { jour: change.jour, jourSemaine: ((change.numero + 3) % 7) + 1, minute: change.minute, dansJours: change.numero - now.numero }) : '',
  ];
  return { etat: mots.etats[etat], suite: suites.filter(Boolean).join(', ') };
}
