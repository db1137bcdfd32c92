import { html, type TemplateResult } from 'lit';
import type { RorClient } from '../src/client/index.ts';
import '../src/elements/ror-signalement/define.ts';
import type { DemandeSignalement } from '../src/elements/ror-signalement/events.ts';
import type { RorSignalement } from '../src/elements/ror-signalement/ror-signalement.ts';
import { enActeur, LECTRICE } from './data/signalements.ts';
import { situation } from './ehpad-test.ts';

export default { title: 'ror-signalement', component: 'ror-signalement' };

interface Story { render(): TemplateResult }

const champs = [
  { chemin: 'modePriseEnCharge', label: 'Mode de prise en charge', section: 'Offre', valeur: 'Accueil de jour' },
  { chemin: 'telephone', label: 'Téléphone', section: 'Contact' },
];

/** A page with a button that opens the dialog, as a fiche would. */
const asked = (demande: DemandeSignalement, client: RorClient = situation({ lireProfil: () => enActeur(LECTRICE) })): Story => ({
  render: () => html`<button type="button" @click=${(event: Event) => void ((event.target as HTMLElement).nextElementSibling as RorSignalement).ouvrir(demande)}>Signaler une anomalie</button><ror-signalement .client=${client}></ror-signalement>`,
});

export const WithFields = asked({ noeudId: 'uo-crt', nom: 'CRT – Volet 1', champs });
export const OnOneField = asked({ noeudId: 'uo-crt', nom: 'CRT – Volet 1', champs, chemin: 'modePriseEnCharge' });
export const FieldsUnreadable = asked({ noeudId: 'uo-crt', nom: 'CRT – Volet 1' }, situation({ lireProfil: () => enActeur(LECTRICE), lireNoeud: () => { throw new Error('down'); } }));
export const LongName = asked({ noeudId: 'x', nom: `<b>${'ÉTABLISSEMENT INTERCOMMUNAL '.repeat(8)}</b>`, champs });
