// Our contender in the planning task of the comparison bench; see ../README.md. `ror-elements/…` is this repository.
import 'ror-elements/ror-weekly-planning.js';

let el;
const root = () => el.shadowRoot;
const ranges = () => root().querySelectorAll('.plage');
const hm = (minute) => `${String(Math.floor((minute % 1440) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
/** Ranges of one type would become one where they meet: each takes the first type that is free then, so that as many boxes are drawn as by the others. */
function semaine(data) {
  const week = [];
  for (const { day, start, end } of data) {
    const [debut, fin] = [day * 1440 + start, day * 1440 + end];
    for (let n = 1; ; n++) {
      const type = String(n).padStart(2, '0');
      if (week.some((r) => r.type === type && r.debut <= fin && debut <= r.fin)) continue;
      week.push({ debut, fin, type });
      break;
    }
  }
  return week;
}
let last, count = 0;
window.bench = {
  mount(data, at) {
    el = document.createElement('ror-weekly-planning');
    Object.assign(el, { step: 15, debut: 7, fin: 20, types: ['12'], value: semaine(data) });
    el.addEventListener('ror-semaine-change', (event) => {
      const range = event.detail.semaine.find(({ type }) => type === '12');
      last = `${hm(range.debut)}/${hm(range.fin)}`;
      count = event.detail.semaine.length;
    });
    at.append(el);
  },
  readyMounted: (n) => ranges().length >= n,
  rangeCount: () => count,
  lastRange: () => last,
  async dragPoints() {
    const { top } = root().querySelector('.zone').getBoundingClientRect();
    window.scrollTo(0, top + window.scrollY + (14 - 7) * 96);
    await H.doubleRaf();
    const { x, y, width, height } = root().querySelector('.zone').getBoundingClientRect();
    const at = (hour) => y + (height * (hour - 7)) / 13 + 4;
    return { x: x + (width * 2.5) / 7, y0: at(15), y1: at(17.5) };
  },
};
