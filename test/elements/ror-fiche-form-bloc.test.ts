import { expect, oneEvent } from '@open-wc/testing';
import type { FicheSave } from '../../src/elements/ror-fiche-form/events.ts';
import * as stories from '../../stories/ror-fiche-form.ts';
import { formulaire } from '../support/formulaire.ts';

describe('ror-fiche-form, one block', () => {
  const bloc = async () => {
    const reader = await formulaire(stories.UniteRemplie);
    const id = reader.all('section.card')[0]!.getAttribute('aria-labelledby')!.replace('section-', '');
    reader.form.bloc = id;
    await reader.settled();
    return { ...reader, id };
  };

  it('shows only its section, with its own buttons', async () => {
    const { all, bouton, root } = await bloc();
    expect(all('section.card').length).to.equal(1);
    expect(bouton('Enregistrer').textContent).to.equal('Enregistrer');
    expect(bouton('Annuler')).to.exist;
    expect([...root.querySelectorAll('button')].some((button) => button.textContent.includes('finaliser'))).to.equal(false);
  });

  it('says which block is saved', async () => {
    const { form, tape, bouton, id } = await bloc();
    await tape('Nom', 'Unité Les Tilleuls');
    const asked = oneEvent(form, 'ror-fiche-save');
    bouton('Enregistrer').click();
    expect((await asked as CustomEvent<FicheSave>).detail.bloc).to.equal(id);
  });

  it('leaves a finalised fiche finalised: nobody asked to take that back', async () => {
    for (const [etat, finaliser] of [['finalisee', true], ['en-attente', false]] as const) {
      const { form, tape, bouton, settled } = await bloc();
      form.fiche = { ...form.fiche!, etat };
      await settled();
      await tape('Nom', 'Unité Les Tilleuls');
      const asked = oneEvent(form, 'ror-fiche-save');
      bouton('Enregistrer').click();
      expect((await asked as CustomEvent<FicheSave>).detail.finaliser).to.equal(finaliser);
    }
  });

  it('goes back to what was saved, and tells the page', async () => {
    const { form, remplit, bouton, champ, id } = await bloc();
    const before = champ('Nom').value;
    await remplit('Nom', 'Autre nom');
    const told = oneEvent(form, 'ror-fiche-cancel');
    bouton('Annuler').click();
    expect((await told as CustomEvent).detail.bloc).to.equal(id);
    await form.updateComplete;
    expect(champ('Nom').value).to.equal(before);
    expect(form.modified).to.equal(false);
  });

  it('shows the whole fiche when the block is not one of it', async () => {
    const { form, all, settled } = await bloc();
    form.bloc = 'inconnu';
    await settled();
    expect(all('section.card').length).to.be.greaterThan(1);
  });
});
