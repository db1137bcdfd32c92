const TYPES = ['focusin', 'keydown', 'pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'click', 'contextmenu'] as const;

/** Keys that are not for the grid: they move the focus, or go with others. */
const ELSEWHERE: readonly string[] = ['Tab', 'Shift', 'Control', 'Alt', 'Meta', 'Escape'];

/**
 * What a person does before the gestures have been fetched: kept, then done. The same events are sent again to where they were
 * meant for, in their order.
 */
export class InputReplay {
  readonly #fetch: () => Promise<boolean>;
  #root: Node | undefined;
  #underWay = false;
  #kept: (() => void)[] = [];

  /** @param approcher fetches; true when all is there. */
  constructor(approcher: () => Promise<boolean>) {
    this.#fetch = approcher;
  }

  listen(root: Node): void {
    this.#root = root;
    for (const type of TYPES) root.addEventListener(type, this, { capture: true });
  }

  handleEvent(evenement: Event): void {
    if (!this.#underWay) void this.#load();
    const cible = evenement.target as Element;
    const { type } = evenement;
    const refaire = (): void => { cible.dispatchEvent(new (evenement.constructor as typeof Event)(type, evenement)); };
    if (type === 'focusin') {
      if (cible.matches('[role="gridcell"]')) this.#kept.push(refaire);
      return;
    }
    if (type === 'pointermove' && (evenement as PointerEvent).buttons === 0) return;
    if (evenement instanceof KeyboardEvent) {
      if (ELSEWHERE.includes(evenement.key) || !cible.matches('[role="gridcell"]')) return;
      evenement.preventDefault();
    } else if (!cible.closest('.agenda, [data-tool]')) return;
    evenement.stopPropagation();
    this.#kept.push(refaire);
  }

  async #load(): Promise<void> {
    this.#underWay = true;
    const pret = await this.#fetch();
    const gardes = this.#kept;
    this.#kept = [];
    this.#underWay = false;
    if (!pret) return;
    for (const type of TYPES) this.#root?.removeEventListener(type, this, { capture: true });
    for (const refaire of gardes) refaire();
  }
}
