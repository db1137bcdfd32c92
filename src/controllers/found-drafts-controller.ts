import type { ReactiveController } from 'lit';
import type { Dossier } from '../domain/dossier.ts';
import type { Saisie } from '../domain/fiche.ts';
import { BrouillonsOptions, type BrouillonsHost } from './brouillons-options.ts';
import type { Brouillon, Brouillons } from './brouillons.ts';
import type { Parked } from './fiche-saver.ts';

/** What the person typed on this device in earlier sittings, in any fiche, and that the server does not have. */
export class FoundDraftsController implements ReactiveController {
  /** Newest first; the same list until it changes. */
  drafts: readonly Brouillon[] = [];
  readonly #host: BrouillonsHost;
  readonly #compte: () => string | undefined;
  readonly #options: BrouillonsOptions;
  #store: Promise<Brouillons> | undefined;
  #followed: string | undefined;
  #unfollow: (() => void) | undefined;

  /** @param compte identifier of the account, once it is known. */
  constructor(host: BrouillonsHost, compte: () => string | undefined) {
    this.#host = host;
    this.#compte = compte;
    this.#options = new BrouillonsOptions(host, () => { this.#follow(); });
    host.addController(this);
  }

  hostUpdated(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    this.#unfollow?.();
    this.#unfollow = this.#followed = undefined;
  }

  /** The server has this text, or its person gave it up; without `saisie`, all that was typed into the fiche. */
  async erase(dossierId: string, ficheId: string, saisie?: Saisie): Promise<void> {
    const compte = this.#account;
    if (compte === undefined) return;
    await (await this.#open()).erase({ portee: this.#options.portee, compte, dossierId, ficheId }, saisie);
  }

  /**
   * Texts typed into fiches that this dossier no longer has: nothing can be saved, and nothing goes by itself.
   * @param left what is told already, being still on the page.
   */
  orphans(dossier: Pick<Dossier, 'id' | 'fiches'> | undefined, left: readonly Parked[]): readonly Parked[] {
    return this.drafts
      .filter(({ dossierId, ficheId }) => dossierId === dossier?.id && !dossier.fiches.some(({ id }) => id === ficheId) && !left.some(({ save }) => save.ficheId === ficheId))
      .map(({ compte, dossierId, ficheId, base, contenu, illisibles }) => ({
        acteurId: compte, dossierId, base, reason: { refus: { code: 'fiche-inconnue', ficheId } },
        save: { ficheId, version: base.version, finaliser: false, contenu, illisibles },
      }));
  }

  get #account(): string | undefined {
    return this.#options.off ? undefined : this.#compte();
  }

  #open(): Promise<Brouillons> {
    return (this.#store ??= import('./brouillons.ts').then(({ brouillons }) => brouillons()));
  }

  #follow(): void {
    const compte = this.#account;
    if (compte === this.#followed || !this.#host.isConnected) return;
    this.#unfollow?.();
    this.#unfollow = undefined;
    this.#followed = compte;
    this.#set([]);
    if (compte === undefined) return;
    void this.#open().then((store) => {
      if (this.#followed !== compte) return;
      this.#unfollow = store.follow(() => void this.#read(store, compte));
      return this.#read(store, compte);
    });
  }

  async #read(store: Brouillons, compte: string): Promise<void> {
    const drafts = await store.find({ portee: this.#options.portee, compte });
    if (this.#followed === compte) this.#set(drafts);
  }

  #set(drafts: readonly Brouillon[]): void {
    if (drafts.length === 0 && this.drafts.length === 0) return;
    this.drafts = drafts;
    this.#host.requestUpdate();
  }
}
