import { expect } from '@open-wc/testing';
import { Brouillons, type Brouillon, type Surroundings } from '../../src/controllers/brouillons.ts';
import { pageStore, indexedDBStore, type DraftStore } from '../../src/controllers/draft-store.ts';
import { WRITE_AFTER_MS, SaveAtRest, SAVE_AFTER_MS } from '../../src/controllers/save-at-rest.ts';
import { contenuFiche, dossier } from '../../stories/ehpad-test.ts';

const base = contenuFiche(dossier().fiches[1]!);
const CLAIRE = { portee: '', compte: 'claire', dossierId: 'd1', ficheId: base.id };
const JOUR = 24 * 3_600_000;

/** A browser: tabs open and die, days pass. */
function navigateur(coffre: DraftStore = pageStore()) {
  let now = 1_000 * JOUR;
  const open = new Set<string>();
  const onglet = (nom: string, around: Partial<Surroundings> = {}) => {
    open.add(nom);
    return new Brouillons(nom, { store: coffre, now: () => now++, tabs: () => Promise.resolve(open), ...around });
  };
  return { onglet, meurt: (nom: string) => void open.delete(nom), passe: (ms: number) => { now += ms; } };
}

const texte = (nomOffre: string): Pick<Brouillon, 'contenu' | 'illisibles' | 'base'> => ({ contenu: { nomOffre }, illisibles: {}, base });
const noms = (drafts: readonly Brouillon[]) => drafts.map(({ contenu }) => contenu['nomOffre']);

const refuse = (): Promise<never> => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
const refusing: DraftStore = { put: refuse, delete: refuse, entries: refuse };

describe('Brouillons', () => {
  it('gives back to a later tab what a dead one wrote, unreadable text included, the newest first', async () => {
    const { onglet, meurt } = navigateur();
    const un = onglet('un');
    const seance = un.begin();
    await un.keep({ ...CLAIRE, seance, ...texte('Premier jet'), illisibles: { 'patientele.ageMin': 'soixante' } });
    meurt('un');
    const deux = onglet('deux');
    await deux.keep({ ...CLAIRE, seance: 'mort.1', ...texte('Plus tard') });
    const found = await deux.find(CLAIRE);
    expect(noms(found)).to.deep.equal(['Plus tard', 'Premier jet']);
    expect(found[1]!.illisibles).to.deep.equal({ 'patientele.ageMin': 'soixante' });
    expect(found[1]!.base.version).to.equal(base.version);
  });

  it('leaves alone what another open tab is typing, until it dies', async () => {
    const { onglet, meurt } = navigateur();
    const [un, deux] = [onglet('un'), onglet('deux')];
    await un.keep({ ...CLAIRE, seance: un.begin(), ...texte('Onglet un') });
    await deux.keep({ ...CLAIRE, seance: deux.begin(), ...texte('Onglet deux') });
    expect(noms(await deux.find(CLAIRE))).to.deep.equal([]);
    meurt('un');
    expect(noms(await deux.find(CLAIRE))).to.deep.equal(['Onglet un']);
  });

  it('finds in the same tab what a sitting that is over left', async () => {
    const un = navigateur().onglet('un');
    const seance = un.begin();
    await un.keep({ ...CLAIRE, seance, ...texte('Quittée') });
    expect(noms(await un.find(CLAIRE))).to.deep.equal([]);
    un.end(seance);
    expect(noms(await un.find(CLAIRE))).to.deep.equal(['Quittée']);
  });

  for (const [who, where] of [['another account', { compte: 'jean' }], ['another server', { portee: '/recette' }], ['another fiche', { ficheId: 'autre' }], ['another dossier', { dossierId: 'd2' }]] as const) {
    it(`shows nothing to ${who}`, async () => {
      const { onglet, meurt } = navigateur();
      const un = onglet('un');
      await un.keep({ ...CLAIRE, seance: un.begin(), ...texte('Confidentiel') });
      meurt('un');
      expect(await onglet('deux').find({ ...CLAIRE, ...where })).to.deep.equal([]);
    });
  }

  it('erases what was saved, and not what was typed since', async () => {
    const un = navigateur().onglet('un');
    await un.keep({ ...CLAIRE, seance: 'a.1', ...texte('Enregistré') });
    await un.keep({ ...CLAIRE, seance: 'b.1', ...texte('Plus récent') });
    await un.erase(CLAIRE, texte('Enregistré'));
    expect(noms(await un.find(CLAIRE))).to.deep.equal(['Plus récent']);
    await un.erase(CLAIRE);
    expect(await un.find(CLAIRE)).to.deep.equal([]);
  });

  it('takes away a draft only as it was seen', async () => {
    const un = navigateur().onglet('un');
    await un.keep({ ...CLAIRE, seance: 'a.1', ...texte('Vu') });
    const [seen] = await un.find(CLAIRE);
    await un.keep({ ...CLAIRE, seance: 'a.1', ...texte('Récrit') });
    await un.withdraw(seen!);
    expect(noms(await un.find(CLAIRE))).to.deep.equal(['Récrit']);
  });

  it('purges one account, or everything', async () => {
    const un = navigateur().onglet('un');
    await un.keep({ ...CLAIRE, seance: 'a.1', ...texte('Claire') });
    await un.keep({ ...CLAIRE, compte: 'jean', seance: 'b.1', ...texte('Jean') });
    await un.purge('claire');
    expect(noms(await un.find(CLAIRE))).to.deep.equal([]);
    expect(noms(await un.find({ ...CLAIRE, compte: 'jean' }))).to.deep.equal(['Jean']);
    await un.purge();
    expect(noms(await un.find({ ...CLAIRE, compte: 'jean' }))).to.deep.equal([]);
  });

  it('throws away what nobody came back for in thirty days', async () => {
    const coffre = pageStore();
    const { onglet, passe } = navigateur(coffre);
    const un = onglet('un');
    await un.keep({ ...CLAIRE, seance: 'a.1', ...texte('Oublié') });
    passe(29 * JOUR);
    expect(noms(await un.find(CLAIRE))).to.deep.equal(['Oublié']);
    passe(2 * JOUR);
    expect(await un.find(CLAIRE)).to.deep.equal([]);
    expect(await coffre.entries()).to.deep.equal([]);
  });

  it('keeps the text in the page, and says so, when the browser refuses', async () => {
    const un = navigateur(refusing).onglet('un');
    expect(await un.keep({ ...CLAIRE, seance: 'a.1', ...texte('Privé') })).to.equal('page');
    expect(noms(await un.find(CLAIRE))).to.deep.equal(['Privé']);
    await un.erase(CLAIRE, texte('Privé'));
    await un.purge();
    expect(await un.find(CLAIRE)).to.deep.equal([]);
  });

  it('keeps on the device again as soon as the browser lets it', async () => {
    const coffre = pageStore();
    let full = true;
    const un = navigateur({ ...coffre, put: (...entry) => (full ? refuse() : coffre.put(...entry)) }).onglet('un');
    expect(await un.keep({ ...CLAIRE, seance: 'a.1', ...texte('Un') })).to.equal('page');
    full = false;
    expect(await un.keep({ ...CLAIRE, seance: 'a.1', ...texte('Deux') })).to.equal('appareil');
    expect(noms(await un.find(CLAIRE))).to.deep.equal(['Deux']);
  });

  it('passes over what it cannot read', async () => {
    const coffre = pageStore();
    await coffre.put('x', { format: 99 });
    await coffre.put('y', 'texte');
    expect(await navigateur(coffre).onglet('un').find(CLAIRE)).to.deep.equal([]);
  });

  it('does not let one fiche fill the place of the host', async () => {
    const coffre = pageStore();
    expect(await navigateur(coffre).onglet('un').keep({ ...CLAIRE, seance: 'a.1', ...texte('x'.repeat(4_000_001)) })).to.equal('page');
    expect(await coffre.entries()).to.deep.equal([]);
  });

  it('survives the page in IndexedDB', async () => {
    const [avant, apres] = [navigateur(indexedDBStore()).onglet('avant'), navigateur(indexedDBStore()).onglet('apres')];
    await avant.purge();
    expect(await avant.keep({ ...CLAIRE, seance: avant.begin(), ...texte('Écrit') })).to.equal('appareil');
    expect(noms(await apres.find(CLAIRE))).to.deep.equal(['Écrit']);
    await apres.purge();
    expect(await apres.find(CLAIRE)).to.deep.equal([]);
  });

  it('tells the other tabs, and those who follow, when drafts go', async () => {
    const said: string[] = [];
    const un = navigateur().onglet('un', { tell: (message) => said.push(message) });
    let heard = 0;
    const stop = un.follow(() => { heard += 1; });
    await un.keep({ ...CLAIRE, seance: 'a.1', ...texte('x') });
    await un.erase(CLAIRE);
    expect([said.length, heard]).to.deep.equal([1, 1]);
    un.hear();
    stop();
    un.hear();
    expect(heard).to.equal(2);
  });
});

/** A clock that the test turns, and what was done when. */
function horloge() {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  const done: string[] = [];
  const repos = new SaveAtRest({ ecrire: () => done.push(`écrit ${now}`), pousser: () => done.push(`envoie ${now}`) }, {
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
    passe(SAVE_AFTER_MS);
    expect(done.slice(3)).to.deep.equal(['écrit 1200', `envoie ${900 + SAVE_AFTER_MS}`]);
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
    passe(WRITE_AFTER_MS);
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
    passe(WRITE_AFTER_MS);
    repos.hold();
    passe(60_000);
    expect(done).to.deep.equal([`écrit ${WRITE_AFTER_MS}`]);
    repos.touch();
    passe(SAVE_AFTER_MS);
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
