import { readFiche } from '../../engine/planning/conversion/horaires-de-fiche.ts';
import type { FormMessages } from '../../i18n/messages.ts';
import j41 from '../../nomenclature/data/J41.json';
import { motsHoraires, phrasesDeLaSemaine, phrasesDuReste } from '../ror-fiche-form/kinds/horaires-phrases.ts';

const [code, label] = [j41.columns.indexOf('code'), j41.columns.indexOf('label')];
const types = new Map(j41.concepts.map((row) => [row[code] ?? '', row[label] ?? '']));

/** A week of a fiche as the lines of a document. */
export function semaineInWords(messages: FormMessages): (value: unknown) => readonly string[] {
  const mots = motsHoraires(messages);
  return (value) => {
    const lus = readFiche(value);
    return [...phrasesDeLaSemaine(lus.planning.semaine, mots, (type) => types.get(type) ?? type), ...phrasesDuReste(lus, mots)];
  };
}
