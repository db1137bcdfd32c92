import { Contact, Telecommunication } from './contact.ts';
import { IdentifiantOI } from './identifiants.ts';
import { Metadonnee } from './metadonnees.ts';
import type { TypeFiche } from './noeud.ts';
import { CodeNomenclature, DateJour, Libelle } from './types-de-donnees.ts';
import { z } from './zod.ts';

/**
 * The `typeOI` (JDV_J203) of the levels of the tree that are an organisation interne. It is structure,
 * not data: a level without its code could not be published.
 */
export const TYPE_OI = { P: '1', S: '2', UF: '3' } as const satisfies { readonly [level in TypeFiche]?: string };

/**
 * A pôle, a service or an unité fonctionnelle, told apart by `typeOI` (MODEL §3). A closure declared here
 * closes all that lies below.
 */
export const OrganisationInterne = z.object({
  /** 1..1 */
  identifiantOI: IdentifiantOI,
  /** 1..1 */
  nomOI: Libelle,
  /** 1..1, JDV_J203, see {@link TYPE_OI}. */
  typeOI: CodeNomenclature,
  /** 0..* */
  contact: z.optional(z.array(Contact)),
  /** 0..*, boxes of secure health messaging. */
  boiteLettresMSS: z.optional(z.array(Telecommunication)),
  /** 0..1 */
  dateOuverture: z.optional(DateJour),
  /** 0..1, emptied when a temporary closure ends. */
  dateFermeture: z.optional(DateJour),
  /** 0..1, JDV_J201. */
  typeFermeture: z.optional(CodeNomenclature),
  /** 0..1, for a temporary closure. */
  datePrevisionnelleReouverture: z.optional(DateJour),
  /** 1..1 */
  metadonnee: Metadonnee,
});
export type OrganisationInterne = z.infer<typeof OrganisationInterne>;
