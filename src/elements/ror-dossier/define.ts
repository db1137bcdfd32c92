import '../ror-fiche-form/define.ts';
import '../ror-tree/define.ts';
import { defineElement } from '../define-element.ts';
import { RorDossier } from './ror-dossier.ts';

defineElement('ror-dossier', RorDossier);
