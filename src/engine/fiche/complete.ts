import type { Saisie } from '../../domain/fiche.ts';
import type { NiveauFiche } from '../../domain/noeud.ts';
import { shapeIssues } from './conformity.ts';
import type { Issue } from './issue.ts';
import { blocking, issues } from './issues.ts';
import { naming } from './naming-rules.ts';
import { formSchema } from './schemas.ts';
import type { FicheContext, FormSchema } from './types.ts';

/**
 * What is missing or wrong before the fiche can be finalised: the same answer for the form and for the server. Once the
 * form has nothing to say, the exposure model has the last word (FIC-57).
 */
export function manques(level: NiveauFiche, saisie: Saisie, context: FicheContext, schema: FormSchema = formSchema(level)): readonly Issue[] {
  const found = blocking(issues(schema, saisie, { naming, ...context }), 'finaliser');
  return found.length > 0 ? found : shapeIssues(level, saisie.contenu, schema, context.role);
}
