import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import { ficheProblem } from '../../src/engine/fiche/read-saisie.ts';
import { parseFormSchema, readFormSchema } from '../../src/engine/fiche/form-schema.ts';
import type { Fiche } from '../../src/domain/fiche.ts';
import type { RorFicheForm } from '../../src/elements/ror-fiche-form/ror-fiche-form.ts';
import type { FormSchema } from '../../src/engine/fiche/types.ts';
import { champs, ficheDe, schemaDe } from '../../stories/ror-fiche-form-genres.ts';

/*
 * A page gives what a server, another program or an attack sent it. Ten thousand such gifts: none may throw into the
 * page, and what cannot be shown is said in words.
 */
const FICHES = 6_000;
const SCHEMAS = 4_000;

const thrown: unknown[] = [];
const onError = ({ error, message }: ErrorEvent): void => { thrown.push(error ?? message); };
const onRejection = ({ reason }: PromiseRejectionEvent): void => { thrown.push(reason); };

/** Few kinds, each of another family: the engine meets all of them with any value in its own tests. */
const schema = parseFormSchema({ ...schemaDe(champs.texte, champs.nombre, champs.date, champs.booleen, champs.code, champs.textes), names: ['nomOffre'] }).schema as FormSchema;
const paths = schema.sections.flatMap(({ fields }) => fields.map(({ path }) => path));

const json = fc.jsonValue({ maxDepth: 3 });
const known: Fiche = ficheDe({ nomOffre: 'UNITÉ', nombreLits: 4 });

/** Most are a fiche but for one attribute, and what was typed is anything. */
const anyFiche: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 1, arbitrary: json },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...Object.keys(known)), json).map(([name, value]) => ({ ...known, [name]: value })) },
  { weight: 3, arbitrary: fc.tuple(fc.dictionary(fc.constantFrom(...paths), json), fc.dictionary(fc.constantFrom(...paths, 'x'), fc.string())).map(([contenu, illisibles]) => ({ ...known, contenu, illisibles })) },
);

/** A schema with one thing in it replaced by anything. */
const anySchema: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 1, arbitrary: json },
  { weight: 4, arbitrary: fc.tuple(fc.nat(), json).map(([place, value]) => replaced(schema, place, value)) },
);

function replaced(whole: unknown, place: number, value: unknown): unknown {
  const copy = structuredClone(whole) as object;
  const places: (readonly [Record<string, unknown>, string])[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      walk((node as Record<string, unknown>)[key]);
    }
  };
  walk(copy);
  const [node, key] = places[place % places.length]!;
  node[key] = value;
  return copy;
}

describe('ror-fiche-form: whatever a page gives it', () => {
  let form: RorFicheForm;
  const says = (): string => form.shadowRoot!.querySelector('[role=alert]')?.textContent?.trim() ?? '';
  const isShown = (): boolean => form.shadowRoot!.querySelector('#titre') !== null;
  const settled = async (): Promise<void> => {
    await form.updateComplete;
    for (let turn = 0; turn < 20 && form.shadowRoot!.querySelector('.skeleton'); turn++) {
      await aTimeout(0);
      await form.updateComplete;
    }
  };

  before(async () => {
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onRejection);
    form = await fixture<RorFicheForm>(html`<ror-fiche-form .schema=${schema} .fiche=${known} drafts="off" guard="off"></ror-fiche-form>`, { parentNode: document.body.appendChild(document.createElement('div')) });
    await settled();
    while (!isShown()) await aTimeout(10);
  });

  after(() => {
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onRejection);
  });

  it(`shows ${FICHES} fiches, or says what is wrong with them`, async function () {
    this.timeout(180_000);
    for (const fiche of fc.sample(anyFiche, { numRuns: FICHES, seed: 20_261_121 })) {
      form.fiche = fiche as Fiche;
      await form.updateComplete;
      const problem = fiche === null ? null : ficheProblem(fiche);
      if (problem === undefined) expect(isShown(), JSON.stringify(fiche)).to.equal(true);
      else if (problem !== null) expect(says(), JSON.stringify(fiche)).to.contain(`« ${problem} »`);
    }
    expect(thrown).to.deep.equal([]);
  });

  it(`shows a form by ${SCHEMAS} schemas, or says where they are wrong`, async function () {
    this.timeout(180_000);
    form.fiche = known;
    for (const given of fc.sample(anySchema, { numRuns: SCHEMAS, seed: 20_261_122 })) {
      form.schema = given as FormSchema;
      await settled();
      if (given === null || given === undefined) continue;
      const { errors } = readFormSchema(given);
      if (!errors) continue;
      expect(says(), JSON.stringify(given)).to.contain('sa description contient des erreurs');
      expect(says(), JSON.stringify(given)).to.contain(errors[0]!.at || '(racine)');
    }
    expect(thrown).to.deep.equal([]);
  });

  const cyclic: Record<string, unknown> = { ...schema };
  cyclic['sections'] = [cyclic];
  const odd: readonly (readonly [string, () => void])[] = [
    ['a schema inside itself', () => { form.schema = cyclic as unknown as FormSchema; }],
    ['a schema that throws when it is read', () => { form.schema = new Proxy({}, { get() { throw new Error('no'); }, ownKeys() { throw new Error('no'); } }) as FormSchema; }],
    ['a schema that is a function', () => { form.schema = (() => 0) as unknown as FormSchema; }],
    ['a fiche whose content throws when it is read', () => { form.fiche = { ...known, contenu: { get nomOffre() { throw new Error('no'); } } }; }],
  ];
  for (const [what, give] of odd) {
    it(`says that it cannot be shown: ${what}`, async () => {
      form.schema = schema;
      form.fiche = known;
      await settled();
      give();
      await settled();
      await aTimeout(50);
      expect(says()).to.match(/ne peut pas être affiché/);
      expect(thrown).to.deep.equal([]);
    });
  }

  it('is a form again with the next good gift', async () => {
    form.schema = schema;
    form.fiche = { ...known, version: 9 };
    await settled();
    expect(isShown()).to.equal(true);
    expect(says()).to.equal('');
  });

  it('refuses a paste of 5 MB politely, the field keeps its text', async () => {
    const field = form.shadowRoot!.getElementById('champ-nomOffre') as HTMLInputElement;
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'x'.repeat(5_000_000));
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true });
    field.dispatchEvent(paste);
    await form.updateComplete;
    expect(paste.defaultPrevented).to.equal(true);
    expect(field.value).to.equal('UNITÉ');
    expect(form.shadowRoot!.querySelector('[data-path=nomOffre]')!.textContent).to.contain('n’a pas été collé');
    expect(form.modified).to.equal(false);
  });

  it('keeps its text when 5 MB come by another way', async () => {
    const field = form.shadowRoot!.getElementById('champ-nomOffre') as HTMLInputElement;
    field.value = 'x'.repeat(5_000_000);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await form.updateComplete;
    expect(form.saisie().contenu['nomOffre']).to.equal('UNITÉ');
    expect(thrown).to.deep.equal([]);
  });
});
