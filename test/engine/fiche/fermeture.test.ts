import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Contenu } from '../../../src/domain/fiche.ts';
import { issues } from '../../../src/engine/fiche/issues.ts';
import { formSchema } from '../../../src/engine/fiche/schemas.ts';
import { contexte, resume, saisie } from './vocabulaire.ts';

const FERMETURE = ['typeFermeture', 'dateFermeture', 'datePrevisionnelleReouverture'];

for (const niveau of ['UO', 'P', 'S', 'UF'] as const) {
  describe(`the closing of a fiche of level ${niveau}`, () => {
    const cas: readonly (readonly [regle: string, contenu: Contenu, attendu: readonly string[]])[] = [
      ['FIC-96 nothing is asked when nothing closes', {}, []],
      ['FIC-96 a type asks its date', { typeFermeture: 'DEF' }, ['manquant dateFermeture']],
      ['FIC-96 a final closing is a type and a date', { typeFermeture: 'DEF', dateFermeture: '2026-06-30' }, []],
      ['FIC-96 a temporary one asks when it reopens', { typeFermeture: 'PRO', dateFermeture: '2026-06-30' }, ['manquant datePrevisionnelleReouverture']],
      ['FIC-96 it does not reopen before it closes', { typeFermeture: 'PRO', dateFermeture: '2026-06-30', datePrevisionnelleReouverture: '2026-06-01' }, ['inferieur-a datePrevisionnelleReouverture']],
      ['FIC-96 it reopens later', { typeFermeture: 'PRO', dateFermeture: '2026-06-30', datePrevisionnelleReouverture: '2026-09-01' }, []],
    ];
    for (const [titre, contenu, attendu] of cas) test(titre, () => {
      const found = issues(formSchema(niveau), saisie(niveau === 'UO' ? { typeOffre: '21', ...contenu } : contenu), contexte);
      assert.deepEqual(resume(found.filter(({ path }) => FERMETURE.includes(path))), attendu);
    });
  });
}
