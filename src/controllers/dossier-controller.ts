import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { RorClientError } from '../client/errors.ts';
import { problem } from '../contract/problem.ts';
import type { Acteur } from '../domain/acteur.ts';
import type { Dossier, DossierResume } from '../domain/dossier.ts';
import type { Fiche, FicheResume, Saisie } from '../domain/fiche.ts';
import type { DossierEnCours } from '../domain/noeud.ts';
import type { CommandeDossier } from '../engine/dossier/commandes.ts';
import type { Refus } from '../engine/dossier/refus.ts';
import type { Caller } from './contexts.ts';
import { asFailure } from './failure.ts';
import { FicheSaver, type Parked, type SaveFiche } from './fiche-saver.ts';

/** How an act ended: done; refused by a rule (`refus`); or failed on the way (`failure`). */
export type Outcome = 'done' | 'refused' | 'failed';

/** Commands that take what is typed into the fiches: they wait until it is saved. */
const NEEDS_SAVED: ReadonlySet<CommandeDossier['type']> = new Set(['envoyer-en-validation', 'finaliser-fiches', 'dupliquer-fiche']);

/**
 * Loads, keeps and changes the dossiers of a person for one element: the list, one dossier, one fiche of it.
 * The last good values stay while something is loading or has failed; nothing typed is ever dropped here.
 */
export class DossierController implements ReactiveController {
  acteur: Acteur | undefined;
  /** The pages read so far; `suite`: there are more. */
  dossiers: readonly DossierResume[] | undefined;
  suite: string | null = null;
  dossier: Dossier | undefined;
  fiche: Fiche | undefined;
  /** What is being read. */
  loading: 'dossiers' | 'dossier' | 'fiche' | undefined;
  acting: boolean = false;
  /** Why the last reading failed. */
  readFailure: RorClientError | undefined;
  /** Why the last act was refused or failed, until the next one. */
  refus: Refus | undefined;
  failure: RorClientError | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #client: () => Caller;
  readonly #saver: FicheSaver;
  #reading: AbortController | undefined;
  #again: (() => Promise<void>) | undefined;

  /**
   * @param client gives the client to use now, or throws the `no-client` failure.
   * @param forgetText told of text that need not be kept any more: it is saved, or given up.
   */
  constructor(host: ReactiveControllerHost, client: () => Caller, private readonly forgetText: (dossierId: string, ficheId: string, saisie?: Saisie) => void = () => undefined) {
    this.#host = host;
    this.#client = client;
    this.#saver = new FicheSaver(client, (dossierId, fiche, sent) => {
      this.#adopt(dossierId, fiche);
      forgetText(dossierId, fiche.id, sent);
    }, () => { host.requestUpdate(); });
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this.#online);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#online);
    this.#reading?.abort();
  }

  /** What waited for the network goes. */
  readonly #online = (): void => {
    for (const parked of this.parked) if (parked.reason.failure?.kind === 'offline') void this.saveParked(parked);
  };

  /** Another client, so perhaps another person: nothing of the former stays on screen. */
  forget(): void {
    this.close('dossier');
    this.acteur = this.dossiers = undefined;
    this.#saver.forget();
  }

  /** What this person typed into fiches that were left, and that could not be saved. */
  get parked(): readonly Parked[] {
    return this.#saver.parkedBy(this.acteur?.id);
  }

  parkedIn(ficheId: string): Parked | undefined {
    return this.#saver.parkedIn(ficheId, this.acteur?.id);
  }

  /** Whether leaving the page now would lose something. */
  get unsaved(): boolean {
    return this.#saver.pending || this.parked.length > 0;
  }

  /** The person gives up what was parked. */
  drop(ficheId: string): void {
    const parked = this.parkedIn(ficheId);
    if (parked) this.forgetText(parked.dossierId, ficheId, parked.save);
    this.#saver.drop(ficheId);
  }

  // --- Reading -------------------------------------------------------------------------------------------------------

  /** Reads the person and the first page of dossiers, or the one after `suite`; what moved meanwhile is not shown twice. */
  async readList(suite?: string): Promise<void> {
    await this.#read('dossiers', async (client, signal) => {
      this.acteur ??= await client.call('lireProfil', {}, { signal });
      const page = await client.call('listerDossiers', suite === undefined ? {} : { suite }, { signal });
      const lus = suite === undefined ? [] : (this.dossiers ?? []);
      [this.dossiers, this.suite] = [[...lus, ...page.dossiers.filter(({ id }) => !lus.some((lu) => lu.id === id))], page.suite];
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

  /**
   * Reads one fiche of the dossier, once its own saves have ended. What was parked comes back over the version it was
   * typed on: if somebody has saved since, the two are shown as a conflict (`failure`).
   */
  async readFiche(ficheId: string): Promise<void> {
    const dossierId = this.dossier!.id;
    if (this.fiche?.id !== ficheId) this.fiche = undefined;
    await this.#read('fiche', async (client, signal) => {
      await this.#saver.settled();
      signal.throwIfAborted();
      const fiche = await client.call('lireFiche', { dossierId, ficheId }, { signal });
      const parked = this.parkedIn(ficheId);
      const overtaken = parked !== undefined && fiche.version > parked.base.version;
      this.fiche = overtaken ? parked.base : fiche;
      if (overtaken) this.failure = RorClientError.fromProblem(problem('perime', 'saved by somebody else since', { actuel: fiche }));
    });
  }

  /** A structure of the répertoire, and the dossier open on it; undefined when it could not be read (see `readFailure`). */
  async structure(noeudId: string): Promise<{ readonly noeud: { readonly nom: string }; readonly dossier: DossierEnCours | null } | undefined> {
    let lue: Awaited<ReturnType<typeof this.structure>>;
    await this.#read('dossier', async (client, signal) => { lue = await client.call('lireNoeud', { noeudId }, { signal }); });
    return lue;
  }

  /** Does the last reading again, whatever it was. */
  async readAgain(): Promise<void> {
    await this.#again?.();
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

  async #read(what: NonNullable<DossierController['loading']>, run: (client: Caller, signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#again = () => this.#read(what, run);
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

  // --- Acting --------------------------------------------------------------------------------------------------------

  /** Opens a dossier on an entité géographique; `dossier-deja-ouvert` names the one to use instead. */
  async create(entiteGeographiqueId: string, nom: string): Promise<Outcome> {
    return this.#act(async (client) => {
      const answer = await client.call('creerDossier', { entiteGeographiqueId, nom });
      if ('refus' in answer) return answer.refus;
      this.dossier = answer.dossier;
      return undefined;
    });
  }

  /** Carries out one command on the dossier, after the saves under way. Someone else's change in between is read, and the person decides again. */
  async decide(commande: CommandeDossier): Promise<Outcome> {
    const { id: dossierId, version } = this.dossier!;
    return this.#act(async (client) => {
      await this.#saver.settled();
      const parked = NEEDS_SAVED.has(commande.type) ? this.parked.find((left) => left.dossierId === dossierId) : undefined;
      if (parked?.reason.failure) throw parked.reason.failure;
      if (parked?.reason.refus) return parked.reason.refus;
      const answer = await client.call('deciderDossier', { dossierId, version, commande });
      if ('refus' in answer) {
        await this.#refresh(dossierId);
        return answer.refus;
      }
      this.dossier = answer.dossier;
      if (this.fiche && !this.dossier.fiches.some(({ id }) => id === this.fiche!.id)) this.fiche = undefined;
      // Deleting a fiche is the one way to give up what was typed into it.
      if (commande.type === 'supprimer-fiche') {
        this.drop(commande.ficheId);
        this.forgetText(dossierId, commande.ficheId);
      }
      return undefined;
    }, async (error) => {
      if (error.kind === 'stale') await this.readDossier(dossierId);
    });
  }

  /** Saves the fiche on screen, on hold or final. Once it is left, what becomes of the save is told by what was left. */
  async save(save: SaveFiche): Promise<Outcome> {
    const dossierId = this.dossier!.id;
    const outcome = await this.#act(() => this.#saver.save(dossierId, save));
    if (outcome !== 'done' && this.fiche?.id !== save.ficheId) this.settle();
    if (outcome === 'refused') await this.#refresh(dossierId);
    return outcome;
  }

  /** Saves the fiche on screen on hold though nobody asked: typing and buttons are not disturbed, and it is told only to the form. */
  async saveAtRest(save: SaveFiche): Promise<Outcome> {
    const dossierId = this.dossier!.id;
    const answer = await this.#saver.save(dossierId, save).then((refus) => ({ refus }), (error: unknown) => ({ failure: asFailure(error) }));
    const { refus, failure } = { refus: undefined, failure: undefined, ...answer };
    if (this.fiche?.id === save.ficheId) {
      this.refus = refus;
      this.failure = failure;
      this.#host.requestUpdate();
    }
    if (refus) await this.#refresh(dossierId);
    return failure ? 'failed' : refus ? 'refused' : 'done';
  }

  /**
   * Saves, without waiting, the fiche on screen that the person is leaving. What can't be saved is parked.
   * @returns the fiche as saved; undefined when it was not.
   */
  async saveLeft(save: SaveFiche): Promise<FicheResume | undefined> {
    const { dossier, acteur, fiche } = this;
    if (!dossier || !acteur || !fiche) return undefined;
    const saved = await this.#saver.saveLeft({ dossierId: dossier.id, acteurId: acteur.id, save, base: fiche });
    if (!saved) await this.#refresh(dossier.id);
    return saved ? { ...fiche, ...this.dossier?.fiches.find(({ id }) => id === fiche.id) } : undefined;
  }

  /** Tries again to save what was parked. */
  async saveParked(parked: Parked): Promise<void> {
    await this.#saver.saveLeft(parked);
  }

  /** Resolves when no save is on its way any more. */
  settled(): Promise<void> { return this.#saver.settled(); }

  /** A refusal means that the dossier is no longer what is shown. Reading it again must disturb nothing else. */
  async #refresh(dossierId: string): Promise<void> {
    try {
      const dossier = await this.#client().call('lireDossier', { dossierId });
      if (this.dossier?.id === dossierId) this.dossier = dossier;
      this.#host.requestUpdate();
    } catch {
      // What refused is told already; the next gesture meets the server again.
    }
  }

  /** The dossier shows the saved fiche at once, without reading it again. */
  #adopt(dossierId: string, fiche: Fiche): void {
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
}
