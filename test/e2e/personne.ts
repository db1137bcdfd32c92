import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { playwrightOptions } from '../support/browser.mjs';

/**
 * The words of the end-to-end tests: a person in front of a browser, who finds things by their visible label and
 * role, or by keyboard alone. At each `looksRight`, axe and the Content-Security-Policy are asked too.
 */

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PATIENCE_MS = 10_000;

export const openBrowser = async (): Promise<Browser> => chromium.launch(await playwrightOptions());

export class Personne {
  readonly page: Page;
  readonly #complaints: string[];

  private constructor(page: Page, complaints: string[]) {
    this.page = page;
    this.#complaints = complaints;
  }

  static async arrives(browser: Browser, url: string, viewport = { width: 1280, height: 900 }, { tactile = false } = {}): Promise<Personne> {
    const context: BrowserContext = await browser.newContext({ viewport, locale: 'fr-FR', timezoneId: 'Europe/Paris', reducedMotion: 'reduce', hasTouch: tactile, isMobile: tactile });
    context.setDefaultTimeout(PATIENCE_MS);
    return Personne.#opens(context, url);
  }

  static async #opens(context: BrowserContext, url: string): Promise<Personne> {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(`error: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(`console: ${message.text()}`);
    });
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
      });
    });
    await page.goto(url);
    return new Personne(page, complaints);
  }

  async leaves(): Promise<void> {
    const complaints = [...this.#complaints];
    await this.page.context().close();
    assert.deepEqual(complaints, [], 'the page complained');
  }

  /** The same browser, so the same storage, in another tab. */
  opensTab(url: string): Promise<Personne> {
    return Personne.#opens(this.page.context(), url);
  }

  /** The tab dies without a word to its page, and another one is opened. */
  async killsTab(url: string): Promise<Personne> {
    const next = await this.opensTab(url);
    await this.page.close({ runBeforeUnload: false });
    return next;
  }

  /** Forgets what the browser said of a failure that the test made on purpose. */
  forgives(pattern: RegExp): void {
    for (let i = this.#complaints.length - 1; i >= 0; i--) if (pattern.test(this.#complaints[i]!)) this.#complaints.splice(i, 1);
  }

  // --- Finding -------------------------------------------------------------------------------------------------------

  button(name: string | RegExp): Locator { return this.page.getByRole('button', { name, exact: typeof name === 'string' }); }
  field(label: string | RegExp): Locator { return this.page.getByLabel(label, { exact: typeof label === 'string' }); }
  row(name: string | RegExp): Locator { return this.page.getByRole('treeitem', { name }); }
  heading(name: string | RegExp): Locator { return this.page.getByRole('heading', { name }); }
  text(text: string | RegExp): Locator { return this.page.getByText(text); }
  /** An entry of the list that a combobox has opened. */
  option(name: string | RegExp = ''): Locator { return this.page.getByRole('listbox').getByRole('option', { name }).first(); }
  status(text: string | RegExp): Locator { return this.page.getByRole('status').filter({ hasText: text }); }

  // --- Acting --------------------------------------------------------------------------------------------------------

  async clicks(name: string | RegExp): Promise<void> { await this.button(name).first().click(); }
  async types(label: string | RegExp, text: string): Promise<void> { await this.field(label).fill(text); }
  async presses(...keys: readonly string[]): Promise<void> { for (const key of keys) await this.page.keyboard.press(key); }

  /** Chooses an entry of the menu of a row, by its button. */
  async acts(row: string | RegExp, action: string): Promise<void> {
    await this.row(row).first().click();
    await this.page.getByRole('button', { name: /^Actions de / }).click();
    await this.page.getByRole('menuitem', { name: action, exact: true }).click();
  }

  /** Types into a combobox and takes the first entry whose name fits. */
  async chooses(label: string | RegExp, text: string, option: string | RegExp): Promise<void> {
    const combobox = this.page.getByRole('combobox', { name: label });
    await combobox.fill(text);
    await this.option(option).click();
  }

  /** Saves the fiche on screen, and waits until the server has it. */
  async saves(button = 'Enregistrer et mettre en attente'): Promise<void> {
    const saved = this.page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok());
    await this.clicks(button);
    await saved;
    await this.sees(this.page.getByText('Enregistré', { exact: true }));
  }

  async sees(...things: readonly (string | RegExp | Locator)[]): Promise<void> {
    for (const thing of things) {
      const locator = typeof thing === 'string' || thing instanceof RegExp ? this.text(thing).first() : thing.first();
      await locator.waitFor({ state: 'visible' });
    }
  }

  async doesNotSee(...things: readonly (string | RegExp | Locator)[]): Promise<void> {
    for (const thing of things) {
      const locator = typeof thing === 'string' || thing instanceof RegExp ? this.text(thing) : thing;
      await locator.first().waitFor({ state: 'hidden' });
    }
  }

  /** A field comes to hold this: the page is drawn after the gesture. */
  async reads(field: Locator, text: string): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while ((await field.inputValue()) !== text && Date.now() < deadline) await this.page.waitForTimeout(50);
    assert.equal(await field.inputValue(), text);
  }

  /** The focus comes to this: what a keyboard or a screen reader goes on from. */
  async isOn(target: Locator): Promise<void> {
    await target.waitFor({ state: 'visible' });
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await target.evaluate((element) => element.matches(':focus')))) {
      if (Date.now() > deadline) assert.fail(`the focus never comes to ${target.toString()}`);
      await this.page.waitForTimeout(50);
    }
  }

  /** Goes on with Tab until the focused element has this role and name. A person would give up after a while. */
  async tabsTo(role: Parameters<Page['getByRole']>[0], name: string | RegExp, { back = false, most = 120 } = {}): Promise<void> {
    const target = this.page.getByRole(role, { name, exact: typeof name === 'string' }).first();
    await target.waitFor({ state: 'visible' });
    for (let i = 0; i < most; i++) {
      if (await target.evaluate((element) => element.matches(':focus, :focus-within'))) return;
      await this.page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    }
    assert.fail(`Tab never reaches ${role} "${name}"`);
  }

  // --- Judging -------------------------------------------------------------------------------------------------------

  /** axe finds nothing, and the page has not complained so far. */
  async looksRight(where: string): Promise<void> {
    assert.deepEqual(this.#complaints, [], where);
    // Evaluated by the debugger, so that the page's own policy stays as strict as it is.
    await this.page.evaluate(axeSource);
    const violations = await this.page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[] }> } };
      const result = await axe.run({ resultTypes: ['violations'] });
      return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${JSON.stringify(target)} ${failureSummary}`).join(' | ')}`);
    });
    assert.deepEqual(violations, [], `axe, ${where}`);
  }

  async signsIn(identifiant: string, motDePasse: string): Promise<void> {
    await this.types('Identifiant', identifiant);
    await this.types('Mot de passe', motDePasse);
    await this.clicks('Connexion');
    await this.sees(this.button('Se déconnecter'));
  }

  async signsOut(): Promise<void> {
    await this.clicks('Se déconnecter');
    await this.sees(this.button('Connexion'));
  }
}
