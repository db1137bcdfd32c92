import { expect } from '@open-wc/testing';
import { a11ySnapshot, readFile, writeFile } from '@web/test-runner-commands';
import { html } from 'lit';
import '../../src/elements/ror-weekly-planning/define.ts';
import { PlanningReader, plain } from '../support/planning.ts';

interface Node { role: string; name?: string; description?: string; value?: string | number; checked?: boolean; selected?: boolean; disabled?: boolean; expanded?: boolean; focused?: boolean; children?: Node[] }

const flat = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flat)];
const ROLES: Readonly<Record<string, string>> = {
  gridcell: 'cellule', grid: 'grille', button: 'bouton', menuitem: 'entrée de menu', menu: 'menu', radio: 'bouton radio', textbox: 'champ', group: 'groupe', combobox: 'liste', checkbox: 'case à cocher',
};

/** What stands in the accessibility tree where the focus is, as a screen reader would put it. */
async function heardAtFocus(): Promise<string> {
  const tree = await a11ySnapshot({}) as unknown as Node;
  const { role, name, value, checked, selected, disabled } = flat(tree).find((node) => node.focused) ?? { role: 'rien' };
  return [plain(name), ROLES[role] ?? role, value ? `« ${plain(String(value))} »` : '', checked ? 'coché' : '', selected ? 'choisi' : '', disabled ? 'indisponible' : ''].filter(Boolean).join(', ');
}

/** A sitting of a person who sees nothing: each key, what is heard at the focus, then what is announced. */
class Sitting {
  readonly lines: string[] = [];
  #said = '';

  constructor(readonly reader: PlanningReader) {}

  title(text: string): void {
    this.lines.push('', `— ${text}`);
  }

  async key(name: string, ...keys: readonly string[]): Promise<void> {
    await this.reader.press(...keys);
    await this.#note(name);
  }

  async typed(text: string, act: () => Promise<void>): Promise<void> {
    await act();
    await this.#note(text);
  }

  async #note(name: string): Promise<void> {
    this.lines.push(`[${name}] ${await heardAtFocus()}`);
    // The live region speaks when the person pauses.
    await new Promise((done) => { setTimeout(done, 600); });
    const { status } = this.reader;
    if (status && status !== this.#said) this.lines.push(`      annonce : ${status}`);
    this.#said = status;
  }
}

const FILE = './ror-weekly-planning.transcription.txt';

describe('ror-weekly-planning, what a screen reader meets', () => {
  it('when building « lun–ven 9 h–12 h 30, 14 h–18 h »: as in the transcript (delete the file to write it again)', async function () {
    this.timeout(120_000);
    const reader = await PlanningReader.open(html`<ror-weekly-planning label="Horaires d’ouverture"></ror-weekly-planning>`);
    const sitting = new Sitting(reader);
    (document.activeElement as HTMLElement | null)?.blur();

    sitting.title('Arrivée par la touche Tab');
    for (let stop = 0; stop < 9; stop++) await sitting.key('Tab', 'Tab');

    sitting.title('Dans la grille : de 9 h à 12 h 30, du lundi au vendredi');
    await sitting.key('Flèche bas ×4', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await sitting.key('Maj + flèche droite ×4', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight');
    await sitting.key('Maj + flèche bas ×6', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
    await sitting.key('Espace', 'Space');

    sitting.title('De 14 h à 18 h');
    await sitting.key('Début', 'Home');
    await sitting.key('Flèche bas ×4', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await sitting.key('Maj + Fin', 'Shift+End');
    await sitting.key('Maj + flèche gauche ×2', 'Shift+ArrowLeft', 'Shift+ArrowLeft');
    await sitting.key('Maj + flèche bas ×7', ...Array.from({ length: 7 }, () => 'Shift+ArrowDown'));
    await sitting.key('Espace', 'Space');
    expect(reader.notes).to.deep.equal(['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'].map((jour) => `${jour} 9h-12h30, 14h-18h`));

    sitting.title('Vérifier, annuler, rétablir');
    await sitting.key('Flèche haut', 'ArrowUp');
    await sitting.key('Flèche droite', 'ArrowRight');
    await sitting.key('Ctrl + Z', 'Control+z');
    await sitting.key('Ctrl + Y', 'Control+y');

    sitting.title('Les actions d’une plage : finir le mercredi à 17 h 30');
    await sitting.key('Flèche gauche ×3', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await sitting.key('Entrée', 'Enter');
    await sitting.key('Flèche bas ×3', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await sitting.key('Entrée', 'Enter');
    await sitting.key('Flèche haut', 'ArrowUp');
    await sitting.key('Entrée', 'Enter');

    sitting.title('Le même jour, par la liste des heures');
    await sitting.key('Entrée', 'Enter');
    await sitting.key('Flèche bas ×5', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await sitting.key('Entrée', 'Enter');
    await sitting.typed('« 9h-midi, 14h-18h », Entrée', () => reader.type(3, '9h-midi, 14h-18h'));
    await sitting.typed('« 9h-midi, quatorze », Entrée', () => reader.type(3, '9h-midi, quatorze'));
    await sitting.key('Échap', 'Escape');

    const transcript = `Ce que rencontre une personne qui utilise un lecteur d’écran, lu dans l’arbre d’accessibilité du navigateur.\n${sitting.lines.join('\n')}\n\nRésultat : ${reader.summary}\n`;
    const kept = await readFile({ path: FILE }).catch(() => undefined);
    if (kept === undefined) await writeFile({ path: FILE, content: transcript });
    else expect(transcript).to.equal(kept);
  });
});
