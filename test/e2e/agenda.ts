import assert from 'node:assert/strict';
import type { CDPSession, Locator, Page } from 'playwright-core';
import type { Personne } from './personne.ts';

/** A sentence as the screen writes it: spaces that do not break stand where a person reads a space. */
const lisible = (texte: string): string => texte.replace(/\s+/g, ' ').trim();
const motif = (texte: string): RegExp => new RegExp(`^${texte.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '\\s')}`);

interface NoeudAX {
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

/** The typical week before a person: what is read, heard and touched in it. Places come from what is drawn: names of days, hours of the axis. */
export class Agenda {
  readonly #personne: Personne;
  readonly #page: Page;
  #cdp: CDPSession | undefined;

  constructor(personne: Personne) {
    this.#personne = personne;
    this.#page = personne.page;
  }

  cellule(nom: string): Locator {
    return this.#page.getByRole('gridcell', { name: motif(`${nom},`) });
  }

  /** The week in words, under the eyes; waits until it is this one. */
  async lit(phrase: string): Promise<void> {
    await this.#devient(async () => lisible(await this.#page.locator('ror-weekly-planning [part="resume"]').innerText()).replace(/ \([^()]* par semaine\)$/, ''), phrase, 'the week reads');
  }

  /** What the live region says, once the person pauses. */
  async entend(phrase: string): Promise<void> {
    await this.#devient(async () => lisible(await this.#page.locator('ror-weekly-planning [role="status"]').innerText()), phrase, 'the status says');
  }

  /** What the accessibility tree of the browser holds where the focus is: « lundi 9 h, ouvert, gridcell, selected ». */
  async ici(attendu: string): Promise<void> {
    this.#cdp ??= await this.#page.context().newCDPSession(this.#page);
    const cdp = this.#cdp;
    await this.#devient(async () => {
      const { nodes } = await cdp.send('Accessibility.getFullAXTree') as { nodes: readonly NoeudAX[] };
      const vrai = (noeud: NoeudAX, nom: string): boolean => noeud.properties?.find((propriete) => propriete.name === nom)?.value.value === true;
      const noeud = nodes.findLast((candidat) => vrai(candidat, 'focused') && candidat.role?.value !== 'RootWebArea');
      return noeud ? [lisible(noeud.name?.value ?? ''), noeud.role?.value, ...(vrai(noeud, 'selected') ? ['selected'] : [])].join(', ') : 'nothing';
    }, attendu, 'a screen reader is on');
  }

  /** Tab into the grid. */
  async entre(): Promise<void> {
    await this.#personne.tabsTo('grid', /./);
  }

  /** Goes by arrows from the first cell. */
  async va(jour: number, creneaux: number): Promise<void> {
    await this.#personne.presses('Control+Home', ...fois(jour - 1, 'ArrowRight'), ...fois(creneaux, 'ArrowDown'));
  }

  /** Enter, then arrows to this entry of the menu, then Enter. */
  async agit(entree: string): Promise<void> {
    await this.#personne.presses('Enter');
    const item = this.#page.getByRole('menuitem', { name: motif(entree) });
    await item.waitFor({ state: 'visible' });
    for (let i = 0; i < 15 && !(await item.evaluate((element) => element.matches(':focus'))); i++) await this.#personne.presses('ArrowDown');
    await this.#personne.isOn(item);
    await this.#personne.presses('Enter');
  }

  async choisit(entree: string): Promise<void> {
    await this.#page.getByRole('menuitem', { name: motif(entree) }).click();
  }

  // --- Pointer -------------------------------------------------------------------------------------------------------

  /** Where this hour of this day is on the screen. */
  async ou(jour: string, heure: number): Promise<{ readonly x: number; readonly y: number }> {
    const axe = this.#page.locator('ror-weekly-planning .heures > span');
    const [colonne, premiere, derniere] = [await boite(this.#page.getByRole('columnheader', { name: jour, exact: true })), await boite(axe.first()), await boite(axe.last())];
    const nombre = (await axe.count()) - 1;
    const debut = Number.parseInt(await axe.first().innerText(), 10);
    return { x: colonne.x + colonne.width / 2, y: premiere.y + ((heure - debut) * (derniere.y - premiere.y)) / nombre };
  }

  /** Turns the wheel until this hour is in the middle of the window. */
  async amene(jour: string, heure: number): Promise<void> {
    const milieu = this.#page.viewportSize()!.height / 2;
    for (let tour = 0; tour < 20; tour++) {
      const { y } = await this.ou(jour, heure);
      if (Math.abs(y - milieu) < 40) return;
      await this.#page.mouse.wheel(0, y - milieu);
      await this.#page.waitForTimeout(50);
    }
    assert.fail(`${jour} ${heure} h is never in sight`);
  }

  /** Presses at the first place, goes to the others in small steps; releases unless told not to. */
  async tire(trajet: readonly (readonly [jour: string, heure: number])[], lacher = true): Promise<void> {
    const { mouse } = this.#page;
    for (const [rang, [jour, heure]] of trajet.entries()) {
      const { x, y } = await this.ou(jour, heure);
      await mouse.move(x, y, { steps: 6 });
      if (rang === 0) await mouse.down();
    }
    if (lacher) await mouse.up();
  }

  async clique(jour: string, heure: number): Promise<void> {
    const { x, y } = await this.ou(jour, heure);
    await this.#page.mouse.click(x, y);
  }

  /** A finger, as the browser gets it from the glass: rests, or does not, then goes there. */
  async doigt(de: readonly [string, number], vers: readonly [string, number], repos: boolean): Promise<void> {
    const cdp = this.#cdp ??= await this.#page.context().newCDPSession(this.#page);
    const [depart, fin] = [await this.ou(...de), await this.ou(...vers)];
    const touche = (type: 'touchStart' | 'touchMove' | 'touchEnd', point?: { readonly x: number; readonly y: number }) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [{ ...point }] : [] });
    await touche('touchStart', depart);
    // The finger is seen to draw: the slot under it is framed.
    if (repos) await this.#page.locator('ror-weekly-planning .apercu > div').waitFor({ state: 'attached' });
    for (let pas = 1; pas <= 8; pas++) await touche('touchMove', { x: depart.x + ((fin.x - depart.x) * pas) / 8, y: depart.y + ((fin.y - depart.y) * pas) / 8 });
    await touche('touchEnd');
  }

  async tape(jour: string, heure: number): Promise<void> {
    const cdp = this.#cdp ??= await this.#page.context().newCDPSession(this.#page);
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ ...await this.ou(jour, heure) }] });
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  async #devient(lire: () => Promise<string>, attendu: string, quoi: string): Promise<void> {
    const limite = Date.now() + 8000;
    let vu = await lire();
    while (vu !== attendu && Date.now() < limite) {
      await this.#page.waitForTimeout(40);
      vu = await lire();
    }
    assert.equal(vu, attendu, quoi);
  }
}

async function boite(locator: Locator): Promise<{ readonly x: number; readonly y: number; readonly width: number }> {
  const trouvee = await locator.boundingBox();
  assert.ok(trouvee, `${locator.toString()} is not on screen`);
  return trouvee;
}

export const fois = (nombre: number, touche: string): readonly string[] => Array.from({ length: nombre }, () => touche);
