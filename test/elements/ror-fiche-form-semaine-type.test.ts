import { expect, html } from '@open-wc/testing';
import { formSchema } from '../../src/engine/fiche/schemas.ts';
import type { FormSchema } from '../../src/engine/fiche/types.ts';
import type { RorWeeklyPlanning } from '../../src/elements/ror-weekly-planning/ror-weekly-planning.ts';
import * as stories from '../../stories/ror-fiche-form.ts';
import { formulaire } from '../support/formulaire.ts';
import { waitUntil } from '../support/wait.ts';

/** The form of a unit with the field under test alone beside its names: what else a unit has is not this test's business. */
const base = formSchema('UO');
const schema: FormSchema = {
  ...base, id: 'semaine-type',
  sections: [...base.sections.slice(0, 1), { id: 'horaires', title: 'Horaires', fields: [{ path: 'horaire', kind: 'horaires', label: 'Semaine type' }] }],
};
const conges = { typePlageHoraire: '08', debutDateEffective: '2026-08-01', finDateEffective: '2026-08-23', commentaire: 'congés annuels' };

async function unite(horaire: readonly object[], readonly = false) {
  const fiche = { ...stories.uniteHebergement, id: 'semaine-type' };
  const remplie = { ...fiche, contenu: { ...fiche.contenu, horaire } };
  const reader = await formulaire({ render: () => html`<ror-fiche-form .fiche=${remplie} .schema=${schema} ?readonly=${readonly}></ror-fiche-form>` });
  await waitUntil(() => reader.root.querySelector('[data-path="horaire"]')?.textContent?.trim(), 'the field is there');
  const agenda = (): RorWeeklyPlanning | null => reader.root.querySelector('ror-weekly-planning');
  const definit = async (): Promise<void> => {
    reader.bouton('Définir la semaine type').click();
    await waitUntil(() => agenda()?.shadowRoot?.querySelector('[data-tool="toujours"]'), 'the agenda is open');
  };
  const phrase = (): string => (reader.root.querySelector('[data-path="horaire"]')?.textContent ?? '').replace(/\s+/g, ' ').trim();
  return { ...reader, agenda, definit, phrase };
}

describe('ror-fiche-form: the typical week of a unit (guide 002)', () => {
  it('« Définir la semaine type », « Alimenter 7j/7 et 24h/24 », « Modifier »: the week is in what is saved, closures kept; the same week when it is read again', async () => {
    const premiere = await unite([conges]);
    await premiere.definit();
    premiere.agenda()!.shadowRoot!.querySelector<HTMLButtonElement>('[data-tool="toujours"]')!.click();
    await waitUntil(() => premiere.agenda()!.value.length === 1);
    const semaine = premiere.agenda()!.value;
    premiere.bouton('Modifier').click();
    await premiere.form.updateComplete;
    expect(premiere.phrase()).to.contain('7 j/7 et 24 h/24');
    expect(premiere.form.modified).to.equal(true);
    const horaire = premiere.form.saisie().contenu['horaire'] as object[];
    expect(horaire).to.have.length(8);
    expect(horaire.at(-1)).to.deep.equal(conges);

    const seconde = await unite(horaire);
    await seconde.definit();
    expect(seconde.agenda()!.value).to.deep.equal(semaine);
    await expect(seconde.form).to.be.accessible();
  });

  it('is a sentence when it can only be read', async () => {
    const { phrase, root } = await unite([{ typePlageHoraire: '01', jourSemaine: 1, heureDebut: '09:00', heureFin: '12:30' }, conges], true);
    expect(phrase()).to.contain('le lundi de 9 h à 12 h 30'.slice(3)).and.to.contain('congés annuels');
    expect(root.querySelector('dialog.semaine-type')).to.equal(null);
  });
});
