import { expect, oneEvent } from '@open-wc/testing';
import * as stories from '../../stories/ror-fiche-form-hote.ts';
import type { RorEditionCheckEvent } from '../../src/elements/ror-fiche-form/edition-event.ts';
import { uniteHebergement, story } from '../../stories/ror-fiche-form.ts';
import { withEditions } from '../../src/nomenclature/editions.ts';
import { importQuestionnaire } from '../../src/engine/fiche/import-questionnaire/import-questionnaire.ts';
import { officialSource } from '../../src/nomenclature/load.ts';
import { sendKeys } from '@web/test-runner-commands';
import { ms141 } from '../engine/fiche/modeles/ms-141.ts';
import { formulaire } from '../support/formulaire.ts';
import { waitUntil } from '../support/wait.ts';

const MODE = 'Mode de prise en charge';

describe('ror-fiche-form: what a host brings', () => {
  it('shows a retired code with its words and its mark, and replaces it in one gesture, said aloud', async () => {
    const { form, champ, clique, annonce, bouton, focused } = await formulaire(stories.CodeRetire);
    const shown = () => { const control = champ(MODE); return control instanceof HTMLSelectElement ? control.selectedOptions[0]!.text : control.value; };
    expect(shown()).to.contain('code retiré');
    expect(form.saisie().contenu['modePriseEnCharge']).to.equal('46');
    await expect(form).to.be.accessible();
    await clique('Remplacer « ');
    expect(form.saisie().contenu['modePriseEnCharge']).to.equal('90');
    expect(shown()).to.equal('Hébergement complet internat');
    await annonce('est remplacé par « Hébergement complet internat »');
    expect(focused()).to.equal(champ(MODE));
    expect(() => bouton('Remplacer')).to.throw();
  });

  it('says with a save in which edition each code was chosen', async () => {
    const { form, clique, saves } = await formulaire(stories.CodeRetire);
    await clique('Remplacer « ');
    await clique('Enregistrer et mettre en attente');
    expect(saves.at(-1)!.editions['J19']).to.deep.equal({ '2027-01-29': ['90'] });
    expect(JSON.stringify(form.saisie().contenu)).to.not.contain('2027-01-29');
  });

  it('checks a fiche against a newer edition, then takes it, at run time', async () => {
    const { form, top, root, champ, clique, settled, focused } = await formulaire(stories.EditionDuHote);
    const shown = oneEvent(form, 'ror-edition-check') as Promise<RorEditionCheckEvent>;
    await clique('Vérifier avec une nouvelle édition');
    const { detail } = await shown;
    expect(detail.ficheId).to.equal(form.fiche!.id);
    expect(detail.changes.map(({ code, change, replacement }) => [code, change, replacement?.code])).to.deep.equal([['46', 'retired', '90']]);
    const dialog = root.querySelector<HTMLDialogElement>('dialog.edition')!;
    const text = dialog.textContent!.replace(/\s+/g, ' ');
    for (const words of ['1 code n’est plus proposé', MODE, '(46)', 'N’est plus proposé dans l’édition du 29 janvier 2027', 'Remplacé par « Hébergement complet internat » (90)', 'La fiche n’est pas modifiée']) expect(text).to.contain(words);
    expect(dialog.open).to.equal(true);
    await expect(form).to.be.accessible();
    expect(form.modified).to.equal(false);
    await clique('Aller au champ');
    await waitUntil(() => !dialog.isConnected, 'the window is gone');
    expect(focused()).to.equal(champ(MODE));
    // The host, too, had its say: a fault of the file it read.
    expect(top.querySelector('[data-rapport]')!.textContent).to.contain('code-missing');
    top.querySelector('button')!.click();
    await form.updateComplete;
    await settled();
    const value = (): string => {
      const control = root.getElementById('champ-modePriseEnCharge');
      return control instanceof HTMLSelectElement ? control.selectedOptions[0]!.text : control instanceof HTMLInputElement ? control.value : '';
    };
    await waitUntil(() => value().includes('code retiré'), 'the new edition is shown');
  });

  it('says that nothing would change, and what can’t be read of an edition', async () => {
    const { form, root, bouton, clique } = await formulaire({ render: () => stories.CodeRetire.render() });
    expect(() => bouton('Vérifier avec')).to.throw();
    expect(await form.verifierEdition()).to.deep.equal([]);
    expect(root.querySelector('dialog.edition')).to.equal(null);
    form.edition = stories.sourceHote;
    await form.updateComplete;
    form.source = stories.sourceHote;
    await form.updateComplete;
    // Its own edition: only what had gone already is said.
    expect((await form.verifierEdition()).map(({ code }) => code)).to.deep.equal(['46']);
    root.querySelector<HTMLDialogElement>('dialog.edition')!.close();
    form.edition = { ...stories.sourceHote, valueSet: () => Promise.reject(new Error('offline')) };
    await form.updateComplete;
    const failed = await form.verifierEdition().then(() => false, () => true);
    expect(failed).to.equal(true);
    expect(root.querySelector('dialog.edition [role=alert]')!.textContent).to.contain('n’a pas pu être lue');
    form.edition = officialSource;
    form.source = officialSource;
    await form.updateComplete;
    await clique('Fermer');
    await waitUntil(() => !root.querySelector('dialog.edition'), 'the window is gone');
    expect(await form.verifierEdition()).to.deep.equal([]);
    expect(root.querySelector('dialog.edition')!.textContent).to.contain('Rien ne changerait');
    await expect(form).to.be.accessible();
  });

  it('checks the codes of the elements of a list too: says which element, and opens it', async () => {
    const contact = [{ nom: 'Dr Martin', natureContact: '04', niveauConfidentialite: '2' }, { nom: 'Astreinte', natureContact: '05', niveauConfidentialite: '2' }];
    const { form, root, clique, focused } = await formulaire({ render: () => story({ fiche: { ...uniteHebergement, contenu: { ...uniteHebergement.contenu, contact } } }) });
    const nature = await officialSource.valueSet('J221');
    const concepts = nature.concepts.flatMap(({ code, label }) => (code === '05' ? [] : [[code, label]]));
    form.edition = withEditions(officialSource, [{ id: 'J221', officialId: 'JDV_J221', name: 'Nature', edition: '2030-01-01', source: { repo: 'test' }, licence: 'test', systems: [], columns: ['code', 'label'], concepts }]);
    await form.updateComplete;
    expect((await form.verifierEdition()).map(({ path, code }) => [path, code])).to.deep.equal([['contact.1.natureContact', '05']]);
    expect(root.querySelector('dialog.edition')!.textContent).to.contain('Astreinte — Nature du contact');
    await expect(form).to.be.accessible();
    await clique('Aller au champ');
    await waitUntil(() => (focused() as HTMLElement | null)?.id === 'champ-contact.1.natureContact', 'the field inside its element has the focus');
  });

  it('fills the lists and the places of a national model', async () => {
    const { schema } = importQuestionnaire(ms141);
    const { form, root, clique } = await formulaire({ render: () => story({ schema: schema!, fiche: { ...uniteHebergement, contenu: { nomOffre: 'Unité de gynécologie', typeOffre: '157' } } }) });
    const title = [...root.querySelectorAll('section.card')].find((card) => card.querySelector('h3')?.textContent?.trim() === 'Téléconsultation');
    expect(title, 'the section of its links').to.not.equal(undefined);
    await waitUntil(() => title!.querySelector('button'), 'the list came');
    await clique('Ajouter un moyen de contact');
    await waitUntil(() => root.getElementById('champ-contact:nature09.telecommunication.0.adresseTelecom'), 'the field of its first link');
    const control = root.getElementById('champ-contact:nature09.telecommunication.0.adresseTelecom') as HTMLInputElement;
    control.focus();
    await sendKeys({ type: 'https://visio.example' });
    await form.updateComplete;
    expect(form.saisie().contenu['contact']).to.deep.equal([{ natureContact: '09', niveauConfidentialite: '1', telecommunication: [{ niveauConfidentialite: '1', adresseTelecom: 'https://visio.example' }] }]);
    expect(root.getElementById('champ-zoneIntervention'), 'territories').to.not.equal(null);
    await expect(form).to.be.accessible();
  });

  it('follows a national model, and says each item that is not in the form', async () => {
    const { labels, top } = await formulaire(stories.ModeleNational);
    expect(labels()).to.deep.equal(['Nom de l’offre', 'Type d’offre', 'Mode de prise en charge']);
    const report = [...top.querySelectorAll('li')].map((line) => line.textContent!.replace(/\s+/g, ' '));
    for (const words of ['Élément 1.3 — La question ne dit pas quel attribut elle remplit.', 'Élément 2.2 — L’attribut que la question remplit n’est pas connu.', 'Élément 1.4 — Valeur calculée']) {
      expect(report.some((line) => line.includes(words)), words).to.equal(true);
    }
    await expect(top).to.be.accessible();
  });

  it('follows the model of the type d’offre that the person chooses, and loses nothing on the way', async () => {
    const { form, labels, tape, champ, presse, focused, settled } = await formulaire(stories.ModelesChoisis);
    await settled();
    await waitUntil(() => labels().includes('Nom de l’offre'), 'the model of the type is followed');
    await tape('Nom de l’offre', 'Unité tapée');
    const type = champ('3 - Sélectionnez un type d’UO') as HTMLInputElement;
    type.focus();
    type.select();
    await sendKeys({ type: 'soins adaptés' });
    await presse('ArrowDown', 'Enter', 'Tab');
    await waitUntil(() => !labels().includes('Nom de l’offre'), 'the form of the level is back');
    expect(form.saisie().contenu['nomOffre']).to.equal('Unité tapée');
    expect(form.saisie().contenu['typeOffre']).to.not.equal('21');
    expect(form.modified).to.equal(true);
    expect(labels()).to.include('Nom');
    expect(focused()).to.not.equal(null);
  });

  it('takes no harm from models that are none', async () => {
    const { form, labels } = await formulaire({ render: () => stories.ModelesChoisis.render() });
    for (const modeles of [[{}], [{ level: 'UO' }], 'MS-141', [{ level: 'UO', sections: 3 }]]) {
      form.modeles = modeles as unknown as NonNullable<typeof form.modeles>;
      await form.updateComplete;
      await form.updateComplete;
      expect(form.shadowRoot!.textContent!.trim()).to.not.equal('');
    }
    form.modeles = undefined;
    await waitUntil(() => labels().includes('Nom'), 'the form of the level is back');
  });
});
