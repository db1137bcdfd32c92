import { nothing } from 'lit';
import type { Brouillon } from '../../controllers/brouillons.ts';
import type { Fiche } from '../../domain/fiche.ts';
import { ensuite } from '../../i18n/fr/formulaire-suite.ts';
import { equal } from '../../engine/fiche/equal.ts';
import { adopt } from '../../ui/adopt.ts';
import { differences, storedVersion, type Difference } from './conflict.ts';
import type { KeeperInWaiting } from './keeper-in-waiting.ts';
import type { FormPort } from './kinds/kind.ts';
import { renderFound } from './ror-fiche-form.brouillon.ts';
import { renderConflict } from './ror-fiche-form.conflict.ts';
import type { RorFicheForm } from './ror-fiche-form.ts';
import { Sitting } from './sitting.ts';
import { versionsStyles } from './versions.styles.ts';

interface Form {
  readonly host: Pick<RorFicheForm, 'failure' | 'fiche' | 'headingLevel' | 'renderRoot' | 'requestUpdate'>;
  readonly garde: KeeperInWaiting;
  readonly port: FormPort;
  readonly sitting: () => Sitting | undefined;
  /** Goes on with another sitting on the same fiche. */
  readonly sit: (sitting: Sitting) => void;
  readonly lead: (id: string) => void;
  /** The text on screen has changed otherwise than by typing. */
  readonly changed: () => void;
}

export { suiteStyles } from './suite.styles.ts';

/**
 * The other versions of what is on screen, and what the person makes of them: that of the server when somebody saved
 * meanwhile, and the text of an earlier sitting.
 */
export class Versions {
  #conflict: { readonly theirs: Fiche; readonly differences: readonly Difference[]; readonly kept: ReadonlySet<string>; readonly found?: Brouillon | undefined } | undefined;
  #settled: RorFicheForm['failure'];
  #dropping = false;

  constructor(private readonly form: Form) {
    adopt(form.host.renderRoot, versionsStyles);
  }

  /** Whether two versions are shown, to be chosen from. */
  get shown(): boolean {
    return this.#conflict !== undefined;
  }

  /** Whether the failure needs no word of its own: its two versions are shown, or were answered. */
  get told(): boolean {
    const { failure } = this.form.host;
    return this.shown || (failure?.kind === 'stale' && storedVersion(failure) !== undefined && failure === this.#settled);
  }

  reset(): void {
    this.#conflict = undefined;
    this.#dropping = false;
  }

  /** Compares with the version of the server, when the last save met one. @param quietly nobody asked for that save. */
  compare(sitting: Sitting, quietly: boolean): void {
    const { failure } = this.form.host;
    if (failure === this.#settled) return;
    this.#settled = failure;
    const theirs = storedVersion(failure);
    this.#conflict = theirs && confront(sitting, theirs);
    if (!this.#conflict) return;
    // In the middle of their typing, the person is told; they are led there when they asked to save.
    if (quietly) this.form.port.say(this.#words.garde.conflit);
    else this.form.lead('conflit-titre');
  }

  render(): unknown {
    const { form: { host, garde, port } } = this;
    const sitting = this.form.sitting();
    if (this.#conflict) {
      const title = this.#conflict.found && this.#words.comparer;
      return renderConflict({ ...this.#conflict, title, onKeep: this.#onKeep, onApply: this.#onApply, form: port, headingLevel: host.headingLevel + 1 });
    }
    const { found } = garde;
    if (!found || !sitting) return nothing;
    return renderFound({
      found, moved: moved(sitting, found), asking: this.#dropping, messages: port.messages,
      onTake: () => { this.#take(found); }, onAsk: this.#onAsk, onDrop: () => { this.#drop(found); },
    });
  }

  get #words() {
    return ensuite(this.form.port.messages.formulaire).brouillon;
  }

  /** The found text comes into the form: as it is when it covers nothing, else compared with what it would cover. */
  #take(found: Brouillon): void {
    const { form } = this;
    const before = form.sitting()!;
    const { schema, fiche, saisie } = before;
    const compared = moved(before, found);
    form.garde.leave();
    const next = new Sitting(schema, compared ? found.base : fiche, found);
    form.sit(next);
    form.garde.enter();
    const theirs = { ...fiche, ...saisie };
    this.#conflict = compared ? { ...confront(next, theirs), found } : undefined;
    if (!compared) void form.garde.settle(found);
    form.port.say(this.#words.repris);
    form.lead(compared ? 'conflit-titre' : 'titre');
    form.changed();
  }

  #drop(found: Brouillon): void {
    this.#dropping = false;
    this.form.port.say(this.#words.abandonne);
    void this.form.garde.settle(found).then(() => { this.form.lead('titre'); });
  }

  readonly #onAsk = (asking: boolean): void => {
    this.#dropping = asking;
    this.form.host.requestUpdate();
    this.form.lead(asking ? 'retrouve-non' : 'retrouve-reprendre');
  };

  readonly #onKeep = (paths: readonly string[], keep: boolean): void => {
    if (!this.#conflict) return;
    const kept = new Set(this.#conflict.kept);
    for (const path of paths) if (keep) kept.add(path); else kept.delete(path);
    this.#conflict = { ...this.#conflict, kept };
    this.form.host.requestUpdate();
  };

  readonly #onApply = (): void => {
    const { form } = this;
    const sitting = form.sitting();
    if (!this.#conflict || !sitting) return;
    const { theirs, kept, found } = this.#conflict;
    sitting.rebase(theirs, kept);
    this.#conflict = undefined;
    if (found) {
      // What it was compared with is the text on screen, part of which the server may not have.
      if (form.host.fiche) sitting.restOn(form.host.fiche);
      void form.garde.settle(found);
    }
    form.port.say(ensuite(form.port.messages.formulaire).conflit.fait);
    form.lead('titre');
    form.changed();
  };
}

export const versionsOf = (form: Form): Versions => new Versions(form);

/** Whether a text was typed on something else than what is on screen. */
const moved = ({ fiche, modified }: Sitting, { base }: Brouillon): boolean =>
  modified || !equal([base.contenu, base.illisibles], [fiche.contenu, fiche.illisibles]);

/** What the person changed is kept, unless they say otherwise. */
function confront(sitting: Sitting, theirs: Fiche) {
  const found = differences(sitting, theirs);
  return { theirs, differences: found, kept: new Set(found.filter(({ touched }) => touched).map(({ mine }) => mine.field.path)) };
}
