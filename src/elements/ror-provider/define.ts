import { defineElement } from '../define-element.ts';
import { RorProvider } from './ror-provider.ts';

defineElement('ror-provider', RorProvider);

export { RorProvider };
