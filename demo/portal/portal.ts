import { http, purgeBrouillons, RorClient, type RorDossier, type RorFiche, type RorTree } from 'ror-elements';
import 'ror-elements/ror-dossier.js';
import 'ror-elements/ror-fiche.js';
import 'ror-elements/ror-tree.js';
import { anomaliesUnsaved, nameAnomalies, showAnomalies, wireAnomalies } from './anomalies.ts';
import { showFavoris, wireFavoris } from './favoris.ts';
import { offerPlaces, placesUnsaved, showPlaces } from './places.ts';
import { wireRepertoire } from './repertoire.ts';
import { isRecherche, showRecherche, wireRecherche } from './recherche.ts';
import { wireFiche } from './fiche.ts';
import { current, demonstrationAccounts, signIn, signOut, type Compte } from './session.ts';

const byId = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;

const ROLES: Readonly<Record<string, string>> = {
  lecteur: 'Lecteur', referent: 'Référent', direction: 'Direction', 'responsable-disponibilites': 'Responsable de disponibilités en lits',
  tutelle: 'Autorité de tutelle', gestionnaire: 'Gestionnaire SESAN', support: 'Support',
};
/** Those who work on dossiers start there; the others consult the répertoire. */
const STARTS_WITH_DOSSIERS = new Set(['referent', 'direction', 'tutelle', 'gestionnaire']);

const tree = byId<RorTree>('arbre');
const fiche = byId<RorFiche>('fiche');
const dossiers = byId<RorDossier>('dossiers');

const client = new RorClient(http({
  baseUrl: '/api',
  getToken: async ({ renouveler }) => (renouveler ? await reconnect() : current()?.jeton),
}));
/** The répertoire must be read again: a dossier was opened or published. */
let stale = false;

// --- Views: the portal owns the URL, the elements never touch it -----------------------------------------------------

const views = ['connexion', 'recherche', 'repertoire', 'dossiers', 'favoris', 'anomalies', 'places'] as const;
type View = (typeof views)[number];

function show(view: View, { focus = true } = {}): void {
  for (const name of views) byId(`vue-${name}`).hidden = name !== view;
  byId('navigation').hidden = byId('session').hidden = view === 'connexion';
  for (const link of document.querySelectorAll<HTMLAnchorElement>('#navigation a')) {
    if (link.hash.startsWith(`#/${view}`)) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const heading = byId(`vue-${view}`).querySelector('h1')!;
  document.title = `${heading.textContent} – ROR`;
  if (focus) heading.focus();
}

async function route({ focus = true } = {}): Promise<void> {
  const session = current();
  if (!session) {
    await showAccounts();
    return show('connexion', { focus });
  }
  byId('session-nom').textContent = session.acteur.nom;
  nameAnomalies(session.acteur.role);
  offerPlaces(session.acteur.role);
  byId('session-role').textContent = ROLES[session.acteur.role] ?? session.acteur.role;
  const [, view = '', id] = location.hash.split('/').map(decoded);
  if (view === 'repertoire') {
    tree.client = fiche.client = client;
    if (stale) void tree.reload();
    stale = false;
    if (id) {
      fiche.noeudId = id;
      if (tree.selection !== id) tree.cible = id;
    }
    return show('repertoire', { focus: focus && !id });
  }
  if (view === 'dossiers') {
    dossiers.client = client;
    dossiers.dossierId = id ?? null;
    return show('dossiers', { focus: focus && !id });
  }
  if (isRecherche(location.hash)) {
    const arrives = byId('vue-recherche').hidden !== false;
    showRecherche(client);
    return show('recherche', { focus: focus && arrives });
  }
  if (view === 'favoris') {
    showFavoris(client);
    return show('favoris', { focus });
  }
  if (view === 'places') {
    showPlaces(client);
    return show('places', { focus });
  }
  if (view === 'anomalies') {
    showAnomalies(client, id ?? null);
    return show('anomalies', { focus: focus && !id });
  }
  location.replace(STARTS_WITH_DOSSIERS.has(session.acteur.role) ? '#/dossiers' : '#/repertoire');
}

/** A part of the address as it was meant; one that can't be read is taken as it is, and leads nowhere. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

addEventListener('hashchange', () => void route());

// --- Répertoire ------------------------------------------------------------------------------------------------------

tree.addEventListener('ror-selection-change', ({ detail }) => {
  history.replaceState(null, '', `#/repertoire/${encodeURIComponent(detail.id)}`);
  fiche.noeudId = detail.id;
});
const openDossier = (dossierId: string): void => { location.hash = `#/dossiers/${encodeURIComponent(dossierId)}`; };
fiche.addEventListener('ror-dossier-open', ({ detail }) => { if (detail.dossierId) openDossier(detail.dossierId); });
wireRepertoire(client);

wireRecherche();

// --- Dossiers --------------------------------------------------------------------------------------------------------

dossiers.addEventListener('ror-dossier-open', ({ detail: { dossierId } }) => {
  history.pushState(null, '', dossierId ? `#/dossiers/${encodeURIComponent(dossierId)}` : '#/dossiers');
});
// A row says whether a dossier is open on it, and what is published.
dossiers.addEventListener('ror-dossier-change', () => { stale = true; });

// --- Favourites and reports ------------------------------------------------------------------------------------------

wireFiche();
wireAnomalies(client);
wireFavoris(() => { stale = true; });

// --- Session ---------------------------------------------------------------------------------------------------------

const NO_ANSWER = 'Le serveur ne répond pas. Réessayez dans un instant.';

byId<HTMLFormElement>('connexion').addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  const data = new FormData(form);
  void enter(String(data.get('identifiant')), String(data.get('motDePasse')), byId('connexion-erreur')).then((entered) => {
    if (!entered) return;
    form.reset();
    // Whoever came by a link goes where it leads.
    if (!location.hash.startsWith('#/')) location.hash = '#/';
    return route();
  });
});

/** Signs in, or says next to the button why not. */
async function enter(identifiant: string, motDePasse: string, error: HTMLElement): Promise<boolean> {
  error.textContent = '';
  try {
    if (await signIn(identifiant.trim(), motDePasse)) return true;
    error.textContent = 'Identifiant ou mot de passe inconnu.';
  } catch {
    error.textContent = NO_ANSWER;
  }
  return false;
}

byId('deconnexion').addEventListener('click', () => void leave());

/** Ends the session once what is typed is saved; otherwise only if the person says so. */
async function leave(): Promise<void> {
  const saved = (await dossiers.enregistrerEnCours()) && !anomaliesUnsaved() && !placesUnsaved();
  if (!saved && !confirm('Des modifications n’ont pas pu être enregistrées. Se déconnecter et les perdre ?')) return;
  await signOut();
  // Computers are shared in a hospital: nothing of what was typed stays on this one.
  await purgeBrouillons();
  // The next person on this computer starts from a blank page.
  dossiers.remove();
  location.hash = '';
  location.reload();
}

/** Asks for the password in place, so that what is being typed stays on the page. */
function reconnect(): Promise<string | undefined> {
  const dialog = byId<HTMLDialogElement>('reconnexion');
  const password = byId<HTMLInputElement>('reconnexion-mot-de-passe');
  const error = byId('reconnexion-erreur');
  const session = current();
  if (!session) return Promise.resolve(undefined);
  byId('reconnexion-nom').textContent = session.acteur.nom;
  password.value = error.textContent = '';
  dialog.showModal();
  return new Promise((resolve) => {
    const finish = (token: string | undefined): void => {
      form.removeEventListener('submit', onSubmit);
      dialog.removeEventListener('cancel', onCancel);
      dialog.close();
      resolve(token);
    };
    const onCancel = (): void => { finish(undefined); };
    const onSubmit = (event: SubmitEvent): void => {
      event.preventDefault();
      if ((event.submitter as HTMLButtonElement | null)?.value === 'annuler') return finish(undefined);
      void enter(session.identifiant, password.value, error).then((entered) => {
        if (entered) finish(current()?.jeton);
        else password.focus();
      });
    };
    const form = dialog.querySelector('form')!;
    form.addEventListener('submit', onSubmit);
    dialog.addEventListener('cancel', onCancel);
  });
}

async function showAccounts(): Promise<void> {
  const list = byId('comptes');
  if (list.childElementCount > 0) return;
  const accounts = await demonstrationAccounts().catch(() => []);
  list.replaceChildren(...accounts.map(accountItem));
}

function accountItem(compte: Compte): HTMLLIElement {
  const item = document.createElement('li');
  const text = document.createElement('div');
  const title = document.createElement('p');
  const name = document.createElement('strong');
  name.textContent = ROLES[compte.role] ?? compte.role;
  title.append(name, ` – ${compte.nom}`);
  const what = document.createElement('p');
  what.textContent = compte.texte;
  const codes = document.createElement('p');
  const code = document.createElement('code');
  code.textContent = `${compte.identifiant} / ${compte.motDePasse}`;
  codes.append(code);
  text.append(title, what, codes);
  const use = document.createElement('button');
  use.type = 'button';
  use.textContent = 'Utiliser';
  use.setAttribute('aria-label', `Utiliser le compte ${compte.identifiant}`);
  use.addEventListener('click', () => {
    byId<HTMLInputElement>('identifiant').value = compte.identifiant;
    byId<HTMLInputElement>('mot-de-passe').value = compte.motDePasse;
    byId<HTMLFormElement>('connexion').requestSubmit();
  });
  item.append(text, use);
  return item;
}

void route({ focus: false });
