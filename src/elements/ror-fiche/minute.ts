import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Draws its host again at each new minute, while it is on the page: what is open now closes one day. */
export class Minute implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setTimeout(() => {
      this.host.requestUpdate();
      this.hostConnected();
    }, 60_000 - (Date.now() % 60_000));
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
