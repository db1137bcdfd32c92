/** Measuring inside a page: the same for the elements and for the floors. */

const frame = (): Promise<number> => new Promise((done) => { requestAnimationFrame(done); });

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();
const task = (): Promise<void> => new Promise((done) => { waiting.push(done); channel.port2.postMessage(undefined); });

/** Gives up when something never happens, and says what. */
const LIMIT_MS = 30_000;

async function until(ready: () => boolean, what: string): Promise<void> {
  const end = performance.now() + LIMIT_MS;
  while (!ready()) {
    if (performance.now() > end) throw new Error(`${what}: not there after ${LIMIT_MS / 1000} s`);
    await frame();
  }
}

/** Milliseconds from `act` until `ready` holds and is on screen. Two frames are in every figure: 33 ms is the least. */
export async function timed(act: () => void, ready: () => boolean, what: string): Promise<number> {
  await frame();
  await frame();
  await task();
  const start = performance.now();
  act();
  await until(ready, what);
  await frame();
  await frame();
  return performance.now() - start;
}

interface Watch {
  /** Milliseconds from the next event to the first task after the frame that shows its effect. */
  next(): Promise<number>;
  stop(): void;
}

/** Times every event of this type, from its time stamp until `shown(before)` holds and one frame has been drawn. */
export function watch(type: 'keydown' | 'click', state: () => unknown, shown: (before: unknown) => boolean = (before) => state() !== before): Watch {
  const listening = new AbortController();
  const delays: number[] = [];
  let told: ((delay: number) => void) | undefined;
  addEventListener(type, (event) => {
    const before = state();
    const seen = async (): Promise<void> => {
      do await frame(); while (!shown(before) && performance.now() - event.timeStamp < LIMIT_MS);
      await task();
      const delay = shown(before) ? performance.now() - event.timeStamp : NaN;
      if (told) told(delay);
      else delays.push(delay);
      told = undefined;
    };
    void seen();
  }, { capture: true, signal: listening.signal });
  return {
    next: () => new Promise((done) => {
      const known = delays.shift();
      if (known === undefined) told = done;
      else done(known);
    }),
    stop: () => { listening.abort(); },
  };
}

/** Everything below a node, open shadow roots included. */
export function* everything(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everything(element.shadowRoot);
  }
}

export const countElements = (): number => [...everything(document)].length;

/** The root of the element of this tag, looked for directly in `root`: it is asked at every frame, so it must cost nothing. */
export const rootOf = (tag: string, root: ParentNode | null | undefined = document): ShadowRoot | null => root?.querySelector(tag)?.shadowRoot ?? null;

/** One native control, or one row of text, for the floor to make again. */
export interface Control {
  readonly tag: 'input' | 'select' | 'textarea' | 'li';
  readonly type: string;
  readonly label: string;
  readonly options: readonly string[];
}

/** The native controls on screen, and the rows of the trees. */
export function controls(): readonly Control[] {
  return [...everything(document)].flatMap((element): Control[] => {
    if (element.role === 'treeitem') return [{ tag: 'li', type: '', label: element.textContent ?? '', options: [] }];
    if (!(element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement)) return [];
    const options = element instanceof HTMLSelectElement ? [...element.options].map(({ label }) => label) : [];
    return [{ tag: element.localName as Control['tag'], type: element.type, label: element.labels?.[0]?.textContent?.trim() ?? '', options }];
  });
}

/** What each page offers to whoever drives it. */
export interface Page {
  /** Loads what is in memory before the clock starts. */
  prepare?(given: string): Promise<void>;
  /** Shows what is measured. Milliseconds until it is painted. */
  mount(given: string): Promise<number>;
  /** Whether what the last gesture asked for is there. */
  ready(): boolean;
  /** What a gesture is made on. */
  target(name: string): HTMLElement | null;
}

const tools = { watch, countElements, controls };

declare global {
  interface Window {
    bench: Page & typeof tools & { watched?: Watch };
  }
}

export const expose = (page: Page): void => {
  window.bench = { ...page, ...tools };
};
