import type { Editions, Fiche, Saisie } from '../../domain/fiche.ts';
import { whoSees, type Audience } from '../../engine/acces/who-sees.ts';
import { shownValueSets } from '../../engine/fiche/value-sets.ts';
import { elementsOf, elementTitle, settle } from '../../engine/fiche/elements.ts';
import { rememberEditions } from '../../engine/fiche/editions.ts';
import { equal } from '../../engine/fiche/equal.ts';
import { fieldView } from '../../engine/fiche/interpret.ts';
import type { Issue } from '../../engine/fiche/issue.ts';
import { blocking, issues } from '../../engine/fiche/issues.ts';
import { carryField, sameField } from '../../engine/fiche/merge.ts';
import { type Filters, options, withStored } from '../../engine/fiche/options.ts';
import { dependents, findField, placedFields } from '../../engine/fiche/schema-index.ts';
import {
  adoptSaved, applyProposals, attempt, isModified, leaveField, openSession, setValue, shownIssues, shownText, typeText, type Session,
} from '../../engine/fiche/session.ts';
import type { FicheContext, Field, FieldView, FormSchema, KindName, Option, Section } from '../../engine/fiche/types.ts';
import { isShown } from '../../engine/fiche/visibility.ts';
import { replacementOf, type Replacement } from '../../nomenclature/replacement.ts';
import type { ValueSetId } from '../../nomenclature/value-set-ids.ts';
import type { SaveReason } from './events.ts';
import { around, body, isWithin } from './sub-paths.ts';

/** Kinds that need no list. */
const PLAIN: readonly KindName[] = ['texte', 'texte-long', 'nombre', 'date', 'booleen'];

/** What is shown, in order. */
export type Outline = readonly { readonly section: Section; readonly fields: readonly Field[] }[];

/** What a change of the person moved on screen. */
export interface Effect {
  /** Fields to draw again, when the outline is as it was. */
  readonly paths: readonly string[];
  /** Fields that appeared less fields that went; undefined when the outline is as it was. */
  readonly appeared?: number;
}

/**
 * One fiche being filled, from the moment it is shown until another one is: joins the pure functions of the
 * engine to the one mutable thing, the session. The fiche given by the page is never touched.
 */
export class Sitting {
  session: Session;
  outline: Outline = [];
  /** What was sent by the saves that have no answer yet, in order. */
  #sent: readonly { readonly saisie: Saisie; readonly version: number; readonly reason: SaveReason }[] = [];
  readonly #filters = new Map<string, Filters>();
  #context: FicheContext | undefined;
  #bloc: string | undefined;

  /** @param brouillon what was typed before and never saved: a change over the fiche. */
  constructor(readonly schema: FormSchema, public fiche: Fiche, brouillon?: Saisie) {
    this.session = openSession(fiche);
    if (brouillon) this.session = { ...this.session, saisie: { contenu: brouillon.contenu, illisibles: brouillon.illisibles } };
  }

  get ready(): boolean {
    return this.#context !== undefined;
  }

  get context(): FicheContext {
    if (!this.#context) throw new Error('The lists of the form are not there yet.');
    return this.#context;
  }

  set context(context: FicheContext) {
    this.#context = context;
    this.#lay();
  }

  /** The only section to show and to fill; one that the schema does not have counts as none. */
  set bloc(id: string | null) {
    const known = this.schema.sections.find((section) => section.id === id)?.id;
    if (known === this.#bloc) return;
    this.#bloc = known;
    this.#lay();
  }

  /** Takes the fields of the block back to what was saved. */
  cancelBloc(): void {
    let { session } = this;
    const saved = { ...session, saisie: session.base };
    for (const { field: { path }, section } of placedFields(this.schema)) if (this.#bloc === undefined || section.id === this.#bloc) session = carryField(this.schema, path, saved.saisie, session);
    this.session = session;
    this.#lay();
  }

  get saisie(): Saisie {
    return this.session.saisie;
  }

  /** What a save sends: without the elements where nothing was typed. */
  get settled(): Saisie {
    return settle(this.schema, this.saisie);
  }

  get modified(): boolean {
    return isModified(this.session, this.schema);
  }

  /** The value sets that what is shown needs. */
  get valueSets(): readonly ValueSetId[] {
    return shownValueSets(this.schema, this.outline.flatMap(({ fields }) => fields), this.saisie.contenu);
  }

  /** Whether the fields shown are still these. */
  isLaid(outline: Outline): boolean {
    return sameOutline(outline, this.outline);
  }

  /** The fields that the rules of names speak of. */
  get named(): readonly string[] {
    return this.outline.flatMap(({ fields }) => fields.flatMap(({ path, proposal }) => (path === this.schema.names[0] || proposal === 'nom-offre' ? [path] : [])));
  }

  /** The fields that these value sets are for. */
  using(ids: readonly ValueSetId[]): readonly string[] {
    return this.outline.flatMap(({ fields }) => fields.flatMap(({ path, kind, options: source }) =>
      (source ? source.valueSet !== 'GGD' && ids.includes(source.valueSet) : !PLAIN.includes(kind)) ? [path] : []));
  }

  field(path: string): Field | undefined {
    return findField(this.schema, path)?.field;
  }

  /** What the person calls the elements that hold a field: « Contact 2 ». */
  owners({ path }: Field): readonly string[] {
    const names: string[] = [];
    for (let owner = findField(this.schema, path)?.owner; owner; owner = owner.placed.owner) {
      const { placed: { field }, base } = owner;
      const at = Number(base.slice(field.path.length + 1));
      if (field.kind !== 'liste' || !Number.isInteger(at)) continue;
      const rank = elementsOf(this.schema, field, this.saisie.contenu).findIndex(({ index }) => index === at) + 1;
      names.unshift(elementTitle(this.schema, field, at, this.saisie.contenu, this.context) || `${field.element?.singular ?? field.label} ${rank}`);
    }
    return names;
  }

  /** The field with the issues to show now. */
  view(field: Field): FieldView {
    const view = fieldView(this.schema, field, this.saisie, this.context);
    return { ...view, issues: shownIssues(this.session, this.schema, view) };
  }

  text(view: FieldView): string {
    return shownText(this.session, view);
  }

  type(path: string, text: string): Effect {
    this.session = typeText(this.session, this.schema, path, text);
    return this.#after(path);
  }

  choose(path: string, value: unknown): Effect {
    this.session = setValue(this.session, this.schema, path, value);
    const alone = this.#dependents(path).length <= 1;
    if (!alone) this.session = applyProposals(this.session, this.schema, this.context);
    // A choice is made at once: its issues may show without waiting that the field be left.
    this.session = leaveField(this.session, path);
    // What was proposed may have dependents of its own.
    return alone ? { paths: [path, ...around(path), ...this.#readersOf(path)] } : { appeared: 0, ...this.#after(path) };
  }

  /** Who will read an element is said beside each of its fields: all of them are drawn again with its confidentiality. */
  #readersOf(path: string): readonly string[] {
    return this.field(path)?.options?.valueSet === 'J222' ? [body(path.slice(0, path.lastIndexOf('.')))] : [];
  }

  /** A searched text that names no choice: it stays as typed, over the value that was there. */
  keepUnreadable(path: string, text: string): Effect {
    const { saisie } = this.session;
    this.session = { ...this.session, saisie: { ...saisie, illisibles: { ...saisie.illisibles, [path]: text } } };
    return this.#after(path);
  }

  leave(path: string): Effect {
    this.session = leaveField(this.session, path);
    return { paths: [path, ...around(path)] };
  }

  /** A change of the session as a whole: an element of a list added, removed or put back. */
  edit(path: string, act: (session: Session, schema: FormSchema) => Session): Effect {
    this.session = leaveField(act(this.session, this.schema), path);
    return { appeared: 0, ...this.#after(path) };
  }

  attempt(): void {
    this.session = attempt(this.session);
  }

  /** What stops this save, in the order of the form. */
  missing(level: Issue['level']): readonly Issue[] {
    const found = blocking(issues(this.schema, this.saisie, this.context), level);
    return this.#bloc === undefined ? found : found.filter(({ path }) => findField(this.schema, path)?.section.id === this.#bloc);
  }

  /** The same list after a change in one field, without looking at the others. */
  missingWith(known: readonly Issue[], path: string, level: Issue['level']): readonly Issue[] {
    const field = this.field(path);
    const at = known.findIndex((issue) => issue.path === path);
    if (!field || at < 0) return known;
    const now = blocking(fieldView(this.schema, field, this.saisie, this.context).issues, level);
    return [...known.slice(0, at), ...now, ...known.slice(at).filter((issue) => issue.path !== path)];
  }

  /** The name that the rules propose, with the surname typed; undefined when the name says it already, or a remark proposes it. */
  proposal({ field, value, issues: shown }: FieldView): string | undefined {
    if (field.proposal !== 'nom-offre' || shown.some(({ corrected }) => corrected !== undefined)) return undefined;
    return this.context.naming?.complete(typeof value === 'string' ? value : '', this.saisie.contenu, this.context);
  }

  /** A name with every remark mended, when there are several. */
  allCorrected({ field, value, issues: shown }: FieldView): string | undefined {
    if (typeof value !== 'string' || shown.filter(({ corrected }) => corrected !== undefined).length < 2) return undefined;
    return this.context.naming?.correct(this.schema, field, value, this.saisie.contenu, this.context);
  }

  options({ field }: FieldView): readonly Option[] {
    return options(field, this.saisie.contenu, this.context, this.filters(field.path));
  }

  describe({ field }: FieldView, code: string): Option {
    return withStored([], field, code, this.saisie.contenu, this.context)[0] ?? { code, label: code, rank: 'autre', status: 'unknown' };
  }

  /** In which edition each code was chosen, as far as it is known. */
  editions(): Editions {
    return rememberEditions(this.schema, { contenu: this.session.base.contenu, editions: this.fiche.editions }, this.saisie.contenu, this.context.nomenclature);
  }

  /** Who will read a field, as the fiche is now. */
  audience(field: Field): Audience | 'sensible' | undefined {
    const { contenu } = this.saisie;
    if (field.path === 'uniteSensible' && contenu['uniteSensible'] === true) return 'sensible';
    return whoSees(this.schema.level, field, contenu, this.schema.slices);
  }

  /** What takes the place of a code that is not offered any more. */
  replacement({ field }: FieldView, code: string): Replacement | undefined {
    const id = field.options?.valueSet;
    return id === undefined || id === 'GGD' || !this.context.nomenclature.has(id) ? undefined : replacementOf(this.context.nomenclature.valueSet(id), code);
  }

  filters(path: string): Filters {
    return this.#filters.get(path) ?? {};
  }

  filter(path: string, filters: Filters): void {
    this.#filters.set(path, filters);
  }

  /** Remembers what goes to the server, to know later what was typed meanwhile. */
  send(reason: SaveReason): void {
    this.#sent = [...this.#sent, { saisie: this.settled, version: this.fiche.version, reason }];
  }

  /** The first of the saves under way came to nothing. */
  failed(): void {
    this.#sent = this.#sent.slice(1);
  }

  /**
   * The page gives the same fiche again. What the person typed since it was sent, or never sent, stays.
   * @returns who asked for the save that it answers, if it is one asked here.
   */
  adopt(fiche: Fiche): SaveReason | undefined {
    const answered = Math.max(0, Math.min(this.#sent.length, fiche.version - (this.#sent[0]?.version ?? 0)));
    const sent = this.#sent[answered - 1];
    this.#sent = this.#sent.slice(answered);
    this.fiche = fiche;
    this.session = this.#over(fiche, sent?.saisie ?? this.session.base);
    this.#lay();
    return sent?.reason;
  }

  /** The same text over this version of the server: what differs from it is to be saved. */
  restOn(fiche: Fiche): void {
    this.fiche = fiche;
    this.session = adoptSaved(this.session, fiche);
  }

  /** Starts again from the version of somebody else, keeping the person's own text for these fields. */
  rebase(theirs: Fiche, kept: ReadonlySet<string>): void {
    const mine = this.session;
    let session: Session = { ...openSession(theirs), left: mine.left, attempted: mine.attempted };
    for (const { field: { path } } of placedFields(this.schema)) if (kept.has(path)) session = carryField(this.schema, path, mine.saisie, session);
    this.fiche = theirs;
    this.session = session;
    this.#sent = [];
    this.#lay();
  }

  /** The session over a newer fiche: fields that differ from `known` are the person's, the others are the server's. */
  #over(fiche: Fiche, known: Saisie): Session {
    const mine = this.session;
    if (equal(mine.saisie.contenu, known.contenu) && equal(mine.saisie.illisibles, known.illisibles)) {
      return { ...adoptSaved(mine, fiche), saisie: { contenu: fiche.contenu, illisibles: fiche.illisibles } };
    }
    let session: Session = { ...adoptSaved(mine, fiche), saisie: { contenu: fiche.contenu, illisibles: fiche.illisibles } };
    for (const { field } of placedFields(this.schema)) if (!sameField(this.schema, field, mine.saisie, known)) session = carryField(this.schema, field.path, mine.saisie, session);
    return { ...session, typed: mine.typed, left: mine.left, proposed: mine.proposed };
  }

  /** Fields to draw again. The lists that hold the path have a part of their own for what is said of them. */
  #dependents(path: string): readonly string[] {
    return dependents(this.schema, path, this.saisie.contenu).filter((one) => !isWithin(path, one));
  }

  #after(path: string): Effect {
    const near = this.#dependents(path);
    // A field of an element that depends on this one may appear or go: its element is drawn again.
    const paths = [...near, ...around(path), ...near.filter((one) => one !== path).map((one) => body(one.slice(0, one.lastIndexOf('.'))))];
    if (near.length <= 1) return { paths };
    const before = this.outline;
    this.#lay();
    const appeared = count(this.outline) - count(before);
    return sameOutline(before, this.outline) ? { paths } : { paths, appeared };
  }

  #lay(): void {
    if (!this.#context) return;
    const context = this.#context;
    this.outline = this.schema.sections
      .map((section) => ({ section, fields: section.fields.filter((field) => isShown(this.schema, { field, section }, this.saisie.contenu, context)) }))
      .filter(({ section, fields }) => fields.length > 0 && (this.#bloc === undefined || section.id === this.#bloc));
  }
}

const count = (outline: Outline): number => outline.reduce((total, { fields }) => total + fields.length, 0);
const sameOutline = (a: Outline, b: Outline): boolean => a.length === b.length && a.every(({ section, fields }, at) =>
  section === b[at]?.section && fields.length === b[at]?.fields.length && fields.every((field, place) => field === b[at]?.fields[place]));
