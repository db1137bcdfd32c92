const { format: jourLong } = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'Europe/Paris' });
const { format: instant } = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });

const dit = (format: (date: Date) => string, iso: string): string => (Number.isNaN(Date.parse(iso)) ? iso : format(new Date(iso)));

/** Texts of a fiche as a document: printed, in a PDF or copied. They come with the document. */
export const document = {
  langue: 'fr-FR',
  nonRenseigne: 'Non renseigné',
  retire: 'valeur qui n’est plus en usage',
  inconnu: 'code inconnu de la nomenclature',
  enregistree: (iso: string, auteur: string | undefined) => `Enregistrée le ${dit(instant, iso)}${auteur ? ` par ${auteur}` : ''}`,
  publiee: (iso: string) => `Mise à jour le ${dit(jourLong, iso)}`,
  nonEnregistre: 'Contient des modifications qui ne sont pas encore enregistrées.',
  version: (numero: number) => `Version ${numero} de la fiche`,
  nomenclatures: (editions: readonly { readonly valueSet: string; readonly edition: string }[]) =>
    `Nomenclatures : ${editions.map(({ valueSet, edition }) => `${valueSet} (édition du ${dit(jourLong, edition)})`).join(', ')}`,
  etabli: (iso: string) => `Document établi le ${dit(instant, iso)}`,
  adresse: (url: string) => `Depuis ${url}`,
  page: (numero: number, total: number) => `Page ${numero} sur ${total}`,
  absents: 'Le signe � remplace un caractère que la police de ce document ne contient pas.',
} as const;
