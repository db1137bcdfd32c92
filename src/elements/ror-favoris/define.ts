import { defineElement } from '../define-element.ts';
import { RorFavoris } from './ror-favoris.ts';

defineElement('ror-favoris', RorFavoris);
