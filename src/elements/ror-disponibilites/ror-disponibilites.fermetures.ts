import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { select } from '../../ui/controls.ts';
import { messagesTemplate, type FieldMessage } from '../../ui/field.ts';
import { icons } from '../../ui/icons.ts';
import type { UniteProps } from './ror-disponibilites.unite.ts';
import type { ChampFermeture, FermetureTapee } from './saisie.ts';

/** What is wrong with a value, once the person has left it or asked to write. */
export const fermetureMessages = ({ lecture, quittes, saisie, mots }: UniteProps, cle: string): readonly FieldMessage[] => {
  const code = saisie.tentee || quittes.has(cle) ? lecture.erreurs.get(cle) : undefined;
  return code ? [{ text: mots.disponibilites.erreurs[code], severity: 'erreur' }] : [];
};

/** The planned closings of a unit: each with its days, how many, its kind; added and removed here, written with the numbers. */
export function renderFermetures(props: UniteProps): TemplateResult {
  const { saisie, unite, mots: { disponibilites: mots } } = props;
  if (props.consultation) return html`<div class="fermetures" role="group" aria-label=${mots.fermetures}><p><strong>${mots.fermetures}</strong></p>
    ${unite.fermetures.length === 0 ? html`<p class="soft">${mots.aucuneFermeture}</p>` : html`<ul>${unite.fermetures.map(({ debut, fin, nombre, type, commentaire = '' }) =>
      html`<li>${mots.fermetureDite({ debut, fin, combien: nombre, type: type === null ? '' : props.libelles.fermeture.of(type), commentaire })}</li>`)}</ul>`}</div>`;
  return html`<fieldset class="fermetures"><legend>${mots.fermetures}</legend>
    ${saisie.fermetures.length === 0 ? html`<p class="soft">${mots.aucuneFermeture}</p>` : nothing}
    ${repeat(saisie.fermetures, ({ cle }) => cle, (fermeture, at) => renderOne(fermeture, at + 1, props))}
    <button type="button" class="button small" id="ajouter-${unite.id}" @click=${props.onAjouter}>${mots.ajouter}</button>
  </fieldset>`;
}

function renderOne(fermeture: FermetureTapee, rang: number, props: UniteProps): TemplateResult {
  const { cle } = fermeture;
  const { libelles, mots: { disponibilites: mots } } = props;
  const champ = (nom: ChampFermeture, label: string, { aide, court = true }: { aide?: string; court?: boolean } = {}): TemplateResult => {
    const id = `${cle}-${nom}`;
    const wrong = fermetureMessages(props, `${cle}.${nom}`);
    const described = [aide === undefined ? '' : `${id}-help`, wrong.length > 0 ? `${id}-messages` : ''].filter(Boolean).join(' ');
    return html`<div class="field"><label for=${id}>${label}</label>
      <input id=${id} class="control ${court ? 'short' : ''}" type="text" autocomplete="off" inputmode=${nom === 'nombre' ? 'numeric' : nothing} maxlength=${nom === 'commentaire' ? 2000 : nothing}
        aria-invalid=${wrong.length > 0 ? 'true' : nothing} aria-describedby=${described || nothing} aria-errormessage=${wrong.length > 0 ? `${id}-messages` : nothing}
        .value=${live(fermeture[nom])} @input=${(event: Event) => { props.onFermeture(cle, nom, (event.target as HTMLInputElement).value); }} @blur=${() => { props.onQuitter(`${cle}.${nom}`); }}>
      ${aide === undefined ? nothing : html`<p class="help" id="${id}-help">${aide}</p>`}
      ${wrong.length > 0 ? messagesTemplate(`${id}-messages`, wrong) : nothing}</div>`;
  };
  const id = `${cle}-type`;
  return html`<div class="fermeture" role="group" aria-label=${mots.fermeture(rang)}>
    ${champ('debut', mots.debut)}${champ('fin', mots.fin, { aide: mots.finAide })}${champ('nombre', mots.combien)}
    <div class="field"><label for=${id}>${mots.type}</label>
      ${select({ id, describedBy: nothing, errorMessage: nothing, invalid: nothing, required: nothing }, [{ choices: libelles.fermeture.entries.map(([value, label]) => ({ value, label })) }], mots.typeInconnu,
        { value: fermeture.type, onChoose: (value) => { props.onFermeture(cle, 'type', value); } })}</div>
    ${champ('commentaire', mots.commentaire, { court: false })}
    <button type="button" class="button quiet small retirer" aria-label=${mots.retirer(rang)} title=${mots.retirer(rang)} @click=${() => { props.onRetirer(cle); }}>${icons.cross}</button>
  </div>`;
}
