import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { RorClientError } from '../client/errors.ts';
import type { Acteur } from '../domain/acteur.ts';
import type { Dossier, DossierResume } from '../domain/dossier.ts';
import { Fiche, type FicheResume, type Saisie } from '../domain/fiche.ts';
import type { CommandeDossier } from '../engine/dossier/commandes.ts';
import type { Refus } from '../engine/dossier/refus.ts';
import type { Caller } from './contexts.ts';
import { asFailure } from './failure.ts';

/** How an act ended: done; refused by a rule (`refus`); or failed on the way (`failure`). */
export type Outcome = 'done' | 'refused' | 'failed';

/** A save of a fiche asked by a person. */
export interface SaveFiche extends Saisie {
  readonly ficheId: string;
  /** Version of the fiche that the person started from. */
  readonly version: number;
  readonly finaliser: boolean;
}

/** What was typed into a fiche that was left, and could not be saved. */
export interface Parked extends SaveFiche {
  readonly dossierId: string;
  readonly nom: string;
  readonly failure: RorClientError;
}

/**
 * Loads, keeps and changes the dossiers of a person for one element: the list, one dossier, one fiche of it.
 * The last good values stay while something is loading or has failed; nothing typed is ever dropped here.
 */
export class DossierController implements ReactiveController {
  acteur: Acteur | undefined;
  dossiers: readonly DossierResume[] | undefined;
  dossier: Dossier | undefined;
  fiche: Fiche | undefined;
  /** What is on its way: a reading of the list, a dossier or a fiche, or an act. */
  loading: 'dossiers' | 'dossier' | 'fiche' | undefined;
  acting: boolean = false;
  /** Why the last reading failed. */
  readFailure: RorClientError | undefined;
  /** Why the last act was refused or failed, until the next one. */
  refus: Refus | undefined;
  failure: RorClientError | undefined;
  /** Saves of fiches that were left and could not be carried out, by fiche. */
  readonly parked = new Map<string, Parked>();

  readonly #host: ReactiveControllerHost;
  readonly #client: () => Caller;
  #reading: AbortController | undefined;
  #saving: Promise<unknown> = Promise.resolve();
  /** Versions that our own saves made, by fiche: what is typed here goes on from them. */
  readonly #made = new Map<string, number>();

  /** @param client gives the client to use now, or throws the `no-client` failure. */
  constructor(host: ReactiveControllerHost, client: () => Caller) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#reading?.abort();
  }

  /** Reads the person and the list of dossiers. */
  async readList(): Promise<void> {
    await this.#read('dossiers', async (client, signal) => {
      this.acteur ??= await client.call('lireProfil', {}, { signal });
      this.dossiers = await client.call('listerDossiers', {}, { signal });
    });
  }

  /** Reads one dossier; its fiches stay unread. */
  async readDossier(dossierId: string): Promise<void> {
    if (this.dossier?.id !== dossierId) this.dossier = this.fiche = undefined;
    await this.#read('dossier', async (client, signal) => {
      this.acteur ??= await client.call('lireProfil', {}, { signal });
      this.dossier = await client.call('lireDossier', { dossierId }, { signal });
    });
  }

  /** Reads one fiche of the dossier. What was typed into it and could not be saved comes back with it. */
  async readFiche(ficheId: string): Promise<void> {
    const dossierId = this.dossier!.id;
    if (this.fiche?.id !== ficheId) this.fiche = undefined;
    await this.#read('fiche', async (client, signal) => {
      this.fiche = await client.call('lireFiche', { dossierId, ficheId }, { signal });
    });
  }

  /** Closes the fiche, or the whole dossier, without any reading. */
  close(what: 'fiche' | 'dossier'): void {
    this.#reading?.abort();
    this.fiche = this.loading = this.readFailure = undefined;
    if (what === 'dossier') this.dossier = undefined;
    this.settle();
  }

  /** Forgets the last refusal or failure of an act: the person has gone on. */
  settle(): void {
    this.refus = this.failure = undefined;
    this.#host.requestUpdate();
  }

  /** Opens a dossier on an entité géographique; `dossier-deja-ouvert` names the one to use instead. */
  async create(entiteGeographiqueId: string, nom: string): Promise<Outcome> {
    return this.#act(async (client) => {
      const answer = await client.call('creerDossier', { entiteGeographiqueId, nom });
      if ('refus' in answer) return answer.refus;
      this.dossier = answer.dossier;
      return undefined;
    });
  }

  /** The name of a structure of the répertoire; undefined when it could not be read (see `readFailure`). */
  async structureName(noeudId: string): Promise<string | undefined> {
    let nom: string | undefined;
    await this.#read('dossier', async (client, signal) => {
      ({ noeud: { nom } } = await client.call('lireNoeud', { noeudId }, { signal }));
    });
    return nom;
  }

  /** Carries out one command on the dossier. Someone else's change in between is read, and the person decides again. */
  async decide(commande: CommandeDossier): Promise<Outcome> {
    const { id: dossierId, version } = this.dossier!;
    return this.#act(async (client) => {
      const answer = await client.call('deciderDossier', { dossierId, version, commande });
      if ('refus' in answer) return answer.refus;
      this.dossier = answer.dossier;
      if (this.fiche && !this.dossier.fiches.some(({ id }) => id === this.fiche!.id)) this.fiche = undefined;
      return undefined;
    }, async (error) => {
      if (error.kind === 'stale') await this.readDossier(dossierId);
    });
  }

  /** Saves the fiche on screen, on hold or final. */
  async save(save: SaveFiche): Promise<Outcome> {
    const dossierId = this.dossier!.id;
    return this.#act((client) => this.#send(client, dossierId, save));
  }

  /** Saves, without waiting, a fiche that the person has left. What can't be saved is kept in `parked`. */
  async saveLeft(save: SaveFiche, nom: string, dossierId = this.dossier!.id): Promise<Outcome> {
    try {
      const refus = await this.#send(this.#client(), dossierId, save);
      if (!refus) this.parked.delete(save.ficheId);
      this.#host.requestUpdate();
      return refus ? 'refused' : 'done';
    } catch (error) {
      this.parked.set(save.ficheId, { ...save, dossierId, nom, failure: asFailure(error) });
      this.#host.requestUpdate();
      return 'failed';
    }
  }

  /** One save at a time: the next one starts from the version that the one before has made. */
  #send(client: Caller, dossierId: string, save: SaveFiche): Promise<Refus | undefined> {
    const turn = this.#saving.then(() => this.#put(client, dossierId, save));
    this.#saving = turn.catch(() => undefined);
    return turn;
  }

  async #put(client: Caller, dossierId: string, { ficheId, contenu, illisibles, finaliser, ...save }: SaveFiche): Promise<Refus | undefined> {
    const version = Math.max(save.version, this.#made.get(ficheId) ?? 0);
    const answer = await client.call('enregistrerFiche', { dossierId, ficheId, version, contenu, illisibles, finaliser }).catch((error: unknown) => {
      const saved = alreadySaved(error, { contenu, illisibles, finaliser });
      if (saved) return { fiche: saved };
      throw error;
    });
    if ('refus' in answer) return answer.refus;
    this.#adopt(dossierId, answer.fiche);
    return undefined;
  }

  /** The dossier shows the saved fiche at once, without reading it again. */
  #adopt(dossierId: string, fiche: Fiche): void {
    this.parked.delete(fiche.id);
    this.#made.set(fiche.id, fiche.version);
    if (this.fiche?.id === fiche.id) this.fiche = fiche;
    if (this.dossier?.id !== dossierId) return;
    const { contenu: _contenu, illisibles: _illisibles, dateMiseJour: _date, auteur: _auteur, ...resume } = fiche;
    this.dossier = { ...this.dossier, fiches: this.dossier.fiches.map((row): FicheResume => (row.id === fiche.id ? resume : row)) };
  }

  async #act(run: (client: Caller) => Promise<Refus | undefined>, onFailure?: (error: RorClientError) => Promise<void>): Promise<Outcome> {
    this.acting = true;
    this.settle();
    try {
      this.refus = await run(this.#client());
      return this.refus ? 'refused' : 'done';
    } catch (error) {
      const failure = asFailure(error);
      await onFailure?.(failure);
      this.failure = failure;
      return 'failed';
    } finally {
      this.acting = false;
      this.#host.requestUpdate();
    }
  }

  async #read(what: NonNullable<DossierController['loading']>, run: (client: Caller, signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#reading?.abort();
    const reading = (this.#reading = new AbortController());
    this.loading = what;
    this.readFailure = undefined;
    this.#host.requestUpdate();
    try {
      await run(this.#client(), reading.signal);
    } catch (error) {
      if (!reading.signal.aborted) this.readFailure = asFailure(error);
    } finally {
      if (this.#reading === reading) this.loading = undefined;
      this.#host.requestUpdate();
    }
  }
}

/**
 * A save whose answer was lost, tried again, meets its own result: that is a success.
 * @returns the fiche of the server when it holds exactly what was sent.
 */
function alreadySaved(error: unknown, sent: Saisie & { readonly finaliser: boolean }): Fiche | undefined {
  if (!(error instanceof RorClientError) || error.kind !== 'stale') return undefined;
  const parsed = Fiche.safeParse(error.problem?.actuel);
  if (!parsed.success) return undefined;
  const { contenu, illisibles, etat } = parsed.data;
  const same = JSON.stringify([sorted(contenu), sorted(illisibles)]) === JSON.stringify([sorted(sent.contenu), sorted(sent.illisibles)]);
  return same && (etat === 'finalisee') === sent.finaliser ? parsed.data : undefined;
}

/** The same JSON with its keys in order: a database may give them back in another one. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
