import { byJour } from '../../engine/planning/semaine.ts';
import type { HourWindow, Block } from './geometry.ts';
import type { Gesture } from './pointer-gestures.ts';

/** Where a block lies in the grid, in parts of its size, so that no zoom and no direction moves it. */
export function frameOf({ premier, dernier, debut, fin }: Block, fenetre: HourWindow): Readonly<Record<string, string>> {
  const haut = Math.max(debut, fenetre.debut);
  const hauteur = fenetre.fin - fenetre.debut;
  return {
    'inset-inline-start': `${((premier - 1) / 7) * 100}%`, 'inline-size': `${((dernier - premier + 1) / 7) * 100}%`,
    'inset-block-start': `${((haut - fenetre.debut) / hauteur) * 100}%`, 'block-size': `${((Math.min(fin, fenetre.fin) - haut) / hauteur) * 100}%`,
  };
}

/** Draws what a gesture would do, by hand: while a pointer moves nothing else is drawn. */
export function drawPreview(calque: HTMLElement, geste: Gesture | undefined, fenetre: HourWindow, texte: (geste: Gesture) => string): void {
  const blocs: readonly Block[] = !geste ? [] : geste.sorte === 'bloc' ? [geste.bloc]
    : byJour([geste.vers]).flat().map(({ jour, debut, fin }) => ({ premier: jour, dernier: jour, debut, fin }));
  while (calque.childElementCount > blocs.length) calque.lastElementChild?.remove();
  blocs.forEach((bloc, rang) => {
    const boite = (calque.children[rang] ?? calque.appendChild(calque.ownerDocument.createElement('div'))) as HTMLElement;
    for (const [nom, valeur] of Object.entries(frameOf(bloc, fenetre))) boite.style.setProperty(nom, valeur);
    const mots = rang === 0 && geste ? texte(geste) : '';
    if (boite.textContent !== mots) boite.textContent = mots;
  });
}
