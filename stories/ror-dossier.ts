import { html, type TemplateResult } from 'lit';
import { RorClientError, type RorClient } from '../src/client/index.ts';
import type { Role } from '../src/domain/acteur.ts';
import type { Dossier } from '../src/domain/dossier.ts';
import '../src/elements/ror-dossier/define.ts';
import { acteur, contenuFiche, dossier, dossierPret, ficheEG, resume, situation, uniteFinalisee } from './ehpad-test.ts';

export default { title: 'ror-dossier', component: 'ror-dossier' };

interface Story { render(): TemplateResult }

const list = (dossiers: readonly Dossier[]): Story => ({
  render: () => html`<ror-dossier .client=${situation({ lireProfil: () => acteur(), listerDossiers: () => ({ dossiers: dossiers.map(resume), suite: null }) })}></ror-dossier>`,
});

/** One open dossier, seen by a role; commands are answered with the same dossier. */
const open = (shown: Dossier, role: Role = 'referent', client: RorClient = reading(shown, role)): Story => ({
  render: () => html`<ror-dossier dossier-id=${shown.id} .client=${client}></ror-dossier>`,
});

const reading = (shown: Dossier, role: Role): RorClient => situation({
  lireProfil: () => acteur(role),
  listerDossiers: () => ({ dossiers: [resume(shown)], suite: null }),
  lireDossier: () => shown,
  lireFiche: ({ ficheId }: { ficheId: string }) => contenuFiche(shown.fiches.find(({ id }) => id === ficheId)!),
});

export const Loading: Story = { render: () => html`<ror-dossier .client=${situation({})}></ror-dossier>` };

export const Empty = list([]);

export const List = list([
  dossier(),
  dossierPret({ id: 'd2', nom: 'EHPAD du Colibri – 03/11/2026', etat: 'EN_VALIDATION_GESTIONNAIRE' }),
  dossier({ id: 'd3', nom: 'Peuplement de IME T KITOI', etat: 'REFUSE', motifRefus: 'Le nombre de places manque.' }),
  dossierPret({ id: 'd4', nom: 'CPTS Grand Versailles – 12/09/2026', etat: 'PUBLIE' }),
]);

export const ListFailed: Story = {
  render: () => html`<ror-dossier .client=${situation({ lireProfil: () => { throw new RorClientError('offline', 'no network'); } })}></ror-dossier>`,
};

export const NoClient: Story = { render: () => html`<ror-dossier></ror-dossier>` };

export const InProgress = open(dossier());
export const ReadyToSend = open(dossierPret());
export const Refused = open(dossier({ etat: 'REFUSE', motifRefus: 'Le nombre de places manque.' }));
export const ToValidateInternally = open(dossierPret({ circuit: 'sanitaire', etat: 'EN_VALIDATION_INTERNE' }), 'direction');
export const WaitingForDirection = open(dossierPret({ circuit: 'sanitaire', etat: 'EN_VALIDATION_INTERNE' }));
export const ToValidate = open(dossierPret({ etat: 'EN_VALIDATION_GESTIONNAIRE' }), 'gestionnaire');
export const WaitingForDate = open(dossierPret({ etat: 'VALIDE' }));
export const PublicationFailed = open(dossierPret({ etat: 'ERREUR_PUBLICATION' }), 'gestionnaire');
export const Published = open(dossierPret({ etat: 'PUBLIE' }));
const directeur = (nom: string) => [{ fonctionContact: '01', niveauConfidentialite: '2', nom }];
/** The répertoire had changed at the same places as the dossier. */
export const PublishedWithConflicts = open(dossierPret({
  etat: 'PUBLIE',
  conflits: [
    { type: 'champ', noeudId: 'eg-ehpad-test', nom: 'EHPAD TEST', champ: 'nomOperationnel', publie: 'EHPAD <b>du support</b>', dossier: 'EHPAD du dossier' },
    { type: 'champ', noeudId: 'eg-ehpad-test', nom: 'EHPAD TEST', champ: 'contact', publie: directeur('Paul Petit'), dossier: directeur('Camille Renard') },
    { type: 'noeud-garde', noeudId: 'p-ancien', nom: 'Pôle ancien' },
    { type: 'champ', noeudId: 'uo-inconnue', champ: 'attributInconnu', publie: 1, dossier: 2 },
  ],
}));

export const LongNames = open(dossier({
  nom: 'Peuplement de ÉTABLISSEMENT D’HÉBERGEMENT POUR PERSONNES ÂGÉES DÉPENDANTES INTERCOMMUNAL DES TROIS-RIVIÈRES-ET-DU-VAL-DE-SEINE',
  fiches: [ficheEG, { ...uniteFinalisee, nom: 'Unité hébergement pour personnes âgées dépendantes avec accompagnement renforcé et pôle d’activités et de soins adaptés' }],
}));
