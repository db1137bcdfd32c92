import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import '../../src/elements/ror-weekly-planning/exceptions.ts';
import * as stories from '../../stories/ror-weekly-planning.ts';
import { PlanningReader, plain } from '../support/planning.ts';
import { heard } from '../support/tree.ts';
import { waitUntil } from '../support/wait.ts';

const conges = { effet: 'fermeture', du: '2026-08-01', au: '2026-08-23', motif: 'congés annuels' };

/** What a person perceives of the exceptions, and what they do to them. */
class ExceptionsReader extends PlanningReader {
  static override async open(template: TemplateResult): Promise<ExceptionsReader> {
    const reader = new ExceptionsReader((await PlanningReader.open(template)).planning);
    await reader.settle();
    return reader;
  }

  override async pressButton(name: string): Promise<void> {
    await super.pressButton(name);
    // Fetched the first time.
    if (name.startsWith('Exceptions')) await waitUntil(() => this.root.querySelector('.exceptions') !== null);
  }

  get lines(): string[] {
    return [...this.root.querySelectorAll('.exceptions li > span, .exceptions-lues li')].map((line) => plain(line.textContent));
  }

  input<E extends HTMLElement = HTMLInputElement>(name: string): E {
    return this.root.querySelector<E>(`#exception-${name}`)!;
  }

  async fill(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      const input = this.input(name);
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await this.settle();
    }
  }

  get error(): string {
    return plain(this.root.querySelector('#exception-erreur')?.textContent);
  }
}

const blank = () => ExceptionsReader.open(html`<ror-weekly-planning exceptions feries></ror-weekly-planning>`);

describe('ror-weekly-planning, exceptions', () => {
  it('are shown in sentences to those who only look', async () => {
    const reader = await ExceptionsReader.open(stories.ExceptionsLues.render());
    await waitUntil(() => reader.lines.length === 3);
    expect(reader.lines).to.deep.equal(['Fermeture du 1er août 2026 au 23 août 2026 (congés annuels)', 'Jours fériés : ouvert comme d’habitude', 'Horaires valables à partir du 1er janvier 2026']);
    expect(reader.root.querySelectorAll('button').length).to.equal(0);
  });

  it('are added by dates and a reason, said, in the value, and taken back', async () => {
    const reader = await blank();
    const events = heard(reader.planning, 'ror-semaine-change');
    await reader.pressButton('Exceptions et jours fériés');
    await reader.pressButton('Ajouter une exception');
    expect(reader.root.activeElement?.id).to.equal('exception-effet');
    await reader.fill({ du: '2026-08-01', au: '2026-08-23', motif: 'congés annuels' });
    await reader.pressButton('Valider l’exception');
    expect(reader.planning.planning).to.deep.equal({ semaine: [], exceptions: [conges] });
    expect(reader.planning.value).to.deep.equal([]);
    expect(events.length).to.equal(1);
    expect(reader.lines).to.deep.equal(['Fermeture du 1er août 2026 au 23 août 2026 (congés annuels)']);
    expect(reader.root.activeElement?.getAttribute('aria-label')).to.match(/^Modifier : Fermeture/);
    await waitUntil(() => reader.status.startsWith('Exception ajoutée : Fermeture du 1er août'));
    await reader.pressButton('Annuler');
    expect(reader.planning.planning).to.deep.equal({ semaine: [] });
    await waitUntil(() => reader.status === 'Annulé. Aucune exception.');
    await reader.pressButton('Rétablir');
    expect(reader.lines.length).to.equal(1);
  });

  it('of one day need one date, and take hours as they are typed', async () => {
    const reader = await blank();
    await reader.pressButton('Exceptions et jours fériés');
    await reader.pressButton('Ajouter une exception');
    await reader.fill({ effet: 'ouverture', du: '2026-09-05', heures: '8h45-12h' });
    reader.input('heures').focus();
    await sendKeys({ press: 'Enter' });
    await reader.settle();
    const { exceptions } = reader.planning.planning;
    expect(exceptions?.length).to.equal(1);
    expect(exceptions?.[0]).to.include({ effet: 'ouverture', du: '2026-09-05', au: '2026-09-05' });
    expect(exceptions?.[0]?.semaine?.[5]).to.deep.equal({ debut: 5 * 1440 + 525, fin: 5 * 1440 + 720, type: '01' });
    expect(reader.lines).to.deep.equal(['Ouverture en plus le 5 septembre 2026, tous les jours de 8 h 45 à 12 h']);
  });

  for (const [what, values, error, field] of [
    ['without a date', { motif: 'travaux' }, 'Indiquez au moins une date complète.', 'du'],
    ['that ends before it begins', { du: '2026-08-23', au: '2026-08-01' }, 'La date de fin vient avant la date de début.', 'au'],
    ['that opens at no hour', { effet: 'ouverture', du: '2026-08-23' }, 'Indiquez les heures d’ouverture.', 'heures'],
    ['whose hours can’t be read', { du: '2026-08-23', heures: 'le matin' }, 'Écrivez par exemple « 9h-12h30, 14h-18h ».', 'heures'],
  ] as const) {
    it(`${what}: says why at the field, keeps what was typed, and holds the form back`, async () => {
      const reader = await blank();
      await reader.pressButton('Exceptions et jours fériés');
      await reader.pressButton('Ajouter une exception');
      await reader.fill(values);
      await reader.pressButton('Valider l’exception');
      expect(reader.error).to.contain(error);
      expect(reader.input(field).getAttribute('aria-invalid')).to.equal('true');
      expect(reader.root.activeElement?.id).to.equal(`exception-${field}`);
      expect(reader.planning.planning).to.deep.equal({ semaine: [] });
      expect(reader.planning.validity.badInput).to.equal(true);
      await sendKeys({ press: 'Escape' });
      await reader.settle();
      expect(reader.planning.validity.valid).to.equal(true);
      expect(reader.root.activeElement?.id).to.equal('exception-ajouter');
    });
  }

  it('are modified and deleted one by one; hours that differ by day are kept when nothing is typed', async () => {
    const reader = await ExceptionsReader.open(stories.Exceptions.render());
    await waitUntil(() => reader.lines.length > 0);
    await reader.pressButton('Exceptions et jours fériés');
    await reader.pressButton('Modifier : Ouverture en plus le 5 septembre 2026, le samedi de 9 h à 12 h');
    await reader.fill({ motif: 'forum' });
    await reader.pressButton('Valider l’exception');
    expect(reader.planning.planning.exceptions?.[1]).to.deep.equal({ effet: 'ouverture', du: '2026-09-05', au: '2026-09-05', semaine: [{ debut: 7740, fin: 7920, type: '01' }], motif: 'forum' });
    await reader.pressButton('Supprimer : Fermeture du 1er août 2026 au 23 août 2026 (congés annuels)');
    expect(reader.lines.length).to.equal(1);
    expect(reader.root.activeElement?.getAttribute('aria-label')).to.match(/^Modifier : Ouverture/);
  });

  it('say what public holidays change, or nothing', async () => {
    const reader = await blank();
    await reader.pressButton('Exceptions et jours fériés');
    const select = reader.root.querySelector<HTMLSelectElement>('#regle-feries')!;
    expect([...select.options].map(({ textContent }) => textContent)).to.deep.equal(['Non renseigné', 'Ouvert comme d’habitude', 'Fermé']);
    for (const [value, planning] of [['ferme', { semaine: [], feries: 'ferme' }], ['normal', { semaine: [], feries: 'normal' }], ['', { semaine: [] }]] as const) {
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await reader.settle();
      expect(reader.planning.planning).to.deep.equal(planning);
    }
  });

  it('are in the form beside the week, and come back with a reset', async () => {
    const reader = await ExceptionsReader.open(html`<form><ror-weekly-planning name="semaine" exceptions value=${JSON.stringify({ semaine: [], exceptions: [conges] })}></ror-weekly-planning></form>`);
    const parent = reader.planning.form!;
    const sent = () => JSON.parse(new FormData(parent).get('semaine') as string) as unknown;
    await waitUntil(() => reader.lines.length === 1);
    expect(sent()).to.deep.equal({ semaine: [], exceptions: [conges] });
    await reader.pressButton('Exceptions');
    await reader.pressButton('Supprimer : Fermeture du 1er août 2026 au 23 août 2026 (congés annuels)');
    expect(sent()).to.deep.equal([]);
    parent.reset();
    await reader.settle();
    expect(sent()).to.deep.equal({ semaine: [], exceptions: [conges] });
  });

  it('that can’t be read are said, the rest is kept', async () => {
    const reader = await ExceptionsReader.open(html`<ror-weekly-planning .value=${{ semaine: [], exceptions: [conges, { effet: 'fermeture', du: 'demain' }] }}></ror-weekly-planning>`);
    await waitUntil(() => reader.root.querySelector('.constats') !== null);
    expect(reader.planning.planning).to.deep.equal({ semaine: [], exceptions: [conges] });
  });

  it('open for typing: axe finds nothing', async function () {
    this.timeout(20_000);
    const reader = await ExceptionsReader.open(stories.Exceptions.render());
    await reader.pressButton('Exceptions et jours fériés');
    await reader.pressButton('Ajouter une exception');
    await reader.pressButton('Valider l’exception');
    await expect(reader.planning).to.be.accessible();
  });
});

describe('ror-weekly-planning, what is not there before it is wanted', () => {
  it('has the ranges of each day and one row of cells in the tree, then all rows, each with its place', async () => {
    const host = document.body.appendChild(document.createElement('ror-weekly-planning'));
    try {
      host.value = [{ debut: 540, fin: 750, type: '01' }];
      await host.updateComplete;
      const grid = host.shadowRoot!.querySelector('[role="grid"]')!;
      expect(grid.ariaRowCount).to.equal('28');
      expect([...grid.querySelectorAll('[role="cell"]')].map((day) => plain(day.textContent))).to.deep.equal(['9 h – 12 h 30', '', '', '', '', '', '']);
      expect(grid.querySelectorAll('[role="gridcell"]').length).to.equal(7);
      host.focus();
      await waitUntil(() => grid.querySelectorAll('[role="gridcell"]').length === 7 * 26);
      expect([...grid.querySelectorAll('[role="row"]')].map((row) => Number(row.getAttribute('aria-rowindex')))).to.deep.equal(Array.from({ length: 28 }, (_, rang) => rang + 1));
    } finally {
      host.remove();
    }
  });
});
