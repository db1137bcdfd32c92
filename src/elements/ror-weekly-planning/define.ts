import { defineElement } from '../define-element.ts';
import { RorWeeklyPlanning } from './ror-weekly-planning.ts';

defineElement('ror-weekly-planning', RorWeeklyPlanning);

export { RorWeeklyPlanning };
