import type { RorAnomalies, RorClient, RorSignalement } from 'ror-elements';
import 'ror-elements/ror-anomalies.js';
import 'ror-elements/ror-signalement.js';

/** Those to whom reports are sent; the others follow their own. */
const TREATS = new Set(['tutelle', 'gestionnaire', 'support', 'referent', 'direction']);

const byId = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const anomalies = byId<RorAnomalies>('anomalies');
const signalement = byId<RorSignalement>('signalement');

/** What the section is called for this role. */
export function nameAnomalies(role: string): void {
  const name = TREATS.has(role) ? 'Anomalies' : 'Mes signalements';
  byId('lien-anomalies').textContent = byId('anomalies-titre').textContent = name;
}

/** Shows the section. Coming back to the list reads it again: others treat reports too. */
export function showAnomalies(client: RorClient, anomalieId: string | null): void {
  const again = anomalies.client === client && anomalies.anomalieId === anomalieId;
  anomalies.client = client;
  anomalies.anomalieId = anomalieId;
  if (again) void anomalies.recharger();
}

/** Whoever asks for a report, anywhere on the page, gets the one dialog. */
export function wireAnomalies(client: RorClient): void {
  signalement.client = client;
  document.body.addEventListener('ror-anomalie-demande', ({ detail }) => void signalement.ouvrir(detail));
  document.body.addEventListener('ror-node-action', ({ detail: { action, noeud } }) => {
    if (action === 'signaler-anomalie') void signalement.ouvrir({ noeudId: noeud.id, nom: noeud.nom });
  });
  anomalies.addEventListener('ror-anomalie-open', ({ detail: { anomalieId } }) => {
    history.pushState(null, '', anomalieId ? `#/anomalies/${encodeURIComponent(anomalieId)}` : '#/anomalies');
  });
  signalement.addEventListener('ror-anomalie-open', ({ detail: { anomalieId } }) => {
    if (anomalieId) location.hash = `#/anomalies/${encodeURIComponent(anomalieId)}`;
  });
  anomalies.addEventListener('ror-fiche-open', ({ detail: { noeudId } }) => { location.hash = `#/repertoire/${encodeURIComponent(noeudId)}`; });
}

/** Whether a report or an answer was begun and not sent. */
export const anomaliesUnsaved = (): boolean => anomalies.unsaved || signalement.unsaved;
