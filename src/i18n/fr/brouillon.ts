const date = new Intl.DateTimeFormat('fr', { day: 'numeric', month: 'long' });
const depuis = new Intl.RelativeTimeFormat('fr', { style: 'short' });
const heure = (instant: Date): string => `${instant.getHours()} h ${String(instant.getMinutes()).padStart(2, '0')}`;

/** Texts about what is typed and not saved yet: where it is, and how it is found again. */
export const brouillon = {
  /** `minutes` since the save; less than one is said without a time. */
  enregistreIlYA: (minutes: number) => `Enregistré ${minutes < 60 ? depuis.format(-minutes, 'minute') : minutes < 1440 ? depuis.format(-Math.floor(minutes / 60), 'hour') : depuis.format(-Math.floor(minutes / 1440), 'day')}`,
  garde: {
    horsLigne: 'Gardé sur cet appareil (hors ligne)',
    session: 'Gardé sur cet appareil (session expirée)',
    incomplet: 'Gardé sur cet appareil : un point empêche d’enregistrer',
    finalisee: 'Gardé sur cet appareil : la fiche reste finalisée tant que vous n’enregistrez pas',
    appareil: 'Gardé sur cet appareil, pas encore enregistré',
    conflit: 'Gardé sur cet appareil : la fiche a été enregistrée par ailleurs, comparez en haut de la fiche',
    page: 'Gardé sur cette page seulement : enregistrez avant de la fermer',
  },
  page: 'Ce navigateur ne permet pas de garder votre saisie sur cet appareil : elle l’est sur cette page seulement. Enregistrez avant de la fermer.',
  retrouve: (instant: number) => `Texte retrouvé du ${date.format(instant)} à ${heure(new Date(instant))}`,
  retrouveAide: 'Vous l’aviez saisi dans cette fiche et il n’a pas été enregistré.',
  retrouveDepuis: 'Vous l’aviez saisi dans cette fiche et il n’a pas été enregistré. La fiche a changé depuis : les deux versions vous seront montrées.',
  reprendre: 'Reprendre',
  abandonner: 'Abandonner',
  confirmer: 'Ce texte sera perdu. L’abandonner ?',
  oui: 'Oui, abandonner ce texte',
  non: 'Non, le garder',
  repris: 'Le texte retrouvé est repris dans le formulaire.',
  abandonne: 'Le texte retrouvé est abandonné.',
  comparer: 'Votre texte retrouvé et la fiche diffèrent',
  mention: 'texte retrouvé',
} as const;
