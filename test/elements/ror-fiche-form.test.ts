import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { render } from 'lit';
import type { RorFicheForm } from '../../src/elements/ror-fiche-form/ror-fiche-form.ts';
import * as stories from '../../stories/ror-fiche-form.ts';
import { formulaire } from '../support/formulaire.ts';
import { waitUntil } from '../support/wait.ts';

const { UniteVide, UniteRemplie, CodeInconnu, LectureSeule, NomsLongs, Etablissement, story, fiche, uniteHebergement } = stories;
const TYPE = '3 - Sélectionnez un type d’UO';
const ACTIVITES = 'Ajouter une activité opérationnelle à l’UO';

describe('ror-fiche-form: every situation', () => {
  for (const [name, situation] of Object.entries(stories)) {
    if (typeof situation !== 'object' || !('render' in situation)) continue;
    it(`passes axe: ${name}`, async () => {
      const { form } = await formulaire(situation);
      await expect(form).to.be.accessible();
    });
  }

  it('passes axe with explanations shown, a list open, and after a refused finalise', async () => {
    const { form, clique, champ, presse } = await formulaire(stories.UniteIncomplete);
    await clique('Afficher les infobulles');
    await clique('Enregistrer et finaliser');
    await expect(form).to.be.accessible();
    champ(ACTIVITES).focus();
    await presse('ArrowDown');
    await expect(form).to.be.accessible();
  });
});

describe('ror-fiche-form: what is shown', () => {
  it('lays out what is out of view as soon as somebody comes in, so that nothing moves under them', async () => {
    const { root } = await formulaire(UniteRemplie);
    const sections = [...root.querySelectorAll('.card')];
    root.querySelector('input')!.focus();
    expect(sections.length).to.be.greaterThan(3);
    expect(sections.map((section) => getComputedStyle(section).contentVisibility)).to.deep.equal(sections.map(() => 'visible'));
  });

  it('asks only what names a unit until its type is chosen', async () => {
    const { labels } = await formulaire(UniteVide);
    expect(labels()).to.deep.equal(['Nom', 'Grand groupe de disciplines', 'Type d’UO']);
  });

  it('shows the stored values in words', async () => {
    const { champ, lignes } = await formulaire(UniteRemplie);
    expect(champ(TYPE).value).to.equal('Accueil ou hébergement pour personnes âgées dépendantes, sans spécificité');
    expect((champ('Champ d’activité') as HTMLSelectElement).selectedOptions[0]!.text).to.equal('Médico-social (MS)');
    expect(champ('Âge minimum').value).to.equal('60');
    expect((champ('Unité sensible', 'Non') as HTMLInputElement).checked).to.equal(true);
    expect(lignes()).to.deep.equal(['Accompagnements à la scolarisation inhabituel', 'Soins de longue durée (SLD) inhabituel', 'Suivi psychologique']);
  });

  it('stars what must be filled, and says so to assistive technologies', async () => {
    const { champ, all, root } = await formulaire(UniteVide);
    expect(champ('Nom').getAttribute('aria-required')).to.equal('true');
    expect(all('label').find((label) => label.textContent!.startsWith('Nom'))!.querySelector('.star')).to.not.equal(null);
    expect(root.querySelector('.legend')!.textContent).to.contain('obligatoire');
  });

  it('shows explanations on demand, tied to their field', async () => {
    const { champ, clique, root, bouton } = await formulaire(UniteVide);
    expect(root.textContent).not.to.contain('affiché dans ViaTrajectoire');
    await clique('Afficher les infobulles');
    expect(bouton('Afficher les infobulles').getAttribute('aria-pressed')).to.equal('true');
    const said = champ('Nom').getAttribute('aria-describedby')!.split(' ').map((id) => root.getElementById(id)!.textContent!);
    expect(said[0]).to.contain('affiché dans ViaTrajectoire');
    expect(said[1]).to.contain('Visible par tous');
  });

  it('says at once who will not read a restricted field, and of the others only with the explanations', async () => {
    const { root, coche, all } = await formulaire(UniteRemplie);
    const audiences = () => all('.audience').map((line) => line.textContent!.trim());
    expect(audiences()).to.have.length(1);
    expect(audiences()[0]).to.contain('Accès restreint');
    expect(root.querySelector('.audience')!.closest('[data-path]')!.getAttribute('data-path')).to.equal('uniteSensible');
    await coche('Unité sensible', 'Oui');
    expect(audiences()[0]).to.contain('toute la fiche est en accès restreint');
  });

  it('explains its marks in a legend that Escape closes, back to its button', async () => {
    const { root, clique, presse, focused, bouton } = await formulaire(UniteVide);
    const legende = root.getElementById('legende')!;
    expect(legende.matches(':popover-open')).to.equal(false);
    await clique('Afficher la légende');
    expect(legende.matches(':popover-open')).to.equal(true);
    for (const mark of ['Obligatoire pour finaliser', 'code retiré', 'Visible par tous', 'Réservé aux professionnels', 'Finalisée']) expect(legende.textContent).to.contain(mark);
    await expect(root.host).to.be.accessible();
    await presse('Escape');
    expect(legende.matches(':popover-open')).to.equal(false);
    expect(focused()).to.equal(bouton('Afficher la légende'));
  });

  it('finds a type by the words of the trade, and says which', async () => {
    const { tape, options, presse, champ } = await formulaire(UniteVide);
    await tape(TYPE, 'maison de ret');
    await waitUntil(() => options().length > 0, 'the words of the trade are there');
    expect(options()[0]).to.contain('personnes âgées dépendantes');
    expect(options()[0]).to.contain('« maison de retraite »');
    await presse('ArrowDown', 'Enter');
    expect(champ(TYPE).value).to.not.contain('«');
  });

  it('flags an unknown code and keeps it', async () => {
    const { champ, lignes, constats, form } = await formulaire(CodeInconnu);
    expect(champ('Mode de prise en charge').value).to.equal('99 (code inconnu)');
    expect(lignes()).to.include('9999 code inconnu');
    expect(constats(ACTIVITES)).to.deep.include('Le code 9999 n’existe pas dans la nomenclature : choisissez une valeur de la liste.');
    expect(form.modified).to.equal(false);
    expect(form.saisie().contenu).to.deep.include({ modePriseEnCharge: '99', activiteOperationnelle: ['300', '9999', '333'] });
  });

  it('shows whatever stands in a fiche, and stays calm', async () => {
    const { champ, lignes, form } = await formulaire({ render: () => story({ fiche: { ...uniteHebergement, contenu: {
      ...uniteHebergement.contenu, nomOffre: { a: 1 }, champActivite: 4, activiteOperationnelle: ['300', 12, null], patientele: 'x', contact: {}, uniteSensible: 'peut-être' } } }) });
    expect(champ('Nom').value).to.equal('{"a":1}');
    expect(lignes()).to.deep.equal(['Accompagnements à la scolarisation', '12 code inconnu', 'null code inconnu']);
    expect(form.modified).to.equal(false);
    await expect(form).to.be.accessible();
  });

  it('says that a kind of fiche has no form', async () => {
    const { root } = await formulaire({ render: () => story({ fiche: { ...fiche('P'), type: 'ZZ' as 'P' } }) });
    expect(root.querySelector('[role=alert]')!.textContent).to.contain('Cette fiche ne peut pas être affichée');
  });

  it('lets what the support changes be read only, and says who changes it', async () => {
    const { all } = await formulaire(Etablissement);
    const finess = all('dl').find((list) => list.textContent!.includes('Numéro FINESS'))!;
    expect(finess.textContent).to.contain('940690324');
    expect(finess.closest('section')!.textContent).to.contain('modifié par le support, à votre demande');
    const address = all('dl').find((list) => list.textContent!.includes('Voie'))!;
    expect(address.textContent).to.contain('rue des Tilleuls');
  });

  it('shows a read-only fiche in words, without any control', async () => {
    const { all, labels, root } = await formulaire(LectureSeule);
    expect(all('input, select, textarea, button')).to.deep.equal([]);
    expect(labels()).to.include('Activités opérationnelles');
    expect(root.textContent).to.contain('Soins de longue durée (SLD)');
    expect(root.textContent).to.contain('Non renseigné');
  });

  it('puts its headings at the level that the page gives', async () => {
    const { root } = await formulaire({ render: () => story({ fiche: fiche('P'), headingLevel: 4 }) });
    expect(root.querySelector('h4')!.textContent).to.equal('Nouveau pôle');
    expect(root.querySelectorAll('h5').length).to.be.above(2);
  });

  it('never scrolls sideways at 320 px, whatever the length of the texts', async () => {
    await setViewport({ width: 320, height: 640 });
    for (const situation of [NomsLongs, stories.Conflit, stories.UniteIncomplete]) {
      const { form, root, bouton } = await formulaire(situation);
      if (situation === stories.UniteIncomplete) bouton('Enregistrer et finaliser').click();
      await form.updateComplete;
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      const edge = form.getBoundingClientRect().right + 1;
      for (const element of root.querySelectorAll('.card, .control, .banner, .field, .option, .chosen li')) expect(element.getBoundingClientRect().right).to.be.at.most(edge);
      render(null, form.parentElement!);
    }
    await setViewport({ width: 800, height: 600 });
  });
});

describe('ror-fiche-form: the type of a unit', () => {
  it('puts the types of the establishment first, in bold, under a heading', async () => {
    const { champ, presse, options, all } = await formulaire(UniteVide);
    champ(TYPE).focus();
    await presse('ArrowDown');
    expect(options()[0]).to.equal('Accueil ou hébergement pour personnes âgées dépendantes, sans spécificité');
    expect(all('.popup [role=group]')[0]!.getAttribute('aria-label')).to.equal('Correspond à votre établissement');
    expect(getComputedStyle(all('[role=option]')[0]!).fontWeight).to.equal('700');
  });

  it('makes the other fields appear, says how many, and keeps the focus', async () => {
    const { all, champ, cherche, labels, annonce, focused } = await formulaire(UniteVide);
    const shown = (): number => all('.fields > .field[data-path]').length;
    const before = shown();
    await cherche(TYPE, 'dépendantes');
    expect(labels().length).to.be.above(12);
    expect(labels()).to.include.members(['Âge minimum', 'Mode de prise en charge', 'Temporalité d’accueil', 'Activités opérationnelles', 'Nom du responsable', 'Commentaire']);
    expect(focused()).to.equal(champ(TYPE));
    await annonce(`${shown() - before} champs ajoutés`);
  });

  it('fills what follows from the type, and nothing that was already filled', async () => {
    const { form, cherche } = await formulaire({ render: () => story({ fiche: fiche('UO', { contenu: { grandGroupeDisciplines: 'PSY' } }) }) });
    await cherche(TYPE, 'dépendantes');
    expect(form.saisie().contenu).to.deep.include({ typeOffre: '21', grandGroupeDisciplines: 'PSY', champActivite: '04' });
  });

  it('shortens its list by discipline and by need, and stores neither', async () => {
    const { champ, presse, options, form } = await formulaire(UniteVide);
    const discipline = champ('1 - Filtrez les types d’UO par discipline') as HTMLSelectElement;
    discipline.value = 'SLD';
    discipline.dispatchEvent(new Event('change'));
    await form.updateComplete;
    champ(TYPE).focus();
    await presse('ArrowDown');
    expect(options()).to.include('Unité de Soins de Longue Durée (USLD)');
    expect(options().length).to.be.below(5);
    expect(form.modified).to.equal(false);
  });

  it('proposes the name, writes it only when asked, and returns to the field', async () => {
    const { champ, cherche, clique, bouton, focused } = await formulaire(UniteVide);
    await cherche(TYPE, 'dépendantes');
    expect(champ('Nom').value).to.equal('');
    await clique('Utiliser le nom proposé :');
    expect(champ('Nom').value).to.equal('Unité hébergement pour personnes âgées dépendantes');
    expect(focused()).to.equal(champ('Nom'));
    expect(() => bouton('Utiliser le nom proposé')).to.throw();
  });

  it('never writes the proposed name over what was typed; its correction keeps the surname', async () => {
    const { champ, cherche, tape, clique } = await formulaire(UniteVide);
    await tape('Nom', 'Les Tilleuls');
    await cherche(TYPE, 'dépendantes');
    expect(champ('Nom').value).to.equal('Les Tilleuls');
    await clique('Corriger :');
    expect(champ('Nom').value).to.equal('Unité hébergement pour personnes âgées dépendantes Les Tilleuls');
  });

  it('corrects a name one remark at a time or all at once, says the new name, and is undone by typing', async () => {
    const { champ, cherche, remplit, clique, bouton, constats, annonce, focused } = await formulaire(UniteVide);
    await cherche(TYPE, 'dépendantes');
    await remplit('Nom', 'Asso F.A.M. Lilas');
    expect(constats('Nom').length).to.equal(3);
    await clique('Corriger : « Asso FAM Lilas »');
    expect(champ('Nom').value).to.equal('Asso FAM Lilas');
    await clique('Tout corriger :');
    const name = 'Unité hébergement pour personnes âgées dépendantes ASSOCIATION FAM LILAS';
    expect(champ('Nom').value).to.equal(name);
    await annonce(`Nom corrigé : ${name}`);
    expect(focused()).to.equal(champ('Nom'));
    expect(constats('Nom')).to.deep.equal([]);
    expect(() => bouton('Corriger')).to.throw();
    await remplit('Nom', 'Les Lilas');
    expect(champ('Nom').value).to.equal('Les Lilas');
  });

  it('keeps the former type while a search is not finished, shows the text as typed, and says so', async () => {
    const { champ, remplit, constats, form, labels } = await formulaire(UniteRemplie);
    const before = labels().length;
    await remplit(TYPE, 'foyer de quelque chose');
    expect(champ(TYPE).value).to.equal('foyer de quelque chose');
    expect(labels().length).to.equal(before);
    expect(constats(TYPE)[0]).to.contain('ne correspond à aucune valeur de la liste');
    expect(form.saisie()).to.deep.include({ illisibles: { typeOffre: 'foyer de quelque chose' } });
    expect(form.saisie().contenu['typeOffre']).to.equal('21');
  });

  it('counts a search that was not left yet as typed', async () => {
    const { tape, form } = await formulaire(UniteVide);
    await tape(TYPE, 'quelque chose');
    expect(form.saisie().illisibles).to.deep.equal({ typeOffre: 'quelque chose' });
  });
});

describe('ror-fiche-form: issues', () => {
  it('says nothing of a field that was only passed through', async () => {
    const { champ, presse, constats } = await formulaire(UniteVide);
    champ('Nom').focus();
    await presse('Tab');
    expect(constats('Nom')).to.deep.equal([]);
  });

  it('says nothing while the person types, then says it when they leave, and announces it', async () => {
    const { tape, presse, constats, annonce, champ } = await formulaire({ render: () => story({ fiche: { ...uniteHebergement, contenu: { ...uniteHebergement.contenu, contact: undefined } } }) });
    await tape('Adresse mail du responsable', 'nadia');
    expect(constats('Adresse mail du responsable')).to.deep.equal([]);
    await presse('Tab');
    expect(constats('Adresse mail du responsable')[0]).to.contain('n’a pas la forme attendue');
    expect(champ('Adresse mail du responsable').getAttribute('aria-invalid')).to.equal('true');
    await annonce('Adresse mail du responsable :');
  });

  it('follows the typing once said', async () => {
    const { remplit, tape, constats } = await formulaire({ render: () => story({ fiche: { ...uniteHebergement, contenu: { ...uniteHebergement.contenu, contact: undefined } } }) });
    await remplit('Adresse mail du responsable', 'nadia');
    await tape('Adresse mail du responsable', 'nadia@exemple.fr');
    expect(constats('Adresse mail du responsable')).to.deep.equal([]);
  });

  it('compares two fields when either changes', async () => {
    const { remplit, constats } = await formulaire(UniteRemplie);
    await remplit('Âge minimum', '90');
    await remplit('Âge maximum', '80');
    expect(constats('Âge maximum')).to.deep.equal(['La valeur doit être au moins celle de « Âge minimum ».']);
    await remplit('Âge minimum', '20');
    expect(constats('Âge maximum')).to.deep.equal([]);
  });

  it('keeps a text that is not a number, as typed', async () => {
    const { champ, remplit, constats, form } = await formulaire(UniteRemplie);
    await remplit('Âge minimum', 'soixante ans');
    expect(champ('Âge minimum').value).to.equal('soixante ans');
    expect(constats('Âge minimum')[0]).to.contain('Votre texte est conservé');
    expect(form.saisie().illisibles).to.deep.equal({ 'patientele.ageMin.valeur': 'soixante ans' });
  });

  it('never rewrites a text while it is typed', async () => {
    const { champ, tape, presse } = await formulaire(UniteRemplie);
    await tape('Téléphone', '01.60.80.');
    expect(champ('Téléphone').value).to.equal('01.60.80.');
    await tape('Nom du responsable', 'Nadia ');
    expect(champ('Nom du responsable').value).to.equal('Nadia ');
    await tape('Âge minimum', '065');
    expect(champ('Âge minimum').value).to.equal('065');
    await presse('Tab');
    expect(champ('Âge minimum').value).to.equal('65');
  });

  it('says that a text is too long instead of cutting it', async () => {
    const { champ, constats, form } = await formulaire(UniteRemplie);
    const nom = champ('Nom') as HTMLInputElement;
    nom.focus();
    nom.value = 'Unité '.padEnd(400, 'x');
    nom.dispatchEvent(new InputEvent('input', { bubbles: true }));
    nom.blur();
    await form.updateComplete;
    expect(constats('Nom')).to.include('Ce texte dépasse 255 caractères.');
    expect(nom.value.length).to.equal(400);
  });

  it('refuses a paste of 5 MB politely, at once, and keeps what was there', async () => {
    const { champ, constats, annonce } = await formulaire(UniteRemplie);
    const clipboard = new DataTransfer();
    clipboard.setData('text/plain', 'x'.repeat(5_000_000));
    const comment = champ('Commentaire');
    comment.focus();
    const before = performance.now();
    const paste = new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true, composed: true });
    comment.dispatchEvent(paste);
    expect(performance.now() - before).to.be.below(1000);
    expect(paste.defaultPrevented).to.equal(true);
    expect(constats('Commentaire')[0]).to.match(/5.000.000 caractères n’a pas été collé/);
    await annonce('n’a pas été collé');
  });

  it('draws only the fields that a key concerns', async () => {
    const { form, champ, tape } = await formulaire(UniteRemplie);
    champ('Nom du responsable').focus();
    let updates = 0;
    const requestUpdate = form.requestUpdate.bind(form);
    form.requestUpdate = (...args: Parameters<RorFicheForm['requestUpdate']>) => {
      updates++;
      requestUpdate(...args);
    };
    await tape('Nom du responsable', 'Nadia Perrin-Dubois');
    expect(updates).to.equal(0);
  });
});

describe('ror-fiche-form: operational activities', () => {
  it('adds several in one go, and lists them', async () => {
    const { champ, tape, presse, lignes, annonce } = await formulaire(UniteRemplie);
    await tape(ACTIVITES, 'psy');
    await presse('ArrowDown', 'Enter');
    await annonce(/: (ajouté|retiré)/);
    await tape(ACTIVITES, 'acc');
    await presse('ArrowDown', 'Enter', 'ArrowDown', 'Enter', 'Escape');
    expect(lignes().length).to.be.within(4, 6);
    expect(champ(ACTIVITES).getAttribute('aria-expanded')).to.equal('false');
  });

  it('offers the usual ones first, then all the others of the 548', async () => {
    const { champ, presse, all } = await formulaire(UniteRemplie);
    champ(ACTIVITES).focus();
    await presse('ArrowDown');
    expect(all('.popup [role=group]')[0]!.getAttribute('aria-label')).to.equal('Habituels');
    expect(all('[role=option]')[0]!.getAttribute('aria-setsize')).to.equal('548');
    expect(all('[role=option]').length).to.be.below(40);
    await presse('End');
    expect(all('.popup [role=group]').at(-1)!.getAttribute('aria-label')).to.equal('Autres valeurs');
  });

  it('removes with « Tout sélectionner » and « Supprimer », and takes it back', async () => {
    const { clique, lignes, form } = await formulaire(UniteRemplie);
    await clique('Tout sélectionner');
    await clique('Supprimer');
    expect(lignes()).to.deep.equal([]);
    expect(form.saisie().contenu['activiteOperationnelle']).to.equal(undefined);
    await clique('Annuler la suppression');
    expect(form.saisie().contenu['activiteOperationnelle']).to.deep.equal(['300', '333', '289']);
    expect(form.modified).to.equal(false);
  });

  it('ticks publics without a search, since they are few', async () => {
    const { coche, form } = await formulaire(UniteRemplie);
    await coche('Publics pris en charge', 'Tout public');
    expect((form.saisie().contenu['patientele'] as { publicPrisEnCharge: string[] }).publicPrisEnCharge.length).to.equal(2);
    await coche('Publics pris en charge', 'Tout public');
    expect((form.saisie().contenu['patientele'] as { publicPrisEnCharge: string[] }).publicPrisEnCharge).to.deep.equal(['01']);
  });
});

describe('ror-fiche-form: by keyboard alone', () => {
  it('fills a whole unit and finalises it', async () => {
    const { form, presse, tape, champ, cherche, saves, titre } = await formulaire(UniteVide);
    champ(TYPE).focus();
    await cherche(TYPE, 'dépendantes');
    await presse('Tab');
    expect(form.shadowRoot!.activeElement).to.equal(champ('Âge minimum'));
    await tape('Âge minimum', '60');
    await tape('Nom', 'Unité hébergement pour personnes âgées dépendantes');
    await cherche('Mode de prise en charge', 'héberg');
    champ('Temporalité d’accueil').focus();
    await presse('ArrowDown');
    await cherche(ACTIVITES, 'suivi psy');
    await presse('Escape');
    await tape('Nom du responsable', 'Nadia Perrin');
    await tape('Adresse mail du responsable', 'nadia.perrin@ehpad-test.example');
    champ('Unité sensible', 'Oui').focus();
    await presse('ArrowRight');
    champ('Commentaire').focus();
    // Help, legend, PDF, on hold.
    await presse('Tab', 'Tab', 'Tab', 'Tab', 'Tab');
    expect(titre()).to.equal('Enregistrer et finaliser');
    await presse('Enter');
    expect(saves.map(({ finaliser }) => finaliser)).to.deep.equal([true]);
    expect(saves[0]!.saisie.contenu).to.deep.include({ typeOffre: '21', champActivite: '04', grandGroupeDisciplines: 'MSS', uniteSensible: false });
    expect(saves[0]!.saisie.illisibles).to.deep.equal({});
  });
});
