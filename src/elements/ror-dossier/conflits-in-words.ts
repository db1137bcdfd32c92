import { html, type TemplateResult } from 'lit';
import { loadSurroundings } from '../../controllers/surroundings.ts';
import type { Conflit, Dossier } from '../../domain/dossier.ts';
import type { TypeFiche } from '../../domain/noeud.ts';
import { equal } from '../../engine/fiche/equal.ts';
import { kinds } from '../../engine/fiche/kinds.ts';
import { parsePath, readPath } from '../../engine/fiche/paths.ts';
import { formSchema } from '../../engine/fiche/schemas.ts';
import type { FicheContext, Field, FormSchema } from '../../engine/fiche/types.ts';
import { valuesInWords } from '../../engine/fiche/value-in-words.ts';
import type { Messages } from '../../i18n/messages.ts';

interface Forme {
  readonly schema: FormSchema;
  readonly context: FicheContext;
}

/** Says the conflicts of a publication in words: labels of the form, values as people read them. */
export async function listInWords({ conflits = [], fiches, categorieEG }: Dossier): Promise<(messages: Messages) => TemplateResult> {
  const ficheDe = ({ noeudId }: Conflit) => fiches.find(({ origineId }) => origineId === noeudId);
  const types = new Set(conflits.flatMap((conflit) => (conflit.type === 'champ' ? ficheDe(conflit)?.type ?? [] : [])));
  const formes = new Map<TypeFiche, Forme>(await Promise.all([...types].map(async (type) => {
    const schema = formSchema(type);
    return [type, { schema, context: { ...(await loadSurroundings(schema)), role: 'gestionnaire', categorieEG } }] as const;
  })));
  return (messages) => html`<ul>${conflits.map((conflit) => {
    const fiche = ficheDe(conflit);
    const forme = fiche && formes.get(fiche.type);
    return html`<li>${inWords(conflit, fiche?.nom, forme, messages)}</li>`;
  })}</ul>`;
}

function inWords(conflit: Conflit, nomFiche: string | undefined, forme: Forme | undefined, messages: Messages): TemplateResult {
  const { conflits: words } = messages.dossier;
  const nom = conflit.nom ?? nomFiche ?? words.sansNom;
  if (conflit.type === 'noeud-garde') return html`${words.garde(nom)}`;
  const champs = forme ? differences(conflit, forme) : [];
  if (champs.length === 0) return html`${words.attribut(nom, conflit.champ)}`;
  return html`<bdi>${nom}</bdi><dl>${champs.map(({ field, publie, dossier }) => html`<div><dt>${field.label}</dt>
    <dd><span class="soft">${words.publie}</span> <ins>${say(field, dossier, conflit.dossier, conflit.champ, forme!, messages)}</ins></dd>
    <dd><span class="soft">${words.remplace}</span> <del>${say(field, publie, conflit.publie, conflit.champ, forme!, messages)}</del></dd></div>`)}</dl>`;
}

interface Difference {
  readonly field: Field;
  readonly publie: unknown;
  readonly dossier: unknown;
}

/** The fields of the form that read this attribute, and read two values in it. */
function differences({ champ, publie, dossier }: Conflit & { readonly type: 'champ' }, { schema }: Forme): readonly Difference[] {
  const fields = schema.sections.flatMap((section) => section.fields).filter(({ path }) => parsePath(path)[0]?.name === champ);
  const all = fields.flatMap((field): Difference[] => {
    const [avant, apres] = [publie, dossier].map((value) => readPath({ [champ]: value }, field.path, schema.slices));
    return equal(avant, apres) ? [] : [{ field, publie: avant, dossier: apres }];
  });
  // A list that holds what single fields say already says it less well.
  const single = all.filter(({ field }) => field.kind !== 'liste');
  return single.length > 0 ? single : all;
}

function say(field: Field, value: unknown, attribut: unknown, champ: string, { schema, context }: Forme, { dossier, formulaire: { oui, non }, lecture: { codeRetire: retire, codeInconnu: inconnu } }: Messages): string {
  const textes = valuesInWords({ field, value, text: kinds[field.kind].format(value), issues: [] }, { contenu: { [champ]: attribut }, context, words: { oui, non, retire, inconnu }, slices: schema.slices ?? {} });
  return textes.join(', ') || dossier.conflits.vide;
}
