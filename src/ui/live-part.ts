import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';

/**
 * Parts of a template that can be drawn again alone. A form of hundreds of fields draws one of them
 * per key press; the rest of the template is not even visited.
 */
export class LiveParts {
  readonly #parts = new Map<string, LivePart>();

  /** Draws these parts again; keys that are not on screen are ignored. */
  refresh(...keys: readonly string[]): void {
    for (const key of keys) this.#parts.get(key)?.draw();
  }

  /** @internal */
  add(key: string, part: LivePart): void {
    this.#parts.set(key, part);
  }

  /** @internal */
  remove(key: string, part: LivePart): void {
    if (this.#parts.get(key) === part) this.#parts.delete(key);
  }
}

class LivePart extends AsyncDirective {
  #parts: LiveParts | undefined;
  #key = '';
  #template: (() => unknown) | undefined;

  override render(parts: LiveParts, key: string, template: () => unknown): unknown {
    if (this.#parts !== parts || this.#key !== key) this.disconnected();
    this.#parts = parts;
    this.#key = key;
    this.#template = template;
    parts.add(key, this);
    return template();
  }

  draw(): void {
    this.setValue(this.#template ? this.#template() : noChange);
  }

  override disconnected(): void {
    this.#parts?.remove(this.#key, this);
  }

  override reconnected(): void {
    this.#parts?.add(this.#key, this);
  }
}

/** `${livePart(parts, key, template)}`: draws `template()` with its surroundings, or alone by `parts.refresh(key)`. */
export const livePart = directive(LivePart);
