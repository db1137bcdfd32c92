/** The form of a unité opérationnelle, beside as many native controls written by hand. */
import type { Control } from './page/measure.ts';
import { Shown, type Site } from './pages.ts';
import { percentiles, ratio, say, spread, type Table } from './report.ts';
import { compared, Series, type PageOptions } from './series.ts';

/** Words of the activities, so that every key changes what is found. */
const NAME = 'residence du parc les lilas';
const SEARCH = 'accompagnement evaluation';

async function typing(page: Shown, series: Series, control: string, keys: string, what: string): Promise<void> {
  for (const rate of [1, 4]) {
    await page.throttle(rate);
    const { delays, cpu } = await page.type(control, keys, `${what}, CPU ÷ ${rate}`);
    series.add(`${what} ${rate} ms`, ...delays);
    series.add(`${what} ${rate} cpu`, cpu);
  }
  await page.throttle(1);
}

/** A filled fiche, its lists in memory; gives the native controls on screen. */
async function filled(site: Site, series: Series, { profiling }: PageOptions): Promise<readonly Control[]> {
  const page = await Shown.open(site, 'form', { profiling });
  try {
    await page.prepare('');
    const before = await page.memory();
    series.cost('mount', await page.mount('remplie', 'mount'));
    series.grown('mount', before, await page.memory());
    const controls = await page.controls();
    await typing(page, series, 'nomOffre', NAME, 'key');
    await typing(page, series, 'activiteOperationnelle', SEARCH, 'search');
    return controls;
  } finally {
    await page.close();
  }
}

/** All activities chosen: the longest fiche that the nomenclature allows. */
async function everyActivity(site: Site, series: Series, { profiling }: PageOptions): Promise<readonly Control[]> {
  const page = await Shown.open(site, 'form', { profiling });
  try {
    await page.prepare('');
    const before = await page.memory();
    series.cost('all', await page.mount('toutes', 'mount with all activités chosen'));
    series.grown('all', before, await page.memory());
    const { delays, cpu } = await page.type('nomOffre', NAME, 'key with all activités chosen');
    series.add('all key ms', ...delays);
    series.add('all key cpu', cpu);
    return await page.controls();
  } finally {
    await page.close();
  }
}

/** A fiche just created, nothing in memory, then its Type d'UO chosen by keyboard. Gives the controls before and after. */
async function chosen(site: Site, series: Series, { profiling }: PageOptions): Promise<readonly [readonly Control[], readonly Control[]]> {
  const page = await Shown.open(site, 'form', { profiling });
  try {
    const empty = await page.memory();
    site.served();
    series.cost('first', await page.mount('vide', 'first mount'));
    series.fetched('first', site.served());
    const before = await page.controls();
    await page.focus('typeOffre');
    await page.cdp.send('Input.insertText', { text: 'hébergement pour personnes âgées dépendantes' });
    await page.key('ArrowDown');
    series.cost('choose', await page.gesture('keydown', 'choose a Type d’UO', () => page.key('Enter')));
    series.fetched('choose', site.served());
    series.grown('choose', empty, await page.memory());
    return [before, await page.controls()];
  } finally {
    await page.close();
  }
}

/** The controls of `after` that `before` does not have. */
function added(before: readonly Control[], after: readonly Control[]): readonly Control[] {
  const known = before.map(({ label }) => label);
  return after.filter(({ label }) => {
    const at = known.indexOf(label);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

async function floor(site: Site, series: Series, prefix: 'mount' | 'all', now: readonly Control[], then: readonly Control[] = []): Promise<void> {
  const page = await Shown.open(site, 'floor');
  try {
    await page.prepare(JSON.stringify({ now, then }));
    const before = await page.memory();
    series.cost(prefix, await page.mount('', 'floor'));
    series.grown(prefix, before, await page.memory());
    if (prefix === 'all') {
      const { delays, cpu } = await page.type('first', NAME, 'floor key');
      series.add('all key ms', ...delays);
      series.add('all key cpu', cpu);
    } else await typing(page, series, 'first', NAME, 'key');
  } finally {
    await page.close();
  }
}

async function floorChosen(site: Site, series: Series, before: readonly Control[], after: readonly Control[]): Promise<void> {
  const page = await Shown.open(site, 'floor');
  try {
    await page.prepare(JSON.stringify({ now: before, then: added(before, after) }));
    series.cost('first', await page.mount('', 'floor'));
    await page.focus('first');
    series.cost('choose', await page.gesture('keydown', 'floor choose', () => page.key('Enter')));
  } finally {
    await page.close();
  }
}

export async function measureForm(site: Site, options: PageOptions): Promise<Table> {
  const form = new Series();
  const native = new Series();
  let count = { filled: 0, all: 0 };
  for (let repetition = 1; repetition <= options.repetitions; repetition++) {
    say(`form, ${repetition} of ${options.repetitions}`);
    const controls = await filled(site, form, options);
    await floor(site, native, 'mount', controls);
    const all = await everyActivity(site, form, options);
    await floor(site, native, 'all', all);
    const [before, after] = await chosen(site, form, options);
    await floorChosen(site, native, before, after);
    count = { filled: controls.length, all: all.length };
  }
  const row = compared(form, native);
  const search = (title: string, rate: number): readonly (readonly string[])[] => [
    [`${title} to paint, ms (median / p95)`, percentiles(form.get(`search ${rate} ms`)), percentiles(native.get(`key ${rate} ms`)), ratio(form.get(`search ${rate} ms`), native.get(`key ${rate} ms`))],
    [`${title}, CPU ms`, spread(form.get(`search ${rate} cpu`)), spread(native.get(`key ${rate} cpu`)), ratio(form.get(`search ${rate} cpu`), native.get(`key ${rate} cpu`))],
  ];
  return {
    title: 'Form of a UO, 548 activités loaded',
    head: ['', 'ror-fiche-form', 'floor', 'ratio'],
    rows: [
      row('mount to paint, ms', 'mount ms'), row('mount, CPU ms', 'mount cpu'), row('mount, JS heap, MB', 'mount MB'), row('mount, elements', 'mount elements'),
      row('key to paint, ms (median / p95)', 'key 1 ms', percentiles), row('key, CPU ms', 'key 1 cpu'),
      row('key to paint, CPU ÷ 4, ms (median / p95)', 'key 4 ms', percentiles), row('key, CPU ÷ 4, CPU ms', 'key 4 cpu'),
      ...search('key in the search of activités', 1), ...search('key in the search of activités, CPU ÷ 4', 4),
      row('Type d’UO chosen to all fields painted, lists fetched, ms', 'choose ms'), row('Type d’UO chosen, CPU ms', 'choose cpu'),
      row('Type d’UO chosen, lists fetched, files', 'choose files'), row('Type d’UO chosen, lists fetched, kB gzip', 'choose kB'),
      row('first mount of an empty fiche to paint, lists fetched, ms', 'first ms'), row('first mount, CPU ms', 'first cpu'),
      row('first mount, lists fetched, files', 'first files'), row('first mount, lists fetched, kB gzip', 'first kB'),
      row('first mount and choice, JS heap with code and lists, MB', 'choose MB'),
      row('548 activités chosen, mount to paint, ms', 'all ms'), row('548 activités chosen, mount, CPU ms', 'all cpu'), row('548 activités chosen, JS heap, MB', 'all MB'),
      row('548 activités chosen, elements', 'all elements'), row('548 activités chosen, key to paint, ms (median / p95)', 'all key ms', percentiles), row('548 activités chosen, key, CPU ms', 'all key cpu'),
    ],
    notes: [
      `Floor: ${count.filled} (548 activités chosen: ${count.all}) native controls of the same types in the same page, by hand, without styles, lists or rules.`,
      'Mount: a filled fiche of J238 type 21, its 6 lists (J17 of 548 codes among them) and the code already in memory. “Lists fetched”: from loopback, so a network adds its latency per wave of requests. A search is compared with a key in a plain field of the floor.',
      `Median (least–most) of ${options.repetitions} new browsers; keys: ${form.get('key 1 ms').length} in all. 33 ms is the least of any “mount to paint”, one frame that of a key: the CPU rows tell small differences.`,
    ],
  };
}
