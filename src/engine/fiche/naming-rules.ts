import type { Contenu } from '../../domain/fiche.ts';
import type { Issue } from './issue.ts';
import { correctName, nameIssues, namedBy } from './naming-remarks.ts';
import { completeName } from './naming.ts';
import type { FicheContext, Field, FormSchema } from './types.ts';

/** The rules of names (FIC-60 to FIC-68, FIC-110 to FIC-119), given to whoever interprets a form: a page may fetch them apart. */
export interface NamingRules {
  issues(schema: FormSchema, field: Field, nom: string, contenu: Contenu, context: FicheContext): readonly Issue[];
  complete(nom: string, contenu: Contenu, context: FicheContext): string | undefined;
  correct(schema: FormSchema, field: Field, nom: string, contenu: Contenu, context: FicheContext): string;
}

export const naming: NamingRules = {
  issues: (schema, field, nom, contenu, context) => nameIssues(field.path, nom, namedBy(schema, field, contenu), context),
  complete: completeName,
  correct: (schema, field, nom, contenu, context) => correctName(nom, namedBy(schema, field, contenu), context),
};
