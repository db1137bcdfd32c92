import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { RorClientError } from '../../src/client/errors.ts';
import type { RorDisponibilites } from '../../src/elements/ror-disponibilites/ror-disponibilites.ts';
import { clientPlaces, UNITES } from '../../stories/data/places.ts';
import * as stories from '../../stories/ror-disponibilites.ts';
import { waitUntil } from '../support/wait.ts';

const { default: _meta, ...situations } = stories;

interface Envoi { readonly uniteId: string; readonly version: number; readonly capacites: readonly Record<string, unknown>[]; readonly fermetures: readonly Record<string, unknown>[] }

/** What the person in charge sees, and how they act on it. */
class Responsable {
  readonly element: RorDisponibilites;

  constructor(element: RorDisponibilites) {
    this.element = element;
  }

  static async open(template: unknown): Promise<Responsable> {
    const root = await fixture<HTMLElement>(template as ReturnType<typeof html>);
    return new Responsable(root.matches('ror-disponibilites') ? (root as RorDisponibilites) : root.querySelector('ror-disponibilites')!);
  }

  get root(): ShadowRoot { return this.element.shadowRoot!; }
  get text(): string { return this.root.querySelector('.etablissement') ? [...this.root.querySelectorAll<HTMLElement>('.etablissement')].map(({ innerText }) => innerText).join(' ').replaceAll(/\s+/g, ' ') : ''; }
  get said(): string { return this.root.querySelector('[data-announcer]')!.textContent ?? ''; }
  button(name: string): HTMLButtonElement {
    const found = [...this.root.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.innerText).trim() === name);
    if (!found) throw new Error(`no button ${name}`);
    return found;
  }
  /** A field by its label, or a cell by the names of its column and row. */
  field(name: string): HTMLInputElement {
    const nameOf = (input: HTMLInputElement): string => (input.getAttribute('aria-labelledby')?.split(' ') ?? []).map((id) => this.root.getElementById(id)?.textContent ?? '').join(' ') || (input.labels?.[0]?.textContent ?? '');
    const found = [...this.root.querySelectorAll<HTMLInputElement>('input, select')].find((one) => nameOf(one).replaceAll(/\s+/g, ' ').trim() === name);
    if (!found) throw new Error(`no field ${name}: ${[...this.root.querySelectorAll<HTMLInputElement>('input')].map(nameOf).join(', ')}`);
    return found;
  }
  async types(name: string, text: string): Promise<void> {
    const field = this.field(name);
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input', { bubbles: true }));
    field.blur();
    await this.element.updateComplete;
  }
  async opens(unite: string): Promise<void> {
    await waitUntil(() => this.text.includes(unite));
    this.button(unite).click();
    await waitUntil(() => this.root.querySelector('form.saisie') && this.text.includes('Installé'));
  }
}

const recording = () => {
  const envois: Envoi[] = [];
  return { envois, client: clientPlaces({ avant: (name, input) => { if (name === 'saisirPlaces') envois.push(input as Envoi); } }) };
};
const open = (client = clientPlaces()) => Responsable.open(html`<ror-disponibilites .client=${client}></ror-disponibilites>`);

describe('ror-disponibilites, every story', () => {
  for (const [name, story] of Object.entries(situations)) {
    it(`${name}: axe finds nothing, closed and open`, async () => {
      const person = await Responsable.open(story.render());
      await waitUntil(() => person.root.querySelector('.unite, .vide, .loading, [role=alert]'));
      await expect(person.element).to.be.accessible();
      for (const one of person.root.querySelectorAll<HTMLElement>('.ouvrir')) one.click();
      await person.element.updateComplete;
      await expect(person.element).to.be.accessible();
    });
  }

  it('Etroit: nothing goes beyond the width of a telephone', async () => {
    const page = await fixture<HTMLElement>(html`<div>${stories.Etroit.render()}</div>`);
    page.style.width = '320px';
    const person = new Responsable(page.querySelector('ror-disponibilites')!);
    await waitUntil(() => person.root.querySelector('.unite'));
    for (const one of person.root.querySelectorAll<HTMLElement>('.ouvrir')) one.click();
    await person.element.updateComplete;
    expect(page.scrollWidth).to.equal(320);
    expect(person.root.querySelector('img')).to.equal(null);
  });
});

describe('ror-disponibilites, what there is', () => {
  it('shows units by établissement, with what is available and how fresh the count is', async () => {
    const person = await open();
    await waitUntil(() => person.text !== '');
    expect(person.text).to.match(/Centre hospitalier de la Vallée.*Médecine polyvalente 3 disponibles sur 20 compté hier/);
    expect(person.text).to.match(/Court séjour gériatrique 3 disponibles sur 12 compté il y a \d+ jours/);
    expect(person.text).to.match(/HAD des Deux Rives.*disponibles non renseignés jamais compté/);
  });

  it('says so when nothing is assigned', async () => {
    const person = await Responsable.open(stories.Aucun.render());
    await waitUntil(() => person.root.querySelector('.vide'));
    expect(person.root.querySelector<HTMLElement>('.vide')!.innerText).to.contain('Aucun service ne vous est assigné');
  });

  it('goes on to the next units', async () => {
    const person = await Responsable.open(stories.Suite.render());
    await waitUntil(() => person.root.querySelectorAll('.unite').length === 1);
    person.button('Afficher les services suivants').click();
    await waitUntil(() => person.root.querySelectorAll('.unite').length === 2);
  });

  it('a server that fails can be asked again', async () => {
    let down = true;
    const person = await open(clientPlaces({ avant: () => { if (down) throw new RorClientError('offline', 'cut'); } }));
    await waitUntil(() => person.root.querySelector('[role=alert]'));
    down = false;
    person.button('Réessayer').click();
    await waitUntil(() => person.text.includes('Médecine'));
  });
});

describe('ror-disponibilites, only to be read', () => {
  it('shows numbers and closings as text, and nothing to type or press but what opens', async () => {
    const person = await Responsable.open(stories.Lecture.render());
    await waitUntil(() => person.text.includes('Médecine polyvalente'));
    person.button('Médecine polyvalente').click();
    await waitUntil(() => person.text.includes('Installé'));
    expect(person.text).to.contain('20').and.to.contain('du 24 décembre 2026 au 3 janvier 2027 : 6\u00a0lits ou places fermés'.replaceAll(/\s+/g, ' ')).and.to.contain('(Congés de fin d’année)');
    expect(person.root.querySelectorAll('input, select, form')).to.have.length(0);
    expect([...person.root.querySelectorAll('button')].every((one) => one.matches('.ouvrir'))).to.equal(true);
  });

  it('hides what is typed and gives it back', async () => {
    const person = await open();
    await person.opens('Court séjour gériatrique');
    await person.types('Installé Lit', '14');
    person.element.lecture = true;
    await person.element.updateComplete;
    expect(person.text).to.contain('12').and.not.to.contain('14');
    person.element.lecture = false;
    await person.element.updateComplete;
    expect(person.field('Installé Lit').value).to.equal('14');
  });
});

describe('ror-disponibilites, what is wrong looks right too', () => {
  it('axe finds nothing in a form with errors, nor after a writing that failed', async () => {
    const person = await open(clientPlaces({ avant: (name) => { if (name === 'saisirPlaces') throw new RorClientError('stale', 'changed'); } }));
    await person.opens('Court séjour gériatrique');
    person.button('Ajouter une fermeture').click();
    await person.types('Installé Lit', 'beaucoup');
    person.button('Enregistrer').click();
    await waitUntil(() => person.root.querySelectorAll('[aria-invalid=true]').length >= 3);
    await expect(person.element).to.be.accessible();
    person.button('Retirer la fermeture 1').click();
    await person.element.updateComplete;
    await person.types('Installé Lit', '12');
    person.button('Enregistrer').click();
    await waitUntil(() => person.root.querySelector('form [role=alert]'));
    await expect(person.element).to.be.accessible();
  });
});

describe('ror-disponibilites, what is written', () => {
  it('writes the numbers by gender with the version that was seen, keeps the forecasts, and says so', async () => {
    const { client, envois } = recording();
    const person = await open(client);
    await person.opens('Médecine polyvalente');
    await person.types('Disponible – femme Lit', '4');
    await person.types('Supplémentaire Lit', '1');
    expect(person.element.unsaved).to.equal(true);
    const change = oneEvent(person.element, 'ror-places-change');
    person.button('Enregistrer').click();
    expect(((await change) as CustomEvent<unknown>).detail).to.deep.equal({ uniteId: 'uo-medecine', version: 4 });
    const [envoi] = envois;
    expect(envoi!.version).to.equal(3);
    expect(envoi!.capacites.map(({ statutCapacite, genreCapaciteDispo, temporaliteCapacite, nombreCapacite }) => [statutCapacite, genreCapaciteDispo, temporaliteCapacite, nombreCapacite])).to.deep.equal([
      ['01', undefined, '01', 20], ['02', '01', '01', 4], ['02', '02', '01', 1], ['05', undefined, '01', 4], ['06', undefined, '01', 1], ['02', undefined, '03', 5],
    ]);
    expect(envoi!.fermetures).to.deep.equal([{ debut: '2026-12-24', fin: '2027-01-03', nombre: 6, type: '01', commentaire: 'Congés de fin d’année' }]);
    await waitUntil(() => person.said.includes('enregistrés'));
    expect(person.text).to.contain('5 disponibles sur 20 à jour');
    expect(person.element.unsaved).to.equal(false);
  });

  it('plans a closing, and takes one back with the focus near', async () => {
    const { client, envois } = recording();
    const person = await open(client);
    await person.opens('Court séjour gériatrique');
    person.button('Ajouter une fermeture').click();
    await waitUntil(() => person.root.activeElement?.id.endsWith('-debut'));
    await expect(person.element).to.be.accessible();
    await person.types('Premier jour', '01/08/2027');
    await person.types('Dernier jour', '31/08/2027');
    await person.types('Lits ou places fermés', '5');
    await person.types('Type de fermeture', '02');
    const change = oneEvent(person.element, 'ror-places-change');
    person.button('Enregistrer').click();
    await change;
    expect(envois[0]!.fermetures).to.deep.equal([{ debut: '2027-08-01', fin: '2027-08-31', nombre: 5, type: '02' }]);
    await person.element.updateComplete;
    person.button('Retirer la fermeture 1').click();
    await waitUntil(() => person.root.activeElement?.id === 'ajouter-uo-geriatrie');
    await waitUntil(() => person.said.includes('Fermeture 1 retirée'));
    person.button('Abandonner la saisie').click();
    await person.element.updateComplete;
    expect(person.element.unsaved).to.equal(false);
    expect(person.field('Premier jour').value).to.equal('01/08/2027');
  });

  for (const [what, fields, message] of [
    ['a number that is none', { 'Installé Lit': 'douze' }, 'nombre entier'],
    ['more available than installed', { 'Installé Lit': '2' }, 'Plus de disponibles'],
    ['a day that is none', { 'Premier jour': '31/02/2027' }, 'Saisissez une date'],
    ['an end before the beginning', { 'Dernier jour': '01/12/2026' }, 'finit avant'],
    ['more closed than installed', { 'Lits ou places fermés': '21' }, 'Plus de lits fermés'],
  ] as const) {
    it(`sends nothing with ${what}, says what is wrong, and goes there`, async () => {
      const { client, envois } = recording();
      const person = await open(client);
      await person.opens('Médecine polyvalente');
      for (const [field, text] of Object.entries(fields)) await person.types(field, text);
      person.button('Enregistrer').click();
      await waitUntil(() => person.root.activeElement?.getAttribute('aria-invalid') === 'true');
      expect(person.text).to.contain(message);
      expect(envois).to.deep.equal([]);
      await expect(person.element).to.be.accessible();
    });
  }

  it('a press on Enregistrer counts, even when the field that it leaves has something to say', async () => {
    const { client, envois } = recording();
    const person = await open(client);
    await person.opens('Médecine polyvalente');
    const field = person.field('Installé Lit');
    field.focus();
    field.value = 'x';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const button = person.button('Enregistrer');
    button.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = button.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    await waitUntil(() => person.text.includes('à corriger avant d’enregistrer'));
    expect(envois).to.deep.equal([]);
  });

  it('keeps what is typed when somebody else wrote meanwhile, and writes on the new version then', async () => {
    const seen: number[] = [];
    let others = false;
    const person = await open(clientPlaces({ avant: (name, input) => {
      if (name === 'listerPlaces' && others) return { unites: UNITES.map((one) => ({ ...one, version: 8 })), suite: null };
      if (name !== 'saisirPlaces') return undefined;
      seen.push((input as Envoi).version);
      others = true;
      if (seen.length === 1) throw new RorClientError('stale', 'changed');
      return { unite: { ...UNITES[0]!, version: 9 } };
    } }));
    await person.opens('Médecine polyvalente');
    await person.types('Disponible – homme Lit', '7');
    person.button('Enregistrer').click();
    await waitUntil(() => person.root.querySelector('form [role=alert]'));
    expect(person.field('Disponible – homme Lit').value).to.equal('7');
    person.button('Enregistrer').click();
    await waitUntil(() => seen.length === 2);
    expect(seen).to.deep.equal([3, 8]);
  });
});
