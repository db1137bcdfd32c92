import { defineElement } from '../define-element.ts';
import { RorFicheForm } from './ror-fiche-form.ts';

defineElement('ror-fiche-form', RorFicheForm);

export { RorFicheForm };
