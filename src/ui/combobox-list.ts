/** What `LaterCombobox` brings when somebody comes to a field. */
export { combobox } from './combobox.ts';
export { comboboxListStyles } from './combobox-list.styles.ts';
