/** Gives a file to the person, as if they had followed a link to it. */
export function download(nom: string, fichier: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(fichier);
  link.download = nom;
  link.click();
  // The browser has taken it up once the click is over; a minute is for those that ask the person first.
  setTimeout(() => { URL.revokeObjectURL(link.href); }, 60_000);
}
