import { expect } from '@open-wc/testing';
import { Brouillons, type Brouillon, type Entourage } from '../../src/controllers/brouillons.ts';
import { coffreDeLaPage, coffreIndexedDB, type Coffre } from '../../src/controllers/coffre.ts';
import { ECRIRE_MS, Repos, REPOS_MS } from '../../src/controllers/repos.ts';
import { contenuFiche, dossier } from '../../stories/ehpad-test.ts';

const base = contenuFiche(dossier().fiches[1]!);
const CLAIRE = { portee: '', compte: 'claire', dossierId: 'd1', ficheId: base.id };
const JOUR = 24 * 3_600_000;

/** A browser: tabs open and die, days pass. */
function navigateur(coffre: Coffre = coffreDeLaPage()) {
  let now = 1_000 * JOUR;
  const open = new Set<string>();
  const onglet = (nom: string, around: Partial<Entourage> = {}) => {
    open.add(nom);
    return new Brouillons(nom, { coffre, now: () => now++, onglets: () => Promise.resolve(open), ...around });
  };
  return { onglet, meurt: (nom: string) => void open.delete(nom), passe: (ms: number) => { now += ms; } };
}

const texte = (nomOffre: string): Pick<Brouillon, 'contenu' | 'illisibles' | 'base'> => ({ contenu: { nomOffre }, illisibles: {}, base });
const noms = (drafts: readonly Brouillon[]) => drafts.map(({ contenu }) => contenu['nomOffre']);

const refuse = (): Promise<never> => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
const refusing: Coffre = { put: refuse, delete: refuse, entries: refuse };

describe('Brouillons', () => {
  it('gives back to a later tab what a dead one wrote, unreadable text included, the newest first', async () => {
    const { onglet, meurt } = navigateur();
    const un = onglet('un');
    const seance = un.commencer();
    await un.garder({ ...CLAIRE, seance, ...texte('Premier jet'), illisibles: { 'patientele.ageMin': 'soixante' } });
    meurt('un');
    const deux = onglet('deux');
    await deux.garder({ ...CLAIRE, seance: 'mort.1', ...texte('Plus tard') });
    const found = await deux.retrouver(CLAIRE);
    expect(noms(found)).to.deep.equal(['Plus tard', 'Premier jet']);
    expect(found[1]!.illisibles).to.deep.equal({ 'patientele.ageMin': 'soixante' });
    expect(found[1]!.base.version).to.equal(base.version);
  });

  it('leaves alone what another open tab is typing, until it dies', async () => {
    const { onglet, meurt } = navigateur();
    const [un, deux] = [onglet('un'), onglet('deux')];
    await un.garder({ ...CLAIRE, seance: un.commencer(), ...texte('Onglet un') });
    await deux.garder({ ...CLAIRE, seance: deux.commencer(), ...texte('Onglet deux') });
    expect(noms(await deux.retrouver(CLAIRE))).to.deep.equal([]);
    meurt('un');
    expect(noms(await deux.retrouver(CLAIRE))).to.deep.equal(['Onglet un']);
  });

  it('finds in the same tab what a sitting that is over left', async () => {
    const un = navigateur().onglet('un');
    const seance = un.commencer();
    await un.garder({ ...CLAIRE, seance, ...texte('Quittée') });
    expect(noms(await un.retrouver(CLAIRE))).to.deep.equal([]);
    un.finir(seance);
    expect(noms(await un.retrouver(CLAIRE))).to.deep.equal(['Quittée']);
  });

  for (const [who, where] of [['another account', { compte: 'jean' }], ['another server', { portee: '/recette' }], ['another fiche', { ficheId: 'autre' }], ['another dossier', { dossierId: 'd2' }]] as const) {
    it(`shows nothing to ${who}`, async () => {
      const { onglet, meurt } = navigateur();
      const un = onglet('un');
      await un.garder({ ...CLAIRE, seance: un.commencer(), ...texte('Confidentiel') });
      meurt('un');
      expect(await onglet('deux').retrouver({ ...CLAIRE, ...where })).to.deep.equal([]);
    });
  }

  it('erases what was saved, and not what was typed since', async () => {
    const un = navigateur().onglet('un');
    await un.garder({ ...CLAIRE, seance: 'a.1', ...texte('Enregistré') });
    await un.garder({ ...CLAIRE, seance: 'b.1', ...texte('Plus récent') });
    await un.effacer(CLAIRE, texte('Enregistré'));
    expect(noms(await un.retrouver(CLAIRE))).to.deep.equal(['Plus récent']);
    await un.effacer(CLAIRE);
    expect(await un.retrouver(CLAIRE)).to.deep.equal([]);
  });

  it('takes away a draft only as it was seen', async () => {
    const un = navigateur().onglet('un');
    await un.garder({ ...CLAIRE, seance: 'a.1', ...texte('Vu') });
    const [seen] = await un.retrouver(CLAIRE);
    await un.garder({ ...CLAIRE, seance: 'a.1', ...texte('Récrit') });
    await un.retirer(seen!);
    expect(noms(await un.retrouver(CLAIRE))).to.deep.equal(['Récrit']);
  });

  it('purges one account, or everything', async () => {
    const un = navigateur().onglet('un');
    await un.garder({ ...CLAIRE, seance: 'a.1', ...texte('Claire') });
    await un.garder({ ...CLAIRE, compte: 'jean', seance: 'b.1', ...texte('Jean') });
    await un.purger('claire');
    expect(noms(await un.retrouver(CLAIRE))).to.deep.equal([]);
    expect(noms(await un.retrouver({ ...CLAIRE, compte: 'jean' }))).to.deep.equal(['Jean']);
    await un.purger();
    expect(noms(await un.retrouver({ ...CLAIRE, compte: 'jean' }))).to.deep.equal([]);
  });

  it('throws away what nobody came back for in thirty days', async () => {
    const coffre = coffreDeLaPage();
    const { onglet, passe } = navigateur(coffre);
    const un = onglet('un');
    await un.garder({ ...CLAIRE, seance: 'a.1', ...texte('Oublié') });
    passe(29 * JOUR);
    expect(noms(await un.retrouver(CLAIRE))).to.deep.equal(['Oublié']);
    passe(2 * JOUR);
    expect(await un.retrouver(CLAIRE)).to.deep.equal([]);
    expect(await coffre.entries()).to.deep.equal([]);
  });

  it('keeps the text in the page, and says so, when the browser refuses', async () => {
    const un = navigateur(refusing).onglet('un');
    expect(await un.garder({ ...CLAIRE, seance: 'a.1', ...texte('Privé') })).to.equal('page');
    expect(noms(await un.retrouver(CLAIRE))).to.deep.equal(['Privé']);
    await un.effacer(CLAIRE, texte('Privé'));
    await un.purger();
    expect(await un.retrouver(CLAIRE)).to.deep.equal([]);
  });

  it('keeps on the device again as soon as the browser lets it', async () => {
    const coffre = coffreDeLaPage();
    let full = true;
    const un = navigateur({ ...coffre, put: (...entry) => (full ? refuse() : coffre.put(...entry)) }).onglet('un');
    expect(await un.garder({ ...CLAIRE, seance: 'a.1', ...texte('Un') })).to.equal('page');
    full = false;
    expect(await un.garder({ ...CLAIRE, seance: 'a.1', ...texte('Deux') })).to.equal('appareil');
    expect(noms(await un.retrouver(CLAIRE))).to.deep.equal(['Deux']);
  });

  it('passes over what it cannot read', async () => {
    const coffre = coffreDeLaPage();
    await coffre.put('x', { format: 99 });
    await coffre.put('y', 'texte');
    expect(await navigateur(coffre).onglet('un').retrouver(CLAIRE)).to.deep.equal([]);
  });

  it('does not let one fiche fill the place of the host', async () => {
    const coffre = coffreDeLaPage();
    expect(await navigateur(coffre).onglet('un').garder({ ...CLAIRE, seance: 'a.1', ...texte('x'.repeat(4_000_001)) })).to.equal('page');
    expect(await coffre.entries()).to.deep.equal([]);
  });

  it('survives the page in IndexedDB', async () => {
    const [avant, apres] = [navigateur(coffreIndexedDB()).onglet('avant'), navigateur(coffreIndexedDB()).onglet('apres')];
    await avant.purger();
    expect(await avant.garder({ ...CLAIRE, seance: avant.commencer(), ...texte('Écrit') })).to.equal('appareil');
    expect(noms(await apres.retrouver(CLAIRE))).to.deep.equal(['Écrit']);
    await apres.purger();
    expect(await apres.retrouver(CLAIRE)).to.deep.equal([]);
  });

  it('tells the other tabs, and those who follow, when drafts go', async () => {
    const said: string[] = [];
    const un = navigateur().onglet('un', { dire: (message) => said.push(message) });
    let heard = 0;
    const stop = un.suivre(() => { heard += 1; });
    await un.garder({ ...CLAIRE, seance: 'a.1', ...texte('x') });
    await un.effacer(CLAIRE);
    expect([said.length, heard]).to.deep.equal([1, 1]);
    un.entendre();
    stop();
    un.entendre();
    expect(heard).to.equal(2);
  });
});

/** A clock that the test turns, and what was done when. */
function horloge() {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  const done: string[] = [];
  const repos = new Repos({ ecrire: () => done.push(`écrit ${now}`), pousser: () => done.push(`envoie ${now}`) }, {
    setTimeout: (run, ms) => { const timer = { at: now + ms, run }; timers.push(timer); return timer; },
    clearTimeout: (timer) => { timers = timers.filter((each) => each !== timer); },
  });
  const passe = (ms: number): void => {
    const end = now + ms;
    for (;;) {
      const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      now = next.at;
      timers = timers.filter((timer) => timer !== next);
      next.run();
    }
    now = end;
  };
  return { repos, done, passe };
}

describe('Repos', () => {
  it('writes within a moment however long the person types, and sends when they pause', () => {
    const { repos, done, passe } = horloge();
    for (let key = 0; key < 10; key++) { repos.touch(); passe(100); }
    expect(done).to.deep.equal(['écrit 300', 'écrit 600', 'écrit 900']);
    passe(REPOS_MS);
    expect(done.slice(3)).to.deep.equal(['écrit 1200', `envoie ${900 + REPOS_MS}`]);
  });

  it('does nothing on the key itself', () => {
    const { repos, done } = horloge();
    repos.touch();
    expect(done).to.deep.equal([]);
  });

  it('writes at once when the page may go, and once only', () => {
    const { repos, done, passe } = horloge();
    repos.touch();
    repos.flush();
    repos.flush();
    passe(ECRIRE_MS);
    expect(done).to.deep.equal(['écrit 0']);
  });

  it('tries again later and later, and soon again after a success', () => {
    const { repos, done, passe } = horloge();
    repos.failed();
    passe(10_000);
    repos.failed();
    passe(20_000);
    repos.succeeded();
    repos.failed();
    passe(10_000);
    expect(done).to.deep.equal(['envoie 10000', 'envoie 30000', 'envoie 40000']);
  });

  it('sends no more by itself once the person has saved, until they type', () => {
    const { repos, done, passe } = horloge();
    repos.touch();
    passe(ECRIRE_MS);
    repos.hold();
    passe(60_000);
    expect(done).to.deep.equal([`écrit ${ECRIRE_MS}`]);
    repos.touch();
    passe(REPOS_MS);
    expect(done.at(-1)).to.match(/^envoie/);
  });

  it('sends what waits when the network is back', () => {
    const { repos, done, passe } = horloge();
    repos.failed();
    repos.now();
    passe(60_000);
    expect(done).to.deep.equal(['envoie 0']);
  });
});
