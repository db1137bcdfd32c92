import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { RorFicheForm } from '../../src/elements/ror-fiche-form/ror-fiche-form.ts';
import { fiche, uniteHebergement } from '../../stories/ror-fiche-form.ts';
import { waitUntil } from '../support/wait.ts';

async function inForm(given = uniteHebergement) {
  const form = await fixture<HTMLFormElement>(html`<form><fieldset><label for="f">La fiche</label>
    <ror-fiche-form id="f" name="fiche" drafts="off" guard="off" .fiche=${given}></ror-fiche-form></fieldset></form>`);
  const element = form.querySelector<RorFicheForm>('ror-fiche-form')!;
  const root = element.shadowRoot!;
  await waitUntil(() => root.querySelector('section.card'), 'the form is shown');
  await element.updateComplete;
  const sent = () => JSON.parse(String(new FormData(form).get('fiche'))) as { contenu: Record<string, unknown> };
  const nom = () => root.getElementById('champ-nomOffre') as HTMLInputElement;
  const type = async (text: string) => { nom().focus(); nom().select(); await sendKeys({ type: text }); await element.updateComplete; };
  return { form, element, root, sent, nom, type };
}

describe('ror-fiche-form in a form of the page', () => {
  it('is sent under its name, as it is typed', async () => {
    const { sent, type } = await inForm();
    expect(sent().contenu).to.deep.equal(uniteHebergement.contenu);
    await type('Unité X');
    expect(sent().contenu['nomOffre']).to.equal('Unité X');
  });

  it('goes back to the fiche given when the form is reset', async () => {
    const { form, element, sent, nom, type } = await inForm();
    await type('Unité X');
    form.reset();
    await element.updateComplete;
    expect(sent().contenu).to.deep.equal(uniteHebergement.contenu);
    expect(nom().value).to.equal(uniteHebergement.contenu['nomOffre']);
  });

  it('takes up what the browser had kept, and nothing else', async () => {
    const { element, sent } = await inForm();
    element.formStateRestoreCallback('not json');
    element.formStateRestoreCallback(JSON.stringify({ contenu: { ...uniteHebergement.contenu, nomOffre: 'Gardé' }, illisibles: {} }));
    await element.updateComplete;
    expect(sent().contenu['nomOffre']).to.equal('Gardé');
  });

  it('stops the form when a field is missing, and leads to the first one', async () => {
    const { form, element, root } = await inForm(fiche('UO'));
    element.exigence = 'finaliser';
    await element.updateComplete;
    expect(form.checkValidity()).to.equal(false);
    expect(element.validity.valueMissing).to.equal(true);
    expect(element.validationMessage).not.to.equal('');
    expect(form.reportValidity()).to.equal(false);
    await element.updateComplete;
    expect(root.querySelector('#manques')).to.exist;
    element.exigence = 'aucune';
    await element.updateComplete;
    expect(form.checkValidity()).to.equal(true);
  });

  it('is read, and not sent, in a disabled fieldset', async () => {
    const { form, element, root } = await inForm();
    form.querySelector('fieldset')!.disabled = true;
    await element.updateComplete;
    expect(new FormData(form).get('fiche')).to.equal(null);
    expect(root.querySelectorAll('input, select, textarea').length).to.equal(0);
    expect(root.textContent).to.contain('Unité');
    form.querySelector('fieldset')!.disabled = false;
    await element.updateComplete;
    expect(root.querySelectorAll('input').length).to.be.greaterThan(0);
  });

  it('keeps the text when Enter is pressed in a field: nothing is sent', async () => {
    const { form, nom, type } = await inForm();
    let submitted = 0;
    form.addEventListener('submit', (event) => { event.preventDefault(); submitted += 1; });
    await type('Unité X');
    await sendKeys({ press: 'Enter' });
    expect([submitted, nom().value]).to.deep.equal([0, 'Unité X']);
  });
});
