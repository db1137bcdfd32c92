/** So many requests at once, and so many a second afterwards. */
export interface Debit {
  readonly rafale: number;
  readonly parSeconde: number;
}

export interface Limites {
  /** Of one token. */
  readonly porteur: Debit;
  /** Of one address, whatever its tokens. */
  readonly adresse: Debit;
  /** Sign-ins that failed, of one address. */
  readonly connexion: Debit;
  /** Sign-ins that failed, to one account, from wherever. */
  readonly compte: Debit;
}

export const LIMITES: Limites = {
  porteur: { rafale: 300, parSeconde: 30 }, adresse: { rafale: 900, parSeconde: 90 }, connexion: { rafale: 20, parSeconde: 0.1 },
  // It fills again fast: who is guessed at from a thousand addresses waits too.
  compte: { rafale: 10, parSeconde: 0.1 },
};

/** Buckets that are kept: beyond, the fullest, which say nothing, are forgotten. */
const GARDES = 50_000;

/** A token bucket for each key, in the memory of this process. */
export class Seaux {
  readonly #debit: Debit;
  readonly #maintenant: () => number;
  readonly #seaux = new Map<string, { reste: number; a: number }>();

  /** @param maintenant milliseconds of a clock that never goes back. */
  constructor(debit: Debit, maintenant: () => number) {
    this.#debit = debit;
    this.#maintenant = maintenant;
  }

  /** Seconds to wait before one more is allowed; 0 = now. Takes nothing. */
  attente(cle: string): number {
    const reste = this.#reste(cle);
    return reste >= 1 ? 0 : Math.ceil((1 - reste) / this.#debit.parSeconde);
  }

  prendre(cle: string): void {
    const reste = this.#reste(cle);
    this.#seaux.delete(cle);
    this.#seaux.set(cle, { reste: Math.max(0, reste - 1), a: this.#maintenant() });
    if (this.#seaux.size > GARDES) this.#alleger();
  }

  /** What was taken is given back. */
  rendre(cle: string): void {
    const seau = this.#seaux.get(cle);
    if (seau) seau.reste = Math.min(this.#debit.rafale, seau.reste + 1);
  }

  #reste(cle: string): number {
    const seau = this.#seaux.get(cle);
    return seau ? Math.min(this.#debit.rafale, seau.reste + ((this.#maintenant() - seau.a) / 1000) * this.#debit.parSeconde) : this.#debit.rafale;
  }

  /** The ones that were used the longest ago first. */
  #alleger(): void {
    for (const cle of this.#seaux.keys()) {
      if (this.#seaux.size <= GARDES * 0.9) return;
      this.#seaux.delete(cle);
    }
  }
}
