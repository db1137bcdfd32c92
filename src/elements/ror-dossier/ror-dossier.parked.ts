import { html, nothing, type TemplateResult } from 'lit';
import type { Parked } from '../../controllers/fiche-saver.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { Messages } from '../../i18n/messages.ts';
import { wordRefus } from './words.ts';

interface ParkedActs {
  readonly retry: () => void;
  readonly open: () => void;
  readonly drop: () => void;
  readonly copy: (banner: Element) => void;
}

/** What was typed into a fiche and could not be saved when it was left: why, and the ways on. */
export function renderParked({ dossierId, save, base, reason }: Parked, dossier: Dossier | undefined, messages: Messages, acts: ParkedActs): TemplateResult {
  const { fiches, sansNom, comparer, abandonner } = messages.dossier;
  const { failure, refus } = reason;
  const here = dossier?.id === dossierId && dossier.fiches.some(({ id }) => id === save.ficheId);
  const button = (label: string, act: (event: Event) => void) => html`<button type="button" class="button small" @click=${act}>${label}</button>`;
  return html`<div class="banner danger" role="alert">
    <p>${fiches.nonEnregistree(base.nom || sansNom[base.type])} ${refus ? wordRefus(refus, messages) : messages.echecs[failure.kind]}</p>
    ${failure?.transient ? button(messages.commun.reessayer, acts.retry) : nothing}
    ${here ? button(failure?.kind === 'stale' ? comparer : fiches.ouvrir, acts.open) : nothing}
    ${here ? '' : button(fiches.copier, (event) => { acts.copy((event.currentTarget as Element).closest('.banner')!); })}
    ${button(abandonner.bouton, acts.drop)}
  </div>`;
}
