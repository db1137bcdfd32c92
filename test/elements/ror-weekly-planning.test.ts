import { expect, fixture } from '@open-wc/testing';
import { emulateMedia, sendMouse, setViewport } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import type { RorWeeklyPlanning } from '../../src/elements/ror-weekly-planning/ror-weekly-planning.ts';
import * as stories from '../../stories/ror-weekly-planning.ts';
import { PlanningReader, plain } from '../support/planning.ts';
import { heard } from '../support/tree.ts';
import { waitUntil } from '../support/wait.ts';

const { default: _meta, ...situations } = stories;
const open = (story: { render: () => TemplateResult }) => PlanningReader.open(story.render());
const empty = () => PlanningReader.open(html`<ror-weekly-planning></ror-weekly-planning>`);
const range = (jour: number, debut: number, fin: number, type = '01') => ({ debut: (jour - 1) * 1440 + debut * 60, fin: (jour - 1) * 1440 + fin * 60, type });
const week = (...ranges: ReturnType<typeof range>[]) => PlanningReader.open(html`<ror-weekly-planning .value=${ranges}></ror-weekly-planning>`);

describe('ror-weekly-planning, every story', () => {
  for (const [name, story] of Object.entries(situations)) {
    it(`${name}: axe finds nothing`, async function () {
      this.timeout(20_000);
      const reader = await open(story);
      await expect(reader.planning).to.be.accessible();
    });
  }

  it('with its list, its copy and its menu open: axe finds nothing', async function () {
    this.timeout(20_000);
    const reader = await open(stories.Types);
    await reader.pressButton('Saisir les heures');
    await reader.type(2, 'neuf heures');
    await reader.pressButton('Copier un jour…');
    await reader.focus('lundi 9 h');
    await reader.press('Enter');
    expect(reader.menu.length).to.be.greaterThan(5);
    await expect(reader.planning).to.be.accessible();
  });
});

describe('ror-weekly-planning, what it says', () => {
  it('names each cell by its day, its hour and what is open', async () => {
    const reader = await open(stories.Bureau);
    expect(plain(reader.cell('mardi 9 h 30').ariaLabel)).to.equal('mardi 9 h 30, ouvert');
    expect(plain(reader.cell('mardi 12 h 30').ariaLabel)).to.equal('mardi 12 h 30, fermé');
    expect(plain(reader.cell('dimanche 10 h').ariaLabel)).to.equal('dimanche 10 h, fermé');
  });

  it('keeps what is finer than its step, and says it', async () => {
    const reader = await open(stories.Fines);
    expect(plain(reader.cell('lundi 8 h 30').ariaLabel)).to.equal('lundi 8 h 30, ouvert de 8 h 45 à 9 h');
    expect(plain(reader.cell('lundi 12 h').ariaLabel)).to.equal('lundi 12 h, ouvert de 12 h à 12 h 15');
    expect(reader.notes[0]).to.equal('lundi 8h45-12h15');
  });

  it('names the types by their official labels as soon as there are several', async () => {
    const reader = await open(stories.Types);
    await waitUntil(() => plain(reader.cell('lundi 9 h').ariaLabel).includes('Horaire'));
    expect(plain(reader.cell('lundi 9 h').ariaLabel)).to.equal('lundi 9 h, Horaire d\'ouverture, Horaire de consultation sans RDV');
    expect(reader.summary).to.contain('Horaire de garde : le samedi de 9 h à 12 h (3 h par semaine)');
    expect([...reader.root.querySelectorAll('.pinceau')].map((item) => plain(item.textContent))).to.deep.equal([
      'Horaire d\'ouverture', 'Horaire de consultation sans RDV', 'Horaire de consultation sur RDV', 'Fermer (gomme)', 'Horaire de garde']);
  });

  it('gives each type a colour and a texture of its own', async () => {
    const reader = await open(stories.TousLesTypes);
    const looks = [...reader.root.querySelectorAll('.plage')].map((box) => getComputedStyle(box));
    expect(new Set(looks.map(({ borderColor }) => borderColor)).size).to.equal(11);
    expect(new Set(looks.map(({ backgroundImage, backgroundSize }) => backgroundImage.replaceAll(/color\([^)]*\)|rgba?\([^)]*\)/g, '') + backgroundSize)).size).to.equal(11);
  });

  it('is a grid of rows of seven cells under seven days, with one stop for Tab', async () => {
    const reader = await open(stories.Bureau);
    const grid = reader.root.querySelector('[role="grid"]')!;
    expect([...grid.querySelectorAll('[role="columnheader"]')].map((day) => day.ariaLabel)).to.deep.equal(['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']);
    expect([...grid.querySelectorAll('.cases > [role="row"]')].every((row) => row.children.length === 7)).to.equal(true);
    expect(reader.stops).to.deep.equal(['lundi 7 h, fermé']);
  });

  it('sums the week up in a sentence', async () => {
    expect((await open(stories.Bureau)).summary).to.equal('Du lundi au vendredi de 9 h à 12 h 30 et de 14 h à 18 h ; le samedi de 9 h à 12 h (40 h 30 par semaine)');
    expect((await open(stories.Vide)).summary).to.equal('Aucun horaire renseigné.');
    expect((await open(stories.Toujours)).summary).to.equal('7 j/7 et 24 h/24 (168 h par semaine)');
  });

  it('shows more hours than asked for when ranges need it, and the whole day on demand', async () => {
    const reader = await open(stories.Nuits);
    expect(plain(reader.cells[0]!.ariaLabel)).to.equal('lundi 0 h, ouvert');
    expect(reader.cells.length).to.equal(7 * 48);
    const other = await open(stories.Bureau);
    expect(other.cells.length).to.equal(7 * 26);
    await other.pressButton('Afficher 24 h');
    expect(other.cells.length).to.equal(7 * 48);
    expect(other.button('Afficher 24 h').hidden).to.equal(true);
  });

  it('compact: only a sentence, a strip that is not read, and no control', async () => {
    const reader = await open(stories.Compacte);
    expect(reader.summary).to.contain('du lundi au vendredi de 9 h à 12 h 30');
    expect(reader.root.querySelector('.bandeau')!.getAttribute('aria-hidden')).to.equal('true');
    expect(reader.root.querySelectorAll('rect').length).to.equal(11);
    expect(reader.root.querySelectorAll('button, input, [tabindex]').length).to.equal(0);
  });

  it('takes its name from its property, from a label of the page, or has one of its own', async () => {
    const grid = (reader: PlanningReader) => reader.root.querySelector('[role="grid"]')!.ariaLabel;
    expect(grid(await open(stories.LectureSeule))).to.equal('Horaires du secrétariat');
    expect(grid(await open(stories.Formulaire))).to.equal('Horaires d’ouverture');
    expect(grid(await open(stories.Vide))).to.equal('Semaine type');
  });
});

describe('ror-weekly-planning, keyboard', () => {
  it('moves by arrows, Home and End, pages and the corners, and stays at the edges', async () => {
    const reader = await empty();
    await reader.focus('mardi 9 h 30');
    for (const [key, where] of [
      ['ArrowDown', 'mardi 10 h'], ['ArrowRight', 'mercredi 10 h'], ['ArrowUp', 'mercredi 9 h 30'], ['ArrowLeft', 'mardi 9 h 30'],
      ['PageDown', 'mardi 11 h 30'], ['PageUp', 'mardi 9 h 30'], ['Home', 'lundi 9 h 30'], ['ArrowLeft', 'lundi 9 h 30'], ['End', 'dimanche 9 h 30'],
      ['Control+End', 'dimanche 19 h 30'], ['ArrowDown', 'dimanche 19 h 30'], ['Control+Home', 'lundi 7 h'], ['ArrowUp', 'lundi 7 h'],
    ] as const) {
      await reader.press(key);
      expect(reader.focused, key).to.equal(`${where}, fermé`);
      expect(reader.stops, key).to.deep.equal([reader.focused]);
    }
  });

  it('opens and closes a slot with Space, and says so once to the page', async () => {
    const reader = await empty();
    const events = heard(reader.planning, 'ror-semaine-change');
    await reader.focus('mardi 9 h 30');
    await reader.press('Space');
    expect(reader.focused).to.equal('mardi 9 h 30, ouvert');
    expect(reader.notes).to.deep.equal(['mardi 9h30-10h']);
    await waitUntil(() => reader.status === 'Ouvert : mardi de 9 h 30 à 10 h.');
    await reader.press('Space');
    expect(reader.focused).to.equal('mardi 9 h 30, fermé');
    expect(events.map(({ detail }) => detail.semaine)).to.deep.equal([[range(2, 9.5, 10)], []]);
    expect(events.every(({ bubbles, composed }) => bubbles && composed)).to.equal(true);
  });

  it('chooses a block with Shift and arrows, and opens all of it at once', async () => {
    const reader = await empty();
    await reader.focus('lundi 9 h');
    await reader.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown');
    expect(reader.selected).to.deep.equal(['lundi 9 h, fermé', 'mardi 9 h, fermé', 'mercredi 9 h, fermé', 'lundi 9 h 30, fermé', 'mardi 9 h 30, fermé', 'mercredi 9 h 30, fermé']);
    await waitUntil(() => reader.status === 'Choisi : du lundi au mercredi de 9 h à 10 h.');
    await reader.press('Space');
    expect(reader.notes).to.deep.equal(['lundi 9h-10h', 'mardi 9h-10h', 'mercredi 9h-10h']);
    await reader.press('Space');
    expect(reader.notes).to.deep.equal([]);
  });

  it('opens the rest of a block that is open in part, and closes one that is open', async () => {
    const reader = await week(range(1, 9, 10));
    await reader.focus('lundi 9 h');
    await reader.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Space');
    expect(reader.notes).to.deep.equal(['lundi 9h-10h30']);
  });

  it('gives the block up with Escape, or by going elsewhere', async () => {
    const reader = await empty();
    await reader.focus('lundi 9 h');
    await reader.press('Shift+ArrowDown', 'Escape');
    expect(reader.selected).to.deep.equal([]);
    expect(reader.focused).to.equal('lundi 9 h 30, fermé');
    await waitUntil(() => reader.status === 'Choix abandonné.');
    await reader.press('Shift+End', 'ArrowUp');
    expect(reader.selected).to.deep.equal([]);
  });

  it('closes with Delete whatever the type', async () => {
    const reader = await open(stories.Types);
    await reader.focus('lundi 10 h');
    await reader.press('Shift+ArrowDown', 'Delete');
    expect(reader.notes.filter((note) => note.startsWith('lundi'))).to.deep.equal(['lundi 8h-10h, 11h-19h', 'lundi 9h-10h, 11h-12h (06)', 'lundi 11h-18h (07)']);
  });

  it('takes back and does again, by keys and by buttons, and says the week each time', async () => {
    const reader = await empty();
    const events = heard(reader.planning, 'ror-semaine-change');
    await reader.focus('lundi 9 h');
    await reader.press('Space', 'ArrowDown', 'Space', 'Control+z');
    expect(reader.notes).to.deep.equal(['lundi 9h-9h30']);
    await waitUntil(() => reader.status === 'Annulé. Le lundi de 9 h à 9 h 30 (0 h 30 par semaine)');
    await reader.press('Control+z');
    expect(reader.notes).to.deep.equal([]);
    expect(reader.button('Annuler').getAttribute('aria-disabled')).to.equal('true');
    await reader.press('Control+y', 'Control+Shift+z');
    expect(reader.notes).to.deep.equal(['lundi 9h-10h']);
    await reader.pressButton('Annuler');
    await reader.pressButton('Rétablir');
    expect(reader.notes).to.deep.equal(['lundi 9h-10h']);
    expect(events.length).to.equal(8);
    await reader.pressButton('Rétablir');
    await waitUntil(() => reader.status === 'Rien à rétablir.');
    expect(events.length).to.equal(8);
  });

  it('opens the actions of a cell with Enter, and gives the focus back', async () => {
    const reader = await week(range(1, 9, 12.5));
    await reader.focus('lundi 10 h');
    await reader.press('Enter');
    expect(reader.root.querySelector('[role="menu"]')!.ariaLabel!.replaceAll('\u00a0', ' ')).to.equal('Actions : lundi de 9 h à 12 h 30');
    expect(reader.menu).to.deep.equal(['Fermer ce créneau', 'Déplacer la plage…', 'Changer le début…', 'Changer la fin…', 'Supprimer la plage',
      'Saisir les heures du lundi…', 'Ouvrir le lundi 24 h/24', 'Effacer le lundi', 'Copier le lundi vers…']);
    await reader.press('Escape');
    expect(reader.menu).to.deep.equal([]);
    expect(reader.focused).to.equal('lundi 10 h, ouvert');
    await reader.press('Shift+F10');
    await reader.choose('Supprimer la plage');
    expect(reader.notes).to.deep.equal([]);
    expect(reader.focused).to.equal('lundi 10 h, fermé');
  });

  it('moves a range by arrows, by the step, finer minutes kept, and puts it down with Enter', async () => {
    const reader = await week(range(1, 8.75, 12));
    const events = heard(reader.planning, 'ror-semaine-change');
    await reader.focus('lundi 9 h');
    await reader.press('Enter');
    await reader.choose('Déplacer la plage…');
    expect(reader.message).to.equal('Déplacer la plage lundi de 8 h 45 à 12 h : flèches ou clic sur l’heure voulue, Entrée pour valider, Échap pour renoncer.');
    await reader.press('ArrowRight', 'ArrowDown', 'ArrowDown');
    await waitUntil(() => reader.status === 'mardi de 9 h 45 à 13 h');
    expect(events.length, 'nothing before it is put down').to.equal(0);
    expect(plain(reader.root.querySelector('.apercu')!.textContent)).to.equal('9 h 45 – 13 h');
    await reader.press('Enter');
    expect(reader.notes).to.deep.equal(['mardi 9h45-13h']);
    expect(reader.focused).to.equal('mardi 9 h 30, ouvert de 9 h 45 à 10 h');
    expect(reader.message).to.equal('');
    expect(events.length).to.equal(1);
  });

  it('moves either end of a range by arrows', async () => {
    const reader = await week(range(3, 9, 12));
    await reader.focus('mercredi 9 h');
    await reader.press('Enter');
    await reader.choose('Changer la fin…');
    await reader.press('ArrowDown', 'Space');
    expect(reader.notes).to.deep.equal(['mercredi 9h-12h30']);
    await reader.press('Enter');
    await reader.choose('Changer le début…');
    await reader.press('PageUp', 'Enter');
    expect(reader.notes).to.deep.equal(['mercredi 7h-12h30']);
  });

  it('leaves a held range where it was with Escape', async () => {
    const reader = await week(range(3, 9, 12));
    await reader.focus('mercredi 9 h');
    await reader.press('Enter');
    await reader.choose('Déplacer la plage…');
    await reader.press('ArrowDown', 'Escape');
    expect(reader.notes).to.deep.equal(['mercredi 9h-12h']);
    expect(reader.message).to.equal('');
    expect(reader.root.querySelector('.apercu')!.childElementCount).to.equal(0);
    await waitUntil(() => reader.status === 'Geste abandonné, la semaine n’a pas changé.');
  });

  it('says why a move is refused, and changes nothing', async () => {
    const reader = await week(range(1, 9, 10), range(1, 11, 12));
    await reader.focus('lundi 9 h');
    await reader.press('Enter');
    await reader.choose('Déplacer la plage…');
    await reader.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
    expect(reader.notes).to.deep.equal(['lundi 9h-10h, 11h-12h']);
    expect(reader.message).to.equal('Ces heures sont déjà prises : lundi de 11 h à 12 h.');
    await waitUntil(() => reader.status === reader.message);
    await reader.press('ArrowUp', 'Space');
    expect(reader.message, 'gone with the next act').to.equal('');
  });

  it('gives a range another type from its menu', async () => {
    const reader = await open(stories.Types);
    await reader.focus('vendredi 9 h');
    await reader.press('Enter');
    await reader.choose('Changer en « Horaire de consultation sans RDV »');
    expect(reader.notes).to.include('vendredi 8h-19h (06)');
  });

  it('swaps left and right in a page written from right to left', async () => {
    const reader = await open(stories.DroiteAGauche);
    await reader.focus('lundi 9 h');
    await reader.press('ArrowLeft');
    expect(reader.focused).to.equal('mardi 9 h, ouvert');
    await reader.press('ArrowRight');
    expect(reader.focused).to.equal('lundi 9 h, ouvert');
  });

  it('leaves the keys of the browser and of the page alone', async () => {
    const reader = await empty();
    await reader.focus('lundi 9 h');
    for (const init of [{ key: 'Tab' }, { key: 'F5' }, { key: 'Escape' }, { key: 'ArrowDown', altKey: true }, { key: 'ArrowLeft', ctrlKey: true }, { key: 'f', ctrlKey: true }, { key: 'a' }]) {
      const event = new KeyboardEvent('keydown', { ...init, bubbles: true, composed: true, cancelable: true });
      reader.cell('lundi 9 h').dispatchEvent(event);
      expect(event.defaultPrevented, JSON.stringify(init)).to.equal(false);
    }
  });

  it('reads a week that can only be read: the same cells, nothing changes', async () => {
    const reader = await open(stories.LectureSeule);
    await reader.focus('mardi 9 h');
    await reader.press('ArrowDown', 'Space', 'Delete', 'Enter', 'Control+z');
    expect(reader.focused).to.equal('mardi 9 h 30, ouvert');
    expect(reader.menu).to.deep.equal([]);
    expect(reader.notes.length).to.equal(5);
    await waitUntil(() => reader.status === 'Cette semaine est en lecture seule.');
    expect(reader.root.querySelectorAll('button').length).to.equal(0);
    expect(reader.root.querySelector('[role="grid"]')!.ariaReadOnly).to.equal('true');
  });
});

describe('ror-weekly-planning, pointer', () => {
  before(() => setViewport({ width: 1000, height: 1100 }));
  after(() => setViewport({ width: 800, height: 600 }));

  it('opens a slot by a click, closes one with the eraser', async () => {
    const reader = await empty();
    await reader.click(2, 9.6);
    expect(reader.notes).to.deep.equal(['mardi 9h30-10h']);
    expect(reader.focused).to.equal('mardi 9 h 30, ouvert');
    reader.root.querySelectorAll<HTMLInputElement>('.pinceau input')[1]!.click();
    await reader.settle();
    await reader.click(2, 9.6);
    expect(reader.notes).to.deep.equal([]);
  });

  it('draws over several days and hours by one drag, up or down', async () => {
    const reader = await empty();
    const events = heard(reader.planning, 'ror-semaine-change');
    await reader.drag([1, 9.1], [3, 12.2]);
    expect(reader.notes).to.deep.equal(['lundi 9h-12h30', 'mardi 9h-12h30', 'mercredi 9h-12h30']);
    await reader.drag([5, 18.1], [5, 14.1]);
    expect(reader.notes).to.include('vendredi 14h-18h30');
    expect(events.length).to.equal(2);
    expect(reader.root.querySelector('.apercu')!.childElementCount).to.equal(0);
  });

  for (const where of ['in the agenda', 'elsewhere in the page'] as const) it(`shows what a drag would do, and Escape gives it up, with the focus ${where}`, async () => {
    const reader = await empty();
    if (where === 'in the agenda') await reader.focus('lundi 9 h');
    await reader.drag([1, 9.1], [2, 11.1], false);
    expect(plain(reader.root.querySelector('.apercu')!.textContent)).to.equal('9 h – 11 h 30');
    await reader.press('Escape');
    expect(reader.root.querySelector('.apercu')!.childElementCount).to.equal(0);
    await sendMouse({ type: 'up' });
    await reader.settle();
    expect(reader.notes).to.deep.equal([]);
    await waitUntil(() => reader.status === 'Geste abandonné, la semaine n’a pas changé.');
  });

  it('moves a range by its middle, to another day too, finer minutes kept', async () => {
    const reader = await week(range(1, 8.75, 11));
    await reader.drag([1, 10], [4, 13]);
    expect(reader.notes).to.deep.equal(['jeudi 11h45-14h']);
  });

  it('pulls the ends of a range to the steps', async () => {
    const reader = await week(range(2, 8.75, 12));
    await reader.drag([2, 11.97], [2, 13.5]);
    expect(reader.notes).to.deep.equal(['mardi 8h45-13h30']);
    await reader.drag([2, 8.8], [2, 8]);
    expect(reader.notes).to.deep.equal(['mardi 8h-13h30']);
  });

  it('refuses to drop a range on another, and says why', async () => {
    const reader = await week(range(1, 9, 10), range(1, 14, 16));
    await reader.drag([1, 9.5], [1, 14.5]);
    expect(reader.notes).to.deep.equal(['lundi 9h-10h, 14h-16h']);
    expect(reader.message).to.contain('déjà prises');
  });

  it('closes what the eraser is drawn over, ranges cut in two', async () => {
    const reader = await open(stories.Bureau);
    reader.root.querySelectorAll<HTMLInputElement>('.pinceau input')[1]!.click();
    await reader.settle();
    await reader.drag([1, 10.1], [2, 10.9]);
    expect(reader.notes.slice(0, 3)).to.deep.equal(['lundi 9h-10h, 11h-12h30, 14h-18h', 'mardi 9h-10h, 11h-12h30, 14h-18h', 'mercredi 9h-12h30, 14h-18h']);
  });

  it('opens the menu of a range by a click; « Déplacer » then needs no drag', async () => {
    const reader = await week(range(1, 9, 11));
    await reader.click(1, 9.6);
    expect(reader.menu[0]).to.equal('Fermer ce créneau');
    await reader.choose('Déplacer la plage…');
    await sendMouse({ type: 'move', position: reader.at(3, 14.6) });
    expect(plain(reader.root.querySelector('.apercu')!.textContent)).to.equal('14 h 30 – 16 h 30');
    await reader.click(3, 14.6);
    expect(reader.notes).to.deep.equal(['mercredi 14h30-16h30']);
    await reader.click(3, 15);
    await reader.choose('Changer la fin…');
    await reader.click(3, 17.1);
    expect(reader.notes).to.deep.equal(['mercredi 14h30-17h30']);
  });

  it('opens the menu of a day under its name, and the one of a place by the right button', async () => {
    const reader = await empty();
    reader.root.querySelectorAll<HTMLElement>('[role="columnheader"]')[5]!.click();
    await reader.settle();
    expect(reader.menu).to.deep.equal(['Saisir les heures du samedi…', 'Ouvrir le samedi 24 h/24', 'Effacer le samedi', 'Copier le samedi vers…']);
    await reader.choose('Ouvrir le samedi 24 h/24');
    expect(reader.notes).to.deep.equal(['samedi 0h-24h']);
    await sendMouse({ type: 'click', button: 'right', position: reader.at(2, 9.2) });
    await reader.settle();
    expect(reader.menu[0]).to.equal('Ouvrir ce créneau');
  });

  it('draws at the right place from right to left', async () => {
    const reader = await PlanningReader.open(html`<div dir="rtl"><ror-weekly-planning></ror-weekly-planning></div>`);
    await reader.drag([1, 9.1], [2, 10.1]);
    expect(reader.notes).to.deep.equal(['lundi 9h-10h30', 'mardi 9h-10h30']);
  });

  it('draws by a pen at once', async () => {
    const reader = await empty();
    await reader.pointer('pointerdown', reader.at(1, 9.1), 'pen');
    await reader.pointer('pointermove', reader.at(1, 11.2), 'pen');
    await reader.pointer('pointerup', reader.at(1, 11.2), 'pen');
    expect(reader.notes).to.deep.equal(['lundi 9h-11h30']);
  });

  it('lets a finger scroll, and draws when it has rested', async () => {
    const reader = await empty();
    await reader.pointer('pointerdown', reader.at(1, 9.1), 'touch');
    await reader.pointer('pointermove', reader.at(1, 10.2), 'touch');
    await reader.pointer('pointerup', reader.at(1, 10.2), 'touch');
    expect(reader.notes, 'scrolled').to.deep.equal([]);

    const zone = reader.root.querySelector('.zone')!;
    const scrolls = () => { const move = new Event('touchmove', { bubbles: true, cancelable: true }); zone.dispatchEvent(move); return !move.defaultPrevented; };
    await reader.pointer('pointerdown', reader.at(1, 9.1), 'touch');
    expect(scrolls()).to.equal(true);
    await waitUntil(() => reader.root.querySelector('.apercu')!.childElementCount === 1, 'the finger rested in vain');
    expect(scrolls()).to.equal(false);
    await reader.pointer('pointermove', reader.at(2, 10.2), 'touch');
    await reader.pointer('pointerup', reader.at(2, 10.2), 'touch');
    expect(reader.notes).to.deep.equal(['lundi 9h-10h30', 'mardi 9h-10h30']);
  });

  it('gives up what the browser takes away, and a second finger changes nothing', async () => {
    const reader = await empty();
    await reader.pointer('pointerdown', reader.at(1, 9.1), 'pen');
    await reader.pointer('pointermove', reader.at(1, 11.2), 'pen');
    await reader.pointer('pointerdown', reader.at(3, 9.1), 'pen', { isPrimary: false, pointerId: 8 });
    await reader.pointer('pointercancel', reader.at(1, 11.2), 'pen');
    await reader.pointer('pointerup', reader.at(1, 11.2), 'pen');
    expect(reader.notes).to.deep.equal([]);
  });

  it('opens the cell that a screen reader activates, wherever it stands', async () => {
    const reader = await empty();
    reader.cell('jeudi 15 h').click();
    await reader.settle();
    expect(reader.notes).to.deep.equal(['jeudi 15h-15h30']);
    expect(reader.focused).to.equal('jeudi 15 h, ouvert');
  });
});

describe('ror-weekly-planning, look', () => {
  after(async () => {
    await setViewport({ width: 800, height: 600 });
    await emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  });

  it('fits in 320 pixels, with everything open', async () => {
    const page = await fixture<HTMLElement>(html`<div>${stories.Etroite.render()}</div>`);
    page.style.width = '320px';
    const reader = new PlanningReader(page.querySelector('ror-weekly-planning')!);
    await reader.settle();
    await reader.pressButton('Saisir les heures');
    await reader.type(1, 'n’importe quoi');
    await reader.pressButton('Copier un jour…');
    expect(page.scrollWidth).to.equal(320);
    for (const part of reader.root.querySelectorAll<HTMLElement>('.outils, .liste, .copie, .agenda, .resume')) expect(part.scrollWidth, part.className).to.be.at.most(part.clientWidth + 1);
  });

  it('has targets of at least 24 pixels: buttons, radios with their words, cells of a quarter of an hour', async () => {
    const reader = await PlanningReader.open(html`<ror-weekly-planning step="15"></ror-weekly-planning>`);
    for (const target of reader.root.querySelectorAll<HTMLElement>('.outils button:not([hidden]), .pinceau, [role="gridcell"]')) {
      const { width, height } = target.getBoundingClientRect();
      expect(Math.min(width, height), target.outerHTML).to.be.at.least(23.9);
    }
  });

  it('keeps its lines and its ranges in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const reader = await open(stories.Bureau);
    expect(getComputedStyle(reader.root.querySelector('.zone')!).backgroundImage).to.contain('gradient');
    expect(getComputedStyle(reader.root.querySelector('.plage')!).borderTopStyle).to.equal('solid');
  });
});

describe('ror-weekly-planning, as a host sets it', () => {
  it('shows the same when properties come before or after attachment, and fires nothing', async () => {
    const before = document.createElement('ror-weekly-planning') as RorWeeklyPlanning;
    const events = heard(before, 'ror-semaine-change');
    before.value = [range(1, 9, 12)];
    const page = await fixture<HTMLElement>(html`<div></div>`);
    page.append(before);
    await before.updateComplete;
    const after = await week(range(1, 9, 12));
    expect(new PlanningReader(before).summary).to.equal(after.summary);
    expect(events.length).to.equal(0);
  });

  it('reads steps and hours that are not what it expects', async () => {
    const first = async (template: TemplateResult) => { const { cells } = await PlanningReader.open(template); return [cells.length, plain(cells[0]!.ariaLabel)]; };
    expect(await first(html`<ror-weekly-planning step="7"></ror-weekly-planning>`)).to.deep.equal([7 * 13 * 10, 'lundi 7 h, fermé']);
    expect(await first(html`<ror-weekly-planning step="500"></ror-weekly-planning>`)).to.deep.equal([7 * 13, 'lundi 7 h, fermé']);
    expect(await first(html`<ror-weekly-planning step="beaucoup"></ror-weekly-planning>`)).to.deep.equal([7 * 26, 'lundi 7 h, fermé']);
    expect(await first(html`<ror-weekly-planning debut="18" fin="9"></ror-weekly-planning>`)).to.deep.equal([7 * 48, 'lundi 0 h, fermé']);
    expect(await first(html`<ror-weekly-planning debut="9" fin="12" step="60"></ror-weekly-planning>`)).to.deep.equal([7 * 3, 'lundi 9 h, fermé']);
  });

  it('says what is wrong in a value, line by line, and keeps the rest', async () => {
    const reader = await open(stories.Fautive);
    await waitUntil(() => reader.root.querySelector('.constats') !== null);
    expect([...reader.root.querySelectorAll('.constats li')].map((line) => plain(line.textContent))).to.deep.equal([
      'Ligne 3 : la fin vient avant le début ; plage laissée de côté.', 'Ligne 4 : plage hors de la semaine, laissée de côté.', 'Ligne 5 : la fin est égale au début ; plage laissée de côté.',
      'Ligne 6 : horaires illisibles, laissés de côté.', 'Ligne 7 : horaires illisibles, laissés de côté.', 'Et 2 autres remarques sur ces horaires.']);
    expect(reader.notes).to.deep.equal(['lundi 9h-13h', 'mardi 9h20-11h']);
  });

  it('keeps the first ranges of thousands, and says so', async () => {
    const reader = await open(stories.Milliers);
    await waitUntil(() => reader.root.querySelector('.constats') !== null);
    expect(plain(reader.root.querySelector('.constats')!.textContent)).to.contain('5000 plages : seules les 500 premières sont gardées.');
    expect(reader.planning.value.length).to.equal(500);
  });

  for (const [what, value] of [['null', null], ['undefined', undefined], ['an empty text', '']] as const) {
    it(`takes ${what} for an empty week`, async () => {
      const reader = await week(range(1, 9, 12));
      (reader.planning as { value: unknown }).value = value;
      await reader.settle();
      expect(reader.notes).to.deep.equal([]);
      expect(reader.root.querySelector('.constats')).to.equal(null);
    });
  }

  for (const [what, value] of [['a number', 12], ['a text that is no JSON', 'lundi 9h'], ['an object', {}]] as const) {
    it(`says that ${what} is no week`, async () => {
      const reader = await empty();
      (reader.planning as { value: unknown }).value = value;
      await waitUntil(() => reader.root.querySelector('.constats') !== null);
      expect(reader.notes).to.deep.equal([]);
    });
  }

  it('keeps the way back when the page gives the same week again, and forgets it with another', async () => {
    const reader = await empty();
    reader.planning.addEventListener('ror-semaine-change', ({ detail }) => { reader.planning.value = structuredClone(detail.semaine) as typeof detail.semaine; });
    await reader.focus('lundi 9 h');
    await reader.press('Space', 'Control+z');
    expect(reader.notes).to.deep.equal([]);
    await reader.press('Control+y');
    reader.planning.value = [range(5, 9, 12)];
    await reader.press('Control+z');
    expect(reader.notes).to.deep.equal(['vendredi 9h-12h']);
  });

  it('touches nothing of the page', async () => {
    const sheets = document.adoptedStyleSheets.length + document.styleSheets.length;
    const reader = await open(stories.Bureau);
    await reader.focus('lundi 9 h');
    await reader.press('Enter');
    expect(document.adoptedStyleSheets.length + document.styleSheets.length).to.equal(sheets);
    expect(reader.root.querySelectorAll('style').length).to.equal(0);
  });
});
