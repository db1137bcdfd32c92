import { expect, fixture } from '@open-wc/testing';
import { html, render } from 'lit';
import { RorClientError } from '../../src/client/index.ts';
import type { Caller } from '../../src/controllers/contexts.ts';
import type { Contenu } from '../../src/domain/fiche.ts';
import { situationOf, type Lue } from '../../src/elements/ror-fiche/lue.ts';
import { Repercussion } from '../../src/elements/ror-fiche/repercussion.ts';
import { telecomLink, webLink } from '../../src/elements/ror-fiche/telecom.ts';
import { toCorrect, changedValues } from '../../src/elements/ror-fiche/valeurs.ts';
import { formSchema } from '../../src/engine/fiche/schemas.ts';
import { fr } from '../../src/i18n/fr.ts';
import { correction } from '../../src/i18n/fr/correction.ts';
import { contenuFiche, ficheEG } from '../../stories/ehpad-test.ts';
import { fakeClient } from '../support/fake-transport.ts';
import { waitUntil } from '../support/wait.ts';

describe('ror-fiche, where a press on an address leads', () => {
  const CANAUX: readonly [string, unknown, string, string | undefined][] = [
    ['a telephone is called, without its spaces', '1', '01 99 00 03 11', 'tel:0199000311'],
    ['an international number keeps its plus', '2', '+33 1 99 00 03 11', 'tel:+33199000311'],
    ['what holds no number is only read', '1', 'standard', undefined],
    ['a mail is written to', '3', 'crt@colibri.example', 'mailto:crt@colibri.example'],
    ['a mail can’t add headers', '3', 'a?cc=b@c.example', 'mailto:a%3Fcc%3Db@c.example'],
    ['what is no mail is only read', '9', 'voir le site', undefined],
    ['a site without its scheme is on https', '4', 'colibri.example/contact', 'https://colibri.example/contact'],
    ['a script is no site', '4', 'javascript:alert(1)', undefined],
    ['nor is a document of data', '4', 'data:text/html,x', undefined],
    ['an unknown channel is only read', '99', '01 99 00 03 11', undefined],
    ['a channel that is no code too', 3, 'crt@colibri.example', undefined],
  ];
  for (const [titre, canal, adresse, lien] of CANAUX) it(titre, () => { expect(telecomLink(canal, adresse)).to.equal(lien); });
  it('only http and https lead somewhere', () => {
    expect(['http://a.example', 'HTTPS://a.example', 'ftp://a.example', 'vbscript:x', 'http://', ''].map(webLink)).to.deep.equal(['http://a.example/', 'https://a.example/', undefined, undefined, undefined, undefined]);
  });
});

describe('ror-fiche, where the place is', () => {
  const lieu = (latitude: unknown, longitude: unknown, plus: object = {}) => ({ coordonneeGeographique: { latitude, longitude }, ...plus });
  const lue = (type: string, contenu: Contenu, dessus?: Contenu): Pick<Lue, 'contenu' | 'etablissement' | 'noeud'> =>
    ({ noeud: { id: 'n', type, nom: 'N', nombreEnfants: 0, actions: [] }, contenu, etablissement: dessus ? { nom: 'EHPAD du Colibri', contenu: dessus } : null }) as never;

  it('an establishment has its own, with its commune', () => {
    expect(situationOf(lue('EG', { lieuEG: lieu(48.85, 2.47, { communeCog: '94033' }) }))).to.deep.equal({ lignes: [], point: { latitude: 48.85, longitude: 2.47, fiable: true }, commune: '94033' });
  });
  it('a unit without a place of its own is where its establishment is, which is said', () => {
    expect(situationOf(lue('UO', {}, { lieuEG: lieu(48.85, 2.47) }))?.heritee).to.equal('EHPAD du Colibri');
  });
  it('a unit with its own place is there', () => {
    const situation = situationOf(lue('UO', { lieuRealisationOffre: [lieu(43.3, 5.4)] }, { lieuEG: lieu(48.85, 2.47) }));
    expect([situation?.point?.latitude, situation?.heritee]).to.deep.equal([43.3, undefined]);
  });
  it('coordinates that nobody checked are said to be so', () => {
    expect(situationOf(lue('EG', { lieuEG: { coordonneeGeographique: { latitude: 1, longitude: 2, coordonneesFiables: false } } }))?.point?.fiable).to.equal(false);
  });
  for (const [titre, contenu] of [
    ['no place', {}], ['a place in a word', { lieuEG: 'ici' }], ['coordinates in words', { lieuEG: lieu('48', '2') }], ['a latitude beyond the pole', { lieuEG: lieu(148, 2) }], ['null', { lieuEG: null }],
  ] as const) it(`shows no point for ${titre}`, () => { expect(situationOf(lue('EG', contenu as Contenu))?.point).to.equal(undefined); });
});

describe('ror-fiche, what a correction sends', () => {
  const schema = formSchema('EG');
  const encadre = schema.sections.find(({ fields }) => fields.some(({ path }) => path === 'contact:directeur.nom'))!.id;
  const directeur = (nom: string | undefined) => ({ contact: [{ fonctionContact: '01', niveauConfidentialite: '2', ...(nom !== undefined && { nom }) }] });

  it('names the one field that changed, not the list that holds it', () => {
    expect(changedValues(schema, encadre, directeur('Paul Petit'), directeur('Camille Renard'))).to.deep.equal({ 'contact:directeur.nom': 'Camille Renard' });
  });
  it('empties with null', () => {
    expect(changedValues(schema, encadre, directeur('Paul Petit'), directeur(undefined))).to.deep.equal({ 'contact:directeur.nom': null });
  });
  it('sends nothing when nothing changed, or empty became empty otherwise', () => {
    expect(changedValues(schema, encadre, directeur('A'), directeur('A'))).to.deep.equal({});
    expect(changedValues(schema, encadre, {}, { contact: [] })).to.deep.equal({});
  });
  it('never sends what is changed elsewhere, nor another block', () => {
    const corrigeable = toCorrect(schema, { role: 'referent' });
    const identification = corrigeable.sections.find(({ fields }) => fields.some(({ path }) => path === 'numFINESS'))!;
    expect(changedValues(corrigeable, identification.id, { numFINESS: '1' }, { numFINESS: '2' })).to.deep.equal({});
    expect(changedValues(schema, 'aucun-encadre', directeur('A'), directeur('B'))).to.deep.equal({});
    expect(identification.fields.find(({ path }) => path === 'numFINESS')).to.include({ editedElsewhere: 'support' });
  });
  it('makes the schema of a role once', () => {
    expect(toCorrect(schema, { role: 'referent' })).to.equal(toCorrect(schema, { role: 'referent' }));
  });
});

describe('ror-fiche, « Répercuter dans le dossier ? »', () => {
  const proposee = (possible = true) => ({
    dossierId: 'd1', nomDossier: 'Mise à jour', ficheId: 'f1', versionFiche: 3, possible,
    ecarts: [{ path: 'contact:directeur.nom', dossier: 'Paul Petit', repertoire: '<b>Camille</b>', sansRepercussion: 'ecrasee' as const }, { path: 'nomOperationnel', dossier: null, repertoire: 'Le Colibri', sansRepercussion: 'gardee' as const }],
  });
  const lue = { schema: formSchema('EG'), contenu: {}, context: { nomenclature: undefined, role: 'referent' } } as unknown as Lue;

  async function ouverte(answer: (input: { version: number; chemins: readonly string[] }) => unknown, possible = true) {
    const root = await fixture<HTMLElement>(html`<div></div>`);
    const dit: string[] = [];
    const mene: string[] = [];
    const { client, sent } = fakeClient((_, input) => answer(input as never));
    const draw = (): void => { render(repercussion.render(lue, 3, { oui: 'Oui', non: 'Non', retire: '', inconnu: '' }), root); };
    const element = Object.assign(root, { requestUpdate: draw, updateComplete: Promise.resolve(true), renderRoot: root });
    const repercussion: Repercussion = new Repercussion({ element, client: () => client as Caller, messages: () => fr, mots: () => correction, dire: (message) => dit.push(message), mener: (encadre) => mene.push(encadre) });
    repercussion.ask(proposee(possible) as never, 'direction');
    const bouton = (nom: string): HTMLButtonElement => [...root.querySelectorAll('button')].find((button) => button.textContent === nom)!;
    return { root, dit, mene, sent, bouton, texte: () => root.textContent.replaceAll(/\s+/g, ' ') };
  }

  it('says both values as text, what happens otherwise, and takes the ticked fields over', async () => {
    const { root, dit, mene, sent, bouton, texte } = await ouverte(() => ({ fiche: contenuFiche(ficheEG) }));
    expect(texte()).to.contain('Nom du directeur').and.to.contain('Paul Petit').and.to.contain('<b>Camille</b>').and.to.contain('le conflit sera signalé dans le dossier').and.to.contain('non renseigné');
    root.querySelectorAll<HTMLInputElement>('input')[1]!.click();
    bouton('Oui, répercuter').click();
    await waitUntil(() => mene.length > 0, 'never taken over');
    expect(sent.at(-1)!.input).to.deep.equal({ dossierId: 'd1', ficheId: 'f1', version: 3, chemins: ['contact:directeur.nom'] });
    expect([dit, mene]).to.deep.equal([['Le champ est répercuté dans le dossier.'], ['direction']]);
    expect(root.querySelector('section')).to.equal(null);
  });
  it('sends nothing when nothing is ticked, and says so', async () => {
    const { root, sent, bouton, texte } = await ouverte(() => ({}));
    for (const box of root.querySelectorAll<HTMLInputElement>('input')) box.click();
    bouton('Oui, répercuter').click();
    expect([texte().includes('Cochez au moins un champ'), sent.length]).to.deep.equal([true, 0]);
  });
  it('leaves the dossier alone when told so', async () => {
    const { dit, mene, sent, bouton } = await ouverte(() => ({}));
    bouton('Non, laisser le dossier tel quel').click();
    expect([dit, mene, sent.length]).to.deep.equal([['Le dossier reste tel quel.'], ['direction'], 0]);
  });
  it('shows the values of now when the dossier has changed meanwhile, and asks again', async () => {
    const actuel = { version: 7, contenu: { contact: [{ fonctionContact: '01', niveauConfidentialite: '2', nom: 'Zoé Actuelle' }] } };
    const { sent, bouton, texte } = await ouverte(({ version }) => {
      if (version === 3) throw new RorClientError('stale', 'changed', { type: 'about:blank', title: 'stale', status: 409, code: 'perime', actuel });
      return { fiche: contenuFiche(ficheEG) };
    });
    bouton('Oui, répercuter').click();
    await waitUntil(() => texte().includes('Zoé Actuelle'), 'the value of now does not come');
    expect(texte()).to.contain('modifié entre-temps');
    bouton('Oui, répercuter').click();
    await waitUntil(() => sent.length === 2);
    expect(sent.at(-1)!.input).to.include({ version: 7 });
  });
  it('says why when it fails, and keeps the question', async () => {
    const { bouton, texte } = await ouverte(() => { throw new RorClientError('offline', 'no network'); });
    bouton('Oui, répercuter').click();
    await waitUntil(() => texte().includes(fr.echecs.offline), 'the failure is not said');
    expect(texte()).to.contain('Oui, répercuter');
  });
  it('only tells when the dossier is already sent', async () => {
    const { root, bouton } = await ouverte(() => ({}), false);
    expect(root.querySelectorAll('input').length).to.equal(0);
    bouton('J’ai compris').click();
    expect(root.querySelector('section')).to.equal(null);
  });
});
