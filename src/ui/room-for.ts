/** Heights of the list, and its distance from the edge of the window, in CSS pixels. */
const [MIN_HEIGHT, ENOUGH, MAX_HEIGHT, MARGIN] = [96, 200, 320, 8];

/** Height of a list that one side of its field has room for: under it when that is enough, else on the larger side. */
export function roomFor(field: Element): number {
  const { top, bottom } = field.getBoundingClientRect();
  const under = (globalThis.visualViewport?.height ?? innerHeight) - bottom - MARGIN;
  return Math.max(MIN_HEIGHT, Math.min(MAX_HEIGHT, under >= ENOUGH ? under : Math.max(under, top - MARGIN)));
}
