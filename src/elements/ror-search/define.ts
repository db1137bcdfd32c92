import { defineElement } from '../define-element.ts';
import { RorSearch } from './ror-search.ts';

defineElement('ror-search', RorSearch);
