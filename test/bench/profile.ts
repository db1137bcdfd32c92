/** Where the time of an operation goes: functions by their own time, from the sampling profiler of the browser. */
import type { CDPSession } from 'playwright-core';
import { round, say } from './report.ts';

const SHOWN = 15;
const IDLE = new Set(['(idle)', '(program)', '(root)']);

export async function profiled<T>(cdp: CDPSession, what: string, act: () => Promise<T>): Promise<T> {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await cdp.send('Profiler.start');
  const result = await act();
  const { profile: { nodes, samples = [], timeDeltas = [] } } = await cdp.send('Profiler.stop');
  const own = new Map<number, number>();
  samples.forEach((id, at) => own.set(id, (own.get(id) ?? 0) + (timeDeltas[at] ?? 0) / 1000));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const totals = new Map<number, number>();
  const total = (id: number): number => {
    const known = totals.get(id);
    if (known !== undefined) return known;
    const sum = (own.get(id) ?? 0) + (byId.get(id)?.children ?? []).reduce((all, child) => all + total(child), 0);
    totals.set(id, sum);
    return sum;
  };
  // A function counts once per stack: a recursion is not added to itself.
  const functions = new Map<string, { own: number; total: number }>();
  const visit = (id: number, above: ReadonlySet<string>): void => {
    const node = byId.get(id);
    if (!node) return;
    const { functionName, url, lineNumber } = node.callFrame;
    const name = `${functionName || '(anonymous)'} ${url.split('/').at(-1) ?? ''}${url ? `:${lineNumber + 1}` : ''}`.trim();
    const entry = functions.get(name) ?? { own: 0, total: 0 };
    functions.set(name, { own: entry.own + (own.get(id) ?? 0), total: entry.total + (above.has(name) ? 0 : total(id)) });
    for (const child of node.children ?? []) visit(child, new Set([...above, name]));
  };
  if (nodes[0]) visit(nodes[0].id, new Set());
  const busy = [...functions].filter(([name]) => !IDLE.has(name));
  const list = (by: 'own' | 'total'): string => busy.sort(([, a], [, b]) => b[by] - a[by]).slice(0, SHOWN)
    .map(([name, time]) => `    ${round(time.own).padStart(6)} own ${round(time.total).padStart(6)} total  ${name}`).join('\n');
  say(`  profile of ${what}, ms\n${list('own')}\n    … by total\n${list('total')}`);
  return result;
}
