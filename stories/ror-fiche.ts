import { html, type TemplateResult } from 'lit';
import { RorClientError } from '../src/client/index.ts';
import type { OutputOf } from '../src/contract/operation.ts';
import type { Operations } from '../src/contract/operations.ts';
import '../src/elements/ror-fiche/define.ts';
import { acteur, situation } from './ehpad-test.ts';

export default { title: 'ror-fiche', component: 'ror-fiche' };

interface Story { render(): TemplateResult }
type Lue = OutputOf<Operations['lireNoeud']>;

/** What the server adds to any answer. */
const lecture = {
  profil: 2, version: 1, chemin: [], etablissement: null, fraicheur: { etat: 'a-jour', jours: 47 }, encadres: [], favoris: [],
} satisfies Partial<Lue>;

const unite: Lue = {
  ...lecture,
  noeud: { id: 'uo1', type: 'UO', nom: 'CRT – Volet 1', nombreEnfants: 0, description: 'decrite', actions: ['ouvrir'] },
  ancetres: [{ id: 'ej', type: 'EJ', nom: 'SA Equateur' }, { id: 'eg', type: 'EG', nom: 'EHPAD du Colibri' }],
  contenu: {
    nomOffre: 'CRT – Volet 1', grandGroupeDisciplines: 'MSS', typeOffre: '136', champActivite: '04', modePriseEnCharge: '58',
    patientele: { ageMin: { valeur: 60, unite: 'a' }, ageMax: { valeur: 150, unite: 'a' } },
    activiteOperationnelle: ['334', '325'], uniteSensible: false,
    contact: [{ natureContact: '01', niveauConfidentialite: '1', telecommunication: [{ canal: '3', adresseTelecom: 'crt@colibri.example', niveauConfidentialite: '1' }] }],
  },
  dossier: null,
  dateMiseJour: '2026-10-05T08:00:00Z',
};

const showing = (lue: Lue): Story => ({
  render: () => html`<ror-fiche noeud-id=${lue.noeud.id} .client=${situation({ lireProfil: () => acteur(), lireNoeud: () => lue })}></ror-fiche>`,
});

export const NothingChosen: Story = { render: () => html`<ror-fiche></ror-fiche>` };
export const Loading: Story = { render: () => html`<ror-fiche noeud-id="uo1" .client=${situation({ lireProfil: () => acteur() })}></ror-fiche>` };
export const Failed: Story = {
  render: () => html`<ror-fiche noeud-id="uo1" .client=${situation({ lireNoeud: () => { throw new RorClientError('offline', 'no network'); } })}></ror-fiche>`,
};
export const Described = showing(unite);
/** Two fiches of one page: a unit, and what a reader sees of another. */
export const Two: Story = { render: () => html`<div class="two">${Described.render()}${showing({ ...unite, noeud: { ...unite.noeud, id: 'uo2', nom: 'CRT – Volet 2' }, contenu: { nomOffre: 'CRT – Volet 2' } }).render()}</div>` };
/** Names that are too long, look like markup, or are written from right to left. */
export const HostileNames = showing({
  ...unite, noeud: { ...unite.noeud, nom: `<img src=x onerror=alert(1)> ${'Unité'.repeat(2000)}` },
  ancetres: [{ id: 'ej', type: 'EJ', nom: 'مركز الرعاية' }, { id: 'eg', type: 'EG', nom: 'M'.repeat(10_000) }],
});
/** In a dossier, and to be corrected in place, with a planning, a place and a support to ask. */
export const Correctable: Story = {
  render: () => html`<ror-fiche noeud-id="uo1" .support=${{ nom: 'Support ROR', telephone: '01 99 00 00 00' }} .lien=${(id: string) => `#/${id}`} .client=${situation({ lireProfil: () => acteur(), lireNoeud: () => ({
    ...unite, encadres: ['identification', 'contacts'], dossier: { id: 'd1', nom: 'Mise à jour', etat: 'EN_VALIDATION_GESTIONNAIRE' },
    contenu: { ...unite.contenu, lieuRealisationOffre: [{ coordonneeGeographique: { latitude: 48.8512, longitude: 2.474 } }] },
  }) })}></ror-fiche>`,
};
export const UnknownCode = showing({ ...unite, contenu: { ...unite.contenu, activiteOperationnelle: ['334', '9999'] } });
export const NotDescribedYet = showing({
  ...lecture, noeud: { id: 'eg1', type: 'EG', nom: 'EHPAD TEST', nombreEnfants: 0, description: 'a-decrire', actions: ['ouvrir', 'ouvrir-dossier'] },
  ancetres: [], contenu: { denominationEG: 'EHPAD TEST' }, dossier: { id: 'd1', nom: 'Peuplement de EHPAD TEST', etat: 'EN_COURS' }, dateMiseJour: null,
});
export const LegalEntity = showing({
  ...lecture, noeud: { id: 'ej', type: 'EJ', nom: 'SA Equateur', nombreEnfants: 1, actions: ['ouvrir'] }, ancetres: [], contenu: { raisonSociale: 'SA Equateur' }, dossier: null, dateMiseJour: null,
});
