import { RorClient, http } from '../../src/client/index.ts';
import { comptesDeDemonstration } from '../../demo/backend/seed/comptes.ts';
import { ok } from './expect.ts';

/** Signs an account of the demonstration in and gives its token. */
export async function signIn(baseUrl: string, identifiant: string): Promise<string> {
  const compte = comptesDeDemonstration.find((one) => one.identifiant === identifiant);
  ok(compte, `no account ${identifiant}`);
  const response = await fetch(`${baseUrl}/session`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ identifiant, motDePasse: compte.motDePasse }),
  });
  ok(response.ok, `${identifiant} could not sign in: ${response.status}`);
  return ((await response.json()) as { jeton: string }).jeton;
}

/** A client over HTTP for an account, or for nobody. */
export async function httpClient(baseUrl: string, identifiant: string | null): Promise<RorClient> {
  if (identifiant === null) return new RorClient(http({ baseUrl }));
  const jeton = await signIn(baseUrl, identifiant);
  return new RorClient(http({ baseUrl, getToken: () => jeton }));
}
