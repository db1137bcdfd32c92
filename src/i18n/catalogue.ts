import { fr } from './fr.ts';
import { arbreOutils } from './fr/arbre-outils.ts';
import { anomalies } from './fr/anomalies.ts';
import { carte } from './fr/carte.ts';
import { correction } from './fr/correction.ts';
import { disponibilites } from './fr/disponibilites.ts';
import { document } from './fr/document.ts';
import { favoris } from './fr/favoris.ts';
import { ficheLue } from './fr/fiche-lue.ts';
import { genres } from './fr/genres.ts';
import { integration } from './fr/integration.ts';
import { planningActions } from './fr/planning-actions.ts';
import { planningExceptions } from './fr/planning-exceptions.ts';
import { planningFiche } from './fr/planning-fiche.ts';
import { planningGestes } from './fr/planning-gestes.ts';
import { planningGrille } from './fr/planning-grille.ts';
import { planning } from './fr/planning.ts';
import { rechercheActions } from './fr/recherche-actions.ts';
import { rechercheCarte } from './fr/recherche-carte.ts';
import { rechercheComparer } from './fr/recherche-comparer.ts';
import { rechercheEnregistrees } from './fr/recherche-enregistrees.ts';
import { rechercheExport } from './fr/recherche-export.ts';
import { sommaire } from './fr/sommaire.ts';
import { rapports } from './fr/rapports.ts';
import { recherche } from './fr/recherche.ts';

/** Every sentence that a user can read, in French. No element imports it: each brings `fr`, or its own words only. */
export const catalogue = { ...fr, anomalies, arbreOutils, carte, correction, disponibilites, document, favoris, ficheLue, genres, integration, planning, planningGrille, planningActions, planningExceptions, planningFiche, planningGestes, rapports, sommaire, recherche, rechercheActions, rechercheCarte, rechercheComparer, rechercheEnregistrees, rechercheExport } as const;
