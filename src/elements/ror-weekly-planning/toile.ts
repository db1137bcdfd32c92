import type { Morceau } from '../../engine/planning/semaine.ts';
import { JOURS, type Intervalle } from '../../engine/planning/types.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import type { Case, Fenetre, Pose } from './geometrie.ts';

export interface Dessin {
  readonly mots: { readonly planningGrille: Catalogue['planningGrille'] };
  readonly jours: readonly (readonly Morceau[])[];
  readonly poses: readonly (readonly Pose[])[];
  readonly fenetre: Fenetre;
  readonly pas: number;
  /** A type in words; nothing while « ouvert » says enough. */
  readonly nommer: (type: string) => string | undefined;
}

/** Rows of the grid before those of the slots: the days, and the ranges of each. */
const AVANT = 2;

/** CSS pixels of an agenda whose columns are too narrow for the hours of a range. */
const ETROITE = 620;

/** Rem of an hour: a slot is a target of 24 pixels, less only under a quarter of an hour. */
const hauteurHeure = (pas: number): number => Math.max(2.5, (60 / pas) * (pas >= 15 ? 1.5 : pas >= 10 ? 1 : 0.75));

/**
 * Days, hours, ranges and cells of the agenda, drawn by hand. What is seen is there at once: lines are a background. Cells are
 * for those who go through them: a row is made when it is asked for, all of them soon after somebody came in other than by
 * pressing a pointer, and each says its place.
 */
export class Toile {
  #agenda: HTMLElement | undefined;
  #dessin: Dessin | undefined;
  #completes = false;
  #arret: HTMLElement | undefined;
  /** Not a container query, which lays the ranges out a second time. */
  readonly #largeur = new ResizeObserver(([mesure]) => mesure?.target.classList.toggle('etroite', mesure.contentRect.width < ETROITE));
  /** By the beginning of the slot, in minutes of the day. */
  readonly #rangees = new Map<number, HTMLElement>();

  /** @param agenda what the template of the element made: `.jours`, `.heures`, `.plages`, `.cases` in it. */
  dessiner(agenda: HTMLElement, dessin: Dessin): void {
    const { fenetre: { debut, fin }, pas, mots: { planningGrille: grille } } = dessin;
    const nombre = (fin - debut) / pas;
    if (agenda !== this.#agenda) {
      this.#rangees.clear();
      this.#largeur.disconnect();
      this.#largeur.observe(agenda);
    }
    this.#agenda = agenda;
    this.#dessin = dessin;
    const mesures = { '--_heure': `${hauteurHeure(pas)}rem`, '--_par-heure': String(60 / pas), '--_heures': String((fin - debut) / 60) };
    for (const [nom, valeur] of Object.entries(mesures)) if (agenda.style.getPropertyValue(nom) !== valeur) agenda.style.setProperty(nom, valeur);
    agenda.setAttribute('aria-rowcount', String(nombre + AVANT));
    const [titres, heures, plages] = ['.jours', '.heures', '.plages'].map((nom) => agenda.querySelector<HTMLElement>(nom)!) as [HTMLElement, HTMLElement, HTMLElement];
    remplir(titres, 7, 'span', 'columnheader').forEach((titre, rang) => {
      if (ecrire(titre, grille.jourCourt(JOURS[rang]!))) titre.setAttribute('aria-label', grille.jour(JOURS[rang]!));
    });
    remplir(heures, (fin - debut) / 60, 'span').forEach((element, rang) => ecrire(element, grille.heure(debut + rang * 60)));
    remplir(plages, 7, 'div', 'cell').forEach((colonne, rang) => this.#colonne(colonne, dessin.poses[rang] ?? [], dessin));
    for (const [minute, rangee] of this.#rangees) {
      if (minute >= debut && minute < fin && (minute - debut) % pas === 0) this.#ecrireRangee(rangee, minute);
      else {
        rangee.remove();
        this.#rangees.delete(minute);
      }
    }
    if (this.#completes) this.toutes();
    if (!this.#arret?.isConnected) this.arreter(this.cellule({ jour: 1, debut }));
  }

  /** Where Tab stops in the grid. */
  get arret(): HTMLElement | undefined {
    return this.#arret;
  }

  arreter(cellule: HTMLElement | undefined): void {
    if (cellule === this.#arret) return;
    this.#arret?.setAttribute('tabindex', '-1');
    cellule?.setAttribute('tabindex', '0');
    this.#arret = cellule;
  }

  /** The cell of a slot, made when it was not there; nothing outside of the hours that are shown. */
  cellule({ jour, debut }: Case): HTMLElement | undefined {
    const { fenetre, pas } = this.#dessin ?? {};
    if (!fenetre || !pas || debut < fenetre.debut || debut >= fenetre.fin) return undefined;
    return (this.#rangees.get(debut) ?? this.#rangee(debut)).children[jour - 1] as HTMLElement | undefined;
  }

  /** The slot of a cell, if the element is one. */
  caseDe(element: Element): Case | undefined {
    for (const [debut, rangee] of this.#rangees) {
      if (rangee === element.parentElement) return { jour: ([...rangee.children].indexOf(element) + 1) as Case['jour'], debut };
    }
    return undefined;
  }

  /** Makes all rows: a virtual cursor goes where no key tells. */
  toutes(): void {
    this.#completes = true;
    const { fenetre, pas } = this.#dessin ?? {};
    if (fenetre && pas) for (let minute = fenetre.debut; minute < fenetre.fin; minute += pas) if (!this.#rangees.has(minute)) this.#rangee(minute);
  }

  /** A new row, at its place among the others. */
  #rangee(minute: number): HTMLElement {
    const cases = this.#agenda!.querySelector('.cases')!;
    const rangee = cases.ownerDocument.createElement('div');
    rangee.className = 'creneau';
    rangee.setAttribute('role', 'row');
    for (let rang = 0; rang < 7; rang++) {
      const cellule = rangee.appendChild(cases.ownerDocument.createElement('div'));
      cellule.setAttribute('role', 'gridcell');
      cellule.setAttribute('tabindex', '-1');
    }
    this.#ecrireRangee(rangee, minute);
    let suivante: HTMLElement | null = null;
    let plusPres = Infinity;
    for (const [autre, element] of this.#rangees) if (autre > minute && autre < plusPres) [plusPres, suivante] = [autre, element];
    cases.insertBefore(rangee, suivante);
    this.#rangees.set(minute, rangee);
    return rangee;
  }

  #ecrireRangee(rangee: HTMLElement, minute: number): void {
    const { fenetre, pas, jours, mots: { planningGrille: grille }, nommer } = this.#dessin!;
    const rang = (minute - fenetre.debut) / pas;
    const place = String(rang + AVANT + 1);
    if (rangee.getAttribute('aria-rowindex') !== place) {
      rangee.setAttribute('aria-rowindex', place);
      rangee.style.setProperty('--_rang', String(rang));
    }
    const heure = grille.heure(minute);
    JOURS.forEach((jour, colonne) => {
      const nom = grille.case(grille.jour(jour), heure, dedans(jours[colonne]!, minute, minute + pas, (type) => nommer(type) ?? grille.ouvert));
      const cellule = rangee.children[colonne]!;
      if (cellule.getAttribute('aria-label') !== nom) cellule.setAttribute('aria-label', nom);
    });
  }

  #colonne(colonne: HTMLElement, poses: readonly Pose[], { fenetre: { debut: haut, fin: bas }, mots: { planningGrille: grille }, nommer }: Dessin): void {
    remplir(colonne, poses.length, 'div').forEach((boite, rang) => {
      const { morceau: { debut, fin, plage, avant, apres }, couloir, couloirs } = poses[rang]!;
      const nom = nommer(plage.type);
      const classe = `plage motif${avant ? ' avant' : ''}${apres ? ' apres' : ''}`;
      if (boite.className !== classe) boite.className = classe;
      boite.setAttribute('part', 'plage');
      if (boite.dataset['type'] !== plage.type) boite.dataset['type'] = plage.type;
      boite.style.insetBlock = `${((debut - haut) / (bas - haut)) * 100}% ${((bas - fin) / (bas - haut)) * 100}%`;
      boite.style.insetInline = `${(couloir / couloirs) * 100}% ${((couloirs - couloir - 1) / couloirs) * 100}%`;
      ecrire(boite, nom ? `${grille.bornes({ debut, fin })} ${nom}` : grille.bornes({ debut, fin }));
    });
  }
}

/** Exactly so many children, those that were there first. */
function remplir(parent: HTMLElement, nombre: number, nom: string, role?: string): readonly HTMLElement[] {
  while (parent.childElementCount > nombre) parent.lastElementChild!.remove();
  while (parent.childElementCount < nombre) {
    const element = parent.ownerDocument.createElement(nom);
    if (role) element.setAttribute('role', role);
    parent.append(element);
  }
  return Array.from(parent.children) as HTMLElement[];
}

/** True when the text was another. */
function ecrire(element: HTMLElement, texte: string): boolean {
  if (element.textContent === texte) return false;
  element.textContent = texte;
  return true;
}

/** What a slot holds: all of it, or from when to when. */
function dedans(morceaux: readonly Morceau[], debut: number, fin: number, nommer: (type: string) => string): readonly { readonly nom: string; readonly partie?: Intervalle }[] {
  const contenus = [];
  for (const morceau of morceaux) {
    if (morceau.debut >= fin) break;
    if (morceau.fin <= debut) continue;
    const nom = nommer(morceau.plage.type);
    contenus.push(morceau.debut <= debut && morceau.fin >= fin ? { nom } : { nom, partie: { debut: Math.max(morceau.debut, debut), fin: Math.min(morceau.fin, fin) } });
  }
  return contenus;
}
