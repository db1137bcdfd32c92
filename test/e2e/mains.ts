import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** What hands do to a form: the same gestures with a mouse, or by keyboard alone. */
export class Mains {
  constructor(readonly page: Page, private readonly clavier = false) {}

  /** Once nothing is on its way: a kind of field or a list that loads. */
  async attend(): Promise<void> {
    await this.page.locator('.waiting[role=status]').first().waitFor({ state: 'hidden' });
  }

  /** The focus comes to a control: by a click, or from where it is by Tab. */
  async va(cible: Locator): Promise<void> {
    await cible.waitFor({ state: 'visible' });
    if (!this.clavier) return cible.click();
    for (let i = 0; i < 900; i++) {
      const ou = await cible.evaluate((target) => {
        const { activeElement: active } = target.getRootNode() as ShadowRoot;
        if (active === target) return 'ici';
        return active && target.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING ? 'avant' : 'apres';
      });
      if (ou === 'ici') return;
      await this.page.keyboard.press(ou === 'avant' ? 'Shift+Tab' : 'Tab');
    }
    assert.fail(`Tab never reaches ${cible.toString()}`);
  }

  async active(bouton: Locator): Promise<void> {
    await this.va(bouton);
    if (this.clavier) await this.page.keyboard.press('Enter');
  }

  /** A row of a tree: one stop for Tab, then arrows down. */
  async ouvre(ligne: Locator): Promise<void> {
    await ligne.waitFor({ state: 'visible' });
    if (!this.clavier) return ligne.click();
    await this.va(this.page.getByRole('treeitem').and(this.page.locator('[tabindex="0"]')));
    for (let i = 0; i < 300; i++) {
      if (await ligne.evaluate((row) => row.matches(':focus'))) return this.page.keyboard.press('Enter');
      await this.page.keyboard.press('ArrowDown');
    }
    assert.fail(`the arrows never reach ${ligne.toString()}`);
  }

  async ecrit(champ: Locator, texte: string): Promise<string> {
    await this.va(champ);
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(texte);
    assert.equal(await champ.inputValue(), texte);
    return texte;
  }

  async repond(radio: Locator): Promise<string> {
    if (!this.clavier) {
      await radio.check();
      return 'Oui';
    }
    // Tab comes to the answer that is ticked, or to the first one.
    const groupe = radio.locator('xpath=ancestor::fieldset[1]');
    const coche = groupe.getByRole('radio', { checked: true });
    await this.va((await coche.count()) > 0 ? coche : radio);
    for (let i = 0; i < 3 && !(await radio.isChecked()); i++) await this.page.keyboard.press(i === 0 ? 'Space' : 'ArrowUp');
    assert.ok(await radio.isChecked());
    return 'Oui';
  }

  async coche(box: Locator): Promise<string> {
    if (this.clavier) {
      await this.va(box);
      if (!(await box.isChecked())) await this.page.keyboard.press('Space');
    } else await box.check();
    assert.ok(await box.isChecked());
    return 'coché';
  }

  estUneListe(controle: Locator): Promise<boolean> {
    return controle.evaluate((element) => element.matches('select, [role=combobox]'));
  }

  /** Takes this choice of a list, or another one than the present; `''` takes none. */
  async choisit(liste: Locator, choix?: string, texte?: string): Promise<string> {
    await liste.waitFor({ state: 'visible' });
    return (await liste.evaluate((element) => element.tagName === 'SELECT')) ? this.#dansUnMenu(liste, choix) : this.#enCherchant(liste, choix, texte);
  }

  async #dansUnMenu(liste: Locator, choix?: string): Promise<string> {
    // A list of the nomenclature may still be on its way.
    for (let i = 0; i < 100 && (await liste.getByRole('option').count()) < 2; i++) await this.page.waitForTimeout(50);
    const { labels, at } = await liste.evaluate((element) => {
      const { options, selectedIndex } = element as HTMLSelectElement;
      return { labels: [...options].map(({ text }) => text.trim()), at: selectedIndex };
    });
    const wanted = choix === undefined ? (at + 1 < labels.length ? at + 1 : 1) : choix === '' ? 0 : labels.findIndex((label) => label.startsWith(choix));
    assert.ok(wanted >= 0 && wanted < labels.length, `no choice ${choix ?? ''} among ${labels.join(', ')}`);
    if (this.clavier) {
      await this.va(liste);
      for (let i = at; i < wanted; i++) await this.page.keyboard.press('ArrowDown');
      for (let i = at; i > wanted; i--) await this.page.keyboard.press('ArrowUp');
    } else await liste.selectOption({ index: wanted });
    assert.equal(await liste.evaluate((element) => (element as HTMLSelectElement).selectedIndex), wanted);
    return labels[wanted] ?? '';
  }

  async #enCherchant(liste: Locator, choix?: string, texte = choix): Promise<string> {
    await this.va(liste);
    const options = this.page.getByRole('listbox').getByRole('option');
    await this.page.keyboard.press('ControlOrMeta+A');
    if (texte !== undefined) await this.page.keyboard.type(texte);
    else {
      await this.page.keyboard.press('Delete');
      if (this.clavier) await this.page.keyboard.press('ArrowDown');
    }
    const option = choix === undefined ? options.first() : options.filter({ hasText: choix }).first();
    await option.waitFor({ state: 'visible' });
    const label = (await option.innerText()).split('\n')[0]?.trim() ?? '';
    if (this.clavier) await this.#descendA(option);
    else await option.click();
    // The page is drawn once the pointer is up.
    for (let i = 0; i < 60; i++) {
      const shown = await liste.inputValue();
      if (shown !== '' && (shown !== texte || shown === label)) return shown;
      await this.page.waitForTimeout(50);
    }
    return assert.fail(`${label} is not chosen`);
  }

  /** Arrows to the option, then Enter. */
  async #descendA(option: Locator): Promise<void> {
    for (let i = 0; i < 60; i++) {
      const active = await option.evaluate((element) => {
        const root = element.getRootNode() as ShadowRoot;
        return root.activeElement?.getAttribute('aria-activedescendant') === element.id;
      });
      if (active) return this.page.keyboard.press('Enter');
      await this.page.keyboard.press('ArrowDown');
    }
    assert.fail('the arrows never reach the option');
  }

  /** Adds the first choice that is not taken to a list of several, and closes the list. */
  async ajoute(liste: Locator, texte?: string): Promise<string> {
    await this.va(liste);
    if (texte === undefined) await this.page.keyboard.press('ArrowDown');
    else await this.page.keyboard.type(texte);
    const option = this.page.getByRole('listbox').getByRole('option', { selected: false }).first();
    await option.waitFor({ state: 'visible' });
    const label = (await option.innerText()).split('\n')[0]?.trim() ?? '';
    if (this.clavier) await this.#descendA(option);
    else await option.click();
    await this.page.keyboard.press('Escape');
    return label;
  }

  /** Opens the typical week, marks an hour of Monday, and comes back. */
  async semaine(bouton: Locator): Promise<string> {
    await this.active(bouton);
    const lundi = this.page.getByRole('gridcell', { name: /^lundi 7.h, fermé$/ });
    await lundi.waitFor({ state: 'visible' });
    if (this.clavier) await this.page.keyboard.press('Space');
    else await lundi.click();
    await this.page.getByRole('gridcell', { name: /^lundi 7.h, ouvert$/ }).waitFor({ state: 'visible' });
    const modifier = this.page.getByRole('button', { name: 'Modifier', exact: true });
    if (this.clavier) {
      for (let i = 0; i < 60 && !(await modifier.evaluate((element) => element.matches(':focus'))); i++) await this.page.keyboard.press('Tab');
      await this.page.keyboard.press('Enter');
    } else await modifier.click();
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
    return 'lundi';
  }

  /** The group of controls that a gesture has just led into. */
  async groupeActif(): Promise<Locator> {
    const deadline = Date.now() + 5000;
    for (;;) {
      const id = await this.page.evaluate(() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        return active?.tagName === 'BUTTON' ? undefined : active?.closest('.element-body')?.id;
      });
      if (id) return this.page.locator(`[id="${id}"]`);
      if (Date.now() > deadline) assert.fail('the focus never comes into the new element');
      await this.page.waitForTimeout(50);
    }
  }
}
