/** Roles × fields × operations, generated from the table of MODEL §11 and asked of the server by HTTP. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Role } from '../../src/domain/acteur.ts';
import type { Contenu } from '../../src/domain/fiche.ts';
import { profilFor } from '../../src/engine/acces/comptes.ts';
import { readableNiveau, ATTRIBUT_RULES, secteurOf, type Profil } from '../../src/engine/acces/profils.ts';
import { readPath } from '../../src/engine/fiche/paths.ts';
import { surChaqueMoteur } from '../support/backend.ts';
import { Porte } from '../support/http.ts';

const COMPTES = { lecteur: 'lecteur', referent: 'referent', direction: 'direction', 'responsable-disponibilites': 'disponibilites', tutelle: 'tutelle', gestionnaire: 'gestionnaire', support: 'support' } as const satisfies Record<Role, string>;

/** Where the units are put: in a structure of the référent and of the tutelle, and in one of neither. */
const LIEUX = [{ egId: 'eg-ime-t-kitoi', departement: '94' }, { egId: 'eg-eps-barthelemy-durand', departement: '91' }] as const;
/** JDV_J20. */
const CHAMPS = ['01', '04', '05'] as const;
const NIVEAUX = ['1', '2', '3'] as const;

/** A value for each attribute of the table, by its path: what is under a place goes into one. */
const LIEU = ['equipementSpecifique', 'telecommunication'];
function offre(champActivite: string, uniteSensible: boolean): Contenu {
  const attributs = ATTRIBUT_RULES.flatMap(({ attributs: noms }) => noms).filter((nom) => nom !== 'uniteSensible');
  const simples = attributs.filter((nom) => !nom.includes('.') && !LIEU.includes(nom)).map((nom) => [nom, ['secret']] as const);
  const telecoms = NIVEAUX.map((niveauConfidentialite) => ({ canal: '2', adresseTelecom: `telecom ${niveauConfidentialite}`, niveauConfidentialite }));
  return {
    ...Object.fromEntries(simples), nomOffre: 'Unité', champActivite, uniteSensible,
    contact: [...NIVEAUX.map((niveauConfidentialite) => ({ nom: `contact ${niveauConfidentialite}`, niveauConfidentialite, telecommunication: telecoms })), { nom: 'contact sans niveau' }],
    boiteLettreMSS: telecoms,
    lieuRealisationOffre: [{
      telecommunication: telecoms, equipementSpecifique: [{ typeEquipement: '150' }],
      capacitePriseCharge: ['01', '02', '06'].flatMap((statutCapacite) => ['01', '02'].map((affectationTemporaire) => ({ statutCapacite, affectationTemporaire }))),
    }],
  };
}

interface Cas { readonly id: string; readonly lieu: (typeof LIEUX)[number]; readonly contenu: Contenu; readonly sensible: boolean }
const CAS: readonly Cas[] = LIEUX.flatMap((lieu, l) => CHAMPS.flatMap((champ) => [false, true].map((sensible): Cas =>
  ({ id: `uo-m-${l}-${champ}-${sensible ? 's' : 'n'}`, lieu, contenu: offre(champ, sensible), sensible }))));

/** What the table says that a profile reads of a list of contacts. */
const confidentiels = (profil: Profil, contenu: Contenu) => NIVEAUX.filter((niveau) => Number(niveau) <= readableNiveau(profil, secteurOf('UO', contenu)));
const CAPACITES: Readonly<Record<Profil, (ms: boolean) => number>> = { 1: () => 6, 2: () => 4, 3: (ms) => (ms ? 4 : 0), 0: () => 1 };

surChaqueMoteur((banc) => {
  let porte: Porte;
  const jetons = new Map<Role, string>();
  before(async () => {
    await banc.database.query(
      `insert into noeud (id, type, parent_id, eg_id, nom, departement, domaines, decrit, sensible, contenu)
       select id, 'UO', eg, eg, 'Matrice ' || replace(id, '-', ''), departement, '{MSS}', true, sensible, contenu
       from jsonb_to_recordset($1::jsonb) as r (id text, eg text, departement text, sensible boolean, contenu jsonb)`,
      [JSON.stringify(CAS.map(({ id, lieu, contenu, sensible }) => ({ id, eg: lieu.egId, departement: lieu.departement, sensible, contenu })))],
    );
    porte = new Porte(banc.backend);
    for (const role of Role.options) jetons.set(role, await porte.jeton(COMPTES[role]));
  });
  const demander = async (role: Role, method: string, path: string, corps?: unknown) => porte.envoyer(method, path, { jeton: jetons.get(role), ...(corps !== undefined && { corps }) });
  const profilDe = (role: Role, { lieu }: Cas) => profilFor(banc.acteur(COMPTES[role]), lieu);

  for (const role of Role.options) {
    test(`${role}: fields of a unit, by lireNoeud`, async () => {
      for (const un of CAS) {
        const profil = profilDe(role, un);
        const { status, corps } = await demander(role, 'GET', `/repertoire/noeuds/${un.id}`);
        const nom = `${role}, profile ${profil}, ${un.id}`;
        if (un.sensible && profil !== 1) {
          assert.equal(status, 404, nom);
          continue;
        }
        assert.equal(status, 200, nom);
        const { contenu: lu, profil: dit } = corps as { contenu: Contenu; profil: number };
        assert.equal(dit, profil, nom);
        const secteur = secteurOf('UO', un.contenu);
        for (const { attributs, lisible, regle } of ATTRIBUT_RULES) {
          for (const attribut of attributs) {
            const [dernier] = attribut.split('.').slice(-1);
            const present = LIEU.includes(dernier!) ? dernier! in (lu['lieuRealisationOffre'] as Contenu[])[0]! : attribut in lu;
            assert.equal(present, (attribut === 'zonePoser' || attribut in un.contenu || LIEU.includes(dernier!)) && lisible[profil].includes(secteur), `${regle} ${attribut}: ${nom}`);
          }
        }
        const niveaux = confidentiels(profil, un.contenu);
        const noms = (lu['contact'] as { nom: string; telecommunication?: Contenu[] }[]).map(({ nom: celui }) => celui);
        assert.deepEqual(noms, [...niveaux.map((niveau) => `contact ${niveau}`), ...(profil === 1 ? ['contact sans niveau'] : [])], `ACC-5 ${nom}`);
        assert.deepEqual((readPath(lu, 'boiteLettreMSS') as Contenu[]).map(({ niveauConfidentialite }) => niveauConfidentialite), niveaux, `ACC-5 ${nom}`);
        const [lieuLu] = lu['lieuRealisationOffre'] as [{ capacitePriseCharge: unknown[] }];
        assert.equal(lieuLu.capacitePriseCharge.length, CAPACITES[profil](secteur === 'medico-social'), `ACC-8 ${nom}`);
        if (profil !== 1) assert.ok(!JSON.stringify(corps).includes('telecom 3') && !JSON.stringify(corps).includes('contact 3'), `nothing very restricted anywhere: ${nom}`);
      }
    });

    test(`${role}: a sensitive unit in every other door`, async () => {
      for (const un of CAS) {
        const connu = !un.sensible || profilDe(role, un) === 1;
        const nom = `${role} ${un.id}`;
        const liste = (await demander(role, 'GET', `/repertoire/noeuds?parentId=${un.lieu.egId}`)).corps as { noeuds: { id: string }[] };
        assert.equal(liste.noeuds.some(({ id }) => id === un.id), connu, `listerNoeuds ${nom}`);
        const trouve = (await demander(role, 'GET', `/repertoire/recherche?texte=${encodeURIComponent(`matrice ${un.id.replaceAll('-', '')}`)}`)).corps as { nombre: number; nombreHorsDomaines: number };
        assert.equal(trouve.nombre, connu ? 1 : 0, `chercherDansArbre ${nom}`);
        const hors = (await demander(role, 'GET', `/repertoire/recherche?texte=${encodeURIComponent(`matrice ${un.id.replaceAll('-', '')}`)}&domaines=MCO`)).corps as { nombreHorsDomaines: number; horsDomaines: unknown[] };
        assert.deepEqual([hors.nombreHorsDomaines, hors.horsDomaines.length], connu ? [1, 1] : [0, 0], `chercherDansArbre, counts ${nom}`);
        const favori = await demander(role, 'POST', '/favoris/commandes', { commande: { type: 'ajouter', noeudId: un.id } });
        assert.equal(favori.status, connu ? 200 : 404, `changerFavoris ${nom}`);
        const signale = await demander(role, 'POST', '/anomalies', { noeudId: un.id, thematique: '06', message: 'Essai', chemin: 'contact.2.nom' });
        assert.equal(signale.status, connu ? 200 : 404, `signalerAnomalie ${nom}`);
        const corrige = await demander(role, 'PUT', `/repertoire/noeuds/${un.id}/encadres/identification`, { version: 1, valeurs: {} });
        assert.equal(corrige.status === 404, !connu, `corrigerFiche ${nom}: ${corrige.status}`);
      }
      assert.deepEqual(porte.erreurs, []);
    });
  }

  test('what became sensitive goes out of lists of favourites and of reports, with its name', async () => {
    await demander('lecteur', 'POST', '/favoris/commandes', { commande: { type: 'ajouter', noeudId: 'uo-m-0-04-n' } });
    await demander('lecteur', 'POST', '/anomalies', { noeudId: 'uo-m-0-04-n', thematique: '06', message: 'Devient sensible' });
    await banc.database.exec(`update noeud set sensible = true where id = 'uo-m-0-04-n'`);
    for (const path of ['/favoris', '/anomalies', '/anomalies?portee=mes-signalements', '/repertoire/noeuds?parentId=FAV-liste-lecteur']) {
      assert.ok(!JSON.stringify((await demander('lecteur', 'GET', path)).corps).includes('uo-m-0-04-n'), path);
    }
    assert.ok(JSON.stringify((await demander('tutelle', 'GET', '/anomalies')).corps).includes('uo-m-0-04-n'), 'who has profile 1 there still treats it');
  });

  test('what lies below a hidden structure is hidden in the search and in the favourites, too', async () => {
    await demander('lecteur', 'POST', '/favoris/commandes', { commande: { type: 'ajouter', noeudId: 'uo-ime-hebergement' } });
    await banc.database.exec(`update noeud set sensible = true where id = 'eg-ime-t-kitoi'`);
    const cherche = async (role: Role) => ((await demander(role, 'GET', '/repertoire/recherche?texte=hebergement%20ime')).corps as { nombre: number }).nombre;
    assert.deepEqual([await cherche('lecteur'), await cherche('referent')], [0, 1]);
    assert.ok(!JSON.stringify((await demander('lecteur', 'GET', '/favoris')).corps).includes('uo-ime-hebergement'));
    await banc.database.exec(`update noeud set sensible = false where id = 'eg-ime-t-kitoi'`);
  });

  test('without a session nothing is answered', async () => {
    for (const path of ['/repertoire/noeuds', '/repertoire/recherche?texte=ime', '/favoris', '/anomalies']) assert.equal((await porte.envoyer('GET', path)).status, 401, path);
  });
}, { neuf: false });
