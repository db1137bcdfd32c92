/** JDV_J225: what can be called, and what can be written to. */
const APPELER: ReadonlySet<string> = new Set(['1', '2', '8']);
const ECRIRE: ReadonlySet<string> = new Set(['3', '9']);
const WEB = '4';

/** Where a press on an address leads, by its channel (JDV_J225); undefined when it is only to be read. */
export function telecomLink(canal: unknown, adresse: string): string | undefined {
  if (typeof canal !== 'string') return undefined;
  if (APPELER.has(canal)) return /\d{2}/.test(adresse) ? `tel:${adresse.replaceAll(/[^+\d]/g, '')}` : undefined;
  if (ECRIRE.has(canal)) return /^[^\s@]+@[^\s@]+$/.test(adresse) ? `mailto:${encodeURIComponent(adresse).replaceAll('%40', '@')}` : undefined;
  return canal === WEB ? webLink(adresse) : undefined;
}

/** Only `http:` and `https:` lead somewhere. */
export function webLink(adresse: string): string | undefined {
  try {
    const url = new URL(/^[a-z][a-z\d+.-]*:/i.test(adresse) ? adresse : `https://${adresse}`);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
