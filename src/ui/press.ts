import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * The time between a press of the pointer and what it does. A field that is left by a press may say what is wrong with it:
 * the page would move under the pointer, and the button that was pressed would never be clicked.
 */
export class Press implements ReactiveController {
  #down = false;
  #waiting: (() => void)[] = [];

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('pointerdown', this.#press);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('pointerdown', this.#press);
    this.#release();
  }

  /** Does it now or, while the pointer is down, once it is up and has clicked. */
  after(act: () => void): void {
    if (this.#down) this.#waiting.push(act);
    else act();
  }

  /** Resolves when the pointer is up; nothing when it is. */
  get released(): Promise<void> | undefined {
    return this.#down ? new Promise((resolve) => { this.#waiting.push(resolve); }) : undefined;
  }

  readonly #press = (): void => {
    this.#down = true;
    for (const type of ['pointerup', 'pointercancel', 'blur', 'dragend']) addEventListener(type, this.#up, { once: true, capture: true });
  };

  /** The click comes in the same task as the end of the press. */
  readonly #up = (): void => {
    setTimeout(() => { this.#release(); });
  };

  #release(): void {
    for (const type of ['pointerup', 'pointercancel', 'blur', 'dragend']) removeEventListener(type, this.#up, { capture: true });
    this.#down = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const act of waiting) act();
  }
}
