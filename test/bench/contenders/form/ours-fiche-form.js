// Our contender in the form task of the comparison bench; see ../README.md. `ror-elements/…` is this repository.
import 'ror-elements/ror-fiche-form.js';
import { officialSource } from 'ror-elements/nomenclature/load.js';
import { ValueSet } from 'ror-elements/nomenclature/value-set.js';

const KINDS = { text: 'texte', number: 'nombre', date: 'date', boolean: 'booleen', select: 'code', multi: 'codes' };
/** Ids of the nomenclature, here for the lists of the task. */
const LISTS = { select: 'J19', ctrl: 'J28', multi: 'J34' };

/** The form as a page writes it for this element. */
const schemaOf = ({ sections }) => ({
  id: 'bench', version: '1', level: 'UO', title: 'Bench', names: ['s0_f0'],
  sections: sections.map(({ id, title, showWhenCtrl, fields }) => ({
    id, title, ...(showWhenCtrl && { visible: { path: 'ctrl', in: [showWhenCtrl] } }),
    fields: fields.map(({ id: path, label, type, showIf, options }) => ({
      path, kind: KINDS[type], label,
      ...(showIf && { visible: { path: showIf, filled: true } }),
      ...(LISTS[type] && { options: { valueSet: LISTS[options ? 'ctrl' : type] } }),
    })),
  })),
});

const valueSet = (id, entries) => new ValueSet({
  id, officialId: id, name: id, edition: '2026-01-01', source: { repo: 'bench' }, licence: '', systems: [], columns: ['code', 'label'], concepts: entries.map(({ code, label }) => [code, label]),
});

let booted = false;
void Promise.all(['types-offre', 'ggd', 'besoins', 'mots-cles', 'categories-eg'].map((name) => officialSource.association(name))).then(() => { booted = true; });

let el;
const root = () => el.shadowRoot;
const control = (path) => root().getElementById(`champ-${path}`);
window.bench = {
  boot: () => booted,
  mount(spec, at) {
    const sets = {
      [LISTS.select]: valueSet(LISTS.select, spec.options36), [LISTS.multi]: valueSet(LISTS.multi, spec.valueset),
      [LISTS.ctrl]: valueSet(LISTS.ctrl, spec.sections[0].fields.find(({ options }) => options).options),
    };
    el = document.createElement('ror-fiche-form');
    Object.assign(el, {
      schema: schemaOf(spec), source: { valueSet: async (id) => sets[id], association: officialSource.association },
      fiche: { id: 'bench', type: 'UO', parentId: null, nom: 'Bench', etat: 'en-attente', version: 1, dateMiseJour: '2026-11-20T09:30:00Z', contenu: {}, illisibles: {} },
    });
    at.append(el);
  },
  readyMounted: () => !!control('s59_f4'),
  textInput: () => control('s2_f0'),
  setCtrl(value) {
    const select = control('ctrl');
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  },
  readyExtra: () => control('x19_f4')?.checkVisibility() ?? false,
};
