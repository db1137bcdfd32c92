/** Rounds of PBKDF2-SHA256 for a new password (OWASP, 2023). WebCrypto only: the backend also runs in a browser. */
export const TOURS = 600_000;

const subtle = globalThis.crypto.subtle;
const hex = (bytes: ArrayBuffer | Uint8Array): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const unhex = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));

async function derive(password: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<string> {
  const key = await subtle.importKey('raw', bytesOf(password.normalize('NFC')), 'PBKDF2', false, ['deriveBits']);
  return hex(await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256));
}

/** What to store of a password: `pbkdf2-sha256$rounds$salt$digest`. */
export async function hashPassword(password: string, iterations = TOURS): Promise<string> {
  const salt = globalThis.crypto.getRandomValues(new Uint8Array(16));
  return `pbkdf2-sha256$${iterations}$${hex(salt)}$${await derive(password, salt, iterations)}`;
}

/** Whether this is the password that was stored. Takes the same time for a wrong one. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [method, iterations, salt, digest = ''] = stored.split('$');
  if (method !== 'pbkdf2-sha256') throw new Error(`unknown password method ${method}`);
  const given = await derive(password, unhex(salt ?? ''), Number(iterations));
  let difference = given.length ^ digest.length;
  for (let i = 0; i < given.length; i++) difference |= given.charCodeAt(i) ^ digest.charCodeAt(i);
  return difference === 0;
}

/** A new access token: 256 random bits. */
export const newToken = (): string => hex(globalThis.crypto.getRandomValues(new Uint8Array(32)));

/** What to store of a token: it is random, so one round of SHA-256 is enough. */
export const tokenDigest = async (token: string): Promise<string> => hex(await subtle.digest('SHA-256', bytesOf(token)));
