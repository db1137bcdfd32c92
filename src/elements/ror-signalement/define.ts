import { defineElement } from '../define-element.ts';
import { RorSignalement } from './ror-signalement.ts';

defineElement('ror-signalement', RorSignalement);
