/** One value of a screen that is no part of what is filled. */
export interface Kept<T> {
  get(): T | undefined;
  set(value: T | undefined): void;
}

/** What the screen remembers of a place, as long as the object it belongs to (a fiche being filled) is there. */
export function keptState<T>(): (owner: object, place: string) => Kept<T> {
  const owners = new WeakMap<object, Map<string, T>>();
  return (owner, place) => ({
    get: () => owners.get(owner)?.get(place),
    set: (value) => {
      const places = owners.get(owner) ?? new Map<string, T>();
      if (value === undefined) places.delete(place);
      else places.set(place, value);
      owners.set(owner, places);
    },
  });
}
