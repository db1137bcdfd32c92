import type { RorClientError } from '../client/errors.ts';
import type { InputOf } from '../contract/operation.ts';
import type { Operations } from '../contract/operations.ts';
import type { Acteur } from '../domain/acteur.ts';
import type { Signalement, SignalementDetaille } from '../domain/signalement.ts';
import type { CommandeAnomalie } from '../engine/anomalie/commandes.ts';
import type { RefusAnomalie } from '../engine/anomalie/refus.ts';
import type { Caller } from './contexts.ts';
import { asFailure } from './failure.ts';
import { ReadingController } from './reading-controller.ts';

/** What the list keeps. */
export type FiltresAnomalies = Omit<InputOf<Operations['listerAnomalies']>, 'suite'>;

/** How an act ended: done; refused by a rule (`refus`); or failed on the way (`failure`). */
export type Issue = 'done' | 'refused' | 'failed';

/**
 * Loads and changes reports of anomalies for one element: pages of a list, and one report. The last good values stay
 * while something is loading or has failed.
 */
export class AnomaliesController extends ReadingController {
  acteur: Acteur | undefined;
  /** The pages read so far. */
  liste: readonly Signalement[] | undefined;
  /** There are more. */
  suite: string | null = null;
  nombre = 0;
  parStatut: readonly { readonly statut: string; readonly nombre: number }[] = [];
  anomalie: SignalementDetaille | undefined;
  /** What is being read. */
  loading: 'liste' | 'suite' | 'anomalie' | undefined;
  acting = false;
  /** Why the last act was refused or failed, until the next one. */
  refus: RefusAnomalie | undefined;
  failure: RorClientError | undefined;

  #filtres: FiltresAnomalies = {};
  #again: (() => Promise<void>) | undefined;

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.loading = undefined;
  }

  /** Another client, so perhaps another person: nothing of the former stays on screen. */
  forget(): void {
    this.abandon();
    this.acteur = this.liste = this.anomalie = this.loading = undefined;
    this.settle();
  }

  /** Forgets how the last act ended. */
  settle(): void {
    this.refus = this.failure = undefined;
    this.host.requestUpdate();
  }

  /** Who the session belongs to, once. */
  async readActeur(): Promise<void> {
    if (this.acteur) return;
    await this.#read(undefined, async (client, signal) => { this.acteur = await client.call('lireProfil', {}, { signal }); }, () => this.readActeur());
  }

  /** The first page of a list. */
  async list(filtres: FiltresAnomalies): Promise<void> {
    this.#filtres = filtres;
    await this.#read('liste', async (client, signal) => {
      const [acteur, page] = await Promise.all([this.acteur ?? client.call('lireProfil', {}, { signal }), client.call('listerAnomalies', filtres, { signal })]);
      this.acteur = acteur;
      this.liste = page.anomalies;
      ({ suite: this.suite, nombre: this.nombre, parStatut: this.parStatut } = page);
    }, () => this.list(filtres));
  }

  /** The page after; what changed while pages were read is not shown twice. */
  async listMore(): Promise<void> {
    const { suite } = this;
    if (suite === null || this.loading) return;
    await this.#read('suite', async (client, signal) => {
      const page = await client.call('listerAnomalies', { ...this.#filtres, suite }, { signal });
      const known = new Set(this.liste?.map(({ id }) => id));
      this.liste = [...(this.liste ?? []), ...page.anomalies.filter(({ id }) => !known.has(id))];
      ({ suite: this.suite, nombre: this.nombre, parStatut: this.parStatut } = page);
    }, () => this.listMore());
  }

  async readOne(anomalieId: string): Promise<void> {
    if (this.anomalie?.id !== anomalieId) this.anomalie = undefined;
    await this.#read('anomalie', async (client, signal) => {
      const [acteur, anomalie] = await Promise.all([this.acteur ?? client.call('lireProfil', {}, { signal }), client.call('lireAnomalie', { anomalieId }, { signal })]);
      this.acteur = acteur;
      this.anomalie = anomalie;
    }, () => this.readOne(anomalieId));
  }

  readAgain(): Promise<void> {
    return this.#again?.() ?? Promise.resolve();
  }

  /** A report that was overtaken is read again: the failure stays, so that the element can say so. */
  async act(commande: CommandeAnomalie): Promise<Issue> {
    const { anomalie } = this;
    if (!anomalie || this.acting) return 'failed';
    this.acting = true;
    this.settle();
    try {
      const answer = await this.client().call('traiterAnomalie', { anomalieId: anomalie.id, version: anomalie.version, commande });
      if ('refus' in answer) {
        this.refus = answer.refus;
        return 'refused';
      }
      this.#adopt(answer.anomalie);
      return 'done';
    } catch (error) {
      const failure = asFailure(error);
      if (failure.kind === 'stale') await this.readOne(anomalie.id);
      this.failure = failure;
      return 'failed';
    } finally {
      this.acting = false;
      this.host.requestUpdate();
    }
  }

  #adopt(anomalie: SignalementDetaille): void {
    if (this.anomalie?.id === anomalie.id) this.anomalie = anomalie;
    this.liste = this.liste?.map((one) => (one.id === anomalie.id ? anomalie : one));
  }

  #read(what: AnomaliesController['loading'], read: (client: Caller, signal: AbortSignal) => Promise<void>, again: () => Promise<void>): Promise<void> {
    this.#again = again;
    return this.read((reading) => { this.loading = reading ? what : undefined; }, read);
  }
}
