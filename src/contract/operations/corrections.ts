import { Contenu, Fiche } from '../../domain/fiche.ts';
import { EtatDossier } from '../../domain/dossier.ts';
import { z } from '../../domain/zod.ts';
import { Difference } from '../../engine/correction/difference.ts';
import { RefusCorrection } from '../../engine/correction/refus.ts';
import { Refus } from '../../engine/dossier/refus.ts';
import { operation } from '../operation.ts';
import { chemin, id } from './commun.ts';

/** Corrects one block of a published fiche, at once. */
export const corrigerFiche = operation({
  name: 'corrigerFiche', kind: 'command', method: 'PUT', path: '/repertoire/noeuds/:noeudId/encadres/:encadre',
  summary: 'Corrects operational data of one block of a published fiche, with immediate effect.',
  input: z.object({
    noeudId: id,
    /** Section of the form schema of this level. */
    encadre: id,
    /** Version of the node that the person saw. */
    version: z.int(),
    /** New value of each field, by its path in the form schema; null empties it. Fields not named stay. */
    valeurs: z.record(chemin, z.unknown()),
  }),
  output: z.union([
    z.object({
      noeudId: z.string(),
      version: z.int(),
      /** The whole content after the correction, as this person may read it. */
      contenu: Contenu,
      dateMiseJour: z.string(),
      /** The open dossier that holds a copy of this node and differs from the correction; null when there is none. */
      repercussion: z.nullable(z.object({
        dossierId: z.string(), nomDossier: z.string(), etat: EtatDossier,
        ficheId: z.string(), versionFiche: z.int(),
        /** Whether the fiche may be changed now; when not, the dossier is being validated. */
        possible: z.boolean(),
        ecarts: z.array(Difference),
      })),
    }),
    z.object({ refus: RefusCorrection }),
  ]),
  problems: ['introuvable', 'perime'],
});

/** Takes a correction over into the dossier that holds a copy of the node. */
export const repercuterCorrection = operation({
  name: 'repercuterCorrection', kind: 'command', method: 'PUT', path: '/dossiers/:dossierId/fiches/:ficheId/repercussion',
  summary: 'Writes the present values of the répertoire into the fiche of an open dossier, field by field.',
  input: z.object({
    dossierId: id, ficheId: id,
    /** Version of the fiche that the person saw. */
    version: z.int(),
    /** Fields to take over. */
    chemins: z.array(chemin).check(z.minLength(1), z.maxLength(200)),
  }),
  output: z.union([z.object({ fiche: Fiche }), z.object({ refus: Refus })]),
  problems: ['introuvable', 'perime'],
});
