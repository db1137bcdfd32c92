import { JOURS, TYPE_DEFAUT, type Constat, type Jour } from '../types.ts';
import type { Planning } from '../planning.ts';
import { writeClock, FERMETURE, readBounds, readDate, type Reading } from './shared.ts';
import { scatter, gather, type Releve } from './releves.ts';

/** The record of the model (`domain/horaire.ts`, MODEL §6) without its schema: who takes the planning alone takes no schema library, even in types. */
export interface Horaire {
  /** JDV_J41; 01 when absent. */
  readonly typePlageHoraire?: string | undefined;
  /** 1 Monday to 7 Sunday. */
  readonly jourSemaine?: number | undefined;
  /** Local time, `08:45`. */
  readonly heureDebut?: string | undefined;
  /** Local time; `24:00` is the end of the day. */
  readonly heureFin?: string | undefined;
  /** `YYYY-MM-DD`, first day of an exceptional opening or closing. */
  readonly debutDateEffective?: string | undefined;
  /** Its last day. */
  readonly finDateEffective?: string | undefined;
  /** Whether the range opens or closes. */
  readonly ouvertureFermeture?: boolean | undefined;
  /** How often the range comes back. */
  readonly frequencePlageHoraire?: string | undefined;
  readonly commentaire?: string | undefined;
  readonly dateDeclaration?: string | undefined;
  readonly idPlageHoraire?: string | undefined;
}

/** PLA-28 to PLA-30: the records of the exposure model (ME 3, MOS) as a planning. `ouvertureFermeture: false` closes, whatever the type. */
export function readHoraires(horaires: readonly Horaire[]): Reading {
  const constats: Constat[] = [];
  const releves = horaires.flatMap((horaire, rang): Releve[] => {
    const { jourSemaine, heureDebut, heureFin, debutDateEffective, finDateEffective, frequencePlageHoraire, commentaire } = horaire;
    const type = horaire.ouvertureFermeture === false ? FERMETURE : horaire.typePlageHoraire ?? TYPE_DEFAUT;
    const [du, au] = [readDate(debutDateEffective), readDate(finDateEffective)];
    if (frequencePlageHoraire !== undefined) {
      constats.push({ code: 'non-repris', quoi: 'frequence', rang, texte: frequencePlageHoraire });
      return [];
    }
    const jourFaux = jourSemaine !== undefined && !JOURS.includes(jourSemaine as Jour);
    if (jourFaux || (debutDateEffective !== undefined && du === undefined) || (finDateEffective !== undefined && au === undefined)) {
      constats.push({ code: 'illisible', rang });
      return [];
    }
    if (du !== undefined && au !== undefined && au < du) {
      constats.push({ code: 'inversee', rang });
      return [];
    }
    const datee = du !== undefined || au !== undefined;
    if (commentaire !== undefined && !datee) constats.push({ code: 'non-repris', quoi: 'commentaire', rang, texte: commentaire });
    const bornes = heureDebut === undefined && heureFin === undefined ? {} : readBounds(heureDebut, heureFin, rang, constats);
    return bornes ? [{
      rang, type, ...bornes, ...(jourSemaine !== undefined && { jour: jourSemaine as Jour }), ...(du !== undefined && { du }), ...(au !== undefined && { au }),
      ...(datee && commentaire !== undefined && { motif: commentaire }),
    }] : [];
  });
  return gather(releves, constats);
}

/** PLA-28: the reason of an exception goes into the remark, which exists in the MOS and not in ME 3. */
export function writeHoraires(planning: Planning): { readonly horaires: readonly Horaire[]; readonly constats: readonly Constat[] } {
  const { releves, constats } = scatter(planning);
  return {
    horaires: releves.map(({ jour, debut, fin, type, du, au, motif }) => ({
      typePlageHoraire: type,
      ...(jour !== undefined && { jourSemaine: jour }),
      ...(debut !== undefined && fin !== undefined && { heureDebut: writeClock(debut), heureFin: writeClock(fin) }),
      ...(du !== undefined && { debutDateEffective: du }), ...(au !== undefined && { finDateEffective: au }),
      ...(motif !== undefined && { commentaire: motif }),
    })),
    constats: planning.fermeture ? [...constats, { code: 'non-dit', quoi: 'fermeture' }] : constats,
  };
}
