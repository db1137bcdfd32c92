/** The same native controls by hand, without any feature: what the browser itself takes. */
import { expose, timed, type Control } from './measure.ts';

const main = document.body.appendChild(document.createElement('main'));
let prepared: readonly Control[] = [];
/** What a gesture will add. */
let later: readonly Control[] = [];
const values: Record<string, string> = {};

function node({ tag, type, label, options }: Control, at: number): HTMLElement {
  if (tag === 'li') {
    const row = document.createElement('li');
    row.tabIndex = -1;
    row.textContent = label;
    return row;
  }
  const around = document.createElement('label');
  const control = document.createElement(tag);
  control.name = `n${at}`;
  if (control instanceof HTMLInputElement) control.type = type;
  if (control instanceof HTMLSelectElement) control.append(...options.map((text) => new Option(text)));
  control.addEventListener('input', () => { values[control.name] = control.value; });
  around.append(label, control);
  return around;
}

function append(list: readonly Control[]): void {
  const from = main.childElementCount;
  const lines = document.createDocumentFragment();
  list.forEach((control, at) => {
    const line = document.createElement('div');
    line.append(node(control, from + at));
    lines.append(line);
  });
  main.append(lines);
}

const inputs = (): NodeListOf<HTMLInputElement> => main.querySelectorAll('input[type="text"]');

expose({
  async prepare(given) {
    const { now, then = [] } = JSON.parse(given) as { now: readonly Control[]; then?: readonly Control[] };
    later = then;
    prepared = now;
  },
  mount: () => timed(() => { append(prepared); }, () => main.childElementCount === prepared.length, 'floor'),
  ready: () => later.length === 0,
  target: (name) => (name === 'row' ? main.querySelector('li') : inputs()[0] ?? null),
});

const more = (): void => {
  append(later);
  later = [];
};
main.addEventListener('keydown', ({ key }) => { if (key === 'Enter') more(); });
main.addEventListener('click', more);
