import type { Contenu } from '../../domain/fiche.ts';
import { readFiche } from '../planning/conversion/horaires-de-fiche.ts';
import type { Calendrier } from '../planning/journees.ts';
import type { Fermeture, Planning } from '../planning/planning.ts';
import { statut } from '../planning/statut.ts';
import type { StatutOuverture } from './resultats.ts';

/** Time zone of each département overseas (INSEE code); elsewhere the one of Paris. */
const ZONES: Readonly<Record<string, string>> = {
  971: 'America/Guadeloupe', 972: 'America/Martinique', 973: 'America/Cayenne', 974: 'Indian/Reunion', 975: 'America/Miquelon', 976: 'Indian/Mayotte',
  977: 'America/St_Barthelemy', 978: 'America/Marigot', 986: 'Pacific/Wallis', 987: 'Pacific/Tahiti', 988: 'Pacific/Noumea',
};

/** The zone whose clock the hours of an offer follow. */
export const zoneOf = (departement: string | null): string => ZONES[departement ?? ''] ?? 'Europe/Paris';

const fermetureOf = ({ typeFermeture, dateFermeture, datePrevisionnelleReouverture }: Contenu): Fermeture | undefined =>
  (typeof dateFermeture === 'string' ? {
    du: dateFermeture, ...(typeof typeFermeture === 'string' && { type: typeFermeture }),
    ...(typeof datePrevisionnelleReouverture === 'string' && { reouverture: datePrevisionnelleReouverture }),
  } : undefined);

/** The hours of an offer: its own, and its closing or the one declared above it, nearest first (a closing closes all that lies below). */
export function planningOf(offre: Contenu, dessus: readonly Contenu[] = []): Planning {
  const { planning } = readFiche(offre['horaire']);
  const fermetures = [offre, ...dessus].flatMap((contenu) => fermetureOf(contenu) ?? []);
  const fermeture = fermetures.find(({ type }) => type === 'DEF') ?? fermetures[0];
  return { ...planning, ...(fermeture && { fermeture }) };
}

/** REC-4: open, closed or unknown at an instant, with the next change. */
export function openingStatut(planning: Planning, instantMs: number, zone: string, calendrier: Calendrier): StatutOuverture {
  const { etat, raison, prochain } = statut(planning, instantMs, zone, { calendrier });
  const dite = raison.code === 'semaine' ? 'horaires' : raison.code;
  return {
    etat, prochain: prochain ? new Date(prochain.instantMs).toISOString() : null,
    ...(etat === 'ferme' && (dite === 'horaires' || dite === 'fermeture-provisoire' || dite === 'fermeture-definitive' || dite === 'ferie' || dite === 'exception') && { raison: dite }),
  };
}

/** REC-4: when an offer is surely open between two instants (milliseconds since 1970 UTC, the second out), in order. */
export function openPeriodes(planning: Planning, zone: string, de: number, a: number, calendrier: Calendrier): readonly { readonly debut: number; readonly fin: number }[] {
  const periodes: { debut: number; fin: number }[] = [];
  for (let at = de; at < a;) {
    const { etat, prochain } = statut(planning, at, zone, { calendrier });
    const fin = Math.min(a, prochain?.instantMs ?? a);
    if (etat === 'ouvert') periodes.push({ debut: at, fin });
    // A change is always later; what would not be ends the search rather than going round.
    at = fin > at ? fin : a;
  }
  return periodes;
}
