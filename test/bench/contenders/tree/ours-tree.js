// Our contender in the tree task of the comparison bench; see ../README.md. `ror-elements/…` is this repository.
import 'ror-elements/ror-tree.js';

let tree;
const rows = () => tree.shadowRoot.querySelectorAll('[role=treeitem]');
const shown = (ids) => {
  const drawn = new Set([...rows()].map((row) => row.dataset.cle.slice(1)));
  return ids.every((id) => drawn.has(id));
};
window.bench = {
  mount(data, at) {
    tree = document.createElement('ror-tree');
    tree.style.setProperty('--ror-tree-height', '600px');
    // All are windowed here, so that the small sizes are compared with peers that always are.
    Object.assign(tree, { windowFrom: 100, lecture: { id: (x) => x.id, enfants: (x) => x.children, noeud: (x) => ({ id: x.id, code: x.type, nom: x.label }) }, noeuds: data });
    at.append(tree);
  },
  readyMounted: () => rows().length >= 8,
  expand(node) { tree.expanded = [...tree.expanded, node.id]; },
  readyExpanded: (node) => shown(node.children.slice(0, 10).map(({ id }) => id)),
  expandAll() { tree.expandAll = true; },
  readyAll: (flat) => shown(flat.slice(0, 20).map(({ id }) => id)),
  focus() { rows()[0].focus(); },
  active: () => tree.shadowRoot.activeElement?.dataset.cle,
};
