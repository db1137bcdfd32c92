import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { RorClientError } from '../../src/client/errors.ts';
import type { Geocodeur, Itineraires } from '../../src/client/ports-recherche.ts';
import type { RorSearch } from '../../src/elements/ror-search/ror-search.ts';
import type { Criteres } from '../../src/engine/recherche/criteres.ts';
import { clientRecherche, CONNUES, NOMBREUSES } from '../../stories/data/recherche.ts';
import * as stories from '../../stories/ror-search.ts';
import { fakeClient } from '../support/fake-transport.ts';
import { waitUntil } from '../support/wait.ts';

const { default: _meta, ...situations } = stories;
const CRETEIL: Criteres = { ou: { genre: 'commune', code: '94028' } };

/** What a person sees of the search, and how they act on it. */
class Lecteur {
  readonly element: RorSearch;
  readonly changes: Criteres[] = [];

  constructor(element: RorSearch) {
    this.element = element;
    element.addEventListener('ror-criteres-change', ({ detail }) => this.changes.push(detail.criteres));
  }

  static async open(template: unknown): Promise<Lecteur> {
    const root = await fixture<HTMLElement>(template as ReturnType<typeof html>);
    return new Lecteur(root.matches('ror-search') ? (root as RorSearch) : root.querySelector('ror-search')!);
  }

  get root(): ShadowRoot { return this.element.shadowRoot!; }
  get said(): string { return (this.root.querySelector('[data-announcer]:not(dialog *)')!.textContent ?? '').replaceAll(/\s+/g, ' '); }
  text(selector: string): string { return (this.root.querySelector<HTMLElement>(selector)?.innerText ?? '').replaceAll(/\s+/g, ' ').trim(); }
  texts(selector: string): string[] { return [...this.root.querySelectorAll<HTMLElement>(selector)].map((one) => one.innerText.replaceAll(/\s+/g, ' ').trim()); }
  button(name: string | RegExp): HTMLButtonElement {
    const found = [...this.root.querySelectorAll('button')].find((one) => { const label = (one.ariaLabel ?? one.innerText).replaceAll(/\s+/g, ' ').trim(); return typeof name === 'string' ? label === name : name.test(label); });
    if (!found) throw new Error(`no button ${String(name)}`);
    return found;
  }
  box(name: RegExp): HTMLInputElement { return [...this.root.querySelectorAll('label')].find((one) => name.test(one.textContent))!.querySelector('input')!; }
  async results(): Promise<void> { await waitUntil(() => this.root.querySelector('#resultats') && !this.root.querySelector('[aria-busy]'), 'results'); }
  async types(field: 'ou' | 'quoi', text: string): Promise<void> {
    this.root.querySelector<HTMLInputElement>(`#${field}`)!.focus();
    this.root.querySelector<HTMLInputElement>(`#${field}`)!.select();
    await sendKeys({ type: text });
  }
  async options(): Promise<string[]> {
    await waitUntil(() => this.root.querySelector('[role=option]'), 'options');
    return this.texts('[role=option]');
  }
}

const search = (criteres: Criteres = CRETEIL, client = clientRecherche()) => Lecteur.open(html`<ror-search .client=${client} .criteres=${criteres}></ror-search>`);

describe('ror-search, every story', () => {
  for (const [name, story] of Object.entries(situations)) {
    it(`${name}: axe finds nothing`, async () => {
      const { element } = await Lecteur.open(story.render());
      await waitUntil(() => element.shadowRoot!.querySelector(name === 'Depart' || name === 'Chargement' ? '.invitation' : '#resultats, [role=alert]'));
      await expect(element).to.be.accessible();
    });
  }

  for (const width of [1100, 960, 700, 320]) {
    it(`Deplies: every gesture of a unit is within ${width} pixels`, async () => {
      const page = await fixture<HTMLElement>(html`<div>${stories.Deplies.render()}</div>`);
      page.style.width = `${width}px`;
      const reader = new Lecteur(page.querySelector('ror-search')!);
      await reader.results();
      await waitUntil(() => reader.root.querySelector('.unites tr'));
      const { right } = page.getBoundingClientRect();
      for (const one of reader.root.querySelectorAll('.unites input, .unites button, .unites .statut')) expect(one.getBoundingClientRect().right).to.be.at.most(right);
    });
  }

  it('Etroit: nothing goes beyond the width of a telephone', async () => {
    const page = await fixture<HTMLElement>(html`<div>${stories.Etroit.render()}</div>`);
    page.style.width = '320px';
    const reader = new Lecteur(page.querySelector('ror-search')!);
    await reader.results();
    expect(page.scrollWidth).to.equal(320);
    expect(reader.root.querySelector('img')).to.equal(null);
  });
});

describe('ror-search, what is searched', () => {
  it('asks nothing until something is searched, and says what to do', async () => {
    const { client, sent } = fakeClient((name) => (name === 'listerFavoris' ? { listes: [] } : { recherches: [] }));
    const reader = await search({}, client);
    expect(reader.text('.invitation')).to.contain('Indiquez');
    expect(sent.map(({ name }) => name)).not.to.include('rechercher');
  });

  it('suggests from three letters, grouped by kind, and searches what is chosen', async () => {
    const reader = await search();
    await reader.results();
    await reader.types('quoi', 'eh');
    await waitUntil(() => reader.texts('.popup .none')[0]?.includes('trois lettres'));
    await sendKeys({ type: 'pad' });
    const options = await reader.options();
    expect(options[0]).to.contain('Accueil ou hébergement').and.to.contain('EHPAD');
    expect(reader.texts('.popup .heading')).to.deep.equal(['Type d’UO', 'Structures']);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    expect(reader.changes.at(-1)).to.deep.equal({ ...CRETEIL, quoi: [{ genre: 'type-offre', code: '21' }] });
    expect(reader.root.querySelector<HTMLInputElement>('#quoi')!.value).to.equal('');
  });

  it('takes free words with Enter, and aborts the suggestions of the letters before', async () => {
    const waiting: AbortSignal[] = [];
    const { client } = fakeClient((name, _, signal) => {
      if (name === 'suggererQuoi') { waiting.push(signal!); return new Promise(() => {}); }
      return name === 'listerFavoris' ? { listes: [] } : { recherches: [] };
    });
    const reader = await search({}, client);
    await reader.types('quoi', 'bilan');
    await waitUntil(() => waiting.length === 1);
    await sendKeys({ type: ' mémoire' });
    expect(waiting[0]!.aborted).to.equal(true);
    await sendKeys({ press: 'Enter' });
    expect(reader.changes).to.deep.equal([{ texte: 'bilan mémoire' }]);
  });

  it('takes a place typed for the likeliest of that name, says its name, and empties with the field', async () => {
    const reader = await search({});
    await reader.types('ou', 'créteil');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => reader.changes.length === 1);
    expect(reader.changes[0]).to.deep.equal(CRETEIL);
    expect(reader.root.querySelector<HTMLInputElement>('#ou')!.value).to.equal('Créteil');
    await reader.results();
    expect(reader.text('#resultats')).to.contain('triés par distance autour de Créteil');
    reader.button('Retirer Créteil').click();
    await reader.element.updateComplete;
    expect(reader.element.criteres).to.deep.equal({});
    expect(reader.root.querySelector<HTMLInputElement>('#ou')!.value).to.equal('');
  });

  it('keeps the search and says so when no place has that name', async () => {
    const reader = await search();
    await reader.results();
    const field = reader.root.querySelector<HTMLInputElement>('#ou')!;
    field.focus();
    field.select();
    await sendKeys({ type: 'zzzz' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => field.getAttribute('aria-invalid') === 'true');
    expect(reader.text('#ou-erreur')).to.contain('zzzz');
    expect(reader.changes).to.have.length(0);
  });

  it('never touches the address of the page', async () => {
    const before = [location.href, history.length];
    const reader = await search();
    await reader.results();
    reader.box(/Ouvert maintenant/).click();
    await reader.results();
    expect([location.href, history.length]).to.deep.equal(before);
  });

  it('lives with criteria that are none', async () => {
    const reader = await Lecteur.open(html`<ror-search .client=${clientRecherche()} .criteres=${null}></ror-search>`);
    expect(reader.text('.invitation')).not.to.equal('');
  });
});

describe('ror-search, filters', () => {
  it('narrows by a facet with its count, and takes it back by its chip with the focus near', async () => {
    const reader = await search();
    await reader.results();
    const box = reader.box(/Médico-social et social/);
    expect(box.closest('label')!.innerText).to.contain('(4)');
    box.click();
    await waitUntil(() => reader.text('#resultats').startsWith('2 établissements'));
    expect(reader.changes.at(-1)!.facettes).to.deep.equal({ domaine: ['MSS'] });
    reader.button('Retirer Médico-social et social').click();
    await waitUntil(() => reader.text('#resultats').startsWith('4 établissements'));
    expect((reader.root.activeElement as HTMLElement).ariaLabel).to.equal('Retirer Créteil');
    expect(box.checked).to.equal(false);
  });

  it('shows ten values, then all of them', async () => {
    const reader = await search({ texte: 'résidence' }, clientRecherche({ connues: NOMBREUSES }));
    await reader.results();
    reader.root.querySelector<HTMLElement>('[data-facette=specialisation] summary')!.click();
    await waitUntil(() => reader.root.querySelector('[data-facette=specialisation] input'));
    const facet = () => reader.root.querySelectorAll('[data-facette=specialisation] input').length;
    expect(facet()).to.equal(10);
    reader.button(/^Voir tout \(14\)/).click();
    await reader.element.updateComplete;
    expect(facet()).to.equal(14);
  });

  it('asks for less than thirty minutes only from a place, and forgets it with the place', async () => {
    const reader = await search();
    await reader.results();
    reader.box(/Moins de 30 minutes/).click();
    await reader.results();
    expect(reader.changes.at(-1)).to.deep.equal({ ...CRETEIL, dureeMax: 30 });
    reader.button('Retirer Créteil').click();
    expect(reader.changes.at(-1)).to.deep.equal({});
  });

  it('announces one count at a time, when the results are there', async () => {
    const reader = await search();
    await waitUntil(() => reader.said.includes('4 établissements'));
    reader.box(/Places disponibles/).click();
    await waitUntil(() => reader.said.startsWith('2 établissements'));
    expect([...reader.root.querySelectorAll('[role=status]')].filter((one) => one.checkVisibility())).to.have.length(1);
  });

  it('says what leaving a criterion out would give when nothing answers, and does it', async () => {
    const reader = await Lecteur.open(stories.AucunResultat.render());
    await reader.results();
    expect(reader.text('#resultats')).to.equal('Aucun résultat');
    expect(reader.texts('.rien button')).to.deep.equal(['Sans « IRM » 2 offres', 'Sans Places disponibles 1 offre']);
    reader.button(/^Sans Places/).focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => reader.text('#resultats').startsWith('1 établissement'));
    expect(reader.root.activeElement!.id).to.equal('resultats');
  });
});

describe('ror-search, results', () => {
  it('opens an établissement to its units: distance, time as an estimate, patients, status in words, places', async () => {
    const reader = await search();
    await reader.results();
    const plus = reader.button(/^Unités de EHPAD du Colibri/);
    expect(plus.ariaExpanded).to.equal('false');
    plus.click();
    await reader.element.updateComplete;
    expect(plus.ariaExpanded).to.equal('true');
    const rows = reader.texts('.unites tbody tr');
    expect(rows[0]).to.match(/Hébergement permanent.*0,7 km environ \d+ min Adultes Ouvert 3 libres sur 60 comptées hier/);
    expect(rows[1]).to.contain('Fermé ouvre lundi à 9 h').and.to.contain('0 libre sur 12 comptées il y a 2 jours');
    expect(rows[2]).to.contain('Horaires inconnus').and.to.contain('Non renseignées');
  });

  it('says that a count is old, and nothing of a count without a date', async () => {
    const reader = await search(CRETEIL, clientRecherche({ connues: CONNUES.map(({ etablissement, traits }) => ({ traits, etablissement: { ...etablissement, offres: etablissement.offres.map((uo) => ({ ...uo, places: { ...uo.places, dateMiseJour: uo.places.dateMiseJour && '2026-10-01T08:00:00.000Z' } })) } })) }));
    await reader.results();
    reader.button('Tout déplier').click();
    await waitUntil(() => reader.texts('.suite.ancien').includes('comptées il y a 51 jours'));
    expect(reader.root.querySelector('[data-id=uo-s1]')!.closest('tr')!.innerText).to.contain('7\u00a0places libres').and.not.to.contain('comptées');
  });

  for (const [what, words] of [['uo-d1', 'ferme à 18 h 30'], ['uo-d2', 'fermeture provisoire'], ['uo-s2', 'ferme à minuit'], ['uo-i1', 'jour férié, ouvre lundi à 9 h 30']] as const) {
    it(`says « ${words} »`, async () => {
      const reader = await Lecteur.open(stories.Deplies.render());
      await reader.results();
      const row = reader.root.querySelector(`[data-id=${what}]`)!.closest<HTMLElement>('tr')!;
      expect(row.textContent.replaceAll(/\s+/g, ' ')).to.contain(words);
    });
  }

  it('opens a fiche by an event, and gives the rest by a menu', async () => {
    const reader = await search();
    await reader.results();
    setTimeout(() => { reader.button('EHPAD du Colibri').click(); });
    expect(((await oneEvent(reader.element, 'ror-fiche-open')) as CustomEvent<unknown>).detail).to.deep.equal({ noeudId: 'eg-colibri', nom: 'EHPAD du Colibri' });
    reader.button('Actions de EHPAD du Colibri').click();
    await waitUntil(() => reader.root.querySelector('[role=menuitem]'));
    expect(reader.texts('[role=menuitem]')).to.deep.equal(['Ouvrir la fiche', 'Copier les coordonnées', 'Envoyer un courriel', 'Ajouter aux favoris', 'Signaler une anomalie']);
    reader.button('Ajouter aux favoris').click();
    await waitUntil(() => reader.text('.etablissement').includes('Favori'));
    await waitUntil(() => reader.said.includes('ajouté aux favoris'));
  });

  it('shows the next page on demand', async () => {
    const reader = await search({ texte: 'résidence' }, clientRecherche({ connues: NOMBREUSES }));
    await reader.results();
    const before = new Set(reader.texts('.etablissement .titre .lien'));
    reader.button('Afficher la suite (20 sur 45)').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => reader.root.querySelectorAll('.etablissement').length === 40);
    expect(before.has((reader.root.activeElement as HTMLElement).innerText), 'the focus is on the first that is new').to.equal(false);
    expect((reader.root.activeElement as HTMLElement).closest('.etablissement')).to.equal(reader.root.querySelectorAll('.etablissement')[20]);
    await waitUntil(() => reader.said.includes('20 établissements de plus'));
  });

  it('compares up to four units side by side', async () => {
    const reader = await Lecteur.open(stories.Deplies.render());
    await reader.results();
    const boxes = [...reader.root.querySelectorAll<HTMLInputElement>('input.case')];
    for (const box of boxes.slice(0, 5)) { box.click(); await reader.element.updateComplete; }
    expect(boxes.map(({ checked }) => checked).slice(0, 5)).to.deep.equal([true, true, true, true, false]);
    reader.button('Comparer (4 sur 4)').click();
    await waitUntil(() => reader.root.querySelector('dialog[open] table'));
    expect(reader.root.querySelectorAll('dialog thead th')).to.have.length(5);
    await expect(reader.element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    expect(reader.root.querySelector('dialog')?.open ?? false).to.equal(false);
  });

  for (const [vue, there] of [['Tableau', '.large tbody tr'], ['Carte', '.carte-repere']] as const) {
    it(`shows the same as a ${vue}`, async () => {
      const reader = await search();
      await reader.results();
      reader.button(vue).click();
      await waitUntil(() => reader.root.querySelector(there), there);
      expect(reader.button(vue).ariaPressed).to.equal('true');
      if (vue === 'Carte') {
        expect(reader.texts('.legende .lien')).to.have.length(4);
        expect(reader.text('.carte-vue')).to.contain('Un établissement sans position');
      }
      await expect(reader.element).to.be.accessible();
    });
  }
});

describe('ror-search, kept searches', () => {
  it('tells what is new, runs a kept search, and keeps the one under way with an alert', async () => {
    const reader = await search();
    await waitUntil(() => reader.texts('button').includes('Mes recherches (2 nouveautés)'));
    reader.button(/^Mes recherches/).click();
    await waitUntil(() => reader.root.querySelector('dialog[open] .enregistrer input'));
    await expect(reader.element).to.be.accessible();
    const name = reader.root.querySelector<HTMLInputElement>('#nom-recherche')!;
    name.value = 'Tout près';
    [...reader.root.querySelectorAll<HTMLInputElement>('.enregistrer input[type=checkbox]')][0]!.click();
    reader.button('Enregistrer').click();
    await waitUntil(() => reader.texts('.enregistrees .lien').includes('Tout près'));
    reader.button('Lancer la recherche « EHPAD près de Créteil »').click();
    expect(reader.changes.at(-1)).to.deep.equal({ quoi: [{ genre: 'type-offre', code: '21' }], ...CRETEIL });
    expect(reader.root.querySelector('dialog')?.open ?? false).to.equal(false);
    await waitUntil(() => reader.texts('button').includes('Mes recherches'));
  });

  it('lecture: neither favourites, nor kept searches, nor reports; nothing of an account is asked', async () => {
    const asked: string[] = [];
    const client = clientRecherche({ avant: (name) => { asked.push(name); } });
    const reader = await Lecteur.open(html`<ror-search lecture .client=${client} .criteres=${CRETEIL}></ror-search>`);
    await reader.results();
    reader.button('Actions de EHPAD du Colibri').click();
    await waitUntil(() => reader.root.querySelector('[role=menuitem]'));
    expect(reader.texts('[role=menuitem]')).to.deep.equal(['Ouvrir la fiche', 'Copier les coordonnées', 'Envoyer un courriel']);
    expect(asked).to.deep.equal(['rechercher']);
    expect(reader.texts('button').some((one) => one.startsWith('Mes recherches'))).to.equal(false);
  });

  it('lecture: no filter on places for a profile that reads none, until one is asked', async () => {
    const sansPlaces = CONNUES.map(({ etablissement, traits }) => ({ traits, etablissement: { ...etablissement, offres: etablissement.offres.map((uo) => ({ ...uo, places: { disponibles: null, installees: null, dateMiseJour: null } })) } }));
    const reader = await Lecteur.open(html`<ror-search lecture .client=${clientRecherche({ connues: sansPlaces })} .criteres=${CRETEIL}></ror-search>`);
    await reader.results();
    expect(reader.text('.maintenant')).to.contain('Ouvert maintenant').and.not.to.contain('Places disponibles');
    reader.element.criteres = { ...CRETEIL, places: true };
    await waitUntil(() => reader.text('#resultats') === 'Aucun résultat');
    expect(reader.box(/Places disponibles/).checked).to.equal(true);
  });

  it('an account without kept searches has no button for them', async () => {
    const reader = await search(CRETEIL, clientRecherche({ avant: (name) => { if (name === 'listerRecherches') throw new RorClientError('denied', 'no'); } }));
    await reader.results();
    expect(reader.texts('button').some((one) => one.startsWith('Mes recherches'))).to.equal(false);
  });
});

describe('ror-search, what is down or lies', () => {
  const withPorts = (ports: { geocodeur?: Geocodeur; itineraires?: Itineraires }) =>
    Lecteur.open(html`<ror-search .client=${clientRecherche()} .criteres=${CRETEIL} .geocodeur=${ports.geocodeur} .itineraires=${ports.itineraires}></ror-search>`);

  for (const [what, geocodeur] of [
    ['is down', { chercher: () => Promise.reject(new Error('down')) }], ['throws', { chercher: () => { throw new Error('bad'); } }],
    ['answers nonsense', { chercher: () => Promise.resolve([{ libelle: 3 }] as never) }], ['answers nothing of a kind', { chercher: () => Promise.resolve('no' as never) }],
  ] as const) {
    it(`a geocoder that ${what}: the embedded one answers, and it is said`, async () => {
      const reader = await withPorts({ geocodeur });
      await reader.results();
      await reader.types('ou', 'par');
      expect((await reader.options())[0]).to.contain('Paris');
      expect(reader.text('.note')).to.contain('service d’adresses ne répond pas');
    });
  }

  it('a geocoder of the host gives addresses, beside our establishments', async () => {
    const reader = await withPorts({ geocodeur: { chercher: () => Promise.resolve([{ genre: 'adresse', code: null, libelle: '12 rue Sainte-Claire', detail: 'Paris', latitude: 48.85, longitude: 2.3 }]) } });
    await reader.results();
    await reader.types('ou', 'sainte');
    await reader.options();
    expect(reader.texts('.popup .heading')).to.deep.equal(['Établissements', 'Adresses']);
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'Enter' });
    expect(reader.changes.at(-1)!.ou).to.deep.equal({ genre: 'point', latitude: 48.85, longitude: 2.3, libelle: '12 rue Sainte-Claire' });
  });

  it('a router measures instead of the estimate', async () => {
    const reader = await withPorts({ itineraires: { durees: (_, vers) => Promise.resolve(vers.map((_one, i) => 10 + i)) } });
    await reader.results();
    await waitUntil(() => reader.text('.mesures').includes('10 min'));
    expect(reader.text('.mesures')).not.to.contain('environ');
  });

  for (const [what, itineraires] of [
    ['is down', { durees: () => Promise.reject(new Error('down')) }], ['answers another size', { durees: () => Promise.resolve([1]) }], ['answers nonsense', { durees: (_, vers) => Promise.resolve(vers.map(() => -5)) }],
  ] satisfies [string, Itineraires][]) {
    it(`a router that ${what}: the estimates stay, and it is said`, async () => {
      const reader = await withPorts({ itineraires });
      await waitUntil(() => reader.text('.note').includes('itinéraires ne répond pas'));
      expect(reader.text('.mesures')).to.contain('environ');
    });
  }

  it('a server that fails: what was found stays, and it can be tried again', async () => {
    let down = false;
    const reader = await search(CRETEIL, clientRecherche({ avant: (name) => { if (down && name === 'rechercher') throw new RorClientError('offline', 'cut'); } }));
    await reader.results();
    down = true;
    reader.box(/Ouvert maintenant/).click();
    await waitUntil(() => reader.root.querySelector('[role=alert]'));
    expect(reader.root.querySelectorAll('.etablissement').length).to.equal(4);
    down = false;
    reader.button('Réessayer').click();
    await waitUntil(() => !reader.root.querySelector('[role=alert]') && reader.root.querySelectorAll('.etablissement').length === 3);
  });

  it('an exporter of the host is used instead of the dialog, and it is said when that fails', async () => {
    const reader = await search();
    await reader.results();
    const asked: Criteres[] = [];
    reader.element.exporter = (criteres) => { asked.push(criteres); return Promise.reject(new Error('no')); };
    await reader.element.updateComplete;
    reader.button('Exporter').click();
    await waitUntil(() => reader.text('.note').includes('export'));
    expect(asked).to.deep.equal([CRETEIL]);
    expect(reader.root.querySelector('dialog')?.open ?? false).to.equal(false);
  });
});

describe('ror-search, the file of all the results', () => {
  const opened = async (client = clientRecherche(), criteres = CRETEIL): Promise<Lecteur> => {
    const reader = await search(criteres, client);
    await reader.results();
    reader.button('Exporter').click();
    await waitUntil(() => reader.root.querySelector('dialog[open] form.export'));
    return reader;
  };
  const file = async (reader: Lecteur): Promise<{ nom: string; fichier: Blob }> => {
    const got = oneEvent(reader.element, 'ror-recherche-export');
    reader.element.addEventListener('ror-recherche-export', (event) => { event.preventDefault(); }, { once: true });
    reader.button('Préparer le fichier').click();
    return ((await got) as CustomEvent<{ nom: string; fichier: Blob }>).detail;
  };
  const rows = async (fichier: Blob): Promise<string[]> => (await fichier.text()).trim().split('\r\n');

  it('gives all the results as CSV, not only the page, in a cancelable event, and says so inside the dialog', async () => {
    const reader = await opened(clientRecherche({ connues: NOMBREUSES }), { texte: 'résidence' });
    await expect(reader.element).to.be.accessible();
    reader.box(/points-virgules/).click();
    const { nom, fichier } = await file(reader);
    expect(nom).to.match(/^recherche-ror-\d{4}-\d{2}-\d{2}\.csv$/);
    expect((await rows(fichier)).length).to.be.greaterThan(45);
    await waitUntil(() => (reader.root.querySelector('dialog [data-announcer]')!.textContent ?? '').startsWith('Fichier prêt'));
    expect(reader.text('form.export')).to.contain(`Fichier prêt : ${nom}.`);
  });

  it('gives a workbook', async () => {
    const { nom, fichier } = await file(await opened());
    expect(nom).to.match(/\.xlsx$/);
    expect(new Uint8Array(await fichier.arrayBuffer()).slice(0, 2)).to.deep.equal(new Uint8Array([0x50, 0x4b]));
  });

  it('is stopped by its button and by closing the dialog, and nothing is given then', async () => {
    let hold = false;
    const signals: AbortSignal[] = [];
    const fixtures = clientRecherche();
    const { client } = fakeClient((name, input, signal) => {
      if (!hold || name !== 'rechercher') return fixtures.call(name as 'rechercher', input as never);
      signals.push(signal!);
      return new Promise(() => {});
    });
    const reader = await opened(client);
    reader.element.addEventListener('ror-recherche-export', () => { throw new Error('a file that was stopped'); });
    hold = true;
    reader.button('Préparer le fichier').click();
    await waitUntil(() => reader.root.querySelector('progress') && signals.length === 1);
    await expect(reader.element).to.be.accessible();
    reader.button('Arrêter').click();
    await waitUntil(() => reader.text('form.export').includes('Export arrêté'));
    expect(signals[0]!.aborted).to.equal(true);
    reader.button('Préparer le fichier').click();
    await waitUntil(() => signals.length === 2);
    reader.root.querySelector('dialog')!.close();
    await waitUntil(() => signals[1]!.aborted);
  });

  it('says when it fails, and can be tried again', async () => {
    let down = false;
    const reader = await opened(clientRecherche({ avant: (name) => { if (down && name === 'rechercher') throw new RorClientError('offline', 'cut'); } }));
    down = true;
    reader.button('Préparer le fichier').click();
    await waitUntil(() => reader.root.querySelector('form.export [role=alert]'));
    down = false;
    expect((await file(reader)).nom).to.contain('recherche-ror');
    expect(reader.root.querySelector('form.export [role=alert]')).to.equal(null);
  });
});
