import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Contenu } from '../../../src/domain/fiche.ts';
import { conforme } from '../../../src/engine/dossier/conforme.ts';
import type { NoeudPublie } from '../../../src/engine/dossier/creer.ts';
import { gele, INSTANT } from '../../support/dossiers.ts';

const options = { codeRegion: '11', instant: INSTANT };
const complete: Contenu = gele({
  nomOffre: 'Unité PASA', typeOffre: '25', champActivite: '04', modePriseEnCharge: '47', activiteOperationnelle: ['289'], uniteSensible: false,
  patientele: { ageMin: { valeur: 60, unite: 'a' }, ageMax: { valeur: 150, unite: 'a' } },
});
const unite = (contenu: Contenu): NoeudPublie => gele({ id: 'n1', type: 'UO', parentId: 'eg', nom: 'Unité PASA', contenu: { ...complete, ...contenu } });

describe('what may stand in the répertoire', () => {
  it('DOS-46 a new node that is an object of the exposure model, with its identifier', () => {
    assert.deepEqual(conforme(unite({ identifiantOffre: 'forgé' }), undefined, options), unite({ identifiantOffre: '11/n1' }));
  });

  /** An attribute in the dossier and in the répertoire (null = a new node), and what the failure names. */
  const table: readonly (readonly [titre: string, dossier: Contenu, publie: Contenu | null, nomme: RegExp | null])[] = [
    ['hours in a word, new node', { horaire: 'jamais' }, null, /UO Unité PASA: .*: horaire$/],
    ['hours in a word, over none', { horaire: 'jamais' }, {}, /horaire/],
    ['hours in a word, over other wrong ones', { horaire: 'jamais' }, { horaire: 'toujours' }, /horaire/],
    ['hours in a word, as they were', { horaire: 'jamais' }, { horaire: 'jamais' }, null],
    ['two wrong ones, one of them as it was', { horaire: 'jamais', contact: [null, 7] }, { horaire: 'jamais' }, /: contact\.0, contact\.1$/],
    ['something asked that goes', { modePriseEnCharge: undefined }, {}, /modePriseEnCharge/],
    ['something asked that was never there', { modePriseEnCharge: undefined }, { modePriseEnCharge: undefined }, null],
    ['a comment that is no text', { metadonnee: { commentaire: 7 } }, {}, /metadonnee\.commentaire/],
    ['forged metadata, which are not taken', { metadonnee: { identifiant: 'a b', dateCreation: 'hier' } }, {}, null],
    ['a place that is no list', { lieuRealisationOffre: { a: 1 } }, {}, /lieuRealisationOffre/],
  ];
  for (const [titre, dossier, publie, nomme] of table) {
    it(`DOS-46 ${titre}: ${nomme ? 'refused' : 'published'}`, () => {
      const run = () => conforme(unite(dossier), publie ? unite(publie) : undefined, options);
      if (nomme) assert.throws(run, nomme);
      else assert.doesNotThrow(run);
    });
  }
});
