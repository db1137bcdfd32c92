/** All that a form does with names: the rules, their sentences, the buttons under the field. Comes once there is a fiche to fill. */
export { naming } from '../../engine/fiche/naming-rules.ts';
export { constatsNom } from '../../i18n/fr/nommage.ts';
export { renderCorrections } from './ror-fiche-form.corrections.ts';
