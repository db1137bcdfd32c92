import { Fiche, Saisie } from '../domain/fiche.ts';
import { z } from '../domain/zod.ts';
import { equal } from '../engine/fiche/equal.ts';
import { pageStore, indexedDBStore, type DraftStore } from './draft-store.ts';

/** Whose text, typed into what. Another account never sees it, nor another server of the same address. */
export interface Adresse {
  readonly portee: string;
  readonly compte: string;
  readonly dossierId: string;
  readonly ficheId: string;
}

const Enregistrement = z.extend(Saisie, {
  format: z.literal(1),
  portee: z.string(),
  compte: z.string(),
  dossierId: z.string(),
  ficheId: z.string(),
  /** Tab and sitting that wrote it, `tab.number`: two tabs never write over each other. */
  seance: z.string(),
  /** The fiche that the text was typed on, with its version: what was changed can be told from it. */
  base: Fiche,
  /** When it was last written, milliseconds. */
  instant: z.number(),
});

/** What was typed into a fiche and is not known to be on the server. */
export interface Brouillon extends Adresse, Saisie {
  readonly format: 1;
  readonly seance: string;
  readonly base: Fiche;
  readonly instant: number;
}

/** Where a text was put: on this device, or in this page only when the browser gives no place. */
export type Lieu = 'appareil' | 'page';

export interface Surroundings {
  readonly store: DraftStore;
  readonly now: () => number;
  /** Tabs that are open now. */
  readonly tabs: () => Promise<ReadonlySet<string>>;
  /** Tells the other tabs that drafts came or went; `undefined` when they can't be told. */
  readonly tell?: ((message: string) => void) | undefined;
}

/** A draft that nobody came back for is thrown away: it holds what a person typed about people and places. */
const LONGEST_MS = 30 * 24 * 3_600_000;
const MOST = 200;
/** Beyond, a text is kept in the page only: one fiche must not fill the place of the host. */
const LARGEST_CHARS = 4_000_000;

const keyOf = ({ portee, compte, dossierId, ficheId, seance }: Brouillon): string => JSON.stringify([portee, compte, dossierId, ficheId, seance]);
const within = (draft: Brouillon, where: Partial<Adresse>): boolean => Object.entries(where).every(([name, value]) => draft[name as keyof Adresse] === value);

/** The drafts of this browser. Every method ends well whatever the browser refuses. */
export class Brouillons {
  readonly #around: Surroundings;
  readonly #page = pageStore();
  readonly #open = new Set<string>();
  readonly #listeners = new Set<() => void>();
  /** One write at a time: the last text typed is the last one written. */
  #last: Promise<unknown> = Promise.resolve();

  /** @param onglet name of this tab, not shared with any other. */
  constructor(readonly onglet: string, around: Surroundings) {
    this.#around = around;
  }

  /** A sitting of this tab: until it is closed, what it writes is nobody else's to find. */
  begin(): string {
    const seance = `${this.onglet}.${++this.#count}`;
    this.#open.add(seance);
    return seance;
  }
  #count = 0;

  end(seance: string): void {
    if (this.#open.delete(seance)) this.#tell();
  }

  /** Writes over what this sitting wrote before. */
  keep(draft: Omit<Brouillon, 'format' | 'instant'>): Promise<Lieu> {
    const { portee, compte, dossierId, ficheId, seance, base, contenu, illisibles } = draft;
    const whole: Brouillon = { format: 1, portee, compte, dossierId, ficheId, seance, base, contenu, illisibles, instant: this.#around.now() };
    return this.#turn(async () => {
      const key = keyOf(whole);
      try {
        if (JSON.stringify(whole).length > LARGEST_CHARS) throw new RangeError('too large to be kept');
        await this.#around.store.put(key, whole);
      } catch {
        await this.#page.put(key, whole);
        // An older text of the same sitting must not be found in its place.
        await this.#around.store.delete([key]).catch(() => undefined);
        return 'page';
      }
      await this.#page.delete([key]);
      return 'appareil';
    });
  }

  /** Texts that wait for their person, the newest first: those of sittings that are over. */
  async find(where: Partial<Adresse> & Pick<Adresse, 'portee' | 'compte'>): Promise<readonly Brouillon[]> {
    const [drafts, onglets] = await Promise.all([this.#turn(() => this.#all()), this.#around.tabs()]);
    const under = (seance: string): boolean => {
      const onglet = seance.slice(0, seance.lastIndexOf('.'));
      return onglet === this.onglet ? this.#open.has(seance) : onglets.has(onglet);
    };
    return drafts.filter((draft) => within(draft, where) && !under(draft.seance)).sort((a, b) => b.instant - a.instant);
  }

  /** The server has this text, or its person gave it up: wherever it was kept, it goes. Newer text stays; without `saisie`, nothing does. */
  async erase(where: Adresse, saisie?: Saisie): Promise<void> {
    await this.#remove((draft) => within(draft, where) && (!saisie || (equal(draft.contenu, saisie.contenu) && equal(draft.illisibles, saisie.illisibles))));
  }

  /** One draft goes, if it is still as it was seen. */
  async withdraw(seen: Brouillon): Promise<void> {
    await this.#remove((draft) => keyOf(draft) === keyOf(seen) && draft.instant === seen.instant);
  }

  /** All that a sitting wrote: the person has typed back what was there before. */
  async clear(seance: string): Promise<void> {
    await this.#remove((draft) => draft.seance === seance);
  }

  /** Everything, or everything of one account, unreadable leftovers included. */
  async purge(compte?: string): Promise<void> {
    if (compte !== undefined) return this.#remove((draft) => draft.compte === compte);
    await this.#turn(async () => {
      for (const coffre of [this.#around.store, this.#page]) await coffre.delete((await coffre.entries().catch(() => [])).map(([key]) => key)).catch(() => undefined);
    });
    this.#tell();
  }

  /** Called when drafts may have come or gone, here or in another tab. @returns how to stop it. */
  follow(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Another tab has said that drafts changed. */
  readonly hear = (): void => {
    for (const listener of this.#listeners) listener();
  };

  #tell(): void {
    this.#around.tell?.('brouillons');
    this.hear();
  }

  async #remove(gone: (draft: Brouillon) => boolean): Promise<void> {
    const removed = await this.#turn(async () => {
      const keys = (await this.#all()).filter(gone).map(keyOf);
      if (keys.length > 0) await Promise.all([this.#around.store.delete(keys).catch(() => undefined), this.#page.delete(keys)]);
      return keys.length;
    });
    if (removed > 0) this.#tell();
  }

  /** Every draft that can be read; those too old, or too many, go. */
  async #all(): Promise<readonly Brouillon[]> {
    const { store: coffre, now } = this.#around;
    const entries = [...await coffre.entries().catch(() => []), ...await this.#page.entries()];
    const drafts = entries.flatMap(([, value]) => {
      const parsed = Enregistrement.safeParse(value);
      return parsed.success ? [parsed.data] : [];
    }).sort((a, b) => b.instant - a.instant);
    const kept = drafts.filter(({ instant }, rank) => rank < MOST && now() - instant < LONGEST_MS);
    const old = drafts.filter((draft) => !kept.includes(draft)).map(keyOf);
    if (old.length > 0) await coffre.delete(old).catch(() => undefined);
    return kept;
  }

  #turn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(act);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

let shared: Brouillons | undefined;

/** The drafts of this browser, one store for a page. */
export function brouillons(): Brouillons {
  if (shared) return shared;
  const onglet = crypto.randomUUID();
  const name = (id: string): string => `ror-elements:onglet:${id}`;
  // Held as long as the tab lives, and let go by the browser however it dies.
  const { locks } = navigator as Partial<Navigator>;
  void locks?.request(name(onglet), () => new Promise(() => undefined)).catch(() => undefined);
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('ror-elements:brouillons') : undefined;
  shared = new Brouillons(onglet, {
    store: indexedDBStore(),
    now: () => Date.now(),
    tell: (message) => channel?.postMessage(message),
    async tabs() {
      const held = (await locks?.query().catch(() => undefined))?.held ?? [];
      return new Set(held.flatMap(({ name: lock }) => (lock?.startsWith(name('')) ? [lock.slice(name('').length)] : [])));
    },
  });
  if (channel) channel.onmessage = shared.hear;
  return shared;
}
