/** The pages of the bench: built like a production page, served on loopback under the strict policy, each shown by a new browser. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type CDPSession, type Page as Tab } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { playwrightOptions } from '../support/browser.mjs';
import { profiled } from './profile.ts';
import { say } from './report.ts';

const { policy } = await import(new URL('../support/csp-policy.mjs', import.meta.url).href) as { readonly policy: (nonce: string) => string };
const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Site {
  readonly origin: string;
  /** Scripts served since the last call: how many, and their weight once compressed. */
  served(): { readonly files: number; readonly kilobytes: number };
  close(): Promise<void>;
}

/** Builds one page per name (`page/<name>.ts`) and serves them, from memory. */
export async function serve(names: readonly string[], { readable = false } = {}): Promise<Site> {
  const scripts = await bundle(names, readable);
  let files = 0;
  let bytes = 0;
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const script = scripts.get(path);
    response.setHeader('content-security-policy', policy(randomUUID()));
    if (script) {
      files++;
      bytes += script.compressed;
      response.setHeader('content-type', 'text/javascript').end(script.code);
    } else if (names.includes(path)) response.setHeader('content-type', 'text/html; charset=utf-8').end(html(path));
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    served: () => {
      const served = { files, kilobytes: bytes / 1000 };
      files = bytes = 0;
      return served;
    },
    close: async () => { await new Promise((done) => { server.close(done); }); },
  };
}

interface Script {
  readonly code: string;
  readonly compressed: number;
}

async function bundle(names: readonly string[], readable: boolean): Promise<ReadonlyMap<string, Script>> {
  const { output } = await build({
    root, configFile: false, logLevel: 'error', publicDir: false,
    build: {
      write: false, target: 'es2022', minify: !readable, modulePreload: { polyfill: false },
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, join(root, `test/bench/page/${name}.ts`)])),
        output: { entryFileNames: '[name].js', keepNames: readable },
      },
    },
  }) as Rolldown.RolldownOutput;
  return new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, { code: file.code, compressed: gzipSync(file.code, { level: 9 }).length }] as const] : [])));
}

const html = (name: string): string => `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${name}</title><link rel="icon" href="data:,"><body><script type="module" src="/${name}.js"></script></body></html>`;

/** What one operation took. */
export interface Cost {
  /** To paint. */
  readonly ms: number;
  /** Time of tasks on the main thread (CDP `TaskDuration`), without the frames waited for. */
  readonly cpu: number;
}

export interface Memory {
  readonly megabytes: number;
  readonly elements: number;
}

/** One page in a browser of its own. */
export class Shown {
  static #version = '';

  /** Of the last browser that was started. */
  static get version(): string {
    return Shown.#version;
  }

  private constructor(readonly browser: Browser, readonly tab: Tab, readonly cdp: CDPSession, readonly profiling: boolean) {}

  static async open({ origin }: Site, name: string, { profiling = false } = {}): Promise<Shown> {
    const browser = await chromium.launch(await playwrightOptions());
    Shown.#version = browser.version();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', locale: 'fr-FR' });
    const tab = await context.newPage();
    tab.on('pageerror', (error) => { say(`  ${name}: ${String(error)}`); });
    tab.on('console', (message) => { if (['error', 'warning'].includes(message.type())) say(`  ${name}: ${message.text()}`); });
    const cdp = await context.newCDPSession(tab);
    await cdp.send('Performance.enable');
    await tab.goto(`${origin}/${name}`, { waitUntil: 'load' });
    await tab.waitForFunction(() => 'bench' in window);
    return new Shown(browser, tab, cdp, profiling);
  }

  prepare = (given: string): Promise<unknown> => this.tab.evaluate((value) => window.bench.prepare?.(value), given);

  mount = (given: string, what: string): Promise<Cost> => this.#cost(what, () => this.tab.evaluate((value) => window.bench.mount(value), given));

  /** A gesture, from its event until what it asked for is painted. */
  async gesture(type: 'keydown' | 'click', what: string, act: () => Promise<void>): Promise<Cost> {
    await this.tab.evaluate((event) => {
      const { bench } = window;
      bench.watched?.stop();
      bench.watched = bench.watch(event, () => undefined, () => bench.ready());
    }, type);
    return this.#cost(what, async () => {
      await act();
      return this.#painted(what);
    });
  }

  /** Types into a control, one key after another has been painted. Milliseconds of each key, and CPU of all of them by key. */
  async type(name: string, keys: string, what: string): Promise<{ readonly delays: readonly number[]; readonly cpu: number }> {
    await this.focus(name);
    await this.tab.evaluate((control) => {
      const { bench } = window;
      bench.watched = bench.watch('keydown', () => (bench.target(control) as HTMLInputElement).value);
    }, name);
    const delays: number[] = [];
    const { cpu } = await this.#cost(what, async () => {
      for (const key of keys) {
        await this.key(key);
        delays.push(await this.#painted(what));
        await this.tab.waitForTimeout(20);
      }
      return 0;
    });
    await this.tab.evaluate(() => { window.bench.watched?.stop(); });
    return { delays, cpu: cpu / keys.length };
  }

  async focus(name: string): Promise<void> {
    await this.tab.evaluate((control) => {
      const target = window.bench.target(control);
      target?.scrollIntoView({ block: 'center' });
      target?.focus();
    }, name);
  }

  async key(key: string): Promise<void> {
    const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined;
    const event = { key, code: key.length > 1 ? key : `Key${key.toUpperCase()}`, windowsVirtualKeyCode: { Enter: 13, ArrowDown: 40 }[key] ?? key.toUpperCase().charCodeAt(0) };
    await this.cdp.send('Input.dispatchKeyEvent', text === undefined ? { type: 'rawKeyDown', ...event } : { type: 'keyDown', text, ...event });
    await this.cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }

  /** Presses with the mouse in the middle of the first line of a target. */
  async press(name: string): Promise<void> {
    const { x, y } = await this.tab.evaluate((target) => {
      const box = window.bench.target(target)!.getClientRects()[0]!;
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, name);
    await this.tab.mouse.click(x, y);
  }

  throttle = (rate: number): Promise<unknown> => this.cdp.send('Emulation.setCPUThrottlingRate', { rate });

  controls = () => this.tab.evaluate(() => window.bench.controls());

  async memory(): Promise<Memory> {
    for (let twice = 0; twice < 2; twice++) await this.cdp.send('HeapProfiler.collectGarbage');
    return { megabytes: await this.#metric('JSHeapUsedSize') / 1e6, elements: await this.tab.evaluate(() => window.bench.countElements()) };
  }

  close = (): Promise<void> => this.browser.close();

  /** Milliseconds that the last event took to paint. */
  async #painted(what: string): Promise<number> {
    const delay = await this.tab.evaluate(() => window.bench.watched?.next() ?? NaN);
    if (Number.isNaN(delay)) throw new Error(`${what}: what was asked for never came`);
    return delay;
  }

  async #cost(what: string, act: () => Promise<number>): Promise<Cost> {
    const before = await this.#metric('TaskDuration');
    const ms = await (this.profiling ? profiled(this.cdp, what, act) : act());
    return { ms, cpu: (await this.#metric('TaskDuration') - before) * 1000 };
  }

  async #metric(name: string): Promise<number> {
    const { metrics } = await this.cdp.send('Performance.getMetrics');
    return metrics.find((metric) => metric.name === name)?.value ?? NaN;
  }
}
