import type { FicheShown } from '../../documents/fiche-document.ts';
import { interpret } from '../../engine/fiche/interpret.ts';
import type { FormMessages } from '../../i18n/messages.ts';
import type { Sitting } from './sitting.ts';

/** What is being filled, as a document would show it now. */
export function shown({ fiche, saisie, context, schema, modified }: Sitting, words: FormMessages['formulaire']): FicheShown {
  return {
    titre: fiche.nom || words.sansNom(fiche.type), etat: words.etat(fiche.type, fiche.etat), view: interpret(schema, saisie, context), contenu: saisie.contenu, context,
    slices: schema.slices, enregistree: fiche.dateMiseJour, auteur: fiche.auteur, version: fiche.version, modifiee: modified, maintenant: new Date().toISOString(), adresse: location.href,
  };
}
