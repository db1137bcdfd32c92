/** How often one may try to sign in. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHandler } from '../../demo/backend/doors/http.ts';
import type { Debit } from '../../demo/backend/limites.ts';
import { comptesDeDemonstration } from '../../demo/backend/seed/comptes.ts';
import { surChaqueMoteur } from '../support/backend.ts';

surChaqueMoteur((banc) => {
  test('who guesses passwords waits, at one address or at one account; who knows theirs does not', async () => {
    const large = { rafale: 100, parSeconde: 1 };
    const lent = { rafale: 2, parSeconde: 0.01 };
    const essayer = (connexion: Debit, compte: Debit) => {
      const handle = createHandler(banc.backend, { limites: { porteur: large, adresse: large, connexion, compte } });
      return (identifiant: string, adresse: string, motDePasse = 'faux') => handle(new Request('http://ror.test/api/session', {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ identifiant, motDePasse }),
      }), { adresse });
    };
    const { identifiant, motDePasse } = comptesDeDemonstration[0]!;
    const autre = comptesDeDemonstration[1]!;
    for (const [qui, essai, memes] of [
      ['address', essayer(lent, large), [['a', '192.0.2.1'], ['b', '192.0.2.1'], ['c', '192.0.2.1']]],
      ['account', essayer(large, lent), [[identifiant, '192.0.2.1'], [` ${identifiant.toUpperCase()} `, '192.0.2.2'], [identifiant, '192.0.2.3']]],
      ['account that does not exist', essayer(large, lent), [['x', '192.0.2.1'], ['x', '192.0.2.2'], ['x', '192.0.2.3']]],
    ] as const) {
      // Signed in again and again, nothing is counted; nor is what is no sign-in.
      for (let n = 0; n < 3; n++) assert.equal((await essai(autre.identifiant, '192.0.2.1', autre.motDePasse)).status, 200, qui);
      for (let n = 0; n < 3; n++) assert.equal((await essai('', '192.0.2.1')).status, 400, qui);
      // All at once.
      const reponses = await Promise.all(memes.map(([nom, adresse]) => essai(nom, adresse)));
      assert.deepEqual(reponses.map(({ status }) => status), [401, 401, 429], qui);
      const attente = Number(reponses[2]!.headers.get('retry-after'));
      assert.ok(attente >= 1 && attente <= 100, `${qui}: ${attente}`);
      assert.equal((await essai(autre.identifiant, '192.0.2.9', autre.motDePasse)).status, 200, 'nobody else waits');
    }
    const essai = essayer(large, lent);
    for (let n = 0; n < 2; n++) await essai(identifiant, '192.0.2.1');
    assert.equal((await essai(identifiant, '192.0.2.1', motDePasse)).status, 429, 'not even the right password tells that it is');
  });
}, { neuf: false });
