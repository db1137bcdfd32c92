import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { formSchema } from '../../src/engine/fiche/schemas.ts';
import { subFields } from '../../src/engine/fiche/sub-fields.ts';
import type { Condition, Field, FormSchema, Section } from '../../src/engine/fiche/types.ts';
import { officialSource } from '../../src/nomenclature/load.ts';
import type { Mains } from './mains.ts';

/** Why a field can't be filled by this person on this fiche. */
export type Raison = 'lecture-seule' | 'autre-categorie';

/** What became of a form: what was typed or chosen in each field, and the fields that could not be filled. */
export interface Rempli {
  readonly valeurs: ReadonlyMap<string, string>;
  readonly absents: ReadonlyMap<string, Raison>;
}

const TEXTES: Readonly<Record<string, string>> = {
  email: 'claire.elan@exemple.fr', telephone: '01 42 34 56 78', 'code-postal': '94000', finess: '940000011', siret: '73282932000074', siren: '732829320', url: 'https://exemple.fr/accueil',
  commune: '94028', 'numero-voie': '12',
};

/**
 * Fills every field of a form as a person does: by section, visible label and role, one manner a kind. The list of fields
 * is that of the schema, so that a field that is added is filled, or fails the test. A field that depends on an answer gets that answer first.
 */
export class Remplisseur {
  readonly #valeurs = new Map<string, string>();
  readonly #absents = new Map<string, Raison>();
  readonly #schema: FormSchema;
  #rang = 0;

  /** @param choix the option to take where any other would hide most of the form, by path. */
  constructor(private readonly mains: Mains, level: 'UO' | 'EG' | 'S', private readonly choix: Readonly<Record<string, string>> = {}) {
    this.#schema = formSchema(level);
  }

  async remplit(): Promise<Rempli> {
    await this.mains.page.getByRole('region').getByRole('heading', { name: this.#schema.sections[0]!.title, exact: true }).waitFor({ state: 'visible' });
    const conditionnels: { readonly section: Section; readonly field: Field }[] = [];
    for (const section of this.#schema.sections) {
      for (const field of section.fields) if (!(await this.#sIlEstLa(section, field))) conditionnels.push({ section, field });
    }
    for (const { section, field } of conditionnels) {
      const condition = reponse(field.visible) ?? reponse(section.visible);
      const question = condition && this.#champ(condition.path);
      if (question) {
        await this.#champDe(question.section, question.field, await libelle(question.field, condition.code));
        await this.#controle(this.#region(section), field).first().waitFor({ state: 'visible', timeout: 3000 }).catch(() => undefined);
      }
      if (await this.#sIlEstLa(section, field)) continue;
      assert.ok(question === undefined && deCategorie(field.visible ?? section.visible), `${field.path} is never shown`);
      this.#absents.set(field.path, 'autre-categorie');
    }
    return { valeurs: this.#valeurs, absents: this.#absents };
  }

  #champ(path: string): { readonly section: Section; readonly field: Field } | undefined {
    for (const section of this.#schema.sections) for (const field of section.fields) if (field.path === path) return { section, field };
    return undefined;
  }

  /** Fills a field that is shown, or says why nobody here does. */
  async #sIlEstLa(section: Section, field: Field): Promise<boolean> {
    const region = this.#region(section);
    await this.mains.attend();
    if (field.editableBy && !field.editableBy.includes('referent')) {
      this.#absents.set(field.path, 'lecture-seule');
      // A reader sees it, unless there is nothing to see.
      const shown = field.visible !== undefined || (await region.getByRole('term').filter({ hasText: exact(field.label) }).count()) > 0;
      assert.ok(shown, `${field.label} is not shown, even to be read`);
      return true;
    }
    if ((await region.count()) === 0 || (await this.#controle(region, field).count()) === 0) return false;
    await this.#champDe(section, field, this.choix[field.path]);
    return true;
  }

  async #champDe(section: Section, field: Field, choix?: string): Promise<void> {
    try {
      const value = await this.#remplitDans(this.#region(section), field, choix);
      if (value) this.#valeurs.set(field.path, value);
    } catch (error) {
      throw new Error(`${section.title} › ${field.label} (${field.path}): ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }

  #region({ title }: Section): Locator {
    return this.mains.page.getByRole('region', { name: title, exact: true });
  }

  /** What carries the label of the field: its control, or the group of its controls. */
  #controle(dans: Locator, { kind, label, options }: Field): Locator {
    if (kind === 'booleen') return dans.getByRole('radiogroup', { name: label, exact: true });
    // A list known without its codes is typed.
    if (kind === 'code' && !options?.steps) return dans.getByRole('combobox', { name: label, exact: true }).or(dans.getByRole('textbox', { name: label, exact: true }));
    if (kind === 'reference') return dans.getByRole('combobox', { name: label, exact: true }).or(dans.getByRole('textbox', { name: label, exact: true }));
    if (['texte', 'texte-long', 'nombre', 'date'].includes(kind)) return dans.getByRole('textbox', { name: label, exact: true });
    const groupe = dans.getByRole('group', { name: new RegExp(`^${echappe(label)}( \\(obligatoire\\))?$`) });
    return kind === 'codes' ? groupe.or(dans.getByRole('textbox', { name: label, exact: true })) : groupe;
  }

  async #remplitDans(dans: Locator, field: Field, choix?: string): Promise<string> {
    const { mains } = this;
    const controle = this.#controle(dans, field).first();
    const { constraints = {} } = field;
    this.#rang += 1;
    switch (field.kind) {
      case 'texte': return mains.ecrit(controle, constraints.format ? TEXTES[constraints.format] ?? '' : `${field.label} « é » ${this.#rang}`.slice(0, constraints.maxLength));
      case 'texte-long': return mains.ecrit(controle, `${field.label} : à noter, l’été — n° ${this.#rang}`);
      case 'nombre': return mains.ecrit(controle, this.#nombre(field));
      case 'date': return mains.ecrit(controle, `0${1 + (this.#rang % 9)}/03/${2010 + this.#rang % 80}`.replace(/\d{4}$/, String(2000 + this.#valeurs.size % 99)));
      case 'booleen': return mains.repond(controle.getByRole('radio', { name: 'Oui' }));
      case 'code': return !field.options?.steps && !(await mains.estUneListe(controle)) ? mains.ecrit(controle, 'A1') : mains.choisit(field.options?.steps ? controle.getByRole('combobox', { name: /^3 - / }) : controle, choix);
      case 'reference': return (await mains.estUneListe(controle)) ? mains.choisit(controle) : mains.ecrit(controle, '1-940000011');
      case 'codes': return (await controle.evaluate((element) => element.tagName)) === 'INPUT' ? mains.ecrit(controle, 'A1; B2') : this.#codes(controle, choix);
      case 'textes': {
        await mains.ecrit(controle.getByRole('textbox', { name: `${field.label} 1`, exact: true }), '91G01');
        return mains.ecrit(controle.getByRole('textbox', { name: `${field.label} 2`, exact: true }), '94I03');
      }
      case 'liste': return this.#liste(controle, field);
      case 'adresse': return this.#adresse(controle, field);
      case 'territoires': {
        const ajouter = controle.getByRole('combobox', { name: 'Ajouter un territoire' });
        await mains.ajoute(ajouter, 'creteil');
        return mains.ajoute(ajouter, 'val-de-marne');
      }
      case 'capacites': return this.#capacites(controle, field);
      case 'horaires': return mains.semaine(controle.getByRole('button', { name: 'Définir la semaine type' }));
    }
  }

  #nombre({ constraints: { min = 0, max = 1_000_000, decimals, notUnder } = {} }: Field): string {
    const entier = Math.min(max, Math.max(min, notUnder ? 90 : 12));
    return decimals ? `${entier > max - 1 ? max - 1 : entier},25` : String(entier);
  }

  async #codes(groupe: Locator, choix?: string): Promise<string> {
    const cases = groupe.getByRole('checkbox');
    const ajouter = groupe.getByRole('combobox');
    if ((await ajouter.count()) === 0) return this.mains.coche(choix ? groupe.getByRole('checkbox', { name: choix }) : cases.first());
    await this.mains.ajoute(ajouter, choix);
    return this.mains.ajoute(ajouter);
  }

  /** One element with all that it can hold, lists inside it included. */
  async #liste(groupe: Locator, { element, fields = [] }: Field): Promise<string> {
    const { mains } = this;
    await mains.active(groupe.getByRole('button', { name: new RegExp(`^Ajouter une? ${echappe(element?.singular ?? '')}$`) }).last());
    const corps = await mains.groupeActif();
    return this.#tous(corps, fields);
  }

  async #adresse(groupe: Locator, field: Field): Promise<string> {
    // What the commune fills comes first, then the rest of the envelope.
    const fields = [...subFields(field)].sort((a, b) => Number(b.path === 'communeCog') - Number(a.path === 'communeCog'));
    for (const sub of fields) {
      if (sub.path === 'communeCog') await this.mains.choisit(groupe.getByRole('combobox', { name: /^Commune/ }), undefined, 'creteil');
      else if (sub.path === 'codePostal') await this.mains.ecrit(this.#controle(groupe, sub).first(), '94000');
      else await this.#remplitDans(groupe, sub);
    }
    return 'CRETEIL';
  }

  async #tous(corps: Locator, fields: readonly Field[]): Promise<string> {
    let last = '';
    for (const sub of fields) {
      await this.mains.attend();
      const there = (await this.#controle(corps, sub).count()) > 0;
      assert.ok(there, `${sub.label} is not in ${await corps.first().getAttribute('id') ?? 'its group'}`);
      last = await this.#remplitDans(corps, sub);
    }
    return last;
  }

  /** A number in the table, and a line of one's own with every detail. */
  async #capacites(groupe: Locator, field: Field): Promise<string> {
    const { mains } = this;
    await mains.ecrit(groupe.getByRole('textbox').first(), '12');
    await mains.active(groupe.getByRole('button', { name: 'Ajouter une ligne' }));
    const tapes = ['nombreCapacite', 'statutCapacite', 'typeSourceCapacite'];
    for (const sub of subFields(field).filter(({ path, kind }) => kind === 'code' && !tapes.includes(path))) {
      const controle = this.#controle(groupe, sub);
      assert.ok((await controle.count()) > 0, `${sub.label} is not among the details of a line`);
      await mains.choisit(controle.first(), sub.path.startsWith('type') || sub.path.startsWith('genre') ? '' : undefined);
    }
    await mains.ecrit(groupe.getByRole('row').filter({ has: mains.page.getByRole('button', { name: /^Supprimer la ligne/ }) }).last().getByRole('textbox').first(), '3');
    for (const sub of subFields(field).filter(({ kind }) => kind === 'texte-long')) await this.#remplitDans(groupe, sub);
    return '3';
  }
}

const echappe = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const exact = (text: string): RegExp => new RegExp(`^\\s*${echappe(text)}\\s*$`);

/** The answer that shows a field: the first code that a condition names. */
function reponse(condition: Condition | undefined): { readonly path: string; readonly code: string } | undefined {
  if (!condition) return undefined;
  if ('all' in condition || 'any' in condition) return ('all' in condition ? condition.all : condition.any).map(reponse).find(Boolean);
  return 'in' in condition && condition.in[0] !== undefined ? { path: condition.path, code: condition.in[0] } : undefined;
}

const deCategorie = (condition: Condition | undefined): boolean => condition !== undefined
  && ('any' in condition ? condition.any.some(deCategorie) : 'all' in condition ? condition.all.some(deCategorie) : 'categorieEG' in condition || 'handicap' in condition);

async function libelle({ options }: Field, code: string): Promise<string> {
  const valueSet = options?.valueSet;
  assert.ok(valueSet && valueSet !== 'GGD');
  return (await officialSource.valueSet(valueSet)).describe(code).label;
}
