/** What a person does with `ror-fiche-form`, by the names they see: `(await formulaire(UniteVide)).tape('Nom', 'Unité')`. */
import { fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import type { FicheSave } from '../../src/elements/ror-fiche-form/events.ts';
import type { RorFicheForm } from '../../src/elements/ror-fiche-form/ror-fiche-form.ts';
import { waitUntil } from './wait.ts';

interface Story { readonly render: () => TemplateResult }
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const bare = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').replace(/ ?\*( \(obligatoire\))?$/, '').trim();

/** @param waiting lets lists be missing: the test waits for what it needs. */
export async function formulaire({ render }: Story, { waiting = false } = {}) {
  const top = await fixture<HTMLElement>(render());
  const form = (top.matches('ror-fiche-form') ? top : top.querySelector('ror-fiche-form')) as RorFicheForm;
  const root = form.shadowRoot!;
  const settled = async () => {
    await waitUntil(() => !root.querySelector(waiting ? '.skeleton' : '.skeleton, .waiting'), 'the lists are loaded');
    await form.updateComplete;
  };
  await settled();

  const saves: FicheSave[] = [];
  const changes: boolean[] = [];
  form.addEventListener('ror-fiche-save', ({ detail }) => saves.push(detail));
  form.addEventListener('ror-fiche-change', ({ detail }) => changes.push(detail.modified));

  const all = <E extends Element = HTMLElement>(selector: string) => [...root.querySelectorAll<E>(selector)];
  /** The control of this label; of a group of choices, the one of this choice. */
  const champ = (label: string, choice?: string): Control => {
    const group = choice === undefined ? root : all('fieldset').find((set) => bare(set.querySelector('legend')?.textContent).startsWith(label));
    const found = [...(group ?? root).querySelectorAll('label')].find((each) => bare(each.textContent) === (choice ?? label));
    const control = found?.control ?? (found && root.getElementById(found.htmlFor));
    if (!control) throw new Error(`No field « ${label} » ${choice ?? ''}`);
    return control as Control;
  };
  const bouton = (name: string): HTMLButtonElement => {
    const found = all<HTMLButtonElement>('button').find((each) => bare(each.ariaLabel ?? each.textContent).startsWith(name));
    if (!found) throw new Error(`No button « ${name} »`);
    return found;
  };
  const presse = async (...keys: string[]) => {
    for (const press of keys) await sendKeys({ press });
    await form.updateComplete;
  };
  const tape = async (label: string, text: string) => {
    const control = champ(label);
    control.focus();
    if ('select' in control && control.value) control.select();
    await sendKeys({ type: text });
    await form.updateComplete;
  };

  return {
    form, root, top, saves, changes, settled, all, champ, bouton, presse, tape,
    /** Types, then leaves the field. */
    remplit: async (label: string, text: string) => {
      await tape(label, text);
      await presse('Tab');
    },
    efface: async (label: string) => {
      (champ(label) as HTMLInputElement).select();
      (champ(label) as HTMLInputElement).focus();
      await presse('Backspace', 'Tab');
    },
    /** Searches in a combobox and takes the first result. */
    cherche: async (label: string, text: string) => {
      await tape(label, text);
      await presse('ArrowDown', 'Enter');
      await settled();
    },
    coche: async (group: string, choice: string) => {
      champ(group, choice).focus();
      await presse('Space');
    },
    clique: async (name: string) => {
      bouton(name).focus();
      await presse('Enter');
    },
    labels: () => all('.field[data-path]').map((field) => bare(field.querySelector('label, legend, dt')?.textContent)),
    /** Sentences beside a field, errors and warnings. */
    constats: (label: string, choice?: string) => {
      const control = champ(label, choice);
      const ids = (control.getAttribute('aria-describedby') ?? control.closest('fieldset')?.getAttribute('aria-describedby') ?? '').split(' ');
      const list = ids.filter((id) => id.endsWith('-messages')).map((id) => root.getElementById(id));
      return list.flatMap((messages) => [...messages!.querySelectorAll('li')].map((line) => bare(line.textContent)));
    },
    options: () => all('[role=option]').map((option) => bare(option.textContent)),
    annonce: (text: string | RegExp) => waitUntil(() => {
      const said = root.querySelector('[data-announcer]')?.textContent ?? '';
      return typeof text === 'string' ? said.includes(text) : text.test(said);
    }, `« ${String(text)} » is announced`),
    focused: () => root.activeElement as HTMLElement | null,
    titre: () => bare(root.activeElement?.textContent),
    lignes: () => all('.chosen li').map((line) => bare(line.querySelector('label')!.textContent)),
  };
}
