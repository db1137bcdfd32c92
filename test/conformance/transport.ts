/** What every transport of `RorClient` promises: the same questions, the same answers. */
import type { RorClient } from '../../src/client/index.ts';
import type { InputOf } from '../../src/contract/operation.ts';
import type { OperationName, Operations } from '../../src/contract/operations.ts';
import { Dossier } from '../../src/domain/dossier.ts';
import { Fiche, type Contenu } from '../../src/domain/fiche.ts';
import type { CommandeDossier } from '../../src/engine/dossier/commandes.ts';
import { AUJOURDHUI, GRANDE } from './demonstration.ts';
import { abortion, failure, ok, same } from './expect.ts';

export interface Carried {
  /** Begins the titles of the tests. */
  readonly name: string;
  /** A client for an account of a demonstration that nobody has touched, or for nobody. */
  readonly open: (identifiant: string | null) => Promise<RorClient>;
  /** The runner's. */
  readonly test: (title: string, run: () => Promise<void>) => unknown;
}

const DIRECTEUR = [{ nom: 'Claire Martin', fonctionContact: '01', niveauConfidentialite: '2', telecommunication: [{ canal: '3', adresseTelecom: 'direction@essai.example', niveauConfidentialite: '2' }] }];
const UNITE = {
  nomOffre: 'Unité Accueil ou hébergement pour personnes âgées', typeOffre: '21', grandGroupeDisciplines: 'MSS', champActivite: '04', modePriseEnCharge: '46', temporaliteAccueil: '02',
  activiteOperationnelle: ['313'], uniteSensible: false, patientele: { ageMin: { valeur: 60, unite: 'a' }, ageMax: { valeur: 150, unite: 'a' } },
  contact: [{ nom: 'Anne Roux', fonctionContact: '22', niveauConfidentialite: '2', telecommunication: [{ canal: '3', adresseTelecom: 'anne.roux@essai.example', niveauConfidentialite: '2' }] }],
};

/** Texts that a careless encoding, normalisation or limit would change. */
const TEXTES = {
  accents: 'Éàü œuvre ñ ÿ — « l’été » … №', decompose: 'e\u0301te\u0301', emoji: '👩🏽‍⚕️ 🇫🇷 👨‍👩‍👧‍👦 𝒳', droiteAGauche: 'مستشفى \u202eעברית\u202c', blancs: ' \t deux  espaces\u00a0\r\n\n ',
  syntaxe: `"\\u0000" ' ; -- <script>&amp;</script> \${x} %s \\ \u2028\u2029`, invisibles: '\u0001\u007f\u200b\ufeff', long: 'Dix mille caractères, é. '.repeat(400), numerique: '0123', vide: '',
};

export function transportConformance({ name, open, test }: Carried): void {
  const clients = new Map<string | null, Promise<RorClient>>();
  const client = (identifiant: string | null = 'referent'): Promise<RorClient> => {
    const known = clients.get(identifiant) ?? open(identifiant);
    clients.set(identifiant, known);
    return known;
  };
  const ask = async <N extends OperationName>(operation: N, input: InputOf<Operations[N]>, qui?: string | null) => (await client(qui)).call(operation, input);

  /** The dossier of a structure, as the référent sees it. */
  const dossierDe = async (entiteGeographiqueId: string): Promise<Dossier> => {
    const row = (await ask('listerDossiers', {})).dossiers.find((dossier) => dossier.entiteGeographiqueId === entiteGeographiqueId);
    ok(row, `no dossier on ${entiteGeographiqueId}`);
    return ask('lireDossier', { dossierId: row.id });
  };
  const done = async (dossier: Dossier, commande: CommandeDossier, qui?: string): Promise<Dossier> => {
    const answer = await ask('deciderDossier', { dossierId: dossier.id, version: dossier.version, commande }, qui);
    ok('dossier' in answer, `${commande.type}: ${JSON.stringify(answer)}`);
    return answer.dossier;
  };
  const refused = async (dossier: Dossier, commande: CommandeDossier, qui?: string) => {
    const answer = await ask('deciderDossier', { dossierId: dossier.id, version: dossier.version, commande }, qui);
    ok('refus' in answer, `${commande.type} is not refused`);
    return answer.refus;
  };
  const save = async (dossier: Dossier, { id: ficheId, version }: { id: string; version: number }, contenu: Contenu, finaliser = false, illisibles: Readonly<Record<string, string>> = {}) =>
    ask('enregistrerFiche', { dossierId: dossier.id, ficheId, version, contenu: { ...contenu }, illisibles: { ...illisibles }, finaliser });
  const saved = async (...args: Parameters<typeof save>): Promise<Fiche> => {
    const answer = await save(...args);
    ok('fiche' in answer, JSON.stringify(answer));
    return answer.fiche;
  };
  /** A new fiche of the dossier that no other test publishes. */
  const uneFiche = async (): Promise<{ dossier: Dossier; fiche: Fiche }> => {
    const avant = await dossierDe('eg-site-des-tilleuls');
    const dossier = await done(avant, { type: 'creer-fiches', parentId: avant.fiches[0]!.id, typeFiche: 'P', nombre: 1 });
    const nouvelle = dossier.fiches.find(({ id }) => !avant.fiches.some((fiche) => fiche.id === id))!;
    return { dossier, fiche: await ask('lireFiche', { dossierId: dossier.id, ficheId: nouvelle.id }) };
  };

  const question = (title: string, run: () => Promise<void>) => test(`${name}: ${title}`, run);

  question('tells who is signed in', async () => {
    const { entitesGeographiques, ...profil } = await ask('lireProfil', {});
    same(profil, { id: 'compte-referent', nom: 'Claire Martin', role: 'referent', departements: [] });
    ok(entitesGeographiques.includes('eg-ehpad-test'), 'the structures of the person');
    same((await ask('lireProfil', {}, 'tutelle')).departements, ['94']);
  });

  question('gives the roots, grouped in both ways', async () => {
    const departements = await ask('listerNoeuds', {});
    same(departements.suite, null);
    const val = departements.noeuds.find(({ id }) => id === 'DF-94');
    same({ type: val?.type, nom: val?.nom }, { type: 'DF', nom: 'Val-de-Marne' });
    const { noeuds } = await ask('listerNoeuds', { par: 'entite-juridique' });
    same([...new Set(noeuds.map(({ type }) => type))], ['EJ']);
    ok(noeuds.some(({ nom }) => nom === 'Institut le Val Mandé'), 'an entité juridique of the guides');
  });

  question('gives all the children of a row, page after page, each one once', async () => {
    const seen: string[] = [];
    let pages = 0;
    for (let suite: string | null | undefined; suite !== null; pages++) {
      const page = await ask('listerNoeuds', { parentId: GRANDE.eg, ...(suite !== undefined && { suite }) });
      seen.push(...page.noeuds.map(({ id }) => id));
      suite = page.suite;
    }
    ok(pages > 2, `${pages} pages`);
    same([seen.length, new Set(seen).size], [GRANDE.unites, GRANDE.unites]);
  });

  question('gives a node with its content, its place and its dossier', async () => {
    const { noeud, contenu, ancetres, dossier, dateMiseJour } = await ask('lireNoeud', { noeudId: 'eg-site-des-tilleuls' });
    const { id: dossierId, nom: nomDossier, etat } = dossier ?? { id: '', nom: '', etat: 'EN_COURS' as const };
    same({ ...noeud, nombreEnfants: 0 }, {
      id: 'eg-site-des-tilleuls', type: 'EG', code: 'EG', nom: noeud.nom, nombreEnfants: 0, description: 'a-decrire', domaines: noeud.domaines, favori: false,
      dossier: { id: dossierId, nom: nomDossier, etat }, actions: ['ouvrir', 'ouvrir-dossier', 'ajouter-favori', 'signaler-anomalie'],
    });
    same([contenu['denominationEG'], dossier?.nom, dossier?.etat, dateMiseJour], [noeud.nom, `Peuplement de ${noeud.nom}`, 'EN_COURS', null]);
    same(ancetres.map(({ type }) => type), ['EJ']);
  });

  question('gives the dossiers of the person, one of them, and one of its fiches', async () => {
    const { dossiers } = await ask('listerDossiers', {});
    const resume = dossiers.find(({ entiteGeographiqueId }) => entiteGeographiqueId === 'eg-site-des-tilleuls');
    ok(resume, 'the dossier of the first description');
    const { fiches, ...dossier } = await ask('lireDossier', { dossierId: resume.id });
    const { nombreFiches, nombreFinalisees, ...sansNombres } = resume;
    same(sansNombres, dossier);
    same([nombreFiches, nombreFinalisees], [fiches.length, fiches.filter(({ etat }) => etat === 'finalisee').length]);
    const { contenu, illisibles, dateMiseJour: _date, auteur: _auteur, ...fiche } = await ask('lireFiche', { dossierId: dossier.id, ficheId: fiches[0]!.id });
    same(fiche, fiches[0]);
    same([contenu['denominationEG'], illisibles], [fiche.nom, {}]);
  });

  question('opens a dossier on a structure, once', async () => {
    const answer = await ask('creerDossier', { entiteGeographiqueId: 'eg-ehpad-du-colibri', nom: 'Mise à jour' });
    ok('dossier' in answer, JSON.stringify(answer));
    same(answer.dossier.fiches.map(({ type, origineId }) => [type, origineId]), [['EG', 'eg-ehpad-du-colibri'], ['UO', 'uo-crt-volet-1'], ['UO', 'uo-crt-volet-2']]);
    const again = await ask('creerDossier', { entiteGeographiqueId: 'eg-ehpad-du-colibri', nom: 'Encore' });
    same(again, { refus: { code: 'dossier-deja-ouvert', dossierId: answer.dossier.id } });
  });

  question('carries a whole life, from the first fiche to the répertoire', async () => {
    const vide = await dossierDe('eg-ehpad-test');
    const racine = vide.fiches[0]!;
    const deux = await done(vide, { type: 'creer-fiches', parentId: racine.id, typeFiche: 'UO', nombre: 2 });
    const [unite, enTrop] = deux.fiches.slice(1);
    ok(unite && enTrop, 'two fiches');
    same([unite.etat, unite.version, deux.version > vide.version], ['en-creation', 1, true]);
    const une = await done(deux, { type: 'supprimer-fiche', ficheId: enTrop.id });
    same(une.fiches.map(({ id }) => id), [racine.id, unite.id]);

    const attente = await saved(une, unite, { nomOffre: 'Unité d’essai' });
    same([attente.etat, attente.version, attente.nom, attente.auteur], ['en-attente', 2, 'Unité d’essai', 'Claire Martin']);
    const lue = await ask('lireFiche', { dossierId: une.id, ficheId: unite.id });
    same(lue, attente);

    const mine = { nomOffre: 'Tapé par quelqu’un d’autre' };
    const stale = await failure(save(une, unite, mine), 'stale');
    same([Fiche.parse(stale.problem?.actuel), mine], [attente, { nomOffre: 'Tapé par quelqu’un d’autre' }]);
    const staleDossier = await failure(ask('deciderDossier', { dossierId: vide.id, version: vide.version, commande: { type: 'renommer', nom: 'Autre nom' } }), 'stale');
    same(Dossier.parse(staleDossier.problem?.actuel).version, une.version);

    const incomplete = await save(une, attente, attente.contenu, true);
    ok('refus' in incomplete && incomplete.refus.code === 'fiche-incomplete', JSON.stringify(incomplete));
    same(incomplete.refus.ficheId, unite.id);
    ok(incomplete.refus.issues.some(({ code, path, severity }) => code === 'manquant' && path === 'typeOffre' && severity === 'erreur'), JSON.stringify(incomplete.refus.issues));
    same(await ask('lireFiche', { dossierId: une.id, ficheId: unite.id }), attente);

    same((await saved(une, attente, UNITE, true)).etat, 'finalisee');
    same(await refused(une, { type: 'envoyer-en-validation' }), { code: 'fiches-a-finaliser', ficheIds: [racine.id] });
    const { contenu: structure } = await ask('lireFiche', { dossierId: une.id, ficheId: racine.id });
    await saved(une, racine, { ...structure, contact: DIRECTEUR }, true);
    same(await refused(une, { type: 'envoyer-en-validation' }), { code: 'date-effet-absente' });
    same(await refused(une, { type: 'fixer-date-effet', dateEffet: '2026-03-09' }), { code: 'date-effet-passee', dateEffet: '2026-03-09' });
    const date = await done(une, { type: 'fixer-date-effet', dateEffet: AUJOURDHUI });
    const envoye = await done(date, { type: 'envoyer-en-validation' });
    same(envoye.etat, 'EN_VALIDATION_GESTIONNAIRE');
    same(await refused(envoye, { type: 'valider' }), { code: 'role', requis: ['gestionnaire'] });
    same((await done(envoye, { type: 'valider' }, 'gestionnaire')).etat, 'PUBLIE');

    const { noeuds } = await ask('listerNoeuds', { parentId: 'eg-ehpad-test' }, 'lecteur');
    same(noeuds.map(({ type, nom, description }) => [type, nom, description]), [['UO', UNITE.nomOffre, 'decrite']]);
    const publie = await ask('lireNoeud', { noeudId: noeuds[0]!.id }, 'lecteur');
    same([publie.contenu['typeOffre'], publie.dossier, publie.ancetres.map(({ id }) => id)], ['21', null, ['ej-ehpad-test', 'eg-ehpad-test']]);
  });

  question('gives a refusal as an answer, whatever the command', async () => {
    const dossier = await dossierDe('eg-site-des-tilleuls');
    same(await refused(dossier, { type: 'renommer', nom: '  ' }), { code: 'nom-vide' });
    same(await refused(dossier, { type: 'deplacer-fiche', ficheId: dossier.fiches[0]!.id, parentId: 'x' }), { code: 'fiche-indispensable', ficheId: dossier.fiches[0]!.id });
    same(await refused(dossier, { type: 'creer-fiches', parentId: dossier.fiches[0]!.id, typeFiche: 'P', nombre: 51 }), { code: 'nombre-interdit', min: 1, max: 50 });
    same(await refused(dossier, { type: 'renommer', nom: 'Autre' }, 'gestionnaire'), { code: 'role', requis: ['referent', 'direction'] });
    same(await ask('creerDossier', { entiteGeographiqueId: 'eg-ime-t-kitoi', nom: ' ' }), { refus: { code: 'nom-vide' } });
  });

  const DIFFICILE = 'a/b?c=d&e#f%41%2F+é 𝒳;:@';
  const save0 = { version: 1, contenu: {}, illisibles: {}, finaliser: false };
  for (const [operation, input] of [
    ['listerNoeuds', { parentId: 'personne' }], ['listerNoeuds', { parentId: DIFFICILE }],
    ['lireNoeud', { noeudId: 'personne' }], ['lireNoeud', { noeudId: DIFFICILE }], ['lireNoeud', { noeudId: '..' }],
    ['lireDossier', { dossierId: 'personne' }], ['lireDossier', { dossierId: '.' }], ['lireFiche', { dossierId: DIFFICILE, ficheId: DIFFICILE }],
    ['creerDossier', { entiteGeographiqueId: 'personne', nom: 'x' }], ['enregistrerFiche', { dossierId: 'personne', ficheId: 'x', ...save0 }],
    ['deciderDossier', { dossierId: 'personne', version: 1, commande: { type: 'valider' } }],
  ] as const) question(`${operation} of ${JSON.stringify(input).slice(0, 60)} is missing`, async () => { await failure(ask(operation, input), 'missing'); });

  question('a fiche that a dossier does not have is missing', async () => {
    const { id } = await dossierDe('eg-site-des-tilleuls');
    await failure(ask('lireFiche', { dossierId: id, ficheId: 'personne' }), 'missing');
  });

  for (const [operation, input] of [
    ['lireProfil', {}], ['listerNoeuds', {}], ['lireNoeud', { noeudId: 'eg-ehpad-test' }], ['listerDossiers', {}], ['lireDossier', { dossierId: 'x' }], ['lireFiche', { dossierId: 'x', ficheId: 'x' }],
    ['creerDossier', { entiteGeographiqueId: 'eg-ehpad-test', nom: 'x' }], ['enregistrerFiche', { dossierId: 'x', ficheId: 'x', ...save0 }], ['deciderDossier', { dossierId: 'x', version: 1, commande: { type: 'valider' } }],
  ] as const) question(`${operation} without a session is unauthenticated`, async () => { same((await failure(ask(operation, input, null), 'unauthenticated')).problem?.code, 'non-authentifie'); });

  question('another person’s dossier answers exactly as one that does not exist', async () => {
    const { id: dossierId, version, fiches: [fiche] } = await dossierDe('eg-site-des-tilleuls');
    const ficheId = fiche!.id;
    const commande = { type: 'renommer', nom: 'À moi' } as const;
    same(await ask('listerDossiers', {}, 'lecteur'), { dossiers: [], suite: null });
    for (const qui of ['lecteur', 'tutelle']) {
      for (const [operation, theirs, nothing] of [
        ['lireDossier', { dossierId }, { dossierId: 'personne' }], ['lireFiche', { dossierId, ficheId }, { dossierId: 'personne', ficheId }],
        ['enregistrerFiche', { dossierId, ficheId, ...save0 }, { dossierId: 'personne', ficheId, ...save0 }],
        ['deciderDossier', { dossierId, version, commande }, { dossierId: 'personne', version, commande }],
      ] as const) same((await failure(ask(operation, theirs, qui), 'missing')).problem, (await failure(ask(operation, nothing, qui), 'missing')).problem);
    }
  });

  const bad = (operation: OperationName, what: string, input: unknown, champ: string) => question(`${operation} with ${what} is an invalid input that names ${champ}`, async () => {
    const { problem } = await failure(ask(operation, input as never), 'invalid-input');
    same([problem?.code, problem?.champs?.map(({ chemin }) => chemin)], ['requete-invalide', [champ]]);
  });
  const renommer = (nom: unknown) => ({ dossierId: 'x', version: 1, commande: { type: 'renommer', nom } });
  bad('listerNoeuds', 'an unknown grouping', { par: 'couleur' }, 'par');
  bad('listerNoeuds', 'an empty row', { parentId: '' }, 'parentId');
  bad('listerNoeuds', 'a page that nobody gave', { parentId: GRANDE.eg, suite: '%%%' }, 'suite');
  bad('lireNoeud', 'a name that is too long', { noeudId: 'x'.repeat(65) }, 'noeudId');
  bad('creerDossier', 'no name', { entiteGeographiqueId: 'eg-ehpad-test' }, 'nom');
  bad('creerDossier', 'a name that is too long', { entiteGeographiqueId: 'eg-ehpad-test', nom: 'é'.repeat(251) }, 'nom');
  bad('enregistrerFiche', 'a version in a text', { dossierId: 'x', ficheId: 'x', ...save0, version: '1' }, 'version');
  bad('enregistrerFiche', 'no content', { dossierId: 'x', ficheId: 'x', ...save0, contenu: null }, 'contenu');
  bad('enregistrerFiche', 'a NUL character', { dossierId: 'x', ficheId: 'x', ...save0, contenu: { contact: [{ nom: 'a\0b' }] } }, 'contenu.contact.0.nom');
  bad('enregistrerFiche', 'half of an emoji', { dossierId: 'x', ficheId: 'x', ...save0, contenu: { nomOffre: '\ud83d' } }, 'contenu.nomOffre');
  bad('enregistrerFiche', 'an unreadable text that is none', { dossierId: 'x', ficheId: 'x', ...save0, illisibles: { age: 3 } }, 'illisibles.age');
  bad('deciderDossier', 'a name that is none', renommer(3), 'commande.nom');
  bad('deciderDossier', 'a version that is no number', { ...renommer('x'), version: Number.NaN }, 'version');
  bad('deciderDossier', 'an unknown command', { dossierId: 'x', version: 1, commande: { type: 'brûler' } }, 'commande.type');
  bad('deciderDossier', 'a day that does not exist', { dossierId: 'x', version: 1, commande: { type: 'fixer-date-effet', dateEffet: '2026-02-30' } }, 'commande.dateEffet');

  question('a call that was aborted before it began is not made', async () => {
    const avant = await dossierDe('eg-site-des-tilleuls');
    const referent = await client();
    await abortion(referent.call('deciderDossier', { dossierId: avant.id, version: avant.version, commande: { type: 'renommer', nom: 'Avorté' } }, { signal: AbortSignal.abort() }));
    same(await ask('lireDossier', { dossierId: avant.id }), avant);
  });

  question('an aborted read rejects, and neither the reads beside it nor those after it notice', async () => {
    const { id: dossierId } = await dossierDe('eg-site-des-tilleuls');
    const referent = await client();
    const expected = await referent.call('lireDossier', { dossierId });
    const abort = new AbortController();
    const aborted = Array.from({ length: 5 }, () => referent.call('lireDossier', { dossierId }, { signal: abort.signal }));
    const kept = Array.from({ length: 5 }, () => referent.call('lireDossier', { dossierId }, { signal: new AbortController().signal }));
    abort.abort();
    await Promise.all(aborted.map(abortion));
    same(await Promise.all(kept), kept.map(() => expected));
    same(await referent.call('lireDossier', { dossierId }), expected);
  });

  question('an abort after the answer changes nothing', async () => {
    const abort = new AbortController();
    const profil = await (await client()).call('lireProfil', {}, { signal: abort.signal });
    abort.abort();
    same(await ask('lireProfil', {}), profil);
  });

  question('every text comes back as it was typed', async () => {
    const { dossier, fiche } = await uneFiche();
    // A field keeps any value until the fiche is finalised.
    const commentaire = { ...TEXTES, liste: Object.values(TEXTES), profond: { plus: [{ profond: TEXTES }] }, zero: 0, negatif: -1.5, faux: false, rien: null, vides: [[], {}] };
    const contenu = { nomOI: 'Pôle d’essai', typeOI: '1', metadonnee: { commentaire } };
    const champs = ['contact:responsable.nom', 'contact:responsable.telecommunication:mail.adresseTelecom', 'contact:accueil.telecommunication:mail.adresseTelecom'];
    for (let at = 0; at < Object.keys(TEXTES).length; at += champs.length) {
      const illisibles = Object.fromEntries(Object.values(TEXTES).slice(at, at + champs.length).map((texte, i) => [champs[i]!, texte]));
      const enregistree = await saved(dossier, { ...fiche, version: fiche.version + at / champs.length }, contenu, false, illisibles);
      same([enregistree.contenu, enregistree.illisibles], [contenu, illisibles]);
      const lue = await ask('lireFiche', { dossierId: dossier.id, ficheId: fiche.id });
      same([lue.contenu, lue.illisibles], [contenu, illisibles]);
    }
    const renomme = await done(dossier, { type: 'renommer', nom: TEXTES.droiteAGauche + TEXTES.emoji });
    same((await ask('lireDossier', { dossierId: dossier.id })).nom, renomme.nom);
    await done(renomme, { type: 'renommer', nom: dossier.nom });
  });

  question('what the page does with an answer stays in the page', async () => {
    const first = await dossierDe('eg-site-des-tilleuls');
    const intact = JSON.stringify(first);
    first.fiches.length = 0;
    first.nom = 'Changé dans la page';
    same(await ask('lireDossier', { dossierId: first.id }), JSON.parse(intact));
    const profil = await ask('lireProfil', {});
    profil.entitesGeographiques.length = 0;
    ok((await ask('lireProfil', {})).entitesGeographiques.length > 0, 'the structures of the person');
  });

  question('what is sent is what the page held when it asked', async () => {
    const { dossier, fiche } = await uneFiche();
    const contenu = { nomOI: 'Pôle', contact: [{ fonctionContact: '11', niveauConfidentialite: '2', nom: 'Avant' }] };
    const referent = await client();
    const answer = referent.call('enregistrerFiche', { dossierId: dossier.id, ficheId: fiche.id, version: fiche.version, contenu, illisibles: {}, finaliser: false });
    contenu.contact[0]!.nom = 'Après';
    await answer;
    same((await ask('lireFiche', { dossierId: dossier.id, ficheId: fiche.id })).contenu['contact'], [{ fonctionContact: '11', niveauConfidentialite: '2', nom: 'Avant' }]);
  });

  question('of two saves at once, one is kept and the other is stale', async () => {
    const { dossier, fiche } = await uneFiche();
    const saves = await Promise.allSettled(['Premier', 'Second'].map((nomOI) => saved(dossier, fiche, { nomOI })));
    const kept = saves.filter((one) => one.status === 'fulfilled').map(({ value }) => value);
    const lost = saves.filter((one) => one.status === 'rejected').map(({ reason }) => failure(Promise.reject(reason as Error), 'stale'));
    same([kept.length, lost.length], [1, 1]);
    same(Fiche.parse((await lost[0])?.problem?.actuel), kept[0]);
  });

  question('finds rows with what stands above them, and says what the ticked domaines hide', async () => {
    const hors = await ask('chercherDansArbre', { texte: 'EHPAD tést', domaines: 'MCO,PSY' });
    same([hors.resultats, hors.horsDomaines], [[], [{ domaine: 'MSS', nombre: 1 }]]);
    const { resultats, nombre } = await ask('chercherDansArbre', { texte: 'EHPAD tést', domaines: 'MCO,MSS' });
    same([nombre, resultats.map(({ noeud, chemin }) => [noeud.id, chemin.map(({ id }) => id)])], [1, [['eg-ehpad-test', ['DF-94']]]]);
    same((await failure(ask('chercherDansArbre', { texte: 'x' }), 'invalid-input')).kind, 'invalid-input');
  });

  question('lists the rows of the ticked domaines, grouped in every way', async () => {
    const ids = async (domaines?: string) => (await ask('listerNoeuds', { parentId: 'DF-94', ...(domaines !== undefined && { domaines }) })).noeuds.map(({ id }) => id);
    same([(await ids()).includes('eg-ehpad-test'), (await ids('MSS')).includes('eg-ehpad-test'), (await ids('MCO')).includes('eg-ehpad-test'), (await ids('')).includes('eg-ehpad-test')], [true, true, false, false]);
    for (const [par, type] of [['categorie-de-besoins', 'CB'], ['territoire-de-sante', 'TS'], ['filiere', 'F'], ['favoris', 'FAV']] as const) {
      const { noeuds } = await ask('listerNoeuds', { par });
      same([...new Set(noeuds.map((noeud) => noeud.type))], [type]);
    }
  });

  question('keeps favourites', async () => {
    const added = await ask('changerFavoris', { commande: { type: 'ajouter', noeudId: 'uo-crt-volet-1' } }, 'direction');
    ok('listes' in added, JSON.stringify(added));
    same((await ask('listerFavoris', {}, 'direction')).listes, added.listes);
    const listeId = added.listes[0]!.id;
    same(await ask('changerFavoris', { commande: { type: 'renommer-liste', listeId, nom: ' ' } }, 'direction'), { refus: { code: 'nom-vide' } });
    same(await ask('changerFavoris', { commande: { type: 'supprimer-liste', listeId } }, 'direction'), { listes: [] });
  });

  question('corrects a fiche at once, offers it to the open dossier, and takes it over there', async () => {
    const noeudId = 'eg-cpts-grand-versailles';
    const dossier = await ask('creerDossier', { entiteGeographiqueId: noeudId, nom: 'Répercussion' });
    ok('dossier' in dossier, JSON.stringify(dossier));
    const { version } = await ask('lireNoeud', { noeudId });
    const valeurs = { nomOperationnel: 'CPTS de la correction' };
    const fait = await ask('corrigerFiche', { noeudId, encadre: 'identification', version, valeurs });
    ok('version' in fait && fait.repercussion, JSON.stringify(fait));
    same([fait.version, fait.contenu['nomOperationnel'], fait.repercussion.ecarts.map(({ path }) => path)], [version + 1, valeurs.nomOperationnel, ['nomOperationnel']]);
    same((await failure(ask('corrigerFiche', { noeudId, encadre: 'identification', version, valeurs }), 'stale')).kind, 'stale');
    const { dossierId, ficheId, versionFiche } = fait.repercussion;
    const repris = await ask('repercuterCorrection', { dossierId, ficheId, version: versionFiche, chemins: ['nomOperationnel'] });
    ok('fiche' in repris && repris.fiche.contenu['nomOperationnel'] === valeurs.nomOperationnel, JSON.stringify(repris));
    same(await ask('corrigerFiche', { noeudId, encadre: 'identification', version: fait.version, valeurs: { numFINESS: 'x' } }), { refus: { code: 'champ-ailleurs', path: 'numFINESS', ou: 'support' } });
  });

  question('reports an anomaly and follows it', async () => {
    const signale = await ask('signalerAnomalie', { noeudId: 'uo-crt-volet-2', thematique: '06', message: 'Texte <b>œ</b> 😀' }, 'lecteur');
    ok('anomalie' in signale, JSON.stringify(signale));
    const { id: anomalieId, version, message } = signale.anomalie;
    same(message, 'Texte <b>œ</b> 😀');
    const refuse = await ask('traiterAnomalie', { anomalieId, version, commande: { type: 'changer-statut', statut: '09' } }, 'tutelle');
    same(refuse, { refus: { code: 'reponse-vide' } });
    const traite = await ask('traiterAnomalie', { anomalieId, version, commande: { type: 'changer-statut', statut: '08', reponse: 'Fait.' } }, 'tutelle');
    ok('anomalie' in traite, JSON.stringify(traite));
    const lue = await ask('lireAnomalie', { anomalieId }, 'lecteur');
    same([lue.statut, lue.reponse, lue.actions], ['08', 'Fait.', ['contester']]);
    ok((await ask('listerAnomalies', { portee: 'mes-signalements', statut: '08' }, 'lecteur')).anomalies.some(({ id }) => id === anomalieId), 'in the list of the reporter');
    await failure(ask('lireAnomalie', { anomalieId }, 'disponibilites'), 'missing');
  });

  question('suggests what and where, and finds', async () => {
    const { suggestions } = await ask('suggererQuoi', { texte: 'ime kit', lat: '48.84', lon: '2.42' }, 'lecteur');
    ok(suggestions.some((une) => une.genre === 'structure' && une.id === 'eg-ime-t-kitoi'), JSON.stringify(suggestions));
    const { lieux } = await ask('suggererOu', { texte: 'Œuvre & <b> 😀' }, 'lecteur');
    same(lieux, []);
    ok((await ask('suggererOu', { texte: '77100' }, 'lecteur')).lieux.some(({ genre, code }) => genre === 'commune' && code === '77284'), 'no Meaux');
    const criteres = { quoi: [{ genre: 'type-offre' as const, code: '48' }], ou: { genre: 'point' as const, latitude: 48.84, longitude: 2.42, libelle: 'Ici & là 😀' }, facettes: { mode: ['47', '46'] } };
    const page = await ask('rechercher', { criteres, taille: 1, offres: 2 }, 'lecteur');
    const [premier] = page.etablissements;
    same([premier?.id, premier?.offres.length, page.lieu?.libelle, page.tri], ['eg-ime-t-kitoi', 2, 'Ici & là 😀', 'distance']);
    const ids: string[] = [];
    for (let suite: string | null | undefined; suite !== null;) {
      const lue = await ask('rechercher', { criteres: {}, taille: 3, ...(suite !== undefined && { suite }) }, 'lecteur');
      ids.push(...lue.etablissements.map(({ id }) => id));
      ({ suite } = lue);
    }
    same(ids.length, new Set(ids).size);
    same(ids.length, (await ask('rechercher', { criteres: {}, taille: 200 }, 'lecteur')).etablissements.length);
  });

  question('a search that is too long, or out of this world, is refused or answered', async () => {
    const refus = await failure(ask('rechercher', { criteres: { texte: 'é'.repeat(10_000) } }, 'lecteur'), 'invalid-input');
    ok(refus.problem?.champs?.some(({ chemin }) => chemin === 'criteres.texte'), JSON.stringify(refus.problem));
    for (const texte of [`' or 1=1; --`, '<img src=x onerror=alert(1)>', '%', '🙂', '"\'\\']) {
      ok((await ask('rechercher', { criteres: { texte } }, 'lecteur')).nombreOffres >= 0, texte);
      await ask('suggererQuoi', { texte }, 'lecteur');
      await ask('suggererOu', { texte }, 'lecteur');
    }
    for (const [latitude, longitude] of [[-90, 180], [0, 0], [64.1, -51.7]] as const) {
      const { etablissements } = await ask('rechercher', { criteres: { ou: { genre: 'point', latitude, longitude, libelle: 'Loin' } } }, 'lecteur');
      ok(etablissements.every(({ distanceKm }) => distanceKm === null || distanceKm > 1_000), 'nothing is near');
    }
  });

  question('keeps searches, each person their own', async () => {
    const criteres = { texte: 'Éàü « œ » & 😀', age: 80, facettes: { mode: ['46'] } };
    const { recherches } = await ask('changerRecherches', { commande: { type: 'enregistrer', nom: 'Près de <b>Meaux</b>', criteres, alerte: true } }, 'direction');
    same(recherches.map(({ nom, nouvelles }) => [nom, nouvelles]), [['Près de <b>Meaux</b>', 0]]);
    same((await ask('listerRecherches', {}, 'direction')).recherches, recherches);
    same((await ask('listerRecherches', {}, 'tutelle')).recherches, []);
    const rechercheId = recherches[0]!.id;
    await failure(ask('changerRecherches', { commande: { type: 'supprimer', rechercheId } }, 'tutelle'), 'missing');
    same((await ask('changerRecherches', { commande: { type: 'supprimer', rechercheId } }, 'direction')).recherches, []);
  });

  question('counts beds and places, and says when somebody else has', async () => {
    const { unites } = await ask('listerPlaces', {}, 'disponibilites');
    const unite = unites[0];
    ok(unite, 'nothing is assigned');
    const saisie = { uniteId: unite.id, version: unite.version, capacites: unite.capacites.map(({ dateMAJCapacite: _date, typeSourceCapacite: _source, ...capacite }) => capacite), fermetures: [{ debut: '2026-04-01', fin: null, nombre: 1, type: null, commentaire: 'Œuvre <b> 😀' }] };
    const { unite: ecrite } = await ask('saisirPlaces', saisie, 'disponibilites');
    same([ecrite.version, ecrite.fermetures.map(({ debut, fin, commentaire }) => [debut, fin, commentaire])], [unite.version + 1, [['2026-04-01', null, 'Œuvre <b> 😀']]]);
    await failure(ask('saisirPlaces', saisie, 'disponibilites'), 'stale');
    await failure(ask('saisirPlaces', { ...saisie, version: ecrite.version }, 'lecteur'), 'missing');
    same((await ask('listerPlaces', {}, 'lecteur')).unites, []);
  });

  question('twenty calls at once each get their own answer', async () => {
    const ids = ['eg-ehpad-test', 'eg-site-des-tilleuls', 'eg-ime-t-kitoi', 'eg-ehpad-du-colibri', GRANDE.eg];
    const asked = Array.from({ length: 20 }, (_, n) => ids[n % ids.length]!);
    const answers = await Promise.all(asked.map((noeudId) => ask('lireNoeud', { noeudId })));
    same(answers.map(({ noeud: { id } }) => id), asked);
  });
}
