import { RorClientError } from '../../src/client/errors.ts';
import { RorClient } from '../../src/client/ror-client.ts';
import { embedded } from '../../src/client/transports/embedded.ts';
import type { CapacitePriseCharge } from '../../src/domain/lieu-realisation-offre.ts';
import type { PlacesUnite } from '../../src/engine/recherche/resultats.ts';

const HIER = new Date(Date.now() - 86_400_000).toISOString();

export const compte = (nature: string, statut: string, nombre: number, plus: Partial<CapacitePriseCharge> = {}): CapacitePriseCharge => ({
  affectationTemporaire: '01', natureCapacite: nature, statutCapacite: statut, temporaliteCapacite: '01', nombreCapacite: nombre, typeSourceCapacite: '01', dateMAJCapacite: HIER, ...plus,
});

const CH = { id: 'eg-ch', nom: 'Centre hospitalier de la Vallée' };

export const UNITES: readonly PlacesUnite[] = [
  {
    id: 'uo-medecine', nom: 'Médecine polyvalente', etablissement: CH, version: 3, dateMiseJour: HIER,
    capacites: [compte('01', '01', 20), compte('01', '02', 2, { genreCapaciteDispo: '01' }), compte('01', '02', 1, { genreCapaciteDispo: '02' }), compte('01', '05', 4), compte('01', '02', 5, { temporaliteCapacite: '03' })],
    fermetures: [{ id: 'f1', debut: '2026-12-24', fin: '2027-01-03', nombre: 6, type: '01', commentaire: 'Congés de fin d’année' }],
  },
  { id: 'uo-geriatrie', nom: 'Court séjour gériatrique', etablissement: CH, version: 1, dateMiseJour: '2026-01-05T08:00:00.000Z', capacites: [compte('01', '01', 12), compte('01', '02', 3)], fermetures: [] },
  { id: 'uo-had', nom: 'Hospitalisation à domicile', etablissement: { id: 'eg-had', nom: 'HAD des Deux Rives' }, version: 1, dateMiseJour: null, capacites: [], fermetures: [] },
];

interface Saisi { readonly uniteId: string; readonly version: number; readonly capacites: readonly Omit<CapacitePriseCharge, 'dateMAJCapacite' | 'typeSourceCapacite'>[]; readonly fermetures: readonly Omit<PlacesUnite['fermetures'][number], 'id'>[] }

/** A client over these units, that keeps what is written. */
export function clientPlaces({ unites = UNITES, parPage = 50, avant }: {
  readonly unites?: readonly PlacesUnite[]; readonly parPage?: number; readonly avant?: (name: string, input: unknown) => unknown;
} = {}): RorClient {
  let actuelles = unites;
  return new RorClient(embedded(async (name, input) => {
    const first = await avant?.(name, input);
    if (first !== undefined) return first;
    if (name === 'listerPlaces') {
      const from = Number((input as { suite?: string }).suite ?? 0);
      return { unites: actuelles.slice(from, from + parPage), suite: from + parPage < actuelles.length ? String(from + parPage) : null };
    }
    const { uniteId, version, capacites, fermetures } = input as Saisi;
    const unite = actuelles.find(({ id }) => id === uniteId);
    if (!unite) throw new RorClientError('missing', 'no such unit');
    if (unite.version !== version) throw new RorClientError('stale', 'changed');
    const instant = new Date().toISOString();
    const ecrite: PlacesUnite = {
      ...unite, version: version + 1, dateMiseJour: instant, capacites: capacites.map((one) => ({ ...one, typeSourceCapacite: '01', dateMAJCapacite: instant })),
      fermetures: fermetures.map((one, i) => ({ ...one, id: `f${version}-${i}` })),
    };
    actuelles = actuelles.map((one) => (one.id === uniteId ? ecrite : one));
    return { unite: ecrite };
  }));
}
