import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { acceptSaisie } from '../../../src/engine/fiche/accept.ts';
import { elementsOf } from '../../../src/engine/fiche/elements.ts';
import { issues } from '../../../src/engine/fiche/issues.ts';
import { champ, contexte, gele, resume, saisie, schema, unChamp } from './vocabulaire.ts';

const fiche = schema([[
  unChamp('nom'),
  unChamp('lieux:premier.nom'),
  unChamp('contact:accueil.nom'),
  unChamp('lieux', { kind: 'liste', fields: [unChamp('nom'), unChamp('mail', { constraints: { format: 'email' } })], element: { singular: 'lieu', except: ['premier'] } }),
  unChamp('contact', { kind: 'liste', fields: [unChamp('nom'), unChamp('nature')], element: { singular: 'contact', except: ['accueil'] } }),
]], { slices: { premier: { where: {} }, accueil: { where: { nature: '01' } } } });
const contenu = gele({ lieux: [{ nom: 'A', id: 1 }, { nom: 'B', id: 2 }, { nom: 'C', id: 3 }], contact: [{ nature: '01', nom: 'Accueil' }, { nature: '01', nom: 'Autre accueil' }] });
const montres = (path: string) => elementsOf(fiche, champ(path, fiche), contenu).map(({ index }) => index);

describe('FIC-84 elements that other fields show', () => {
  test('only the first of a slice is left to them: a second one is in the list', () => assert.deepEqual(montres('contact'), [1]));
  test('a slice without condition is the first element', () => assert.deepEqual(montres('lieux'), [1, 2]));

  const saves: readonly (readonly [titre: string, apres: object[], garde: object[]])[] = [
    ['nothing changed', [{ nom: 'A', id: 1 }, { nom: 'B', id: 2 }, { nom: 'C', id: 3 }], [{ nom: 'A', id: 1 }, { nom: 'B', id: 2 }, { nom: 'C', id: 3 }]],
    ['the first changed', [{ nom: 'A2', id: 1 }, { nom: 'B', id: 2 }, { nom: 'C', id: 3 }], [{ nom: 'A2', id: 1 }, { nom: 'B', id: 2 }, { nom: 'C', id: 3 }]],
    ['another changed', [{ nom: 'A', id: 1 }, { nom: 'B', id: 2 }, { nom: 'C2', id: 3 }], [{ nom: 'A', id: 1 }, { nom: 'B', id: 2 }, { nom: 'C2', id: 3 }]],
    ['another removed', [{ nom: 'A', id: 1 }, { nom: 'C', id: 3 }], [{ nom: 'A', id: 1 }, { nom: 'C', id: 3 }]],
    ['one added', [{ nom: 'A', id: 1 }, { nom: 'B', id: 2 }, { nom: 'C', id: 3 }, { nom: 'D' }], [{ nom: 'A', id: 1 }, { nom: 'B', id: 2 }, { nom: 'C', id: 3 }, { nom: 'D' }]],
    ['an identifier forged', [{ nom: 'A', id: 9 }, { nom: 'B', id: 2 }, { nom: 'C', id: 3 }], [{ nom: 'A', id: 1 }, { nom: 'B', id: 2 }, { nom: 'C', id: 3 }]],
  ];
  for (const [titre, lieux, garde] of saves) {
    test(`a save with ${titre}`, () => assert.deepEqual(acceptSaisie(fiche, saisie(contenu), saisie({ ...contenu, lieux }), 'referent').contenu['lieux'], garde));
  }

  test('what other fields show is not judged twice', () => {
    const faux = { lieux: [{ nom: 'A', mail: 'x' }, { nom: 'B', mail: 'y' }] };
    assert.deepEqual(resume(issues(fiche, saisie(faux), contexte)), ['forme lieux.1.mail']);
  });
});
