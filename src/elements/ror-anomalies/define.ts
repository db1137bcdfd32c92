import { defineElement } from '../define-element.ts';
import { RorAnomalies } from './ror-anomalies.ts';

defineElement('ror-anomalies', RorAnomalies);
