import type { RorClient, RorDisponibilites } from 'ror-elements';
import 'ror-elements/ror-disponibilites.js';

const places = document.getElementById('places') as RorDisponibilites;

/** Only those who count beds have this page. */
export function offerPlaces(role: string): void {
  (document.getElementById('lien-places') as HTMLElement).hidden = role !== 'responsable-disponibilites';
}

/** Shows the section, as the units are now: a dossier may have published others. */
export function showPlaces(client: RorClient): void {
  const again = places.client === client;
  places.client = client;
  if (again) void places.recharger();
}

export const placesUnsaved = (): boolean => places.unsaved;
