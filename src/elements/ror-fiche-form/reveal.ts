import { fieldId } from './ror-fiche-form.fields.ts';

/** The control of a field, the elements that hold it opened: `contact.1.nom` is there once its contact is open. */
export function reveal(root: ShadowRoot, path: string): HTMLElement | null {
  const steps = path.split('.');
  steps.forEach((step, at) => {
    if (!/^\d+$/.test(step)) return;
    const list = root.getElementById(`${fieldId(steps.slice(0, at).join('.'))}-elements`);
    list?.dispatchEvent(new CustomEvent('open-element', { detail: Number(step) }));
  });
  // Of a table, the cell; of a value that can't be shown in its own way, the text of the whole field.
  for (let end = steps.length; end > 0; end--) {
    const found = root.getElementById(fieldId(steps.slice(0, end).join('.')));
    if (found) return found;
  }
  return null;
}
