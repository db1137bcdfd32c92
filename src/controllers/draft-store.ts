/** Where drafts lie: a few operations of a key-value store, so that a browser without one, or a test, can stand in. */
export interface DraftStore {
  put(key: string, value: unknown): Promise<void>;
  delete(keys: readonly string[]): Promise<void>;
  entries(): Promise<readonly (readonly [string, unknown])[]>;
}

/** The store of this browser, in a database of its own. The library that reads it is loaded by the first call. */
export function indexedDBStore(): DraftStore {
  let opening: Promise<{ readonly idb: typeof import('idb-keyval'); readonly store: import('idb-keyval').UseStore }> | undefined;
  const open = () => (opening ??= import('idb-keyval').then((idb) => ({ idb, store: idb.createStore('ror-elements', 'brouillons') })));
  return {
    async put(key, value) {
      const { idb, store } = await open();
      await idb.set(key, value, store);
    },
    async delete(keys) {
      const { idb, store } = await open();
      await idb.delMany([...keys], store);
    },
    async entries() {
      const { idb, store } = await open();
      return idb.entries<string, unknown>(store);
    },
  };
}

/** What stands in: this page, until it is closed. */
export function pageStore(): DraftStore {
  const held = new Map<string, unknown>();
  return {
    put: (key, value) => Promise.resolve(void held.set(key, structuredClone(value))),
    delete: (keys) => Promise.resolve(keys.forEach((key) => held.delete(key))),
    entries: () => Promise.resolve([...held]),
  };
}
