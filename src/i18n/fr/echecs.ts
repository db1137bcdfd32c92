/** One sentence per kind of failure of the client (network, server, session). */
export const echecs = {
  offline: 'La connexion est interrompue. Votre saisie est conservée sur cette page : réessayez dès que le réseau revient.',
  unauthenticated: 'Votre session a expiré. Votre saisie est conservée sur cette page : reconnectez-vous, puis réessayez.',
  denied: 'Votre compte ne permet pas cette action.',
  missing: 'Cet élément n’existe plus ou ne vous est pas ouvert.',
  stale: 'Une autre personne a enregistré entre-temps. Rien de votre saisie n’est perdu.',
  'invalid-input': 'Le serveur n’a pas accepté ces données. Votre saisie est conservée.',
  'invalid-answer': 'La réponse du serveur est incompréhensible. Rien n’a été perdu : réessayez, puis prévenez le support si cela dure.',
  'too-large': 'Cette saisie est trop volumineuse pour être enregistrée. Raccourcissez le texte le plus long.',
  server: 'Le serveur a rencontré une erreur. Rien n’a été perdu : réessayez, puis prévenez le support si cela dure.',
  'no-client': 'Cet élément n’est relié à aucun serveur : placez-le dans <ror-provider> ou donnez-lui un client.',
} as const;
