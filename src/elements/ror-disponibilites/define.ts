import { defineElement } from '../define-element.ts';
import { RorDisponibilites } from './ror-disponibilites.ts';

defineElement('ror-disponibilites', RorDisponibilites);
