import { html, type TemplateResult } from 'lit';
import '../src/elements/ror-weekly-planning/define.ts';

interface Story { readonly render: () => TemplateResult }

export default { title: 'ror-weekly-planning', component: 'ror-weekly-planning' };

const JOUR = 1440;
/** The same hours on several days, 1 Monday; « 9-12.5 ». */
const semaine = (jours: readonly number[], heures: string, type = '01') => jours.flatMap((jour) => heures.split(' ').map((texte) => {
  const [debut = 0, fin = 0] = texte.split('-').map((heure) => Number(heure) * 60);
  return { debut: (jour - 1) * JOUR + debut, fin: (jour - 1) * JOUR + fin, type };
}));
const OUVRES = [1, 2, 3, 4, 5];

/** Nothing is known yet. */
export const Vide: Story = { render: () => html`<ror-weekly-planning></ror-weekly-planning>` };

/** The usual week with a lunch break, and Saturday morning. */
export const Bureau: Story = { render: () => html`<ror-weekly-planning .value=${[...semaine(OUVRES, '9-12.5 14-18'), ...semaine([6], '9-12')]}></ror-weekly-planning>` };

/** Nights: over midnight, and from Sunday to Monday. */
export const Nuits: Story = { render: () => html`<ror-weekly-planning .value=${semaine([5, 7], '22-30')}></ror-weekly-planning>` };

/** Hours finer than the step of the agenda. */
export const Fines: Story = { render: () => html`<ror-weekly-planning step="30" .value=${semaine(OUVRES, '8.75-12.25')}></ror-weekly-planning>` };

/** Slots of five minutes, few hours shown. */
export const CinqMinutes: Story = { render: () => html`<ror-weekly-planning step="5" debut="8" fin="12" .value=${semaine([2], '9-9.25 9.5-10')}></ror-weekly-planning>` };

/** Several types that the person may draw, some at the same time. */
export const Types: Story = {
  render: () => html`<ror-weekly-planning types="01 06 07" .value=${[
    ...semaine(OUVRES, '8-19'), ...semaine([1, 3], '9-12', '06'), ...semaine([1, 2, 4], '10-18', '07'), ...semaine([6], '9-12', '03')]}></ror-weekly-planning>`,
};

const CONGES = { effet: 'fermeture', du: '2026-08-01', au: '2026-08-23', motif: 'congés annuels' };

/** The week, what departs from it between two dates, and what holidays change. */
export const Exceptions: Story = {
  render: () => html`<ror-weekly-planning exceptions feries .value=${{ semaine: semaine(OUVRES, '9-12.5 14-18'), exceptions: [CONGES, { effet: 'ouverture', du: '2026-09-05', au: '2026-09-05', semaine: semaine([6], '9-12') }], feries: 'ferme' }}></ror-weekly-planning>`,
};

/** The same, to look at. */
export const ExceptionsLues: Story = {
  render: () => html`<ror-weekly-planning readonly .value=${{ semaine: semaine(OUVRES, '9-18'), exceptions: [CONGES], feries: 'normal', validite: { du: '2026-01-01' } }}></ror-weekly-planning>`,
};

/** All types of JDV_J41. */
export const TousLesTypes: Story = {
  render: () => html`<ror-weekly-planning readonly .value=${['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11'].flatMap((type, rang) => semaine([(rang % 7) + 1], rang < 7 ? '8-12' : '13-18', type))}></ror-weekly-planning>`,
};

/** 7j/7 et 24h/24. */
export const Toujours: Story = { render: () => html`<ror-weekly-planning .value=${[{ debut: 0, fin: 7 * JOUR, type: '01' }]}></ror-weekly-planning>` };

export const LectureSeule: Story = { render: () => html`<ror-weekly-planning readonly label="Horaires du secrétariat" .value=${semaine(OUVRES, '9-12.5 14-18')}></ror-weekly-planning>` };

export const Compacte: Story = { render: () => html`<ror-weekly-planning compact .value=${[...semaine(OUVRES, '9-12.5 14-18'), ...semaine([6], '9-12', '06')]}></ror-weekly-planning>` };

export const Desactivee: Story = { render: () => html`<ror-weekly-planning disabled .value=${semaine(OUVRES, '9-18')}></ror-weekly-planning>` };

/** In a form of the page, with a label of the page. */
export const Formulaire: Story = {
  render: () => html`<form>
    <fieldset><legend>Unité</legend>
      <label for="ouverture">Horaires d’ouverture</label>
      <ror-weekly-planning id="ouverture" name="semaine" required value=${JSON.stringify(semaine([1, 2], '9-12'))}></ror-weekly-planning>
    </fieldset>
    <button>Envoyer</button> <button type="reset">Réinitialiser</button>
  </form>`,
};

/** Values of a page that went wrong: each line is said, the rest is kept. */
export const Fautive: Story = {
  render: () => html`<ror-weekly-planning .value=${[
    { debut: 540, fin: 720, type: '01' }, { debut: 600, fin: 780, type: '01' }, { debut: 1000, fin: 900, type: '01' }, { debut: -60, fin: 60, type: '01' }, { debut: 3000, fin: 3000 },
    { debut: 'neuf', fin: 12 }, null, { debut: 20_000, fin: 20_100 }, { debut: 2000, fin: 2100, type: '01' }]}></ror-weekly-planning>`,
};

/** Thousands of ranges, by accident. */
export const Milliers: Story = {
  render: () => html`<ror-weekly-planning readonly .value=${Array.from({ length: 5000 }, (_, rang) => ({ debut: rang * 2, fin: rang * 2 + 1, type: '01' }))}></ror-weekly-planning>`,
};

/** The width of a telephone, and of a page at 400 %. */
export const Etroite: Story = { render: () => html`<ror-weekly-planning types="01 06" .value=${[...semaine(OUVRES, '9-12.5 14-18'), ...semaine([2], '10-16', '06')]}></ror-weekly-planning>` };

export const DroiteAGauche: Story = { render: () => html`<div dir="rtl"><ror-weekly-planning .value=${semaine([1, 2], '9-12')}></ror-weekly-planning></div>` };
