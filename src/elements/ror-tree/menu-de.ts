import { menuStyles } from '../../ui/menu.styles.ts';
import { Menu } from '../../ui/menu.ts';
import type { RorTree } from './ror-tree.ts';

/** The menu of this tree, with its look; most people who read a tree never open it. */
export function menuDe(element: RorTree): Menu {
  const sheet = menuStyles.styleSheet;
  const root = element.shadowRoot;
  if (sheet && root) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const menu = new Menu(element);
  element.requestUpdate();
  return menu;
}
