/** Requests to the HTTP door, as a browser would make them. */
import { createHandler } from '../../demo/backend/doors/http.ts';
import type { Backend } from '../../demo/backend/dispatch.ts';

export interface Reponse {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON body; undefined when there is none. */
  readonly corps: unknown;
}

export interface Envoi {
  /** Sent as JSON. */
  readonly corps?: unknown;
  /** Sent as it is. */
  readonly brut?: BodyInit;
  readonly jeton?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export class Porte {
  /** What the door could not explain: must stay empty. */
  readonly erreurs: unknown[] = [];
  readonly handle: (request: Request) => Promise<Response>;

  constructor(backend: Backend) {
    this.handle = createHandler(backend, { onError: (error) => { this.erreurs.push(error); } });
  }

  async envoyer(method: string, path: string, { corps, brut, jeton, headers }: Envoi = {}): Promise<Reponse> {
    const body = brut ?? (corps === undefined ? undefined : JSON.stringify(corps));
    const response = await this.handle(new Request(`http://ror.test/api${path}`, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...(jeton && { authorization: `Bearer ${jeton}` }), ...headers },
      ...(body !== undefined && { body, duplex: 'half' }),
    } as RequestInit));
    const text = await response.text();
    return { status: response.status, headers: response.headers, corps: text === '' ? undefined : (JSON.parse(text) as unknown) };
  }

  /** The token of a new session. */
  async jeton(identifiant: string, motDePasse = 'demonstration'): Promise<string> {
    const { status, corps } = await this.envoyer('POST', '/session', { corps: { identifiant, motDePasse } });
    if (status !== 200) throw new Error(`${identifiant} can't sign in: ${status}`);
    return (corps as { jeton: string }).jeton;
  }
}
