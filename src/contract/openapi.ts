import { z } from '../domain/zod.ts';
import type { Operation, ProblemCode } from './operation.ts';
import { operations } from './operations.ts';
import { Problem, PROBLEM_STATUS, REFUS_STATUS } from './problem.ts';
import { pathParameters } from './route.ts';

type Json = Readonly<Record<string, unknown>>;

/** Problems that any operation may meet. */
const EVERYWHERE: readonly ProblemCode[] = ['requete-invalide', 'non-authentifie', 'interdit', 'erreur-serveur'];

const schemaOf = (schema: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io, target: 'draft-2020-12',
    // Both sides let unknown attributes pass, so that either may be upgraded first.
    override: ({ jsonSchema }) => { if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties; },
  }) as Json & { $schema?: string };
  return rest;
};

const content = (schema: Json, type = 'application/json') => ({ content: { [type]: { schema } } });

function describe(operation: Operation): Json {
  const input = schemaOf(operation.input, 'input') as { properties?: Json; required?: readonly string[] };
  const inPath = pathParameters(operation.path);
  const rest = Object.entries(input.properties ?? {}).filter(([name]) => !inPath.includes(name));
  const required = (input.required ?? []).filter((name) => !inPath.includes(name));
  const parameters = [
    ...inPath.map((name) => ({ name, in: 'path', required: true, schema: input.properties?.[name] })),
    ...(operation.method === 'GET' ? rest.map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema })) : []),
  ];
  const statuses = new Map<number, ProblemCode[]>();
  for (const code of [...EVERYWHERE, ...operation.problems]) {
    const status = PROBLEM_STATUS[code];
    statuses.set(status, [...(statuses.get(status) ?? []), code]);
  }
  const output = schemaOf(operation.output, 'output');
  return {
    operationId: operation.name,
    summary: operation.summary,
    ...(parameters.length > 0 && { parameters }),
    ...(operation.method !== 'GET' && { requestBody: { required: true, ...content({ type: 'object', properties: Object.fromEntries(rest), required }) } }),
    responses: {
      200: { description: 'Done.', ...content(output) },
      ...(operation.kind === 'command' && { [REFUS_STATUS]: { description: 'A rule refuses the command; the body says which one.', ...content(output) } }),
      ...Object.fromEntries([...statuses].map(([status, codes]) => [status, { description: codes.join(', '), ...content({ $ref: '#/components/schemas/Problem' }, 'application/problem+json') }])),
    },
  };
}

/** The OpenAPI 3.1 document of the contract, made from the operations: it can't drift from them. */
export function openApiDocument({ version, baseUrl = '/api' }: { readonly version: string; readonly baseUrl?: string }): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of Object.values(operations) as readonly Operation[]) {
    const path = operation.path.replaceAll(/:([A-Za-z]+)/g, '{$1}');
    (paths[path] ??= {})[operation.method.toLowerCase()] = describe(operation);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Répertoire Opérationnel des Ressources', version, description: 'What ror-elements asks of a ROR server.', license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: baseUrl }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer', description: 'The session is the host’s: how its token is obtained is not part of this contract.' } },
      schemas: { Problem: schemaOf(Problem, 'output') },
    },
  };
}
