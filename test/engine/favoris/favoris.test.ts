import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CommandeFavoris } from '../../../src/engine/favoris/commandes.ts';
import { changeListes, MAX_FAVORIS, MAX_LISTES, type Liste } from '../../../src/engine/favoris/favoris.ts';

const LISTES: readonly Liste[] = [{ id: 'a', nom: '', noeuds: ['x'] }, { id: 'b', nom: 'Sorties', noeuds: ['x', 'y'] }];
const nouvelId = () => 'neuve';
const apres = (commande: CommandeFavoris, listes = LISTES) => changeListes(listes, commande, nouvelId).listes?.map(({ id, nom, noeuds }) => `${id}:${nom}:${noeuds.join('')}`);
const refus = (commande: CommandeFavoris, listes = LISTES) => changeListes(listes, commande, nouvelId).refus?.code;

test('FAV-1 a list is made, renamed and deleted', () => {
  assert.deepEqual(apres({ type: 'creer-liste', nom: ' Domicile ' }), ['a::x', 'b:Sorties:xy', 'neuve:Domicile:']);
  assert.deepEqual(apres({ type: 'renommer-liste', listeId: 'a', nom: 'Midi' }), ['a:Midi:x', 'b:Sorties:xy']);
  assert.deepEqual(apres({ type: 'renommer-liste', listeId: 'b', nom: 'SORTIES' }), ['a::x', 'b:SORTIES:xy']);
  assert.deepEqual(apres({ type: 'supprimer-liste', listeId: 'b' }), ['a::x']);
});

test('FAV-1 a name is neither empty nor taken', () => {
  assert.equal(refus({ type: 'creer-liste', nom: ' ' }), 'nom-vide');
  assert.equal(refus({ type: 'creer-liste', nom: 'sorties ' }), 'nom-pris');
  assert.equal(refus({ type: 'renommer-liste', listeId: 'a', nom: 'Sorties' }), 'nom-pris');
});

test('FAV-2 adding asks for no list', () => {
  assert.deepEqual(apres({ type: 'ajouter', noeudId: 'z' }), ['a::xz', 'b:Sorties:xy']);
  assert.deepEqual(apres({ type: 'ajouter', noeudId: 'z' }, []), ['neuve::z']);
});

test('FAV-3 a favourite is once in a list, and may be in several', () => {
  assert.deepEqual(apres({ type: 'ajouter', listeId: 'b', noeudId: 'x' }), ['a::x', 'b:Sorties:xy']);
  assert.deepEqual(apres({ type: 'ajouter', listeId: 'b', noeudId: 'z' }), ['a::x', 'b:Sorties:xyz']);
});

test('FAV-4 taking out, of one list or of all', () => {
  assert.deepEqual(apres({ type: 'retirer', noeudId: 'x' }), ['a::', 'b:Sorties:y']);
  assert.deepEqual(apres({ type: 'retirer', listeId: 'b', noeudId: 'x' }), ['a::x', 'b:Sorties:y']);
  assert.deepEqual(apres({ type: 'retirer', noeudId: 'absent' }), ['a::x', 'b:Sorties:xy']);
});

test('FAV-5 there is an end to lists and to favourites', () => {
  const pleines = Array.from({ length: MAX_LISTES }, (_, n): Liste => ({ id: String(n), nom: String(n), noeuds: [] }));
  assert.equal(refus({ type: 'creer-liste', nom: 'Encore' }, pleines), 'trop-de-listes');
  const pleine = [{ id: 'a', nom: '', noeuds: Array.from({ length: MAX_FAVORIS }, (_, n) => String(n)) }];
  assert.equal(refus({ type: 'ajouter', noeudId: 'un de plus' }, pleine), 'trop-de-favoris');
  assert.equal(refus({ type: 'ajouter', noeudId: '3' }, pleine), undefined);
});

test('FAV-6 an unknown list is refused', () => {
  for (const type of ['renommer-liste', 'supprimer-liste', 'ajouter', 'retirer'] as const) {
    assert.equal(refus({ type, listeId: 'c', nom: 'x', noeudId: 'x' } as CommandeFavoris), 'liste-inconnue');
  }
});

test('FAV-3, FAV-1 no series of commands leaves a favourite twice in a list, nor two lists of one name', () => {
  const commande = fc.record({ type: fc.constantFrom('creer-liste', 'renommer-liste', 'supprimer-liste', 'ajouter', 'retirer'), nom: fc.constantFrom('A', 'a ', 'B', ''), listeId: fc.constantFrom('1', '2', undefined), noeudId: fc.constantFrom('x', 'y') });
  fc.assert(fc.property(fc.array(commande, { maxLength: 30 }), (commandes) => {
    let n = 0;
    let listes: readonly Liste[] = [];
    for (const une of commandes) listes = changeListes(listes, une as CommandeFavoris, () => String(++n)).listes ?? listes;
    for (const { noeuds } of listes) assert.equal(new Set(noeuds).size, noeuds.length);
    assert.equal(new Set(listes.map(({ nom }) => nom.toLowerCase())).size, listes.length);
  }));
});
