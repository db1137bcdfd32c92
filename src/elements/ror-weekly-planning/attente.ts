const TYPES = ['focusin', 'keydown', 'pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'click', 'contextmenu'] as const;

/** Keys that are not for the grid: they move the focus, or go with others. */
const AILLEURS: readonly string[] = ['Tab', 'Shift', 'Control', 'Alt', 'Meta', 'Escape'];

/**
 * What a person does before the gestures have been fetched: kept, then done. The same events are sent again to where they were
 * meant for, in their order.
 */
export class Attente {
  readonly #approcher: () => Promise<boolean>;
  #root: Node | undefined;
  #enRoute = false;
  #gardes: (() => void)[] = [];

  /** @param approcher fetches; true when all is there. */
  constructor(approcher: () => Promise<boolean>) {
    this.#approcher = approcher;
  }

  ecouter(root: Node): void {
    this.#root = root;
    for (const type of TYPES) root.addEventListener(type, this, { capture: true });
  }

  handleEvent(evenement: Event): void {
    if (!this.#enRoute) void this.#charger();
    const cible = evenement.target as Element;
    const { type } = evenement;
    const refaire = (): void => { cible.dispatchEvent(new (evenement.constructor as typeof Event)(type, evenement)); };
    if (type === 'focusin') {
      if (cible.matches('[role="gridcell"]')) this.#gardes.push(refaire);
      return;
    }
    if (type === 'pointermove' && (evenement as PointerEvent).buttons === 0) return;
    if (evenement instanceof KeyboardEvent) {
      if (AILLEURS.includes(evenement.key) || !cible.matches('[role="gridcell"]')) return;
      evenement.preventDefault();
    } else if (!cible.closest('.agenda, [data-outil]')) return;
    evenement.stopPropagation();
    this.#gardes.push(refaire);
  }

  async #charger(): Promise<void> {
    this.#enRoute = true;
    const pret = await this.#approcher();
    const gardes = this.#gardes;
    this.#gardes = [];
    this.#enRoute = false;
    if (!pret) return;
    for (const type of TYPES) this.#root?.removeEventListener(type, this, { capture: true });
    for (const refaire of gardes) refaire();
  }
}
