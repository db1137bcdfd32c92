import { html, type TemplateResult } from 'lit';
import { RorClientError } from '../src/client/errors.ts';
import '../src/elements/ror-tree/define.ts';
import type { LectureNoeuds, NoeudArbre } from '../src/elements/ror-tree/types.ts';
import { clientOf, DOSSIER, page } from './data/repertoire.ts';

interface Story { readonly render: () => TemplateResult }

export default { title: 'ror-tree', component: 'ror-tree' };

/** The first rows have not come yet. */
export const Chargement: Story = { render: () => html`<ror-tree .client=${clientOf(() => new Promise(() => {}))}></ror-tree>` };

/** A répertoire in which the person sees nothing. */
export const Vide: Story = { render: () => html`<ror-tree .client=${clientOf(() => ({ noeuds: [], suite: null }))}></ror-tree>` };

/** The répertoire by département, closed as one finds it. */
export const Repertoire: Story = { render: () => html`<ror-tree .client=${clientOf(page)}></ror-tree>` };

/** Two départements open: one by pages, one down to its unité opérationnelle, which is selected. */
export const RepertoireOuvert: Story = { render: () => html`<ror-tree .client=${clientOf(page)} .expanded=${['df-75', 'df-78', 'eg-cpts']} selection="uo-cpts"></ror-tree>` };

/** By entité juridique. */
export const ParEntiteJuridique: Story = { render: () => html`<ror-tree .client=${clientOf(page)} par="entite-juridique" .expanded=${['ej-1']}></ror-tree>` };

/** A dossier: green and grey fiches, given by the host, all open. */
export const Dossier: Story = { render: () => html`<ror-tree label="Arborescence du dossier" expand-all .noeuds=${DOSSIER} selection="uo-b"></ror-tree>` };

/** Everything closed, as without `expand-all`. */
export const DossierFerme: Story = { render: () => html`<ror-tree label="Arborescence du dossier" .noeuds=${DOSSIER}></ror-tree>` };

/** A list without any node. */
export const ListeVide: Story = { render: () => html`<ror-tree label="Arborescence du dossier" .noeuds=${[]}></ror-tree>` };

/** The children of one row do not come; the others work. */
export const EchecDUneLigne: Story = {
  render: () => html`<ror-tree .expanded=${['df-75', 'df-78']} .client=${clientOf((input) => {
    if (input.parentId === 'df-75') throw new RorClientError('offline', 'cut');
    return page(input);
  })}></ror-tree>`,
};

/** Nothing comes. */
export const Echec: Story = { render: () => html`<ror-tree .client=${clientOf(() => { throw new RorClientError('server', 'down'); })}></ror-tree>` };

/** The page forgot the client. */
export const SansClient: Story = { render: () => html`<ror-tree></ror-tree>` };

const LONG = 'Unité Accueil ou hébergement pour personnes âgées dépendantes, sans spécificité, avec prise en charge des troubles du comportement liés à la maladie d’Alzheimer et aux maladies apparentées';

/** Names that wrap, a word without spaces, and names that look like markup. */
export const NomsLongs: Story = {
  render: () => html`<ror-tree label="Arborescence" expand-all .noeuds=${[
    ...DOSSIER,
    { id: 'long', parentId: 'uf', code: 'UO', nom: LONG, etat: 'grise', mention: 'en attente depuis le 3 mars', actions: [{ id: 'ouvrir', libelle: `Ouvrir ${LONG}` }] },
    { id: 'mot', parentId: 'uf', code: 'UO', nom: 'Hospitalisationcomplètedejouretdenuitsansaucuneespacepossible'.repeat(2), etat: 'verte' },
    { id: 'balise', parentId: 'uf', code: 'UO', nom: '<img src=x onerror=alert(1)> & « guillemets »' },
  ] satisfies NoeudArbre[]} selection="long"></ror-tree>`,
};

/** Long names in the width of a telephone. */
export const Etroit: Story = { render: () => html`<div class="narrow">${NomsLongs.render()}</div>` };

/** Levels deeper than any real structure. */
export const Profond: Story = {
  render: () => html`<ror-tree label="Arborescence" expand-all .noeuds=${Array.from({ length: 16 }, (_, i): NoeudArbre => ({ id: `n${i}`, parentId: i ? `n${i - 1}` : null, code: 'P', nom: `Niveau ${i + 1}` }))}></ror-tree>`,
};

/** A page written from right to left, with a name in Arabic. */
export const DroiteAGauche: Story = {
  render: () => html`<div dir="rtl"><ror-tree label="Arborescence" expand-all .noeuds=${[...DOSSIER, { id: 'ar', parentId: 'uf', code: 'UO', nom: 'وحدة الرعاية', etat: 'verte' }] satisfies NoeudArbre[]} selection="s"></ror-tree></div>`,
};

/** Children that the host has announced and not given yet. */
export const EnfantsAnnonces: Story = {
  render: () => html`<ror-tree label="Arborescence" .expanded=${['a']} .noeuds=${[{ id: 'a', code: 'EG', nom: 'CH Sainte-Claire', nombreEnfants: 12 }, { id: 'b', code: 'EG', nom: 'EHPAD TEST', nombreEnfants: 3 }] satisfies NoeudArbre[]}></ror-tree>`,
};

/** A list of the host with a search box: what is found, with what stands above it. */
export const Recherche: Story = { render: () => html`<ror-tree label="Arborescence du dossier" searchable texte="neuro" .noeuds=${DOSSIER}></ror-tree>` };

/** Only the rows of the répertoire. */
export const SansOutils: Story = { render: () => html`<ror-tree bare .client=${clientOf(page)}></ror-tree>` };

/** Objects of the host that hold one another, read where they are, more of them than are drawn. */
export const CentMille: Story = {
  render: () => {
    const departements = Array.from({ length: 100 }, (_, d) => ({ ref: `d${d}`, titre: `Département ${d + 1}`, dedans: Array.from({ length: 999 }, (__, i) => ({ ref: `d${d}u${i}`, titre: `Unité ${i + 1}` })) }));
    type Objet = { ref: string; titre: string; dedans?: Objet[] };
    const lecture: LectureNoeuds = { id: ({ ref }: Objet) => ref, enfants: ({ dedans }: Objet) => dedans, noeud: ({ ref, titre, dedans }: Objet) => ({ id: ref, nom: titre, code: dedans ? 'DF' : 'UO' }) };
    return html`<ror-tree label="Cent mille lignes" expand-all .lecture=${lecture} .noeuds=${departements as never}></ror-tree>`;
  },
};
