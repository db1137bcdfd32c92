import { css } from 'lit';
import { comboboxFieldStyles } from './combobox-field.styles.ts';
import { comboboxListStyles } from './combobox-list.styles.ts';

/** A combobox and its list. */
export const comboboxStyles = css`${comboboxFieldStyles}${comboboxListStyles}`;
