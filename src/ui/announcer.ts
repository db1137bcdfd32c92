import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

type Host = ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement };

/**
 * The one polite live region of an element. What is said is said once, when the person pauses: while
 * they type, only the last message is kept.
 */
export class Announcer implements ReactiveController {
  readonly #host: Host;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host, readonly restMs = 500) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** The region is emptied first, so that the same words are read out again. */
  readonly say = (message: string): void => {
    clearTimeout(this.#timer);
    this.#write('');
    this.#timer = setTimeout(() => this.#write(message), this.restMs);
  };

  /** To be placed once, and once more in each dialog; never conditionally: a region that appears with its text is not read. */
  render(): TemplateResult {
    return html`<p class="visually-hidden" role="status" data-announcer></p>`;
  }

  #write(text: string): void {
    const { renderRoot } = this.#host;
    // What is behind a modal dialog is not heard.
    const region = renderRoot.querySelector('dialog:modal [data-announcer]') ?? renderRoot.querySelector('[data-announcer]:not(dialog *)');
    if (region) region.textContent = text;
  }
}
