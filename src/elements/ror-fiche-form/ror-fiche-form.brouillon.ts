import { html, type TemplateResult } from 'lit';
import type { Brouillon } from '../../controllers/brouillons.ts';
import { ensuite } from '../../i18n/fr/formulaire-suite.ts';
import type { FormMessages } from '../../i18n/messages.ts';

export interface FoundProps {
  readonly found: Brouillon;
  /** The fiche, or what is typed on screen, is no longer what the text was typed on. */
  readonly moved: boolean;
  /** The person is asked whether they mean to give it up. */
  readonly asking: boolean;
  readonly messages: FormMessages;
  readonly onTake: () => void;
  readonly onAsk: (asking: boolean) => void;
  readonly onDrop: () => void;
}

/** A text of an earlier sitting that never reached the server: taken back by one gesture, given up by two. */
export function renderFound({ found, moved, asking, messages, onTake, onAsk, onDrop }: FoundProps): TemplateResult {
  const { brouillon: words } = ensuite(messages.formulaire);
  const button = (id: string, label: string, act: () => void, look = '') => html`<button type="button" id=${id} class="button small ${look}" @click=${act}>${label}</button>`;
  return html`<div class="banner warning" role="group" aria-labelledby="retrouve-titre" part="draft">
    <p><strong id="retrouve-titre">${words.retrouve(found.instant)}</strong><br>${asking ? words.confirmer : moved ? words.retrouveDepuis : words.retrouveAide}</p>
    ${asking ? [button('retrouve-oui', words.oui, onDrop), button('retrouve-non', words.non, () => { onAsk(false); })]
      : [button('retrouve-reprendre', words.reprendre, onTake, 'primary'), button('retrouve-abandonner', words.abandonner, () => { onAsk(true); })]}
  </div>`;
}
