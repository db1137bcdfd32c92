/** A field takes what the contract takes; a longer paste is refused, the clipboard still holds it. */
export const LONGEST_PASTE = 100_000;

/** Refuses a paste that no field takes: where, and how long it was. */
export function refusePaste(event: ClipboardEvent): { readonly path: string; readonly length: number } | undefined {
  const length = event.clipboardData?.getData('text/plain').length ?? 0;
  const path = (event.target as Element).closest<HTMLElement>('[data-path]')?.dataset['path'];
  if (length <= LONGEST_PASTE || path === undefined) return undefined;
  event.preventDefault();
  return { path, length };
}
