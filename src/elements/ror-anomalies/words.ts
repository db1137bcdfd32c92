import type { LabelsController } from '../../controllers/labels-controller.ts';
import type { RefusAnomalie } from '../../engine/anomalie/refus.ts';
import { STATUT } from '../../engine/anomalie/types.ts';
import type { Catalogue } from '../../i18n/messages.ts';

export type Mots = Pick<Catalogue, 'anomalies' | 'commun' | 'echecs'>;

/** Labels of the codes that reports hold. */
export interface Libelles {
  readonly thematique: LabelsController;
  readonly action: LabelsController;
  readonly statut: LabelsController;
  readonly departement: LabelsController;
}

/** The sentence of a refusal, whatever its code. */
export const wordRefus = (refus: RefusAnomalie, { anomalies }: Mots): string => (anomalies.refus[refus.code] as (refus: RefusAnomalie) => string)(refus);

/** How a status looks: what waits for somebody, what is blocked, how it ended. */
const TONES: Readonly<Record<string, 'attend' | 'bloque' | 'fait' | 'refuse' | 'passe'>> = {
  [STATUT.cree]: 'attend', [STATUT.aTraiter]: 'attend', [STATUT.envoye]: 'attend',
  [STATUT.sansDestinataire]: 'bloque', [STATUT.mauvaisDestinataire]: 'bloque', [STATUT.aVerifier]: 'bloque', [STATUT.tolereUnTemps]: 'passe',
  [STATUT.corrige]: 'fait', [STATUT.refuse]: 'refuse', [STATUT.tolere]: 'passe', [STATUT.annule]: 'passe',
};
export const toneOf = (statut: string): string => TONES[statut] ?? 'passe';
