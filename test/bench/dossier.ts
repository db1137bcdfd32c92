/** A dossier of 300 fiches, beside as many rows and native controls written by hand. */
import type { Control } from './page/measure.ts';
import { Shown, type Site } from './pages.ts';
import { say, type Table } from './report.ts';
import { compared, Series, type PageOptions } from './series.ts';

const FICHES = 300;
/** Rows on the first screen, opened one after another once the first has fetched the lists. */
const NEXT = [1, 2, 3, 0, 2];

/** Gives what is on screen before and after a fiche is opened. */
async function opened(site: Site, series: Series, { profiling }: PageOptions): Promise<readonly [readonly Control[], readonly Control[]]> {
  const page = await Shown.open(site, 'dossier', { profiling });
  try {
    await page.prepare(String(FICHES));
    const before = await page.memory();
    series.cost('open', await page.mount('', 'open the dossier'));
    series.grown('open', before, await page.memory());
    const panel = await page.controls();
    series.cost('first', await page.gesture('click', 'open a first fiche', () => page.press('0')));
    const fiche = await page.controls();
    for (const at of NEXT) series.cost('next', await page.gesture('click', 'open another fiche', () => page.press(String(at))));
    return [panel, fiche];
  } finally {
    await page.close();
  }
}

async function floor(site: Site, series: Series, now: readonly Control[], then: readonly Control[]): Promise<void> {
  const page = await Shown.open(site, 'floor');
  try {
    await page.prepare(JSON.stringify({ now, then }));
    const before = await page.memory();
    series.cost('open', await page.mount('', 'floor'));
    series.grown('open', before, await page.memory());
    series.cost('first', await page.gesture('click', 'floor', () => page.press('row')));
  } finally {
    await page.close();
  }
}

export async function measureDossier(site: Site, options: PageOptions): Promise<Table> {
  const dossier = new Series();
  const native = new Series();
  for (let repetition = 1; repetition <= options.repetitions; repetition++) {
    say(`dossier, ${repetition} of ${options.repetitions}`);
    const [panel, fiche] = await opened(site, dossier, options);
    await floor(site, native, panel, fiche.filter(({ tag }) => tag !== 'li'));
  }
  const row = compared(dossier, native);
  return {
    title: `Dossier of ${FICHES} fiches, client answered from memory`,
    head: ['', 'ror-dossier', 'floor', 'ratio'],
    rows: [
      row('open to paint, ms', 'open ms'), row('open, CPU ms', 'open cpu'), row('open, JS heap, MB', 'open MB'), row('open, elements', 'open elements'),
      row('first fiche (UO) opened to last field painted, lists fetched, ms', 'first ms'), row('first fiche opened, CPU ms', 'first cpu'),
      row('another fiche opened to last field painted, ms', 'next ms'), row('another fiche opened, CPU ms', 'next cpu'),
    ],
    notes: [`Floor: ${FICHES} rows of text and the native controls on screen, by hand; then those of the form. Median (least–most) of ${options.repetitions} new browsers, ${NEXT.length} other fiches in each.`],
  };
}
