import type { Catalogue, Messages } from '../i18n/messages.ts';
import { ContextReader, type ElementHost } from './context-reader.ts';
import { messagesContext } from './contexts.ts';

/**
 * Some of the words, for an element that pages embed alone: those of the nearest `ror-provider`, else the ones it
 * brings itself. Unlike `MessagesController`, it does not bring the French words of all the others.
 */
export class WordsController<Own extends object> {
  readonly #context: ContextReader<Messages | undefined>;
  readonly #own: Own & (Catalogue extends Own ? unknown : never);
  #current: { readonly given: Messages | undefined; readonly words: Own } | undefined;

  constructor(host: ElementHost, own: Own & (Catalogue extends Own ? unknown : never)) {
    this.#own = own;
    this.#context = new ContextReader<Messages | undefined>(host, messagesContext, () => host.requestUpdate());
  }

  /** What the provider gave, for a part loaded later that brings words of its own. */
  get given(): Messages | undefined {
    return this.#context.value;
  }

  get current(): Own {
    const given = this.#context.value;
    if (!this.#current || this.#current.given !== given) this.#current = { given, words: wordsOf(given, this.#own) };
    return this.#current.words;
  }
}

/** The words of a language; what it leaves out is taken from one's own. */
export function wordsOf<Own extends object>(given: Partial<Omit<Catalogue, 'formulaire' | 'constats'>> | undefined, own: Own): Own {
  return given ? (Object.fromEntries(Object.entries(own).map(([key, words]) => [key, given[key as keyof typeof given] ?? words])) as Own) : own;
}
