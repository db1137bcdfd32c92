/** The person wrote the beds and places of a unit; they are in the répertoire and in the search. */
export class RorPlacesChangeEvent extends CustomEvent<{ readonly uniteId: string; readonly version: number }> {
  constructor(uniteId: string, version: number) {
    super('ror-places-change', { detail: { uniteId, version }, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap { 'ror-places-change': RorPlacesChangeEvent }
}
