import type { Saisie } from '../../../domain/fiche.ts';
import type { Filters } from '../../../engine/fiche/options.ts';
import type { Session } from '../../../engine/fiche/session.ts';
import type { FicheContext, Field, FieldView, FormSchema, KindName, Option } from '../../../engine/fiche/types.ts';
import type { FormMessages } from '../../../i18n/messages.ts';
import type { FieldProps } from '../../../ui/field.ts';
import type { CodePort } from './code-port.ts';

/** What a field asks of the form that holds it. */
export interface FormPort extends CodePort {
  readonly messages: FormMessages;
  /** The text of a field as it is typed. */
  type(path: string, text: string): void;
  /** A choice made. */
  choose(path: string, value: unknown): void;
  /** The text of a search that names no choice: kept, and said to be unreadable. */
  keepUnreadable(path: string, text: string): void;
  leave(path: string): void;
  say(message: string): void;
  /** Whether the list of the field is there; it comes by itself when the field is shown. */
  hasOptions(view: FieldView): boolean;
  options(view: FieldView): readonly Option[];
  describe(view: FieldView, code: string): Option;
  /** Steps that shorten the list of this field, and are not stored. */
  filters(path: string): Filters;
  filter(path: string, filters: Filters): void;
  stepOptions(step: 'discipline' | 'besoin'): readonly { readonly code: string; readonly label: string }[];
  /** A kind that comes on demand; undefined until it is there. */
  kind(name: KindName): FieldKind | undefined;
  readonly inner: CompositePort;
}

/** What a field that holds fields asks besides. */
export interface CompositePort {
  readonly around: { readonly schema: FormSchema; readonly saisie: Saisie; readonly context: FicheContext };
  view(field: Field): FieldView;
  /** The text to show: as typed while the person types. */
  text(view: FieldView): string;
  /** A field of the field, in its frame; nothing when it is not to be shown. */
  draw(field: Field): unknown;
  /** A part that is drawn again alone, by its key (`sub-paths.ts`). */
  part(key: string, template: () => unknown): unknown;
  refresh(...keys: readonly string[]): void;
  /** A change of the engine's session: an element added, removed, put back. */
  edit(path: string, act: (session: Session, schema: FormSchema) => Session): void;
}

/** One field to be drawn. */
export interface FieldSlot {
  readonly view: FieldView;
  /** The text to show: as typed while the person types. */
  readonly text: string;
  readonly props: FieldProps;
  readonly form: FormPort;
}

/** How a kind of field is filled and how it is read; what it means is in `engine/fiche/kinds`. */
export interface FieldKind {
  edit(slot: FieldSlot): unknown;
  /** The value in words; empty text when there is none. */
  show(slot: FieldSlot): unknown;
}
