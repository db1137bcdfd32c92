import type { Operation } from './operation.ts';

/** Where an input goes in an HTTP request: path filled in, query of a GET, JSON body of the others. */
export interface Route {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** The names of the `:parts` of a path. */
export const pathParameters = (path: string): readonly string[] => [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name!);

/** Lays an input out as an HTTP request. Inputs of queries hold strings only. */
export function routeOf(operation: Operation, input: unknown): Route {
  const rest = { ...(input as Record<string, unknown>) };
  const path = operation.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => {
    const part = encodeURIComponent(String(rest[name]));
    delete rest[name];
    return part;
  });
  if (operation.method !== 'GET') return { path, query: {}, body: rest };
  const query = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]));
  return { path, query };
}

/** Puts the input of an operation together again from the parts of a request. */
export function inputOf(parameters: Readonly<Record<string, string>>, query: Readonly<Record<string, string>>, body: unknown): unknown {
  if (body === undefined) return { ...query, ...parameters };
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return { ...body, ...parameters };
}
