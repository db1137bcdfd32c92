import { DivIcon, latLngBounds, Map as LeafletMap, Marker, TileLayer } from 'leaflet/dist/leaflet-src.esm.js';
import { carte as french } from '../i18n/fr/carte.ts';
import { adopt } from './adopt.ts';
import { carteStyles } from './carte.styles.ts';
import { estSituable, type Carte, type OptionsDeCarte, type PointDeCarte } from './carte.ts';

/** Nearest view of a single place, and the farthest that a click on it needs. */
const QUARTIER = 16;

/** The map library behind our words and our controls: its own write markup from strings, which a strict page refuses. */
export class CarteLeaflet implements Carte {
  readonly #element: HTMLElement;
  readonly #map: LeafletMap;
  readonly #marks = new Map<string, Marker>();
  readonly #note = document.createElement('p');
  readonly #size = new ResizeObserver(() => { this.#map.invalidateSize({ pan: false }); });
  readonly #buttons: Readonly<Record<'zoomer' | 'dezoomer' | 'toutVoir', HTMLButtonElement>>;
  readonly #scale = document.createElement('p');
  #tiles: TileLayer | undefined;
  #depart: Marker | undefined;
  #options: OptionsDeCarte;
  #places = '';
  #moving = false;
  #fitting = false;

  constructor(element: HTMLElement, options: OptionsDeCarte) {
    this.#element = element;
    this.#options = options;
    element.classList.add('carte');
    adopt(element.getRootNode(), carteStyles);
    const frame = element.appendChild(document.createElement('div'));
    frame.className = 'carte-fond';
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    // The wheel belongs to the page: buttons, double click, two fingers and the keyboard zoom.
    this.#map = new LeafletMap(frame, { zoomControl: false, attributionControl: false, scrollWheelZoom: false, zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm, inertia: !calm, maxZoom: 19 });
    const bar = element.appendChild(document.createElement('div'));
    bar.className = 'carte-boutons';
    const button = (text: string, act: () => void): HTMLButtonElement => {
      const made = bar.appendChild(document.createElement('button'));
      made.type = 'button';
      made.textContent = text;
      made.addEventListener('click', act);
      return made;
    };
    this.#buttons = {
      zoomer: button('+', () => { this.#map.zoomIn(); }), dezoomer: button('−', () => { this.#map.zoomOut(); }),
      toutVoir: button('⤢', () => { this.#fit(); }),
    };
    this.#note.className = 'carte-note';
    this.#scale.className = 'carte-echelle';
    this.#scale.ariaHidden = 'true';
    element.append(this.#scale, this.#note);
    // Marks exist once there is a view.
    this.#map.setView([46.6, 2.4], 5);
    this.#map.on('dragstart zoomstart', () => { this.#moving = !this.#fitting; });
    this.#map.on('moveend', this.#onMove);
    this.#map.on('zoomend moveend resize', this.#measure);
    this.#size.observe(element);
    this.update(options);
  }

  update(options: OptionsDeCarte): void {
    const { points, tuiles, mots = french } = options;
    const before = this.#options;
    this.#options = options;
    const shown = points.filter(({ latitude, longitude }) => estSituable(latitude, longitude));
    this.#map.getContainer().setAttribute('role', 'group');
    this.#map.getContainer().setAttribute('aria-label', mots.nom(shown.length));
    for (const name of ['zoomer', 'dezoomer', 'toutVoir'] as const) this.#buttons[name].ariaLabel = this.#buttons[name].title = mots[name];
    this.#buttons.toutVoir.hidden = shown.length < 2;
    if (!this.#tiles || before.tuiles?.url !== tuiles?.url) this.#lay();
    const depart = options.depart && estSituable(options.depart.latitude, options.depart.longitude) ? options.depart : undefined;
    const places = [...shown, ...(depart ? [{ id: '', ...depart }] : [])].map(({ id, latitude, longitude }) => `${id}@${latitude},${longitude}`).join(';');
    this.#mark(shown);
    this.#start(depart);
    if (places !== this.#places) {
      this.#places = places;
      this.#fit();
    }
  }

  close(): void {
    this.#size.disconnect();
    this.#map.remove();
    this.#element.replaceChildren();
  }

  #lay(): void {
    const { tuiles, mots = french } = this.#options;
    this.#tiles?.remove();
    this.#tiles = undefined;
    this.#note.textContent = tuiles ? tuiles.attribution : mots.sansTuiles;
    if (!tuiles) return;
    this.#tiles = new TileLayer(tuiles.url, { maxZoom: 19, maxNativeZoom: tuiles.zoomMax ?? 19 }).addTo(this.#map);
    let arrived = false;
    this.#tiles.on('tileload', () => {
      arrived = true;
      this.#note.textContent = tuiles.attribution;
    });
    this.#tiles.on('tileerror', () => { if (!arrived) this.#note.textContent = mots.tuilesAbsentes; });
  }

  #mark(points: readonly PointDeCarte[]): void {
    const { choisi } = this.#options;
    const kept = new Set(points.map(({ id }) => id));
    for (const [id, mark] of this.#marks) if (!kept.has(id)) {
      mark.remove();
      this.#marks.delete(id);
    }
    const stop = points.some(({ id }) => id === choisi) ? choisi : points[0]?.id;
    points.forEach((point) => {
      const mark = this.#marks.get(point.id) ?? this.#place(point);
      mark.setLatLng([point.latitude, point.longitude]).setZIndexOffset(point.id === choisi ? 1000 : 0);
      const icon = mark.getElement()!;
      icon.title = point.nom;
      icon.ariaLabel = point.repere ? `${point.repere}. ${point.nom}` : point.nom;
      icon.firstElementChild!.textContent = point.repere ?? '';
      icon.toggleAttribute('data-choisi', point.id === choisi);
      icon.ariaCurrent = point.id === choisi ? 'true' : null;
      // One stop for the tabulation, whatever the number of places; arrows go from one to the next.
      icon.tabIndex = point.id === stop ? 0 : -1;
    });
  }

  #place({ id, latitude, longitude }: PointDeCarte): Marker {
    // An element, never a string: the library would make markup of it.
    const icon = new DivIcon({ html: document.createElement('span'), className: 'carte-repere', iconSize: [32, 40], iconAnchor: [16, 40] });
    const mark = new Marker([latitude, longitude], { icon, keyboard: true }).addTo(this.#map);
    mark.on('click', () => { this.#options.onChoisir?.(id); });
    mark.getElement()!.addEventListener('keydown', (event) => { this.#onKey(event, id); });
    this.#marks.set(id, mark);
    return mark;
  }

  #start(depart: OptionsDeCarte['depart']): void {
    if (!depart) {
      this.#depart?.remove();
      this.#depart = undefined;
      return;
    }
    const { nom, latitude, longitude } = depart;
    this.#depart ??= new Marker([latitude, longitude], {
      icon: new DivIcon({ html: document.createElement('span'), className: 'carte-depart', iconSize: [24, 24], iconAnchor: [12, 12] }), interactive: false, keyboard: false,
    }).addTo(this.#map);
    this.#depart.setLatLng([latitude, longitude]);
    const ring = this.#depart.getElement()!;
    ring.role = 'img';
    ring.ariaLabel = (this.#options.mots ?? french).depart(nom);
  }

  /** A round number of kilometres, and how long it is here. */
  readonly #measure = (): void => {
    const { y } = this.#map.getSize().divideBy(2);
    const km = this.#map.distance(this.#map.containerPointToLatLng([0, y]), this.#map.containerPointToLatLng([100, y])) / 1000;
    if (!Number.isFinite(km) || km <= 0) return;
    const power = 10 ** Math.floor(Math.log10(km));
    const round = [5, 2, 1].find((n) => n * power <= km)! * power;
    this.#scale.style.inlineSize = `${(100 * round) / km}px`;
    this.#scale.textContent = (this.#options.mots ?? french).echelle(round);
  };

  #onKey(event: KeyboardEvent, id: string): void {
    if (event.key === 'Enter' || event.key === ' ') this.#options.onChoisir?.(id);
    else {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      const ids = [...this.#marks.keys()];
      const next = step && this.#marks.get(ids[ids.indexOf(id) + step] ?? '');
      if (!step) return;
      if (next) {
        for (const mark of this.#marks.values()) mark.getElement()!.tabIndex = -1;
        next.getElement()!.tabIndex = 0;
        next.getElement()!.focus();
        this.#map.panInside(next.getLatLng(), { padding: [24, 48] });
      }
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #fit(): void {
    const places = [...this.#marks.values(), ...(this.#depart ? [this.#depart] : [])].map((mark) => mark.getLatLng());
    if (places.length === 0) return;
    this.#fitting = true;
    this.#map.fitBounds(latLngBounds(places), { maxZoom: QUARTIER, padding: [32, 48], animate: false });
    this.#fitting = false;
  }

  readonly #onMove = (): void => {
    if (!this.#moving) return;
    this.#moving = false;
    const bounds = this.#map.getBounds();
    this.#options.onDeplacer?.({ nord: bounds.getNorth(), sud: bounds.getSouth(), est: bounds.getEast(), ouest: bounds.getWest() });
  };
}
