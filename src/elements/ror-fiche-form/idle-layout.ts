import type { ReactiveController, ReactiveControllerHost } from 'lit';

const ETAT = 'en-pose';
/** Somebody is here. */
const ARRIVEES = ['focusin', 'pointerover'] as const;
/** Milliseconds that a busy page may make sections out of view wait. */
const AU_PLUS = 1_000;

const atRest = (act: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: AU_PLUS });
  else setTimeout(act, AU_PLUS / 5);
};

/**
 * A form is seen at once, and nothing moves under who fills it: sections out of view are laid out when the page rests, and at the
 * latest when somebody comes in. Until then the element is in the state `en-pose`, which its style sheet knows.
 */
export class IdleLayout implements ReactiveController {
  #asked = false;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement, private readonly states: CustomStateSet) {
    // Older browsers know other names of states, or none: they lay everything out at once.
    if (!CSS.supports('selector(:state(a))')) return;
    states.add(ETAT);
    host.addController(this);
    for (const type of ARRIVEES) host.addEventListener(type, this.#lay, { once: true });
  }

  hostUpdated(): void {
    if (this.#asked || !this.host.shadowRoot?.querySelector('.card')) return;
    this.#asked = true;
    atRest(this.#lay);
  }

  readonly #lay = (): void => { this.states.delete(ETAT); };
}
