import { embedded, RorClient } from '../src/client/index.ts';
import type { OperationName } from '../src/contract/operations.ts';
import type { Acteur, Role } from '../src/domain/acteur.ts';
import type { Dossier, DossierResume } from '../src/domain/dossier.ts';
import type { Fiche, FicheResume } from '../src/domain/fiche.ts';

/** The fictitious EHPAD of the guides, as situations of the stories. Data only: nothing here decides anything. */

export const acteur = (role: Role = 'referent'): Acteur => ({ id: 'a1', nom: 'Claire Martin', role, entitesGeographiques: ['eg-ehpad-test'], departements: [] });

const fiche = (more: Partial<FicheResume>): FicheResume => ({ id: 'f-eg', type: 'EG', parentId: null, nom: 'EHPAD TEST', etat: 'en-attente', version: 1, origineId: 'eg-ehpad-test', ...more });

export const ficheEG = fiche({});
export const uniteEnCreation: FicheResume = { id: 'f-uo', type: 'UO', parentId: 'f-eg', nom: '', etat: 'en-creation', version: 1 };
export const uniteFinalisee: FicheResume = { id: 'f-uo', type: 'UO', parentId: 'f-eg', nom: 'Unité hébergement pour personnes âgées dépendantes', etat: 'finalisee', version: 3 };

export const dossier = (more: Partial<Dossier> = {}): Dossier => ({
  id: 'd1', nom: 'Peuplement de EHPAD TEST', entiteGeographiqueId: 'eg-ehpad-test', categorieEG: '500', departement: '78',
  circuit: 'medico-social', valideur: 'gestionnaire', etat: 'EN_COURS', dateEffet: null, motifRefus: null, version: 1,
  dateCreation: '2026-11-02T09:00:00Z', dateMiseJour: '2026-11-18T14:30:00Z', fiches: [ficheEG, uniteEnCreation], ...more,
});

/** Every fiche green, the date chosen: nothing left but to send. */
export const dossierPret = (more: Partial<Dossier> = {}): Dossier =>
  dossier({ dateEffet: '2099-01-15', fiches: [fiche({ etat: 'finalisee' }), uniteFinalisee], ...more });

export const resume = ({ fiches, ...rest }: Dossier): DossierResume =>
  ({ ...rest, nombreFiches: fiches.length, nombreFinalisees: fiches.filter(({ etat }) => etat === 'finalisee').length });

export const contenuFiche = (row: FicheResume): Fiche => ({
  ...row, contenu: row.type === 'EG' ? { denominationEG: row.nom, categorieEG: '500', numFINESS: '780000006' } : {}, illisibles: {}, dateMiseJour: '2026-11-18T14:30:00Z',
});

/** A client whose answers are those of the situation; anything else never answers. */
export function situation(answers: { readonly [N in OperationName]?: (input: never) => unknown }): RorClient {
  return new RorClient(embedded(async (name, input) => {
    const answer = answers[name as OperationName];
    return answer ? answer(input as never) : new Promise(() => undefined);
  }));
}
