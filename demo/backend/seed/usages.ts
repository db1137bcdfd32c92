import type { Acteur } from '../../../src/domain/acteur.ts';
import type { Signalement } from '../../../src/domain/signalement.ts';
import type { CommandeAnomalie, Declaration } from '../../../src/engine/anomalie/commandes.ts';
import { decideAnomalie, signaler } from '../../../src/engine/anomalie/decide.ts';
import type { ContexteAnomalie } from '../../../src/engine/anomalie/types.ts';
import type { Requeteur } from '../database/database.ts';
import { appliquerActes, departementsDe, lireAssignables } from '../repositories/anomalies.ts';
import { ecrireListes } from '../repositories/favoris.ts';
import type { Rules } from '../rules.ts';
import { comptesDeDemonstration } from './comptes.ts';
import type { Graine } from './vocabulary.ts';

/** Lists of favourites of the demonstration, by account. */
const FAVORIS: Readonly<Record<string, readonly { readonly id: string; readonly nom: string; readonly noeuds: readonly string[] }[]>> = {
  referent: [{ id: 'liste-referent', nom: '', noeuds: ['eg-ehpad-test', 'eg-ime-t-kitoi'] }],
  lecteur: [
    { id: 'liste-lecteur', nom: '', noeuds: ['eg-ehpad-du-colibri'] },
    { id: 'liste-lecteur-sorties', nom: 'Sorties d’hospitalisation', noeuds: ['uo-crt-volet-1', 'uo-crt-volet-2', 'eg-ehpad-sainte-claire'] },
  ],
};

interface Signale extends Declaration {
  readonly id: string;
  readonly noeudId: string;
  readonly par: string;
  readonly suites: readonly { readonly par: string; readonly commande: CommandeAnomalie }[];
}

/** Reports of the demonstration, with what became of them. */
const ANOMALIES: readonly Signale[] = [
  {
    id: 'anomalie-1', noeudId: 'uo-crt-volet-1', par: 'lecteur', thematique: '06', actionDemandee: 'COR', message: 'Le numéro du secrétariat ne répond plus depuis lundi.',
    chemin: 'contact:accueil.telecommunication:telephone.adresseTelecom', valeurProposee: '01 99 00 03 99', suites: [],
  },
  {
    id: 'anomalie-2', noeudId: 'uo-ime-accueil-de-jour', par: 'disponibilites', thematique: '04', actionDemandee: 'COR', message: 'Les horaires sont ceux de l’année dernière.',
    suites: [{ par: 'tutelle', commande: { type: 'assigner', compteId: 'compte-referent' } }],
  },
  {
    id: 'anomalie-3', noeudId: 'eg-ehpad-du-colibri', par: 'lecteur', thematique: '02', actionDemandee: 'AJO', message: 'L’unité Alzheimer n’est pas décrite.',
    suites: [{ par: 'tutelle', commande: { type: 'changer-statut', statut: '09', reponse: 'Cette unité a fermé en 2025.' } }],
  },
  {
    id: 'anomalie-4', noeudId: 'eg-cpts-grand-versailles', par: 'referent', thematique: '01', message: 'La zone d’intervention est incomplète.', suites: [],
  },
];

/** What people of the demonstration keep and report, through the same rules as anybody. */
export async function insererUsages(tx: Requeteur, structures: readonly Graine[], { rules, instant }: { readonly rules: Rules; readonly instant: string }): Promise<void> {
  const compte = (identifiant: string): Acteur => {
    const trouve = comptesDeDemonstration.find((un) => un.identifiant === identifiant);
    if (!trouve) throw new Error(`no account ${identifiant}`);
    return trouve;
  };
  for (const [identifiant, listes] of Object.entries(FAVORIS)) await ecrireListes(tx, compte(identifiant).id, [], listes);

  const egDe = new Map<string, string>();
  const noter = (graine: Graine, eg: string | undefined): void => {
    const ici = graine.type === 'EG' ? graine.id : eg;
    if (ici !== undefined) egDe.set(graine.id, ici);
    for (const enfant of graine.enfants) noter(enfant, ici);
  };
  for (const structure of structures) noter(structure, undefined);
  const tous = (graines: readonly Graine[]): Graine[] => graines.flatMap((graine) => [graine, ...tous(graine.enfants)]);
  const parId = new Map(tous(structures).map((graine) => [graine.id, graine]));

  for (const { id, noeudId, par, suites, ...declaration } of ANOMALIES) {
    const graine = parId.get(noeudId);
    if (!graine) throw new Error(`no node ${noeudId}`);
    const entiteGeographiqueId = egDe.get(noeudId) ?? null;
    const place = { departements: await departementsDe(tx, entiteGeographiqueId ?? noeudId), noeud: { id: noeudId, type: graine.type, nom: graine.nom, entiteGeographiqueId } };
    const assignables = await lireAssignables(tx, place);
    const contexte = (qui: string): ContexteAnomalie => ({ acteur: compte(qui), connait: rules.connait, assignables });
    const { id: declarantId, nom, role } = compte(par);
    const vierge: Signalement = {
      id, ...place, ...declaration, statut: '', declarant: { id: declarantId, nom, role }, assigne: null, reponse: null, version: 0, dateCreation: instant, dateMiseJour: instant, dateCloture: null,
    };
    const ne = signaler(declaration, contexte(par));
    if (ne.refus) throw new Error(`${id} is refused: ${ne.refus.code}`);
    let etat = await appliquerActes(tx, vierge, ne.evenements.map((evenement, rang) => ({ evenement, auteur: rang === 0 ? compte(par) : null })), instant);
    for (const suite of suites) {
      const { evenements, refus } = decideAnomalie(etat, suite.commande, contexte(suite.par));
      if (refus) throw new Error(`${id}: ${suite.commande.type} is refused: ${refus.code}`);
      etat = await appliquerActes(tx, etat, evenements.map((evenement) => ({ evenement, auteur: compte(suite.par) })), instant);
    }
  }
}
