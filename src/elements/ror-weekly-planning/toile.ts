import type { Morceau } from '../../engine/planning/semaine.ts';
import { JOURS, type Intervalle } from '../../engine/planning/types.ts';
import type { Catalogue } from '../../i18n/messages.ts';
import type { Fenetre, Pose } from './geometrie.ts';

export interface Dessin {
  readonly mots: { readonly planningGrille: Catalogue['planningGrille'] };
  readonly jours: readonly (readonly Morceau[])[];
  readonly poses: readonly (readonly Pose[])[];
  readonly fenetre: Fenetre;
  readonly pas: number;
  /** A type in words; nothing while « ouvert » says enough. */
  readonly nommer: (type: string) => string | undefined;
}

/** Rem of an hour: a slot is a target of 24 pixels, less only under a quarter of an hour. */
const hauteurHeure = (pas: number): number => Math.max(2.5, (60 / pas) * (pas >= 15 ? 1.5 : pas >= 10 ? 1 : 0.75));

/**
 * Days, hours, cells and ranges of the agenda, drawn by hand: there are hundreds of them, of three kinds, and a change
 * touches a few. Rows, cells and ranges are used again; only what differs is written.
 */
export class Toile {
  readonly #noms: string[] = [];

  /** @param agenda what the template of the element made: `.jours`, `.heures`, `.plages`, `.cases` in it. */
  dessiner(agenda: HTMLElement, dessin: Dessin): void {
    const { fenetre: { debut, fin }, pas, mots } = dessin;
    agenda.style.setProperty('--_heure', `${hauteurHeure(pas)}rem`);
    agenda.style.setProperty('--_par-heure', String(60 / pas));
    const [titres, heures, plages, cases] = ['.jours', '.heures', '.plages', '.cases'].map((nom) => agenda.querySelector<HTMLElement>(nom)!) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
    this.#titres(titres, mots.planningGrille);
    remplir(heures, (fin - debut) / 60, 'span').forEach((element, rang) => ecrire(element, mots.planningGrille.heure(debut + rang * 60)));
    remplir(plages, 7, 'div').forEach((colonne, rang) => this.#colonne(colonne, dessin.poses[rang] ?? [], dessin));
    this.#cases(cases, dessin);
  }

  #titres(ligne: HTMLElement, { jour, jourCourt }: Catalogue['planningGrille']): void {
    remplir(ligne, 7, 'span').forEach((titre, rang) => {
      titre.setAttribute('role', 'columnheader');
      titre.setAttribute('aria-label', jour(JOURS[rang]!));
      ecrire(titre, jourCourt(JOURS[rang]!));
    });
  }

  #cases(cases: HTMLElement, { fenetre, pas, jours, mots: { planningGrille: grille }, nommer }: Dessin): void {
    const nombre = (fenetre.fin - fenetre.debut) / pas;
    while (cases.childElementCount > nombre) cases.lastElementChild!.remove();
    if (cases.childElementCount < nombre) {
      const modele = rangee(cases.ownerDocument);
      const neuves = cases.ownerDocument.createDocumentFragment();
      for (let n = cases.childElementCount; n < nombre; n++) neuves.append(modele.cloneNode(true));
      cases.append(neuves);
    }
    let place = 0;
    let debut = fenetre.debut;
    for (let ligne = cases.firstElementChild; ligne; ligne = ligne.nextElementSibling, debut += pas) {
      const heure = grille.heure(debut);
      let rang = 0;
      for (let cellule = ligne.firstElementChild; cellule; cellule = cellule.nextElementSibling, place++, rang++) {
        const nom = grille.case(grille.jour(JOURS[rang]!), heure, dedans(jours[rang]!, debut, debut + pas, (type) => nommer(type) ?? grille.ouvert));
        if (nom !== this.#noms[place] || !cellule.hasAttribute('aria-label')) cellule.setAttribute('aria-label', nom);
        this.#noms[place] = nom;
      }
    }
  }

  #colonne(colonne: HTMLElement, poses: readonly Pose[], { fenetre: { debut: haut, fin: bas }, mots: { planningGrille: grille }, nommer }: Dessin): void {
    remplir(colonne, poses.length, 'div').forEach((boite, rang) => {
      const { morceau: { debut, fin, plage, avant, apres }, couloir, couloirs } = poses[rang]!;
      const nom = couloirs === 1 ? nommer(plage.type) : undefined;
      boite.className = `plage motif${avant ? ' avant' : ''}${apres ? ' apres' : ''}`;
      boite.setAttribute('part', 'plage');
      boite.dataset['type'] = plage.type;
      boite.style.setProperty('inset-block', `${((debut - haut) / (bas - haut)) * 100}% ${((bas - fin) / (bas - haut)) * 100}%`);
      boite.style.setProperty('inset-inline', `${(couloir / couloirs) * 100}% ${((couloirs - couloir - 1) / couloirs) * 100}%`);
      ecrire(boite, nom ? `${grille.bornes({ debut, fin })} ${nom}` : grille.bornes({ debut, fin }));
    });
  }
}

/** Exactly so many children, those that were there first. */
function remplir(parent: HTMLElement, nombre: number, nom: string): readonly HTMLElement[] {
  while (parent.childElementCount > nombre) parent.lastElementChild!.remove();
  while (parent.childElementCount < nombre) parent.append(parent.ownerDocument.createElement(nom));
  return Array.from(parent.children) as HTMLElement[];
}

function ecrire(element: HTMLElement, texte: string): void {
  if (element.textContent !== texte) element.textContent = texte;
}

function rangee(document: Document): HTMLElement {
  const ligne = document.createElement('div');
  ligne.className = 'creneau';
  ligne.setAttribute('role', 'row');
  for (let rang = 0; rang < 7; rang++) {
    const cellule = ligne.appendChild(document.createElement('div'));
    cellule.setAttribute('role', 'gridcell');
    cellule.setAttribute('tabindex', '-1');
  }
  return ligne;
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
