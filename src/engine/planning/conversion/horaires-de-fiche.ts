import type { Horaire } from '../../../domain/horaire.ts';
import { clePeriode, periode } from './commun.ts';
import type { Planning } from '../planning.ts';
import { egales, fusionner } from '../semaine.ts';
import type { Constat, Semaine } from '../types.ts';
import { ecrireHoraires, lireHoraires } from './horaire.ts';

/** The records of a fiche, as a person fills them: a typical week, and what it does not hold. */
export interface HorairesDeFiche {
  /** The week, and the dated records as exceptions. */
  readonly planning: Planning;
  /** Records that the week does not say: dated, unreadable, every other week. They are kept as they are. */
  readonly reste: readonly unknown[];
  readonly constats: readonly Constat[];
}

/** PLA-34: the records of a fiche, the week apart. Anything may be given. */
export function lireFiche(horaires: unknown): HorairesDeFiche {
  const { base, reste, planning, constats } = trier(horaires);
  return { planning: { ...planning, semaine: fusionner(base.flatMap(({ semaine }) => semaine)) }, reste, constats };
}

/**
 * PLA-34: the records of a fiche with another week. A record that still says the same stays as it is; a record of the same day and
 * type whose hours changed keeps what else it carries (identifier, remark); what the week does not hold is kept. The same week gives
 * the same list.
 */
export function ecrireFiche(horaires: unknown, semaine: Semaine): readonly unknown[] {
  const { base, reste, planning: { validite } } = trier(horaires);
  if (Array.isArray(horaires) && egales(semaine, fusionner(base.flatMap((ancien) => ancien.semaine)))) return horaires as readonly unknown[];
  const voulus = new Map(releves(semaine).map((horaire) => [cle(horaire), horaire]));
  const restants: Ancien[] = [];
  const gardes = base.flatMap((ancien) => {
    const siens = releves(ancien.semaine).map(cle);
    const reste = siens.every((une) => voulus.has(une));
    if (!reste) restants.push(ancien);
    for (const une of reste ? siens : []) voulus.delete(une);
    return reste ? [ancien.horaire] : [];
  });
  const dates = validite && { ...(validite.du !== undefined && { debutDateEffective: validite.du }), ...(validite.au !== undefined && { finDateEffective: validite.au }) };
  const nouveaux = [...voulus.values()].map((horaire): Horaire => {
    const rang = restants.findIndex(({ horaire: { jourSemaine }, semaine: [plage] }) => jourSemaine === horaire.jourSemaine && plage?.type === horaire.typePlageHoraire);
    const [ancien] = rang < 0 ? [] : restants.splice(rang, 1);
    return { ...ancien?.horaire, ...horaire, ...dates };
  });
  const ordre = ({ jourSemaine = 0, heureDebut = '' }: Horaire) => `${jourSemaine} ${heureDebut}`;
  return [...[...gardes, ...nouveaux].sort((a, b) => (ordre(a) < ordre(b) ? -1 : 1)), ...reste];
}

/** One record of the week, and the ranges that it says alone. */
interface Ancien {
  readonly horaire: Horaire;
  readonly semaine: Semaine;
}

/** PLA-30 for each record: is it of the week, or beside it? */
function trier(source: unknown): { readonly base: readonly Ancien[]; readonly reste: readonly unknown[]; readonly planning: Planning; readonly constats: readonly Constat[] } {
  const tous: readonly unknown[] = Array.isArray(source) ? source : [];
  const { planning, constats } = lireHoraires(tous.map((item) => (estObjet(item) ? item : {})));
  const base: Ancien[] = [];
  const reste: unknown[] = [];
  for (const item of tous) {
    const semaine = estObjet(item) ? semaineDe(item, planning) : undefined;
    if (semaine) base.push({ horaire: item as Horaire, semaine });
    else reste.push(item);
  }
  return { base, reste, planning, constats };
}

function semaineDe(horaire: Horaire, { validite }: Planning): Semaine | undefined {
  const { debutDateEffective: du, finDateEffective: au, ...sansDates } = horaire;
  const siennes = periode(du, au);
  if (siennes && (clePeriode(siennes) !== clePeriode(validite) || horaire.jourSemaine === undefined || horaire.commentaire !== undefined)) return undefined;
  const { semaine } = lireHoraires([sansDates]).planning;
  return semaine.length > 0 ? semaine : undefined;
}

const releves = (semaine: Semaine): readonly Horaire[] => ecrireHoraires({ semaine }).horaires;
const cle = ({ jourSemaine, heureDebut, heureFin, typePlageHoraire }: Horaire): string => [jourSemaine, heureDebut, heureFin, typePlageHoraire].join(' ');
const estObjet = (value: unknown): value is Horaire => typeof value === 'object' && value !== null && !Array.isArray(value);
