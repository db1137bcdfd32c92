import { LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';

/**
 * An element that is a field of a form of the page, as `input` is: name, value, validity, labels, reset, restoring,
 * a disabled `fieldset`. Whoever extends it sets the value and the validity on `internals`.
 */
export abstract class FormElement extends LitElement {
  static formAssociated = true;

  /** Name of the field in its form. */
  @property({ reflect: true }) name: string | null = null;

  /** Not usable and not sent; so is a field in a disabled `fieldset`. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  protected readonly internals = this.attachInternals();

  /** Disabled by a `fieldset` around. */
  @state() private horsService = false;

  /** What the browser says of the field, as of any field. */
  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** Why the form can't be sent, in words; empty when it can. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** The form of the field. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  constructor() {
    super();
    // A press on the `label` of the page arrives here as a click on the tag itself.
    this.addEventListener('click', (event) => { if (event.composedPath()[0] === this) this.focus(); });
  }

  /** Whether the form can be sent with this value. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** The same, and shows what is wrong. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  formDisabledCallback(disabled: boolean): void {
    this.horsService = disabled;
  }

  protected get isDisabled(): boolean {
    return this.disabled || this.horsService;
  }
}
