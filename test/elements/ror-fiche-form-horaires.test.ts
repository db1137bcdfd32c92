import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { LitElement, type TemplateResult } from 'lit';
import type { Horaire } from '../../src/domain/horaire.ts';
import type { FieldView } from '../../src/engine/fiche/types.ts';
import type { FieldKind, FieldSlot, FormPort } from '../../src/elements/ror-fiche-form/kinds/kind.ts';
import { load } from '../../src/elements/ror-fiche-form/kinds/horaires.ts';
import type { RorWeeklyPlanning } from '../../src/elements/ror-weekly-planning/ror-weekly-planning.ts';
import { fr } from '../../src/i18n/fr.ts';
import { officialSource } from '../../src/nomenclature/load.ts';
import { buttonStyles } from '../../src/ui/button.styles.ts';
import { fieldStyles } from '../../src/ui/field.styles.ts';
import { tokens } from '../../src/ui/tokens.ts';
import { notes } from '../support/planning.ts';
import { waitUntil } from '../support/wait.ts';

/** A form of one field: what a kind asks of its form, and no more. */
class UnChamp extends LitElement {
  static override styles = [tokens, buttonStyles, fieldStyles];
  kind!: FieldKind;
  value: unknown;
  readonly dits: string[] = [];
  readonly choisis: unknown[] = [];

  get slotOf(): FieldSlot {
    const view: FieldView = { field: { path: 'horaire', kind: 'horaires', label: 'Horaires' }, value: this.value, text: '', required: false, readonly: false, issues: [] };
    const form = {
      messages: fr, say: (text: string) => this.dits.push(text), hasOptions: () => false,
      choose: (_path: string, value: unknown) => { this.choisis.push(value); this.value = value; this.requestUpdate(); },
    } as unknown as FormPort;
    return { view, text: '', form, props: { id: 'champ-horaire', label: 'Horaires', required: false, messages: [], words: fr.formulaire } };
  }

  protected override render(): TemplateResult {
    return html`<div class="field">${this.kind.edit(this.slotOf)}</div>`;
  }
}
customElements.define('un-champ', UnChamp);

const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

async function ouvre(value?: unknown) {
  const { kind, styles } = await load(officialSource);
  const champ = document.createElement('un-champ') as UnChamp;
  Object.assign(champ, { kind, value });
  await fixture(html`<div>${champ}</div>`);
  await champ.updateComplete;
  const root = champ.shadowRoot!;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...styles.flatMap(({ styleSheet }) => styleSheet ?? [])];
  const bouton = (name: string): HTMLButtonElement => {
    const found = [...root.querySelectorAll<HTMLButtonElement>('button')].find((each) => plain(each.textContent) === name);
    if (!found) throw new Error(`no button « ${name} »`);
    return found;
  };
  const dialog = (): HTMLDialogElement => root.querySelector('dialog')!;
  const agenda = (): RorWeeklyPlanning => root.querySelector('ror-weekly-planning')!;
  const definit = async (): Promise<void> => {
    bouton('Définir la semaine type').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => dialog().open && agenda().matches(':focus-within, :focus'), 'the agenda is open');
  };
  return { champ, root, bouton, dialog, agenda, definit, texte: () => plain(root.querySelector('.semaine, .help')?.textContent) };
}

const etend = async (): Promise<void> => {
  await sendKeys({ down: 'Shift' });
  await sendKeys({ press: 'ArrowDown' });
  await sendKeys({ up: 'Shift' });
};

const lundi: Horaire = { typePlageHoraire: '01', jourSemaine: 1, heureDebut: '09:00', heureFin: '12:30' };
const conges: Horaire = { typePlageHoraire: '08', debutDateEffective: '2026-08-01', finDateEffective: '2026-08-23', commentaire: 'congés annuels' };

describe('a field of kind « horaires »', () => {
  it('says the week in a sentence, with what stands beside it; axe finds nothing', async () => {
    const { champ, root } = await ouvre([lundi, { ...lundi, jourSemaine: 2, typePlageHoraire: '04' }, conges, { ...lundi, jourSemaine: 6, frequencePlageHoraire: '1 semaine sur 2' }]);
    expect([...root.querySelectorAll('.semaine li')].map((li) => plain(li.textContent))).to.deep.equal([
      'Horaire d\'ouverture : le lundi de 9 h à 12 h 30', 'Horaire d\'ouverture du secrétariat : le mardi de 9 h à 12 h 30',
      'Fermeture du 1er août 2026 au 23 août 2026 (congés annuels)', 'Un horaire que cet agenda ne peut pas montrer',
    ]);
    await expect(champ).to.be.accessible();
  });

  it('is nothing to read while nothing is there, a sentence once there is', async () => {
    const { champ, texte } = await ouvre();
    expect(texte()).to.equal('Aucun horaire renseigné.');
    expect(champ.kind.show(champ.slotOf)).to.equal('');
    const rempli = await ouvre([lundi]);
    expect(rempli.texte()).to.equal('Le lundi de 9 h à 12 h 30');
    expect(rempli.champ.kind.show(rempli.champ.slotOf)).not.to.equal('');
  });

  it('opens the agenda by keyboard, draws a morning, and « Modifier » brings it back', async () => {
    const { champ, bouton, dialog, definit, texte, root } = await ouvre();
    await definit();
    expect(dialog().matches(':modal')).to.equal(true);
    await expect(champ).to.be.accessible();
    await etend();
    await sendKeys({ press: 'Space' });
    expect(champ.choisis).to.deep.equal([]);
    bouton('Modifier').focus();
    await sendKeys({ press: 'Enter' });
    await champ.updateComplete;
    expect(champ.choisis).to.deep.equal([[{ typePlageHoraire: '01', jourSemaine: 1, heureDebut: '07:00', heureFin: '08:00' }]]);
    expect(dialog().open).to.equal(false);
    expect(root.activeElement).to.equal(bouton('Définir la semaine type'));
    expect(texte()).to.equal('Le lundi de 7 h à 8 h');
    expect(champ.dits.map(plain)).to.deep.equal(['Semaine type remise dans le formulaire. Le lundi de 7 h à 8 h']);
  });

  it('brings the week of the fiche, and keeps what the agenda does not show', async () => {
    const quinzaine = { ...lundi, jourSemaine: 6, frequencePlageHoraire: '1 semaine sur 2' };
    const { champ, agenda, bouton, definit, dialog } = await ouvre([quinzaine, conges, lundi]);
    await definit();
    expect(notes(agenda().value)).to.deep.equal(['lundi 9h-12h30']);
    expect(plain(dialog().textContent)).to.contain('Un horaire que cet agenda ne peut pas montrer');
    await sendKeys({ press: 'Space' });
    bouton('Modifier').click();
    expect(champ.choisis).to.deep.equal([[{ ...lundi, heureDebut: '07:00', heureFin: '07:30' }, lundi, quinzaine, conges]]);
  });

  it('brings the exceptions of the fiche into the agenda, where one is taken out', async () => {
    const { champ, agenda, bouton, definit } = await ouvre([conges, lundi]);
    await definit();
    const dans = agenda().shadowRoot!;
    expect(agenda().planning.exceptions).to.deep.equal([{ effet: 'fermeture', du: '2026-08-01', au: '2026-08-23', motif: 'congés annuels' }]);
    dans.querySelector<HTMLElement>('[data-tool="exceptions"]')!.click();
    const supprimer = '[aria-label^="Supprimer : Fermeture du 1er août 2026"]';
    await waitUntil(() => dans.querySelector(supprimer));
    dans.querySelector<HTMLElement>(supprimer)!.click();
    await agenda().updateComplete;
    bouton('Modifier').click();
    expect(champ.choisis).to.deep.equal([[lundi]]);
    expect(champ.dits.map(plain)).to.deep.equal(['Semaine type remise dans le formulaire. Le lundi de 9 h à 12 h 30']);
  });

  it('says what the records of a fiche can’t hold', async () => {
    const { champ, agenda, bouton, definit } = await ouvre([lundi]);
    await definit();
    (agenda() as { value: unknown }).value = { semaine: agenda().value, exceptions: [{ effet: 'remplacement', du: '2026-07-01', au: '2026-07-31', semaine: [{ debut: 540, fin: 600, type: '01' }] }] };
    bouton('Modifier').click();
    expect(champ.choisis[0]).to.have.length(3);
    expect(plain(champ.dits.at(-1))).to.match(/Ce format ne peut pas dire des horaires à la place d’autres, écrits comme des fermetures et des ouvertures\.$/);
  });

  it('changes nothing in the fiche when the week is the same', async () => {
    const { champ, bouton, definit } = await ouvre([conges, lundi]);
    await definit();
    bouton('Modifier').click();
    expect(champ.choisis).to.deep.equal([]);
    expect(champ.dits).to.deep.equal(['La semaine type n’a pas changé.']);
  });

  it('asks before Escape or « Fermer sans modifier » give a change up; Escape in the agenda first gives up what is under way there', async () => {
    const { champ, agenda, bouton, dialog, definit, root } = await ouvre([lundi]);
    await definit();
    await etend();
    await sendKeys({ press: 'Escape' });
    expect(dialog().open, 'only the choice is given up').to.equal(true);
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Escape' });
    expect(dialog().open).to.equal(true);
    expect(plain(root.querySelector('.question')?.textContent)).to.contain('Abandonner les changements de cette semaine ?');
    expect(root.activeElement).to.equal(bouton('Continuer la saisie'));
    await sendKeys({ press: 'Escape' });
    expect(root.activeElement).to.equal(agenda());
    bouton('Fermer sans modifier').click();
    bouton('Abandonner les changements').click();
    expect(dialog().open).to.equal(false);
    expect(champ.choisis).to.deep.equal([]);
    expect(root.activeElement).to.equal(bouton('Définir la semaine type'));
  });

  it('closes at once by Escape when nothing changed, and opens again as new', async () => {
    const { dialog, definit, agenda } = await ouvre([lundi]);
    await definit();
    await sendKeys({ press: 'Escape' });
    expect(dialog().open).to.equal(false);
    await definit();
    expect(notes(agenda().value)).to.deep.equal(['lundi 9h-12h30']);
  });

  it('empties the field with the week', async () => {
    const { champ, agenda, bouton, definit } = await ouvre([lundi]);
    await definit();
    agenda().value = [];
    bouton('Modifier').click();
    expect(champ.choisis).to.deep.equal([undefined]);
  });

  it('does not take hours typed that can’t be read, and says so', async () => {
    const { champ, agenda, bouton, definit, dialog } = await ouvre();
    await definit();
    agenda().shadowRoot!.querySelector<HTMLElement>('[data-tool="liste"]')!.click();
    await waitUntil(() => agenda().shadowRoot!.querySelector('#heures-1'));
    agenda().shadowRoot!.querySelector<HTMLElement>('#heures-1')!.focus();
    await sendKeys({ type: 'bientôt' });
    await sendKeys({ press: 'Tab' });
    bouton('Modifier').click();
    expect(dialog().open).to.equal(true);
    expect(champ.choisis).to.deep.equal([]);
    expect(plain(dialog().querySelector('.erreur')?.textContent)).to.match(/^Des heures tapées/);
  });

  it('offers the other types on demand', async () => {
    const { agenda, definit, dialog } = await ouvre();
    await definit();
    expect(agenda().types).to.deep.equal(['01']);
    dialog().querySelector<HTMLInputElement>('.autres-types input')!.click();
    expect(agenda().types).to.have.length(11);
  });

  it('fits in 320 pixels', async () => {
    await setViewport({ width: 320, height: 640 });
    const { definit, dialog } = await ouvre([lundi]);
    await definit();
    const { left, right } = dialog().getBoundingClientRect();
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(320);
    expect(dialog().scrollWidth).to.be.at.most(dialog().clientWidth);
    await setViewport({ width: 1280, height: 800 });
  });
});
