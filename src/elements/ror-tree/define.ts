import { defineElement } from '../define-element.ts';
import { RorTree } from './ror-tree.ts';

defineElement('ror-tree', RorTree);

export { RorTree };
