import type { LabelsController } from '../../controllers/labels-controller.ts';
import type { Catalogue } from '../../i18n/messages.ts';

export type Mots = Pick<Catalogue, 'commun' | 'disponibilites' | 'echecs'>;

/** Labels of the value sets of beds and places. */
export type Libelles = Readonly<Record<'nature' | 'statut' | 'genre' | 'fermeture' | 'supplement' | 'affectation', LabelsController>>;
