import type { Mouvement } from '../../engine/arborescence/moves.ts';

/** What a key asks of the tree (ARIA tree pattern). */
export type Intention =
  | { readonly kind: 'move'; readonly mouvement: Mouvement }
  /** Deeper: open, else go to the first child. */
  | { readonly kind: 'in' }
  /** Up: close, else go to the parent. */
  | { readonly kind: 'out' }
  | { readonly kind: 'choose' }
  | { readonly kind: 'open-siblings' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'type'; readonly letter: string };

const MOVES: Readonly<Record<string, Mouvement>> = { ArrowDown: 'suivante', ArrowUp: 'precedente', Home: 'premiere', End: 'derniere' };

/** @param typing letters were typed just before: a space is then one of them. */
export function intentionOf(event: KeyboardEvent, rtl: boolean, typing: boolean): Intention | undefined {
  const { key } = event;
  if (key === 'ContextMenu' || (key === 'F10' && event.shiftKey) || (key === 'Enter' && event.altKey)) return { kind: 'menu' };
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const mouvement = MOVES[key];
  if (mouvement) return { kind: 'move', mouvement };
  if (key === (rtl ? 'ArrowLeft' : 'ArrowRight')) return { kind: 'in' };
  if (key === (rtl ? 'ArrowRight' : 'ArrowLeft')) return { kind: 'out' };
  if (key === 'Enter' || (key === ' ' && !typing)) return { kind: 'choose' };
  if (key === '*') return { kind: 'open-siblings' };
  if ([...key].length === 1) return { kind: 'type', letter: key };
  return undefined;
}
