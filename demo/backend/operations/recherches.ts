import { criteresGiven, withoutCritere, type Criteres } from '../../../src/engine/recherche/criteres.ts';
import type { RechercheEnregistree } from '../../../src/engine/recherche/resultats.ts';
import { depuisRequete, versRequete } from '../../../src/engine/recherche/url.ts';
import { ProblemError } from '../../../src/contract/problem.ts';
import { badRequest } from '../bad-input.ts';
import { compterNouvelles, numerosQuiRepondent } from '../repositories/recherche-base.ts';
import type { Question } from '../repositories/recherche-exigences.ts';
import { insererRecherche, lireRecherches, marquerVues, modifierRecherche, supprimerRecherche } from '../repositories/recherches-enregistrees.ts';
import { questionDe } from './recherche.ts';
import { introuvable, type Handler, type Service } from './service.ts';

/** Searches that one person may keep. */
const AU_PLUS = 50;

/** REC-17: an offer is not new each time that it opens. */
const suivis = (criteres: Criteres): Criteres => criteresGiven(criteres).filter(({ nom }) => nom === 'ouvert').reduce(withoutCritere, criteres);

/** What is asked for a kept search; null when its place is no longer there. */
async function questionSuivie(criteres: Criteres, service: Service): Promise<Question | null> {
  try {
    return (await questionDe(suivis(criteres), service)).question;
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

async function toutes(service: Service): Promise<{ recherches: RechercheEnregistree[] }> {
  const lues = await lireRecherches(service.tx, service.acteur.id);
  const questions: { id: string; question: Question }[] = [];
  for (const { id, requete, alerte } of lues) {
    const question = alerte ? await questionSuivie(depuisRequete(new URLSearchParams(requete)), service) : null;
    if (question) questions.push({ id, question });
  }
  const nouvelles = await compterNouvelles(service.tx, questions);
  return { recherches: lues.map(({ dateCreation, ...lue }) => ({ ...lue, nouvelles: nouvelles.get(lue.id) ?? 0, dateCreation: dateCreation.toISOString() })) };
}

export const listerRecherches: Handler<'listerRecherches'> = (_input, service) => toutes(service);

export const changerRecherches: Handler<'changerRecherches'> = async ({ commande }, service) => {
  const { tx, acteur, instant, nouvelId } = service;
  const vuesPar = async (criteres: Criteres): Promise<readonly string[]> => {
    const question = await questionSuivie(criteres, service);
    return question ? numerosQuiRepondent(tx, question) : [];
  };
  if (commande.type === 'enregistrer') {
    if ((await lireRecherches(tx, acteur.id)).length >= AU_PLUS) throw badRequest(`at most ${AU_PLUS} kept searches`, [{ chemin: 'commande', attendu: `at most ${AU_PLUS}` }]);
    const requete = new URLSearchParams(versRequete(commande.criteres).map(([nom, valeur]) => [nom, valeur])).toString();
    await insererRecherche(tx, { id: nouvelId(), compteId: acteur.id, nom: commande.nom, requete, alerte: commande.alerte, vues: await vuesPar(commande.criteres), instant });
    return toutes(service);
  }
  const { rechercheId } = commande;
  const connue = (await lireRecherches(tx, acteur.id)).find(({ id }) => id === rechercheId);
  if (!connue) throw introuvable('search');
  if (commande.type === 'modifier') await modifierRecherche(tx, acteur.id, rechercheId, commande.nom, commande.alerte);
  if (commande.type === 'vue') await marquerVues(tx, acteur.id, rechercheId, await vuesPar(depuisRequete(new URLSearchParams(connue.requete))));
  if (commande.type === 'supprimer') await supprimerRecherche(tx, acteur.id, rechercheId);
  return toutes(service);
};
