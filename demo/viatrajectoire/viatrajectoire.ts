/** All that this page needs of the library: one tag. The form, its fields and its sending are the browser's. */
import 'ror-elements/ror-weekly-planning.js';
