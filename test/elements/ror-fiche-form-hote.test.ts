import { expect, waitUntil } from '@open-wc/testing';
import * as stories from '../../stories/ror-fiche-form-hote.ts';
import { formulaire } from '../support/formulaire.ts';

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
    const { form, top, champ, settled } = await formulaire(stories.EditionDuHote);
    const [check, take] = [...top.querySelectorAll('button')];
    check!.click();
    const lines = () => [...top.querySelectorAll('[data-rapport] li')].map((line) => line.textContent!);
    await waitUntil(() => lines().length > 0, 'the report is there');
    expect(lines()[0]).to.contain('(46)').and.to.contain('remplacé par « Hébergement complet internat » (90)');
    expect(lines().at(-1)).to.contain('code-missing');
    take!.click();
    await form.updateComplete;
    await settled();
    await waitUntil(() => { const control = champ(MODE); return (control instanceof HTMLSelectElement ? control.selectedOptions[0]!.text : control.value).includes('code retiré'); }, 'the new edition is shown');
  });

  it('follows a national model, and says each item that is not in the form', async () => {
    const { labels, top } = await formulaire(stories.ModeleNational);
    expect(labels()).to.deep.equal(['Nom de l’offre', 'Type d’offre', 'Mode de prise en charge']);
    const report = [...top.querySelectorAll('li')].map((line) => line.textContent!);
    for (const code of ['no-definition', 'unknown-definition']) expect(report.some((line) => line.includes(code)), code).to.equal(true);
    await expect(top).to.be.accessible();
  });
});
