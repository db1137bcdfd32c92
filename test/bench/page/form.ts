/** `ror-fiche-form` on a fiche of an unité opérationnelle. */
import { loadSurroundings } from '../../../src/controllers/surroundings.ts';
import type { Contenu, Fiche } from '../../../src/domain/fiche.ts';
import '../../../src/elements/ror-fiche-form/define.ts';
import { formSchema, newSaisie } from '../../../src/engine/fiche/schemas.ts';
import { loadValueSet } from '../../../src/nomenclature/load.ts';
import { expose, rootOf, timed } from './measure.ts';
import { unite } from './unite.ts';

const field = (path: string): HTMLElement | null => rootOf('ror-fiche-form')?.getElementById(`champ-${path}`) ?? null;

/** The last field is there, and so are the two that wait for their lists. */
const complete = (): boolean =>
  field('metadonnee.commentaire') !== null && field('activiteOperationnelle') instanceof HTMLInputElement && field('patientele.publicPrisEnCharge') !== null;

let toutes: readonly string[] = [];

function contenuDe(given: string): Contenu {
  if (given === 'vide') return {};
  return given === 'toutes' ? { ...unite(1), activiteOperationnelle: toutes } : unite(1);
}

function mount(given: string): Promise<number> {
  const fiche: Fiche = {
    id: 'fiche', type: 'UO', parentId: 'eg', nom: '', etat: 'en-creation', version: 1, dateMiseJour: '2026-11-20T09:30:00Z', illisibles: {},
    contenu: { ...newSaisie(formSchema('UO')).contenu, ...contenuDe(given) },
  };
  return timed(() => {
    const form = document.createElement('ror-fiche-form');
    Object.assign(form, { fiche, categorieEG: '500', nomEG: 'EHPAD TEST' });
    document.body.append(form);
  }, given === 'vide' ? () => field('typeOffre') !== null : complete, `form of a fiche (${given})`);
}

expose({
  async prepare() {
    await loadSurroundings(formSchema('UO'));
    toutes = (await loadValueSet('J17')).concepts.map(({ code }) => code);
  },
  mount,
  ready: complete,
  target: field,
});
