import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { HttpOptions } from '../../client/transports/http.ts';
import type { Caller } from '../../controllers/contexts.ts';
import { httpClient } from '../../controllers/http-client.ts';
import { ProviderController } from '../../controllers/provider-controller.ts';
import type { Messages } from '../../i18n/messages.ts';

/**
 * Gives a client and a language to all the ROR elements that lie in it, however deep. It has no box of its
 * own. What it is not given comes from the provider around it, if any.
 *
 * @slot - The part of the page that it serves.
 */
export class RorProvider extends LitElement {
  static override styles = css`
    :host { display: contents; }
    :host([hidden]) { display: none; }
  `;

  /** Client to give. It goes before `base-url`. */
  @property({ attribute: false }) client: Caller | undefined;

  /** Where the HTTP API is, for example `/api`: a client for it is made and given, without any script. */
  @property({ attribute: 'base-url' }) baseUrl: string | null = null;

  /** With `base-url`: gives the access token before each call; `renouveler` is true when the server refused the last one. */
  @property({ attribute: false }) getToken: HttpOptions['getToken'];

  /** `off`: the forms inside keep nothing typed on the device. */
  @property() drafts: 'on' | 'off' = 'on';

  /** Identifier of the account (`Acteur.id`) that types: what the forms keep on the device is for it alone. */
  @property() compte: string | undefined;

  /** Words to give, when they are not the French ones. */
  @property({ attribute: false }) messages: Messages | undefined;

  readonly #provider = new ProviderController(this);
  #http: Caller | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('baseUrl')) {
      const { baseUrl } = this;
      // `getToken` is read at each call: it may be set, or replaced, after the client was made.
      this.#http = baseUrl === null ? undefined : httpClient({ baseUrl, getToken: (options) => this.getToken?.(options) });
    }
    this.#provider.provide(this.client ?? this.#http, this.messages, { drafts: this.drafts, compte: this.compte, portee: this.baseUrl ?? '' });
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'ror-provider': RorProvider }
}
