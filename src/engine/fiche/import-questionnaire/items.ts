import { isObject, list, own, text, type JsonObject } from '../../../nomenclature/foreign-json.ts';
import type { ItemReport } from './report.ts';

/** A section as it grows. */
export interface Draft<Field> {
  readonly title: string;
  readonly help: string[];
  readonly fields: Field[];
}

/** A question of the model, with what surrounds it. */
export interface Question<Field> {
  readonly at: string;
  readonly item: JsonObject;
  readonly linkId: string;
  readonly type: string;
  readonly definition: string | undefined;
  /** The items that hold it, the nearest first. */
  readonly around: readonly JsonObject[];
  readonly section: Draft<Field>;
}

/** The models known hold a few hundred items, six or seven deep. */
const MOST = 5_000;
const DEPTH = 60;
/** A shorter display is the heading of what follows it; a longer one is help. */
const HEADING = 80;

/** The questions of a model in their order, and the sections that its titled groups and headings make. */
export function readItems<Field>(json: unknown, title: string, report: (remark: ItemReport) => void): { readonly questions: readonly Question<Field>[]; readonly sections: readonly Draft<Field>[] } {
  const questions: Question<Field>[] = [];
  const sections: Draft<Field>[] = [];
  let seen = 0;
  const open = (words: string): Draft<Field> => { const draft: Draft<Field> = { title: words, help: [], fields: [] }; sections.push(draft); return draft; };

  const visit = (items: readonly unknown[], path: string, section: Draft<Field>, around: readonly JsonObject[]): void => {
    let current = section;
    for (const [index, item] of items.entries()) {
      const at = `${path}.${index}`;
      if (seen >= MOST) { report({ at, code: 'too-many', kept: false }); return; }
      seen += 1;
      if (!isObject(item)) { report({ at, code: 'not-an-item', kept: false }); continue; }
      const said = identity(item, at);
      const type = text(item, 'type') ?? '';
      const words = text(item, 'text');
      const under = list(item, 'item');
      if (type === 'display') {
        if (words === undefined) report({ ...said, code: 'empty-group', kept: false });
        else if (words.length > HEADING) current.help.push(words);
        else current = open(words);
      } else if (type !== 'group') {
        questions.push({ at, item, linkId: said.linkId ?? '', type, definition: said.definition, around, section: current });
      } else if (under.length === 0) report({ ...said, code: 'empty-group', kept: false });
      if (under.length === 0) continue;
      if (around.length >= DEPTH) { report({ ...said, code: 'too-deep', kept: false }); continue; }
      const titled = type === 'group' && words !== undefined && said.definition === undefined;
      visit(under, `${at}.item`, titled ? open(words) : current, [item, ...around]);
    }
  };
  visit(list(json, 'item'), 'item', open(title), []);
  return { questions, sections };
}

/** How a report names an item. */
export function identity(item: unknown, at: string): Pick<ItemReport, 'at' | 'linkId' | 'definition'> {
  const [linkId, definition] = [text(item, 'linkId')?.slice(0, 500), text(item, 'definition')?.slice(0, 1_000)];
  return { at, ...(linkId !== undefined && { linkId }), ...(definition !== undefined && { definition }) };
}

/** The value of an extension of an item, by the end of its URL. */
export function extension(item: unknown, name: string): JsonObject | undefined {
  return list(item, 'extension').filter(isObject).find((one) => text(one, 'url')?.endsWith(`/${name}`));
}

export const isHidden = (item: unknown): boolean => own(extension(item, 'questionnaire-hidden'), 'valueBoolean') === true;
