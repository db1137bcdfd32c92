import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { NiveauFiche } from '../../../src/domain/noeud.ts';
import { subFields } from '../../../src/engine/fiche/elements.ts';
import { formSchema } from '../../../src/engine/fiche/schemas.ts';
import type { Field } from '../../../src/engine/fiche/types.ts';

const FICHIER = new URL('../../../src/engine/fiche/ATTRIBUTS.md', import.meta.url);

/** Levels whose every field a person fills in the end-to-end tests. */
const DE_BOUT_EN_BOUT: ReadonlySet<NiveauFiche> = new Set(['EG', 'S', 'UO']);

const cellule = (texte: string): string => texte.replaceAll('|', '\\|');

function lignes(field: Field, rubrique: string, niveau: NiveauFiche, base = ''): readonly string[] {
  const path = `${base}${field.path}`;
  const essais = ['`aller-retour`', '`conformite-des-genres`', ...(DE_BOUT_EN_BOUT.has(niveau) && !field.editableBy ? ['`e2e/tous-les-champs`'] : [])];
  const own = `| \`${cellule(path)}\` | ${cellule(rubrique)} | ${cellule(field.label)} | ${field.kind} | ${field.options?.valueSet ?? ''} | ${essais.join(' ')} |`;
  return [own, ...(field.kind === 'adresse' || field.kind === 'capacites' ? [] : subFields(field).flatMap((sub) => lignes(sub, rubrique, niveau, `${path}[].`)))];
}

/** The whole document, from the schemas. */
function attributs(): string {
  const niveaux = NiveauFiche.options.map((niveau) => {
    const { title, sections } = formSchema(niveau);
    return [
      `## ${niveau} — ${title}`, '', '| Attribut | Rubrique | Champ | Genre | Nomenclature | Essayé par |', '|---|---|---|---|---|---|',
      ...sections.flatMap((section) => section.fields.flatMap((field) => lignes(field, section.title, niveau))), '',
    ].join('\n');
  });
  return [
    '# Attributs du modèle et rubriques des fiches', '',
    'Écrit d’après les schémas par `ATTRIBUTS=1 node --import tsx --test test/engine/fiche/attributs.test.ts` ; ne pas modifier à la main.',
    '`x:nom` est l’élément de la liste `x` que décrit la tranche `nom`, `x[]` chacun de ses éléments. Aucun attribut du modèle ne manque :',
    '`completude.test.ts` parcourt les objets du domaine et tient la liste de ceux que personne ne saisit, avec leur raison.', '',
    ...niveaux,
  ].join('\n');
}

test('FIC-102 the table of attributes is the one of the schemas', () => {
  if (process.env['ATTRIBUTS']) writeFileSync(FICHIER, attributs());
  assert.equal(readFileSync(FICHIER, 'utf8'), attributs(), 'write it again: ATTRIBUTS=1 node --import tsx --test test/engine/fiche/attributs.test.ts');
});
