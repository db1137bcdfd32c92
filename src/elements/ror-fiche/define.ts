import { defineElement } from '../define-element.ts';
import { RorFiche } from './ror-fiche.ts';

defineElement('ror-fiche', RorFiche);
