import type { Piece } from '../../engine/planning/semaine.ts';
import { JOURS, type Intervalle } from '../../engine/planning/types.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import type { Slot, HourWindow, Placement } from './geometry.ts';

export interface Drawing {
  readonly words: { readonly planningGrille: Catalogue['planningGrille'] };
  readonly jours: readonly (readonly Piece[])[];
  readonly placements: readonly (readonly Placement[])[];
  readonly hours: HourWindow;
  readonly step: number;
  /** A type in words; nothing while « ouvert » says enough. */
  readonly nameType: (type: string) => string | undefined;
}

/** Rows of the grid before those of the slots: the days, and the ranges of each. */
const ROWS_BEFORE = 2;

/** CSS pixels of an agenda whose columns are too narrow for the hours of a range. */
const NARROW_PX = 620;

/** Rem of an hour: a slot is a target of 24 pixels, less only under a quarter of an hour. */
const hourHeight = (pas: number): number => Math.max(2.5, (60 / pas) * (pas >= 15 ? 1.5 : pas >= 10 ? 1 : 0.75));

/**
 * Days, hours, ranges and cells of the agenda, drawn by hand. What is seen is there at once: lines are a background. Cells are
 * for those who go through them: a row is made when it is asked for, all of them soon after somebody came in other than by
 * pressing a pointer, and each says its place.
 */
export class AgendaCanvas {
  #agenda: HTMLElement | undefined;
  #drawing: Drawing | undefined;
  #whole = false;
  #tabStop: HTMLElement | undefined;
  /** Not a container query, which lays the ranges out a second time. */
  readonly #width = new ResizeObserver(([mesure]) => mesure?.target.classList.toggle('etroite', mesure.contentRect.width < NARROW_PX));
  /** By the beginning of the slot, in minutes of the day. */
  readonly #rows = new Map<number, HTMLElement>();

  /** @param agenda what the template of the element made: `.jours`, `.heures`, `.plages`, `.cases` in it. */
  draw(agenda: HTMLElement, dessin: Drawing): void {
    const { hours: { debut, fin }, step: pas, words: { planningGrille: grille } } = dessin;
    const nombre = (fin - debut) / pas;
    if (agenda !== this.#agenda) {
      this.#rows.clear();
      this.#width.disconnect();
      this.#width.observe(agenda);
    }
    this.#agenda = agenda;
    this.#drawing = dessin;
    const mesures = { '--_heure': `${hourHeight(pas)}rem`, '--_par-heure': String(60 / pas), '--_heures': String((fin - debut) / 60) };
    for (const [nom, valeur] of Object.entries(mesures)) if (agenda.style.getPropertyValue(nom) !== valeur) agenda.style.setProperty(nom, valeur);
    agenda.setAttribute('aria-rowcount', String(nombre + ROWS_BEFORE));
    const [titres, heures, plages] = ['.jours', '.heures', '.plages'].map((nom) => agenda.querySelector<HTMLElement>(nom)!) as [HTMLElement, HTMLElement, HTMLElement];
    fill(titres, 7, 'span', 'columnheader').forEach((titre, rang) => {
      if (write(titre, grille.jourCourt(JOURS[rang]!))) titre.setAttribute('aria-label', grille.jour(JOURS[rang]!));
    });
    fill(heures, (fin - debut) / 60, 'span').forEach((element, rang) => write(element, grille.heure(debut + rang * 60)));
    fill(plages, 7, 'div', 'cell').forEach((colonne, rang) => this.#column(colonne, dessin.placements[rang] ?? [], dessin));
    for (const [minute, rangee] of this.#rows) {
      if (minute >= debut && minute < fin && (minute - debut) % pas === 0) this.#writeRow(rangee, minute);
      else {
        rangee.remove();
        this.#rows.delete(minute);
      }
    }
    if (this.#whole) this.completeRows();
    if (!this.#tabStop?.isConnected) this.setTabStop(this.cell({ jour: 1, debut }));
  }

  /** Where Tab stops in the grid. */
  get tabStop(): HTMLElement | undefined {
    return this.#tabStop;
  }

  setTabStop(cellule: HTMLElement | undefined): void {
    if (cellule === this.#tabStop) return;
    this.#tabStop?.setAttribute('tabindex', '-1');
    cellule?.setAttribute('tabindex', '0');
    this.#tabStop = cellule;
  }

  /** The cell of a slot, made when it was not there; nothing outside of the hours that are shown. */
  cell({ jour, debut }: Slot): HTMLElement | undefined {
    const { hours: fenetre, step: pas } = this.#drawing ?? {};
    if (!fenetre || !pas || debut < fenetre.debut || debut >= fenetre.fin) return undefined;
    return (this.#rows.get(debut) ?? this.#row(debut)).children[jour - 1] as HTMLElement | undefined;
  }

  /** The slot of a cell, if the element is one. */
  slotOf(element: Element): Slot | undefined {
    for (const [debut, rangee] of this.#rows) {
      if (rangee === element.parentElement) return { jour: ([...rangee.children].indexOf(element) + 1) as Slot['jour'], debut };
    }
    return undefined;
  }

  /** Makes all rows: a virtual cursor goes where no key tells. */
  completeRows(): void {
    this.#whole = true;
    const { hours: fenetre, step: pas } = this.#drawing ?? {};
    if (fenetre && pas) for (let minute = fenetre.debut; minute < fenetre.fin; minute += pas) if (!this.#rows.has(minute)) this.#row(minute);
  }

  /** A new row, at its place among the others. */
  #row(minute: number): HTMLElement {
    const cases = this.#agenda!.querySelector('.cases')!;
    const rangee = cases.ownerDocument.createElement('div');
    rangee.className = 'creneau';
    rangee.setAttribute('role', 'row');
    for (let rang = 0; rang < 7; rang++) {
      const cellule = rangee.appendChild(cases.ownerDocument.createElement('div'));
      cellule.setAttribute('role', 'gridcell');
      cellule.setAttribute('tabindex', '-1');
    }
    this.#writeRow(rangee, minute);
    let suivante: HTMLElement | null = null;
    let plusPres = Infinity;
    for (const [autre, element] of this.#rows) if (autre > minute && autre < plusPres) [plusPres, suivante] = [autre, element];
    cases.insertBefore(rangee, suivante);
    this.#rows.set(minute, rangee);
    return rangee;
  }

  #writeRow(rangee: HTMLElement, minute: number): void {
    const { hours: fenetre, step: pas, jours, words: { planningGrille: grille }, nameType: nommer } = this.#drawing!;
    const rang = (minute - fenetre.debut) / pas;
    const place = String(rang + ROWS_BEFORE + 1);
    if (rangee.getAttribute('aria-rowindex') !== place) {
      rangee.setAttribute('aria-rowindex', place);
      rangee.style.setProperty('--_rang', String(rang));
    }
    const heure = grille.heure(minute);
    JOURS.forEach((jour, colonne) => {
      const nom = grille.case(grille.jour(jour), heure, inside(jours[colonne]!, minute, minute + pas, (type) => nommer(type) ?? grille.ouvert));
      const cellule = rangee.children[colonne]!;
      if (cellule.getAttribute('aria-label') !== nom) cellule.setAttribute('aria-label', nom);
    });
  }

  #column(colonne: HTMLElement, poses: readonly Placement[], { hours: { debut: haut, fin: bas }, words: { planningGrille: grille }, nameType: nommer }: Drawing): void {
    fill(colonne, poses.length, 'div').forEach((boite, rang) => {
      const { morceau: { debut, fin, plage, avant, apres }, couloir, couloirs } = poses[rang]!;
      const nom = nommer(plage.type);
      const classe = `plage motif${avant ? ' avant' : ''}${apres ? ' apres' : ''}`;
      if (boite.className !== classe) boite.className = classe;
      boite.setAttribute('part', 'plage');
      if (boite.dataset['type'] !== plage.type) boite.dataset['type'] = plage.type;
      boite.style.insetBlock = `${((debut - haut) / (bas - haut)) * 100}% ${((bas - fin) / (bas - haut)) * 100}%`;
      boite.style.insetInline = `${(couloir / couloirs) * 100}% ${((couloirs - couloir - 1) / couloirs) * 100}%`;
      write(boite, nom ? `${grille.bornes({ debut, fin })} ${nom}` : grille.bornes({ debut, fin }));
    });
  }
}

/** Exactly so many children, those that were there first. */
function fill(parent: HTMLElement, nombre: number, nom: string, role?: string): readonly HTMLElement[] {
  while (parent.childElementCount > nombre) parent.lastElementChild!.remove();
  while (parent.childElementCount < nombre) {
    const element = parent.ownerDocument.createElement(nom);
    if (role) element.setAttribute('role', role);
    parent.append(element);
  }
  return Array.from(parent.children) as HTMLElement[];
}

/** True when the text was another. */
function write(element: HTMLElement, texte: string): boolean {
  if (element.textContent === texte) return false;
  element.textContent = texte;
  return true;
}

/** What a slot holds: all of it, or from when to when. */
function inside(morceaux: readonly Piece[], debut: number, fin: number, nommer: (type: string) => string): readonly { readonly nom: string; readonly partie?: Intervalle }[] {
  const contenus = [];
  for (const morceau of morceaux) {
    if (morceau.debut >= fin) break;
    if (morceau.fin <= debut) continue;
    const nom = nommer(morceau.plage.type);
    contenus.push(morceau.debut <= debut && morceau.fin >= fin ? { nom } : { nom, partie: { debut: Math.max(morceau.debut, debut), fin: Math.min(morceau.fin, fin) } });
  }
  return contenus;
}
