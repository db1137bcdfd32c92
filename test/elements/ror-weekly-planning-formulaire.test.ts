import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { catalogue as fr } from '../../src/i18n/catalogue.ts';
import '../../src/elements/ror-provider/define.ts';
import * as stories from '../../stories/ror-weekly-planning.ts';
import { PlanningReader, plain } from '../support/planning.ts';
import { heard } from '../support/tree.ts';
import { waitUntil } from '../support/wait.ts';

const range = (jour: number, debut: number, fin: number, type = '01') => ({ debut: (jour - 1) * 1440 + debut * 60, fin: (jour - 1) * 1440 + fin * 60, type });

/** The form of the story, and its planning. */
async function inForm(): Promise<{ form: HTMLFormElement; reader: PlanningReader; sent: () => unknown }> {
  const form = await fixture<HTMLFormElement>(stories.Formulaire.render());
  const reader = new PlanningReader(form.querySelector('ror-weekly-planning')!);
  await reader.settle();
  await reader.enter();
  const sent = () => { const value = new FormData(form).get('semaine'); return value === null ? null : JSON.parse(value as string) as unknown; };
  return { form, reader, sent };
}

describe('ror-weekly-planning in a form', () => {
  it('is a field of its form: its name, its label, its value as JSON', async () => {
    const { form, reader, sent } = await inForm();
    expect([...form.elements].map((element) => element.localName)).to.include('ror-weekly-planning');
    expect(reader.planning.form).to.equal(form);
    expect(sent()).to.deep.equal([range(1, 9, 12), range(2, 9, 12)]);
    await reader.focus('mercredi 9 h');
    await reader.press('Space');
    expect(sent()).to.deep.equal([range(1, 9, 12), range(2, 9, 12), range(3, 9, 9.5)]);
  });

  it('sends at once what the page has just set', async () => {
    const { reader, sent } = await inForm();
    reader.planning.value = [range(7, 8, 9)];
    expect(sent()).to.deep.equal([range(7, 8, 9)]);
    reader.planning.value = [];
    expect(sent()).to.deep.equal([]);
  });

  it('goes back to what the page gave when the form is reset, without an event', async () => {
    const { form, reader, sent } = await inForm();
    const events = heard(reader.planning, 'ror-semaine-change');
    await reader.focus('mercredi 9 h');
    await reader.press('Space');
    form.reset();
    await reader.settle();
    expect(sent()).to.deep.equal([range(1, 9, 12), range(2, 9, 12)]);
    expect(plain(reader.cell('mercredi 9 h').ariaLabel)).to.contain('fermé');
    expect(events.length).to.equal(1);
    expect(reader.button('Annuler').getAttribute('aria-disabled')).to.equal('true');
  });

  it('takes up what the browser had kept', async () => {
    const { reader, sent } = await inForm();
    reader.planning.formStateRestoreCallback(JSON.stringify([range(4, 10, 11)]));
    await reader.settle();
    expect(sent()).to.deep.equal([range(4, 10, 11)]);
    expect(reader.notes).to.deep.equal(['jeudi 10h-11h']);
  });

  it('is neither sent nor used when disabled, by itself or by a fieldset', async () => {
    const { form, reader, sent } = await inForm();
    for (const [off, on] of [
      [() => { reader.planning.disabled = true; }, () => { reader.planning.disabled = false; }],
      [() => { form.querySelector('fieldset')!.disabled = true; }, () => { form.querySelector('fieldset')!.disabled = false; }],
    ] as const) {
      off();
      await reader.settle();
      expect(sent()).to.equal(null);
      expect(reader.root.querySelectorAll('button').length).to.equal(0);
      await reader.focus('jeudi 9 h');
      await reader.press('Space');
      expect(reader.notes.length).to.equal(2);
      on();
      await reader.settle();
      expect((sent() as unknown[]).length).to.equal(2);
      expect(reader.planning.disabled).to.equal(false);
    }
  });

  it('is missing when required and empty, and leads to the agenda', async () => {
    const { form, reader } = await inForm();
    expect(form.checkValidity()).to.equal(true);
    reader.planning.value = [];
    await reader.settle();
    expect(form.checkValidity()).to.equal(false);
    expect(reader.planning.validity.valueMissing).to.equal(true);
    expect(reader.planning.validationMessage).to.equal('Renseignez au moins une plage d’ouverture.');
    form.requestSubmit();
    await waitUntil(() => reader.focused !== undefined, 'the focus did not come');
    reader.planning.readonly = true;
    await reader.settle();
    expect(form.checkValidity(), 'nothing is asked of who can only read').to.equal(true);
  });

  it('is not valid while typed hours can’t be read, and leads to them', async () => {
    const { form, reader } = await inForm();
    await reader.pressButton('Saisir les heures');
    await reader.type(2, '9h-midi et quelque');
    expect(reader.planning.validity.badInput).to.equal(true);
    expect(plain(reader.planning.validationMessage)).to.contain('Mardi : Illisible à partir du');
    reader.button('Annuler').focus();
    form.requestSubmit();
    await waitUntil(() => reader.root.activeElement === reader.field(2));
    await reader.type(2, '9h-midi');
    expect(form.checkValidity()).to.equal(true);
  });

  it('gets the focus from a press on the label of the page', async () => {
    const { form, reader } = await inForm();
    form.querySelector('label')!.click();
    expect(reader.focused).to.equal('lundi 7 h, fermé');
  });

  it('does not send the form by Enter in a field of hours', async () => {
    const { form, reader } = await inForm();
    let submits = 0;
    form.addEventListener('submit', (event) => { event.preventDefault(); submits += 1; });
    await reader.pressButton('Saisir les heures');
    await reader.type(1, '8h-12h');
    expect(submits).to.equal(0);
    expect(reader.notes[0]).to.equal('lundi 8h-12h');
  });
});

describe('ror-weekly-planning, the list of hours', () => {
  const opened = async (...ranges: ReturnType<typeof range>[]) => {
    const reader = await PlanningReader.open(html`<ror-weekly-planning .value=${ranges}></ror-weekly-planning>`);
    await reader.pressButton('Saisir les heures');
    return reader;
  };
  const fields = (reader: PlanningReader) => [1, 2, 3, 4, 5, 6, 7].map((jour) => reader.field(jour).value);

  it('shows the hours of each day, and follows the agenda', async () => {
    const reader = await opened(range(1, 9, 12.5), range(1, 14, 18), range(5, 22, 30));
    expect(fields(reader)).to.deep.equal(['9h-12h30, 14h-18h', '', '', '', '22h-6h', '', '']);
    await reader.focus('mardi 9 h');
    await reader.press('Space');
    expect(reader.field(2).value).to.equal('9h-9h30');
    await reader.press('Control+z');
    expect(reader.field(2).value).to.equal('');
  });

  it('puts typed hours into the agenda, as people write them', async () => {
    const reader = await opened();
    const events = heard(reader.planning, 'ror-semaine-change');
    await reader.type(1, '9h-12h30, 14h-18h');
    await reader.type(2, 'de 8:45 à midi', 'Tab');
    await reader.type(3, '24h/24');
    await reader.type(4, '22h-6h');
    expect(reader.notes).to.deep.equal(['lundi 9h-12h30, 14h-18h', 'mardi 8h45-12h', 'mercredi 0h-24h', 'jeudi 22h-6h']);
    expect(fields(reader).slice(0, 4)).to.deep.equal(['9h-12h30, 14h-18h', '8h45-12h', '0h-24h', '22h-6h']);
    expect(plain(reader.cell('lundi 12 h').ariaLabel)).to.equal('lundi 12 h, ouvert');
    expect(events.length).to.equal(4);
    await waitUntil(() => reader.status === 'Jeudi : de 22 h à 6 h le lendemain.');
    await reader.type(3, 'fermé');
    expect(reader.notes.length).to.equal(3);
  });

  it('keeps what it can’t read as it was typed, says why, and changes nothing', async () => {
    const reader = await opened(range(1, 9, 12));
    const events = heard(reader.planning, 'ror-semaine-change');
    await reader.type(1, '9h-12h et aprés');
    expect(reader.field(1).value).to.equal('9h-12h et aprés');
    expect(reader.field(1).ariaInvalid).to.equal('true');
    const message = reader.root.getElementById('erreur-1')!;
    expect(reader.field(1).getAttribute('aria-describedby')!.split(' ')).to.include('erreur-1');
    expect(plain(message.textContent)).to.equal('Illisible à partir du 11e caractère. Écrivez par exemple « 9h-12h30, 14h-18h ».');
    await waitUntil(() => reader.status.startsWith('Lundi : Illisible'));
    expect(reader.notes).to.deep.equal(['lundi 9h-12h']);
    expect(events.length).to.equal(0);

    await reader.focus('mardi 9 h');
    await reader.press('Space');
    expect(reader.field(1).value, 'another day was drawn').to.equal('9h-12h et aprés');
    await reader.focus('lundi 14 h');
    await reader.press('Space');
    expect(reader.field(1).value, 'this day was drawn').to.equal('9h-12h, 14h-14h30');
    expect(reader.planning.validity.valid).to.equal(true);
  });

  it('shows the hours again with Escape', async () => {
    const reader = await opened(range(1, 9, 12));
    reader.field(1).focus();
    await sendKeys({ type: 'xyz' });
    await reader.press('Escape');
    expect(reader.field(1).value).to.equal('9h-12h');
    await reader.type(1, 'xyz');
    await reader.press('Escape');
    expect(reader.field(1).ariaInvalid).to.equal(null);
    expect(reader.planning.validity.valid).to.equal(true);
  });

  it('keeps what is being typed while the page sets something else', async () => {
    const reader = await opened(range(1, 9, 12));
    reader.field(2).focus();
    await sendKeys({ type: '9h-1' });
    reader.planning.label = 'Autre nom';
    await reader.settle();
    expect(reader.field(2).value).to.equal('9h-1');
    await sendKeys({ type: '2h' });
    await sendKeys({ press: 'Tab' });
    await reader.settle();
    expect(reader.notes).to.deep.equal(['lundi 9h-12h', 'mardi 9h-12h']);
  });

  it('is of the type being drawn, and tells the others', async () => {
    const reader = await PlanningReader.open(stories.Types.render());
    await reader.pressButton('Saisir les heures');
    await waitUntil(() => reader.root.querySelector('[part="liste"]')?.ariaLabel === 'Heures de chaque jour : Horaire d\'ouverture');
    expect(reader.field(1).value).to.equal('8h-19h');
    expect(plain(reader.root.getElementById('autres-1')!.textContent)).to.equal('Aussi : Horaire de consultation sans RDV 9h-12h ; Horaire de consultation sur RDV 10h-18h');
    reader.root.querySelectorAll<HTMLInputElement>('.pinceau input')[1]!.click();
    await reader.settle();
    expect(reader.field(1).value).to.equal('9h-12h');
    await reader.type(1, '9h-11h');
    expect(reader.notes.filter((note) => note.startsWith('lundi'))).to.deep.equal(['lundi 8h-19h', 'lundi 9h-11h (06)', 'lundi 10h-18h (07)']);
  });

  it('is reached from the menu of a cell', async () => {
    const reader = await PlanningReader.open(html`<ror-weekly-planning></ror-weekly-planning>`);
    await reader.focus('mercredi 9 h');
    await reader.press('Enter');
    await reader.choose('Saisir les heures du mercredi…');
    expect(reader.root.activeElement).to.equal(reader.field(3));
  });
});

describe('ror-weekly-planning, days and ready-made weeks', () => {
  const empty = () => PlanningReader.open(html`<ror-weekly-planning></ror-weekly-planning>`);

  it('fills 7j/7 et 24h/24 at once', async () => {
    const reader = await empty();
    await reader.pressButton('Alimenter 7j/7 et 24h/24');
    expect(reader.notes).to.deep.equal(['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'].map((jour) => `${jour} 0h-24h`));
    expect(reader.cells.length).to.equal(7 * 48);
    await waitUntil(() => reader.status === '7 j/7 et 24 h/24 (168 h par semaine)');
    await reader.press('Control+z');
    await reader.pressButton('Annuler');
    expect(reader.notes).to.deep.equal([]);
  });

  for (const [name, notes] of [
    ['Lun–ven 9 h–18 h', ['lundi 9h-18h', 'mardi 9h-18h', 'mercredi 9h-18h', 'jeudi 9h-18h', 'vendredi 9h-18h']],
    ['Lun–ven 9 h–12 h 30 et 14 h–18 h', ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'].map((jour) => `${jour} 9h-12h30, 14h-18h`)],
    ['Inverser ouvert et fermé', ['lundi 0h-24h', 'mardi 0h-24h', 'mercredi 0h-24h', 'jeudi 0h-24h', 'vendredi 0h-24h', 'samedi 0h-10h, 11h-24h', 'dimanche 0h-24h']],
    ['Tout effacer', []],
  ] as const) {
    it(`offers « ${name} »`, async () => {
      const reader = await PlanningReader.open(html`<ror-weekly-planning .value=${[range(6, 10, 11)]}></ror-weekly-planning>`);
      await reader.pressButton('Modèles');
      await reader.choose(name);
      expect(reader.notes).to.deep.equal(notes);
      expect((reader.root.activeElement as HTMLElement).textContent).to.equal('Modèles');
    });
  }

  it('leaves other types alone', async () => {
    const reader = await PlanningReader.open(stories.Types.render());
    await reader.pressButton('Modèles');
    await reader.choose('Tout effacer');
    expect(reader.notes).to.include('lundi 9h-12h (06)').and.not.to.include('lundi 8h-19h');
  });

  it('copies a day to the days ticked, by keyboard alone', async () => {
    const reader = await PlanningReader.open(html`<ror-weekly-planning .value=${[range(1, 9, 12), range(1, 14, 18), range(3, 10, 11)]}></ror-weekly-planning>`);
    await reader.focus('lundi 9 h');
    await reader.press('Enter');
    await reader.choose('Copier le lundi vers…');
    expect(reader.root.activeElement!.id).to.equal('copie-de');
    await reader.press('Tab', 'Space', 'Tab', 'Space', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab');
    expect(plain(reader.root.activeElement!.textContent)).to.equal('Lun–ven');
    await reader.press('Tab', 'Tab', 'Enter');
    expect(reader.notes).to.deep.equal(['lundi 9h-12h, 14h-18h', 'mardi 9h-12h, 14h-18h', 'mercredi 9h-12h, 14h-18h']);
    expect(reader.focused).to.equal('lundi 9 h, ouvert');
    await waitUntil(() => reader.status === 'Lundi copié vers mardi, mercredi.');
  });

  it('copies to all working days by one button, and gives up with Escape', async () => {
    const reader = await PlanningReader.open(html`<ror-weekly-planning .value=${[range(2, 9, 12)]}></ror-weekly-planning>`);
    await reader.pressButton('Saisir les heures');
    await reader.pressButton('Copier le mardi vers…');
    await reader.press('Escape');
    expect(reader.root.querySelector('.copie')).to.equal(null);
    expect(reader.root.activeElement!.id).to.equal('copier-2');
    await reader.pressButton('Copier le mardi vers…');
    await reader.pressButton('Lun–ven');
    await reader.pressButton('Copier');
    expect(reader.notes).to.deep.equal(['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'].map((jour) => `${jour} 9h-12h`));
  });
});

describe('ror-weekly-planning, its words', () => {
  it('are those of the nearest provider, at once and on demand', async () => {
    const words = { ...fr, planningGrille: { ...fr.planningGrille, vide: 'No hours yet.' }, planningActions: { ...fr.planningActions, ouvrirCase: 'Open this slot' } };
    const reader = await PlanningReader.open(html`<ror-provider .messages=${words}><ror-weekly-planning></ror-weekly-planning></ror-provider>`);
    expect(reader.summary).to.equal('No hours yet.');
    await reader.focus('lundi 9 h');
    await reader.press('Enter');
    expect(reader.menu[0]).to.equal('Open this slot');
  });
});
