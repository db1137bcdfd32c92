import { html, type TemplateResult } from 'lit';
import { RorClientError, type RorClient } from '../src/client/index.ts';
import type { Personne, Signalement, SignalementDetaille } from '../src/domain/signalement.ts';
import '../src/elements/ror-anomalies/define.ts';
import { detaille, enActeur, GESTIONNAIRE, LECTRICE, queue, REFERENTE, signalement, TUTELLE } from './data/signalements.ts';
import { situation } from './ehpad-test.ts';

export default { title: 'ror-anomalies', component: 'ror-anomalies' };

interface Story { render(): TemplateResult }

const counted = (anomalies: readonly Signalement[]) =>
  [...new Set(anomalies.map(({ statut }) => statut))].sort().map((statut) => ({ statut, nombre: anomalies.filter((one) => one.statut === statut).length }));

const reading = (qui: Personne, anomalies: readonly Signalement[], detail?: SignalementDetaille, suite: string | null = null): RorClient => situation({
  lireProfil: () => enActeur(qui),
  listerAnomalies: () => ({ anomalies: [...anomalies], suite, nombre: anomalies.length + (suite ? 40 : 0), parStatut: counted(anomalies) }),
  lireAnomalie: () => detail ?? new Promise(() => undefined),
});

const list = (qui: Personne, anomalies: readonly Signalement[], suite: string | null = null): Story => ({ render: () => html`<ror-anomalies .client=${reading(qui, anomalies, undefined, suite)}></ror-anomalies>` });
const open = (qui: Personne, anomalie: Signalement, historique: SignalementDetaille['historique'] = []): Story => ({
  render: () => html`<ror-anomalies anomalie-id=${anomalie.id} .client=${reading(qui, [anomalie], detaille(anomalie, qui, historique))}></ror-anomalies>`,
});

export const Loading: Story = { render: () => html`<ror-anomalies .client=${situation({})}></ror-anomalies>` };
export const NoClient: Story = { render: () => html`<ror-anomalies></ror-anomalies>` };
export const ListFailed: Story = { render: () => html`<ror-anomalies .client=${situation({ lireProfil: () => { throw new RorClientError('offline', 'no network'); } })}></ror-anomalies>` };
export const Queue = list(GESTIONNAIRE, queue, 'suite');
export const QueueOfATerritory = list(TUTELLE, queue.slice(0, 2));
export const NothingToTreat = list(TUTELLE, []);
export const OwnReports = list(LECTRICE, [signalement({ statut: '09', reponse: 'Cette unité a fermé en 2025.' }), signalement({ id: 'a2' })]);
export const NothingReported = list(LECTRICE, []);
export const ToTreat = open(TUTELLE, signalement());
export const ToTreatByTheStructure = open(REFERENTE, signalement({ statut: '05', assigne: REFERENTE }));
export const Assigned = open(GESTIONNAIRE, signalement({ assigne: GESTIONNAIRE }), [{ type: 'anomalie-assignee', instant: '2026-11-19T14:30:00Z', auteur: GESTIONNAIRE, assigne: GESTIONNAIRE }]);
export const OwnWaiting = open(LECTRICE, signalement());
export const OwnCorrected = open(LECTRICE, signalement({ statut: '08', reponse: 'C’est corrigé, merci.', dateCloture: '2026-11-20T08:00:00Z' }), [
  { type: 'reponse-donnee', instant: '2026-11-20T08:00:00Z', auteur: TUTELLE, texte: 'C’est corrigé, merci.' }, { type: 'statut-change', instant: '2026-11-20T08:00:00Z', auteur: TUTELLE, statut: '08' },
]);
export const LongAndOdd = open(TUTELLE, signalement({
  noeud: { id: 'x', type: 'EG', nom: '<b>ÉTABLISSEMENT</b> D’HÉBERGEMENT POUR PERSONNES ÂGÉES DÉPENDANTES INTERCOMMUNAL DES TROIS-RIVIÈRES \u202Eesrever', entiteGeographiqueId: 'x' },
  message: 'a'.repeat(2_000), chemin: 'inconnu.ailleurs', valeurErronee: '{"a":', valeurProposee: 'Une\nvaleur\nsur plusieurs lignes',
}));
