import type { RorClient, RorDossier, RorFiche, RorTree } from 'ror-elements';

const byId = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const tree = byId<RorTree>('arbre');
const fiche = byId<RorFiche>('fiche');
const dossiers = byId<RorDossier>('dossiers');
const deplacer = byId<HTMLDialogElement>('deplacer');

/** What an action chosen in the tree does; a report of an anomaly is wired with the section of reports. */
export function wireRepertoire(client: RorClient): void {
  const open = (id: string): void => {
    tree.selection = fiche.noeudId = id;
    history.replaceState(null, '', `#/repertoire/${encodeURIComponent(id)}`);
  };

  /** A dossier is on an établissement: the one that holds the node. An open one is shown rather than a second one made. */
  const dossierPour = async (id: string): Promise<void> => {
    const { noeud, chemin } = await client.call('lireNoeud', { noeudId: id });
    const etablissement = noeud.type === 'EG' ? noeud : chemin.find(({ type }) => type === 'EG');
    if (!etablissement) return;
    location.hash = '#/dossiers';
    dossiers.client = client;
    await dossiers.ouvrirPour(etablissement.id);
  };

  /** What is moved is read by others from elsewhere: it goes through a dossier, which is validated. */
  const explain = (id: string, nom: string): void => {
    byId('deplacer-nom').textContent = nom;
    byId('deplacer-erreur').textContent = deplacer.returnValue = '';
    deplacer.showModal();
    deplacer.onclose = () => {
      if (deplacer.returnValue !== 'dossier') return;
      void dossierPour(id).catch(() => {
        deplacer.showModal();
        byId('deplacer-erreur').textContent = 'Le serveur ne répond pas. Réessayez dans un instant.';
      });
    };
  };

  tree.addEventListener('ror-node-action', ({ detail: { id, action, noeud } }) => {
    if (action === 'ouvrir' || action === 'renommer') open(id);
    if (action === 'renommer') fiche.renommer();
    // Without an answer, the section of dossiers says so and offers to try again.
    if (action === 'creer-dossier' || action === 'ouvrir-dossier') void dossierPour(id).catch(() => { location.hash = '#/dossiers'; });
    if (action === 'deplacer') explain(id, noeud.nom);
  });
}
