import { html, type TemplateResult } from 'lit';
import type { Audience } from '../../engine/acces/qui-voit.ts';
import type { Messages } from '../../i18n/messages.ts';
import { flagTemplate } from '../../ui/field.ts';
import { icons } from '../../ui/icons.ts';

export const audienceIcons: Readonly<Record<Audience, TemplateResult>> = { public: icons.eye, professionnels: icons.people, restreint: icons.lock };

const ID = 'legende';

/** *Afficher la légende* (guide 004): every mark of the form as it is drawn, with its meaning. Escape or a press elsewhere closes it. */
export function renderLegende(words: Messages['formulaire']): TemplateResult {
  const { legendes, audience } = words;
  const { saisie, etats, listes, visibilite } = legendes;
  return html`
    <button type="button" class="button quiet helps" popovertarget=${ID}>${legendes.afficher}</button>
    <div id=${ID} class="legende" popover role="dialog" aria-label=${legendes.titre}>
      <div class="legende-head"><strong>${legendes.titre}</strong>
        <button type="button" class="button quiet small" popovertarget=${ID} popovertargetaction="hide" aria-label=${legendes.fermer}>${icons.cross}</button></div>
      ${marks(saisie.titre, [
        [html`<span class="star">*</span>`, saisie.etoile],
        [html`<span class="erreur">${icons.error}</span>`, saisie.erreur],
        [html`<span class="avertissement">${icons.warning}</span>`, saisie.remarque],
        [html`<span>${saisie.exemple}</span>`, saisie.sansCadre],
      ])}
      ${marks(etats.titre, [
        [html`<span class="state">${etats.grise}</span>`, etats.griseSens],
        [html`<span class="state" data-etat="finalisee">${etats.verte}</span>`, etats.verteSens],
      ])}
      ${marks(listes.titre, [
        [html`<strong>${listes.gras}</strong>`, listes.grasSens],
        [flagTemplate(words.retire), listes.retire],
        [flagTemplate(words.horsNomenclature), listes.inconnu],
        [flagTemplate(words.inhabituel), listes.inhabituel],
        [html`<small>${listes.mot}</small>`, listes.motSens],
      ])}
      ${marks(visibilite.titre, (['public', 'professionnels', 'restreint'] as const).map((who) => [audienceIcons[who], audience[who]] as const))}
      <p class="help">${visibilite.aide}</p>
    </div>`;
}

const marks = (title: string, lines: readonly (readonly [mark: unknown, meaning: string])[]): TemplateResult => html`
  <p class="legende-title">${title}</p>
  <dl>${lines.map(([mark, meaning]) => html`<div><dt>${mark}</dt><dd>${meaning}</dd></div>`)}</dl>`;
