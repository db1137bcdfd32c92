import { Dossier, DossierResume } from '../../domain/dossier.ts';
import { Contenu, Editions, Fiche, Illisibles } from '../../domain/fiche.ts';
import { z } from '../../domain/zod.ts';
import { CommandeDossier } from '../../engine/dossier/commandes.ts';
import { Refus } from '../../engine/dossier/refus.ts';
import { operation } from '../operation.ts';
import { id, suite } from './commun.ts';

const refusee = z.object({ refus: Refus });

/** The dossiers that the person may see. */
export const listerDossiers = operation({
  name: 'listerDossiers', kind: 'query', method: 'GET', path: '/dossiers',
  summary: 'The dossiers collaboratifs that the person may see, latest change first, by pages of 50.',
  input: z.object({ suite }), output: z.object({ dossiers: z.array(DossierResume), suite: z.nullable(z.string()) }), problems: [],
});

/** Opens a dossier on an entité géographique. */
export const creerDossier = operation({
  name: 'creerDossier', kind: 'command', method: 'POST', path: '/dossiers',
  summary: 'Opens a dossier collaboratif: a working copy of an entité géographique and of all below it.',
  input: z.object({ entiteGeographiqueId: id, nom: z.string().check(z.maxLength(250)) }),
  output: z.union([z.object({ dossier: Dossier }), refusee]),
  problems: ['introuvable'],
});

/** A dossier with its fiches, without what is typed into them. */
export const lireDossier = operation({
  name: 'lireDossier', kind: 'query', method: 'GET', path: '/dossiers/:dossierId',
  summary: 'One dossier with the list of its fiches.',
  input: z.object({ dossierId: id }), output: Dossier, problems: ['introuvable'],
});

/** One fiche of a dossier with what was typed into it. */
export const lireFiche = operation({
  name: 'lireFiche', kind: 'query', method: 'GET', path: '/dossiers/:dossierId/fiches/:ficheId',
  summary: 'One fiche of a dossier.',
  input: z.object({ dossierId: id, ficheId: id }), output: Fiche, problems: ['introuvable'],
});

/** Saves a fiche, on hold or final. */
export const enregistrerFiche = operation({
  name: 'enregistrerFiche', kind: 'command', method: 'PUT', path: '/dossiers/:dossierId/fiches/:ficheId',
  summary: 'Saves what was typed into a fiche, on hold or finalised.',
  input: z.object({
    dossierId: id, ficheId: id,
    /** Version of the fiche that the person started from. */
    version: z.int(),
    contenu: Contenu, illisibles: Illisibles,
    /** In which edition the codes were chosen; of a code that was there, what the server knows stays. */
    editions: z.optional(Editions),
    /** false = "Enregistrer et mettre en attente", true = "Enregistrer et finaliser". */
    finaliser: z.boolean(),
  }),
  output: z.union([z.object({ fiche: Fiche }), refusee]),
  problems: ['introuvable', 'perime'],
});

/** Any other act on a dossier. */
export const deciderDossier = operation({
  name: 'deciderDossier', kind: 'command', method: 'POST', path: '/dossiers/:dossierId/commandes',
  summary: 'Carries out one command on a dossier: add fiches, set the date d’effet, send, validate, refuse…',
  input: z.object({
    dossierId: id,
    /** Version of the dossier that the person saw. */
    version: z.int(),
    commande: CommandeDossier,
  }),
  output: z.union([z.object({ dossier: Dossier }), refusee]),
  problems: ['introuvable', 'perime'],
});
