/** Registers every tag. A page that uses one or two of them imports `ror-elements/<tag>.js` instead. */
import './elements/ror-anomalies/define.ts';
import './elements/ror-disponibilites/define.ts';
import './elements/ror-dossier/define.ts';
import './elements/ror-favoris/define.ts';
import './elements/ror-fiche/define.ts';
import './elements/ror-fiche-form/define.ts';
import './elements/ror-provider/define.ts';
import './elements/ror-signalement/define.ts';
import './elements/ror-search/define.ts';
import './elements/ror-tree/define.ts';
import './elements/ror-weekly-planning/define.ts';
