import { css, html, nothing, type TemplateResult } from 'lit';
import { readFiche } from '../../../engine/planning/conversion/horaires-de-fiche.ts';
import { JOURS } from '../../../engine/planning/types.ts';
import type { NomenclatureSource } from '../../../nomenclature/load.ts';
import { groupTemplate } from '../../../ui/field.ts';
import { apercuSemaine } from './apercu-semaine.ts';
import { motsHoraires, phrasesDeLaSemaine, phrasesDuReste, type Nommer } from './horaires-phrases.ts';
import type { FieldKind, FieldSlot } from './kind.ts';

const styles = css`
  p.semaine, ul.semaine { margin-block: 0 0.5rem; }
  ul.semaine { padding-inline-start: 1.25rem; }
  .apercu-semaine { display: block; margin-block-end: 0.75rem; color: var(--_accent); }
  .apercu-semaine text { fill: var(--_text-soft); }
  @media print { .definir { display: none; } }
`;

/** The typical week (guide 002): a sentence, a small picture, and the agenda in a window of its own, loaded when it is wanted. */
const horaires = (nommer: Nommer): FieldKind => ({
  edit(slot) {
    const { view, props, form } = slot;
    const mots = motsHoraires(form.messages);
    const { semaine } = readFiche(view.value).planning;
    const phrases = phrasesDe(slot, nommer);
    const approcher = (): void => { void charger().catch(() => {}); };
    return groupTemplate(props, (control) => html`
      ${phrases.length > 0 ? enPhrases(phrases) : html`<p class="help">${mots.planningFiche.aucune}</p>`}
      ${semaine.length > 0 ? apercuSemaine(semaine, JOURS.map((n) => mots.planning.jour(n).charAt(0).toUpperCase())) : nothing}
      <button type="button" class="button definir" id=${control.id} aria-haspopup="dialog" aria-describedby=${control.describedBy}
        @pointerenter=${approcher} @focus=${approcher} @click=${(event: Event) => void ouvrir(event.currentTarget as HTMLButtonElement, slot, nommer)}>${mots.planningFiche.definir}</button>
      <dialog class="window semaine-type" aria-labelledby="${control.id}-semaine"></dialog>`);
  },
  show(slot) {
    const phrases = phrasesDe(slot, nommer);
    return phrases.length > 0 ? enPhrases(phrases) : '';
  },
});

/** What the form asks of a composite kind. Without the labels of JDV_J41, their codes stand. */
export async function load(source: NomenclatureSource): Promise<{ readonly kind: FieldKind; readonly styles: readonly (typeof styles)[] }> {
  const types = await source.valueSet('J41').catch(() => undefined);
  return { kind: horaires((type) => types?.get(type)?.label ?? type), styles: [styles] };
}

/** With the gestures of the agenda: « Modifier » must not come before what the person did in it. */
const charger = async () => {
  const [fenetre] = await Promise.all([import('./horaires-fenetre.ts'), import('../../ror-weekly-planning/editing.ts'), import('../../ror-weekly-planning/list-and-menus.ts')]);
  return fenetre;
};

/** Opens the window; when it can't be loaded, says so, and the person may try again. */
async function ouvrir(bouton: HTMLButtonElement, { view, form }: FieldSlot, nommer: Nommer): Promise<void> {
  if (bouton.getAttribute('aria-busy')) return;
  bouton.setAttribute('aria-busy', 'true');
  try {
    const { FenetreSemaine } = await charger();
    const dialog = bouton.parentElement?.querySelector<HTMLDialogElement>('dialog.semaine-type');
    if (dialog?.isConnected && !dialog.open) new FenetreSemaine(dialog, { bouton, view, form, nommer }).ouvrir();
  } catch {
    const { echec } = motsHoraires(form.messages).planningFiche;
    form.say(echec);
    bouton.setCustomValidity(echec);
    bouton.reportValidity();
    bouton.setCustomValidity('');
  } finally {
    bouton.removeAttribute('aria-busy');
  }
}

function phrasesDe({ view, form }: FieldSlot, nommer: Nommer): readonly string[] {
  const lus = readFiche(view.value);
  const mots = motsHoraires(form.messages);
  return [...phrasesDeLaSemaine(lus.planning.semaine, mots, nommer), ...phrasesDuReste(lus, mots)];
}

const enPhrases = (phrases: readonly string[]): TemplateResult => (phrases.length === 1 ? html`<p class="semaine">${phrases[0]}</p>`
  : html`<ul class="semaine">${phrases.map((phrase) => html`<li>${phrase}</li>`)}</ul>`);
