/**
 * Throws away the texts that this browser keeps for fiches not saved yet: at sign-out on a shared computer.
 * @param compte only those of this account (`Acteur.id`); by default everybody's.
 */
export async function purgeBrouillons(compte?: string): Promise<void> {
  const { brouillons } = await import('./brouillons.ts');
  await brouillons().purge(compte);
}
