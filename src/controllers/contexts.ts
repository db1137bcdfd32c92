import { createContext } from '@lit/context';
import type { RorClient } from '../client/ror-client.ts';
import type { Messages } from '../i18n/messages.ts';

/** The client of a part of the page; undefined while its provider does not have one yet. Same key in every copy of the library. */
export const clientContext = createContext<RorClient | undefined>(Symbol.for('ror:client'));

/** The words of a part of the page. */
export const messagesContext = createContext<Messages | undefined>(Symbol.for('ror:messages'));
