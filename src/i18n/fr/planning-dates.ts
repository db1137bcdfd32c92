const MOIS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'] as const;

/** « du 1er au 23 août 2026 », « à partir du 3 mars 2026 », « jusqu’au… », « le 14 juillet 2026 ». */
export function date(iso: string): string {
  const [annee, mois, quantieme] = iso.split('-').map(Number) as [number, number, number];
  return `${quantieme === 1 ? '1er' : quantieme} ${MOIS[mois - 1] ?? ''} ${annee}`;
}
export function periode({ du, au }: { readonly du?: string; readonly au?: string }): string {
  if (du !== undefined && du === au) return `le ${date(du)}`;
  if (du !== undefined && au !== undefined) return `du ${date(du)} au ${date(au)}`;
  return du !== undefined ? `à partir du ${date(du)}` : au !== undefined ? `jusqu’au ${date(au)}` : '';
}
