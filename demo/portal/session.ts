/** The session of the demonstration portal: what any host portal owns by itself (ENRS, ViaTrajectoire…). */

export interface Compte {
  readonly identifiant: string;
  readonly motDePasse: string;
  readonly nom: string;
  readonly role: string;
  readonly texte: string;
}

interface Jeton {
  readonly jeton: string;
  readonly identifiant: string;
  readonly acteur: { readonly nom: string; readonly role: string };
}

const KEY = 'ror-portail-session';

/** A tab keeps its session over a reload, and loses it when it is closed. */
export function current(): Jeton | undefined {
  const stored = sessionStorage.getItem(KEY);
  return stored ? (JSON.parse(stored) as Jeton) : undefined;
}

/** @returns false when the server does not know these names; rejects when there is no answer. */
export async function signIn(identifiant: string, motDePasse: string): Promise<boolean> {
  const response = await fetch('/api/session', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ identifiant, motDePasse }),
  });
  if (response.status === 401 || response.status === 400) return false;
  if (!response.ok) throw new Error(`POST /api/session answered ${response.status}`);
  const { jeton, acteur } = (await response.json()) as Jeton;
  sessionStorage.setItem(KEY, JSON.stringify({ jeton, identifiant, acteur: { nom: acteur.nom, role: acteur.role } }));
  return true;
}

export async function signOut(): Promise<void> {
  const session = current();
  sessionStorage.removeItem(KEY);
  if (session) await fetch('/api/session', { method: 'DELETE', headers: { authorization: `Bearer ${session.jeton}` } }).catch(() => undefined);
}

/** The accounts that the demonstration data come with. */
export async function demonstrationAccounts(): Promise<readonly Compte[]> {
  const response = await fetch('/api/comptes-de-demonstration');
  return response.ok ? ((await response.json()) as Compte[]) : [];
}
