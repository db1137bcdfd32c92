/**
 * `ror-elements`: everything public, and nothing registered. In the order of the house: what exists, what it is
 * called, what is allowed, what can be asked of a server, what is shown.
 */

// Domain: one schema and one type per object of the exposure model.
export * from './domain/acteur.ts';
export * from './domain/adresse.ts';
export * from './domain/anomalie.ts';
export * from './domain/contact.ts';
export * from './domain/dossier.ts';
export * from './domain/entite-geographique.ts';
export * from './domain/entite-juridique.ts';
export * from './domain/favoris.ts';
export * from './domain/fiche.ts';
export * from './domain/horaire.ts';
export * from './domain/identifiants.ts';
export * from './domain/lieu-realisation-offre.ts';
export * from './domain/lieu.ts';
export * from './domain/metadonnees.ts';
export * from './domain/noeud.ts';
export * from './domain/offre-operationnelle.ts';
export * from './domain/organisation-interne.ts';
export * from './domain/professionnel.ts';
export * from './domain/quantite.ts';
export * from './domain/signalement.ts';
export * from './domain/tarif.ts';
export * from './domain/territoire.ts';

// Nomenclature.
export { Associations } from './nomenclature/associations.ts';
export { loadCommunes, type Commune, type Communes } from './nomenclature/communes.ts';
export { compareEditions, keepRetired, storedChanges, withEditions, type EditionChanges, type StoredChange, type StoredCode } from './nomenclature/editions.ts';
export { importValueSet, type EditionData, type Imported, type ImportOptions } from './nomenclature/import-fhir.ts';
export type { ImportProblem } from './nomenclature/import-problem.ts';
export { replacementOf, type Replacement } from './nomenclature/replacement.ts';
export { synonymes, type Synonymes } from './nomenclature/synonymes.ts';
export { createSource, loadCatalogue, loadValueSet, officialSource, type NomenclatureSource } from './nomenclature/load.ts';
export { Nomenclature } from './nomenclature/nomenclature.ts';
export { ValueSet, type Concept, type ValueSetData } from './nomenclature/value-set.ts';
export type { ValueSetId } from './nomenclature/value-set-ids.ts';

// Form-schema engine.
export { checkEditions, checkSources, type FicheChange } from './engine/fiche/check-editions.ts';
export { editionOf, rememberEditions } from './engine/fiche/editions.ts';
export { chooseModel, type ModelContext } from './engine/fiche/import-questionnaire/choose-model.ts';
export { importQuestionnaire, type ImportedModel, type ModelHead, type QuestionnaireOptions } from './engine/fiche/import-questionnaire/import-questionnaire.ts';
export type { ItemReport } from './engine/fiche/import-questionnaire/report.ts';
export { manques } from './engine/fiche/complete.ts';
export { neededValueSets } from './engine/fiche/value-sets.ts';
export { parseFormSchema } from './engine/fiche/form-schema.ts';
export { interpret } from './engine/fiche/interpret.ts';
export type { Issue } from './engine/fiche/issue.ts';
export { blocking, issues } from './engine/fiche/issues.ts';
export { completeName, proposeName } from './engine/fiche/naming.ts';
export { correctName, nameIssues, type Named } from './engine/fiche/naming-remarks.ts';
export { formSchema } from './engine/fiche/schemas.ts';
export type { Condition, FicheContext, Field, FieldView, FormSchema, FormView, Option, Section } from './engine/fiche/types.ts';

// Dossier engine.
export { circuitDe } from './engine/dossier/circuit.ts';
export type { Commande, CommandeDossier } from './engine/dossier/commandes.ts';
export { apercu } from './engine/dossier/contexte.ts';
export { creerDossier } from './engine/dossier/creer.ts';
export { can, decide } from './engine/dossier/decide.ts';
export { evolve, evolveSaisie, rejouer } from './engine/dossier/evolve.ts';
export { publier } from './engine/dossier/fusion.ts';
export { progression, type Etape, type Progression } from './engine/dossier/progression.ts';
export type { Refus } from './engine/dossier/refus.ts';
export type { Contexte, Decision, Evenement } from './engine/dossier/types.ts';
export { porteeDe, voit } from './engine/dossier/visibilite.ts';

// Search engine: what is searched, and its round trip with an address that the host owns.
export type { Critere, Criteres, Ou, Quoi, Tri } from './engine/recherche/criteres.ts';
export type { EtablissementTrouve, LieuPropose, OffreTrouvee, PageResultats } from './engine/recherche/resultats.ts';
export { depuisRequete, versRequete, type Paires } from './engine/recherche/url.ts';
export { geocodeurAdresse } from './client/geocodeur-adresse.ts';
export { itinerairesEstimes, itinerairesOsrm } from './client/itineraires.ts';
export type { Geocodeur, Itineraires } from './client/ports-recherche.ts';

// Contract and client.
export type { InputOf, Operation, OutputOf } from './contract/operation.ts';
export { operations, type OperationName, type Operations } from './contract/operations.ts';
export { problem, Problem, ProblemError } from './contract/problem.ts';
export * from './client/index.ts';

// Words, elements and their events.
export { RorSemaineChangeEvent } from './elements/ror-weekly-planning/events.ts';
export { RorWeeklyPlanning } from './elements/ror-weekly-planning/ror-weekly-planning.ts';
export { catalogue as fr } from './i18n/catalogue.ts';
export type { Catalogue, Messages } from './i18n/messages.ts';
export type { Caller } from './controllers/contexts.ts';
export { purgeBrouillons } from './controllers/purge-brouillons.ts';
export type { Jour, Plage, Semaine } from './engine/planning/types.ts';
export { RorAnomalies } from './elements/ror-anomalies/ror-anomalies.ts';
export { RorPlacesChangeEvent } from './elements/ror-disponibilites/events.ts';
export { RorDisponibilites } from './elements/ror-disponibilites/ror-disponibilites.ts';
export { RorFavorisChangeEvent } from './elements/ror-favoris/events.ts';
export { RorFavoris } from './elements/ror-favoris/ror-favoris.ts';
export { RorFicheOpenEvent } from './elements/ror-fiche/open-event.ts';
export { RorAnomalieChangeEvent, RorAnomalieDemandeEvent, RorAnomalieOpenEvent, type ChampSignale, type DemandeSignalement } from './elements/ror-signalement/events.ts';
export { RorSignalement } from './elements/ror-signalement/ror-signalement.ts';
export { RorDossierChangeEvent, RorDossierOpenEvent } from './elements/ror-dossier/events.ts';
export { RorDossier } from './elements/ror-dossier/ror-dossier.ts';
export { RorFiche } from './elements/ror-fiche/ror-fiche.ts';
export { RorDossierDemandeEvent, RorFicheCorrectionEvent, RorFicheExportEvent, type FicheExport } from './elements/ror-fiche/events.ts';
export type { AutreCarte } from './elements/ror-fiche/ror-fiche.lieu.ts';
export type { Tuiles } from './ui/carte.ts';
export { RorFicheCancelEvent, RorFicheChangeEvent, RorFicheSaveEvent, type FicheSave, type SaveReason } from './elements/ror-fiche-form/events.ts';
export { RorEditionCheckEvent, type EditionCheck } from './elements/ror-fiche-form/edition-event.ts';
export { RorFicheForm } from './elements/ror-fiche-form/ror-fiche-form.ts';
export { RorProvider } from './elements/ror-provider/ror-provider.ts';
export { RorNodeActionEvent } from './elements/ror-tree/action-event.ts';
export { RorNodeToggleEvent, RorSelectionChangeEvent } from './elements/ror-tree/events.ts';
export { RorCriteresChangeEvent } from './elements/ror-search/events.ts';
export { RorRechercheExportEvent, type RechercheExport } from './elements/ror-search/export-event.ts';
export { RorSearch } from './elements/ror-search/ror-search.ts';
export type { Exporteur, VueRecherche } from './elements/ror-search/types.ts';
export { RorTree } from './elements/ror-tree/ror-tree.ts';
export type { ActionNoeud, NoeudArbre } from './elements/ror-tree/types.ts';
