import { createContext } from '@lit/context';
import type { RorClient } from '../client/ror-client.ts';
import type { Messages } from '../i18n/messages.ts';

/** What an element needs of a client: the one generic call. */
export type Caller = Pick<RorClient, 'call'>;

/** The client of a part of the page; undefined while its provider does not have one yet. Same key in every copy of the library. */
export const clientContext = createContext<Caller | undefined>(Symbol.for('ror:client'));

/** The words of a part of the page. */
export const messagesContext = createContext<Messages | undefined>(Symbol.for('ror:messages'));

/** What a part of the page wants kept of text that is not saved. */
export interface OptionsBrouillons {
  readonly drafts: 'on' | 'off';
  /** Identifier of the account (`Acteur.id`) that it belongs to. */
  readonly compte: string | undefined;
  /** The server that it is for. */
  readonly portee: string;
}

/** Drafts in a part of the page. */
export const brouillonsContext = createContext<OptionsBrouillons | undefined>(Symbol.for('ror:brouillons'));
