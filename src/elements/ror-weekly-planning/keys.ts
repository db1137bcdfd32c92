/** What a key asks of the grid (ARIA grid pattern); days and minutes to go are cut at the edges of the grid. */
export type Intention =
  | { readonly kind: 'aller'; readonly jours: number; readonly minutes: number; readonly etendre: boolean }
  | { readonly kind: 'basculer' | 'fermer' | 'menu' | 'renoncer' };

/** A page is an hour at least, and four slots. */
const page = (pas: number): number => Math.max(60, pas * 4);

export function intentionOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent, pas: number, rtl: boolean): Intention | undefined {
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey) || (key === 'Enter' && !ctrlKey && !metaKey)) return { kind: 'menu' };
  if (altKey || metaKey) return undefined;
  const aller = (jours: number, minutes: number): Intention => ({ kind: 'aller', jours, minutes, etendre: shiftKey });
  if (key === 'Home') return aller(-6, ctrlKey ? -1440 : 0);
  if (key === 'End') return aller(6, ctrlKey ? 1440 : 0);
  if (ctrlKey) return undefined;
  switch (key) {
    case 'ArrowUp': return aller(0, -pas);
    case 'ArrowDown': return aller(0, pas);
    case 'ArrowLeft': return aller(rtl ? 1 : -1, 0);
    case 'ArrowRight': return aller(rtl ? -1 : 1, 0);
    case 'PageUp': return aller(0, -page(pas));
    case 'PageDown': return aller(0, page(pas));
    case ' ': return { kind: 'basculer' };
    case 'Delete': case 'Backspace': return { kind: 'fermer' };
    case 'Escape': return { kind: 'renoncer' };
    default: return undefined;
  }
}

/** Ctrl+Z, Ctrl+Y and their Apple twins; never in a text field, which has its own. */
export function undoIntention(event: KeyboardEvent): 'annuler' | 'retablir' | undefined {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if ((!ctrlKey && !metaKey) || altKey || (event.composedPath()[0] as Element).matches('input[type="text"]')) return undefined;
  const lettre = key.toLowerCase();
  if (lettre === 'z') return shiftKey ? 'retablir' : 'annuler';
  return lettre === 'y' ? 'retablir' : undefined;
}
