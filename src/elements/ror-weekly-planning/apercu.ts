import { parJour } from '../../engine/planning/semaine.ts';
import type { Fenetre, Bloc } from './geometrie.ts';
import type { Geste } from './pointeur.ts';

/** Where a block lies in the grid, in parts of its size, so that no zoom and no direction moves it. */
export function cadre({ premier, dernier, debut, fin }: Bloc, fenetre: Fenetre): Readonly<Record<string, string>> {
  const haut = Math.max(debut, fenetre.debut);
  const hauteur = fenetre.fin - fenetre.debut;
  return {
    'inset-inline-start': `${((premier - 1) / 7) * 100}%`, 'inline-size': `${((dernier - premier + 1) / 7) * 100}%`,
    'inset-block-start': `${((haut - fenetre.debut) / hauteur) * 100}%`, 'block-size': `${((Math.min(fin, fenetre.fin) - haut) / hauteur) * 100}%`,
  };
}

/** Draws what a gesture would do, by hand: while a pointer moves nothing else is drawn. */
export function dessinerApercu(calque: HTMLElement, geste: Geste | undefined, fenetre: Fenetre, texte: (geste: Geste) => string): void {
  const blocs: readonly Bloc[] = !geste ? [] : geste.sorte === 'bloc' ? [geste.bloc]
    : parJour([geste.vers]).flat().map(({ jour, debut, fin }) => ({ premier: jour, dernier: jour, debut, fin }));
  while (calque.childElementCount > blocs.length) calque.lastElementChild?.remove();
  blocs.forEach((bloc, rang) => {
    const boite = (calque.children[rang] ?? calque.appendChild(calque.ownerDocument.createElement('div'))) as HTMLElement;
    for (const [nom, valeur] of Object.entries(cadre(bloc, fenetre))) boite.style.setProperty(nom, valeur);
    const mots = rang === 0 && geste ? texte(geste) : '';
    if (boite.textContent !== mots) boite.textContent = mots;
  });
}
