/** Where a module was, as browsers name it when it could not be fetched. */
const ADDRESS = /dynamically imported module: (\S+)$/;

/** How often the module at an address could not be fetched. */
const failures = new Map<string, number>();

const fetchFrom = (url: string): Promise<unknown> => import(/* @vite-ignore */ /* webpackIgnore: true */ url);

/**
 * What `load` imports. Browsers remember for the life of the page that a module could not be fetched: asking for it
 * again asks nobody. From the second time on it is therefore asked for at another address, where the file is the same.
 * @param fetchModule for tests.
 */
export async function importAgain<T>(load: () => Promise<T>, fetchModule = fetchFrom): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const [, address] = ADDRESS.exec(String(error)) ?? [];
    if (!address) throw error;
    const before = failures.get(address) ?? 0;
    failures.set(address, before + 1);
    if (!before) throw error;
    return await fetchModule(`${address}${address.includes('?') ? '&' : '?'}again=${before}`) as T;
  }
}
