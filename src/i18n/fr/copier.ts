/** A text that can't be taken back into its fiche, copied to be put elsewhere. */
export const copier = {
  fait: 'Texte copié : vous pouvez le coller où vous voulez.',
  aLaMain: 'Votre navigateur ne permet pas de copier : sélectionnez ce texte et copiez-le.',
  texte: 'Texte à copier',
} as const;
