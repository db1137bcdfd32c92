/** Where a demonstration page without a server of its own sends its form. */
export const ECHO_PATH = '/viatrajectoire/recu';

const LARGEST = 100_000;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Answers a plain form by a page that writes down what was received, field by field; nothing is kept. */
export async function echo(request: Request): Promise<Response> {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': `default-src 'none'; frame-ancestors 'none'; base-uri 'none'`, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  if (request.method !== 'POST') return new Response(null, { status: 405, headers: { ...headers, allow: 'POST' } });
  if (request.headers.get('content-type')?.split(';')[0] !== 'application/x-www-form-urlencoded') return new Response(null, { status: 415, headers });
  const text = await request.text();
  if (text.length > LARGEST) return new Response(null, { status: 413, headers });
  const fields = [...new URLSearchParams(text)].map(([name, value]) => `<dt>${escaped(name)}</dt><dd><code>${escaped(value)}</code></dd>`).join('');
  return new Response(`<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>Fiche reçue</title><h1>Fiche reçue</h1><p>Voici ce que le serveur a reçu :</p><dl>${fields}</dl><p><a href="./">Revenir au formulaire</a></p></html>`, { headers });
}
