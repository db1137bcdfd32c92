import type { z } from '../domain/zod.ts';

/** Any schema of the light zod build. */
export type Schema<T = unknown> = z.ZodMiniType<T, unknown>;

/**
 * One thing that can be asked of a ROR server, as data: transports carry it, doors expose it, the
 * OpenAPI document lists it, and nothing else knows its path or its shape.
 */
export interface Operation<Name extends string = string, Input = unknown, Output = unknown> {
  readonly name: Name;
  /** A query changes nothing and may be cached; a command may change something. */
  readonly kind: 'query' | 'command';
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Path under the API's base URL; `:parts` are taken from the input. */
  readonly path: string;
  /** One English sentence for the OpenAPI document. */
  readonly summary: string;
  readonly input: Schema<Input>;
  readonly output: Schema<Output>;
  /** Problems beyond those that every operation may meet. */
  readonly problems: readonly ProblemCode[];
}

export type InputOf<O> = O extends Operation<string, infer Input, unknown> ? Input : never;
export type OutputOf<O> = O extends Operation<string, unknown, infer Output> ? Output : never;

/** Declares an operation, keeping the literal types. */
export function operation<const Name extends string, Input, Output>(
  definition: Operation<Name, Input, Output>,
): Operation<Name, Input, Output> {
  return definition;
}

export type ProblemCode =
  | 'non-authentifie' | 'interdit' | 'introuvable' | 'perime' | 'requete-invalide' | 'trop-grand' | 'trop-de-requetes' | 'erreur-serveur';
