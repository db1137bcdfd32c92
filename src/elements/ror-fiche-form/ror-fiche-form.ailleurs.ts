import { html, nothing } from 'lit';
import type { Field } from '../../engine/fiche/types.ts';
import { isReadonly } from '../../engine/fiche/visibility.ts';
import type { FormMessages } from '../../i18n/messages.ts';
import type { Sitting } from './sitting.ts';

/** Who changes what the person may only read; the page says how to reach them. */
export interface Support {
  readonly nom?: string;
  readonly mail?: string;
  readonly telephone?: string;
  /** Page of a request for help; only `http:` and `https:` become a link. */
  readonly url?: string;
}

/** Who changes what this person may only read in these fields: which ones, and whom to ask. */
export function renderAilleurs({ context }: Sitting, fields: readonly Field[], support: Support | undefined, words: FormMessages['formulaire']): unknown {
  const read = fields.filter((field) => field.editedElsewhere && isReadonly(field, context));
  const places = new Set(read.map(({ editedElsewhere }) => editedElsewhere));
  return [...places].map((place) => (place ? html`<p class="help">${words.ailleurs[place]}
    ${place === 'support' && support ? renderSupport(support, words) : nothing}</p>` : nothing));
}

/** How to reach the support. */
export function renderSupport({ nom, mail, telephone, url }: Support, words: FormMessages['formulaire']): unknown {
  const ways = [
    nom,
    mail && html`<a href="mailto:${encodeURIComponent(mail).replaceAll('%40', '@')}">${mail}</a>`,
    telephone && html`<a href="tel:${telephone.replaceAll(/[^+\d]/g, '')}">${telephone}</a>`,
    url && isWeb(url) && html`<a href=${url} target="_blank" rel="noopener">${words.bloc.demande}</a>`,
  ].filter(Boolean);
  return ways.length === 0 ? nothing : html`<span class="support">${words.bloc.support} ${ways.map((way, at) => html`${at > 0 ? ' · ' : ''}${way}`)}</span>`;
}

function isWeb(url: string): boolean {
  try {
    return /^https?:$/.test(new URL(url, document.baseURI).protocol);
  } catch {
    return false;
  }
}
