import { ProblemError, problem } from '../../../src/contract/problem.ts';
import { badRequest } from '../bad-input.ts';

/** Largest body that is read. A fiche with all activités and acts is under 20 kB. */
export const TAILLE_MAX_OCTETS = 1_000_000;

/** A request that HTTP has a status of its own for, beyond those of the contract. */
export class HttpError extends ProblemError {
  constructor(status: number, title: string, readonly headers: Readonly<Record<string, string>> = {}) {
    super({ ...problem('requete-invalide', title), status });
  }
}

/**
 * The JSON body of a request. The size is counted while reading: a declared length may lie, or be missing.
 * @throws ProblemError
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new HttpError(415, 'the body must be application/json');
  const text = await readText(request);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw badRequest('the body is not JSON', [{ chemin: '', attendu: 'JSON' }]);
  }
}

async function readText(request: Request): Promise<string> {
  const tooLarge = () => new ProblemError(problem('trop-grand', `a body may hold ${TAILLE_MAX_OCTETS} bytes`));
  if (Number(request.headers.get('content-length') ?? 0) > TAILLE_MAX_OCTETS) throw tooLarge();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = request.body?.getReader();
  let size = 0;
  let text = '';
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      const bytes = part.value as Uint8Array;
      size += bytes.byteLength;
      if (size > TAILLE_MAX_OCTETS) throw tooLarge();
      text += decoder.decode(bytes, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    await reader?.cancel().catch(() => {});
    if (error instanceof TypeError) throw badRequest('the body is not UTF-8 text', [{ chemin: '', attendu: 'UTF-8' }]);
    throw error;
  }
}
