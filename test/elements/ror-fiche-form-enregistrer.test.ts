import { expect, nextFrame } from '@open-wc/testing';
import type { RorClientError } from '../../src/client/errors.ts';
import type { Fiche } from '../../src/domain/fiche.ts';
import { officialSource, type NomenclatureSource } from '../../src/nomenclature/load.ts';
import { Conflit, HorsLigne, Refusee, SessionExpiree, UniteIncomplete, UniteRemplie, UniteVide, fiche, story, uniteHebergement } from '../../stories/ror-fiche-form.ts';
import { formulaire } from '../support/formulaire.ts';
import { waitUntil } from '../support/wait.ts';

const NOM = 'Unité Les Tilleuls';
const contenu = uniteHebergement.contenu;

/** The answer of a server that saved this. */
const saved = (from: Fiche, more: Partial<Fiche> = {}): Fiche => ({ ...from, version: from.version + 1, etat: 'en-attente', ...more });

describe('ror-fiche-form: saving', () => {
  it('asks the page to put on hold, whatever is missing', async () => {
    const { clique, remplit, saves } = await formulaire(UniteVide);
    await remplit('Nom', NOM);
    await clique('Enregistrer et mettre en attente');
    expect(saves.length).to.equal(1);
    expect(saves[0]).to.deep.include({ ficheId: 'fiche-UO', finaliser: false, version: 1 });
    expect(saves[0]!.saisie.contenu).to.deep.include({ nomOffre: NOM });
  });

  it('never changes the fiche that it was given', async () => {
    const given = fiche('UO');
    const before = structuredClone(given);
    const { remplit, cherche } = await formulaire({ render: () => story({ fiche: given }) });
    await remplit('Nom', NOM);
    await cherche('3 - Sélectionnez un type d’UO', 'dépendantes');
    expect(given).to.deep.equal(before);
  });

  it('says when there is something to save, in its bar and to the page', async () => {
    const { root, tape, efface, changes, form } = await formulaire(UniteVide);
    const bar = () => root.querySelector('.save-state')!.textContent!.trim();
    expect([bar(), form.modified]).to.deep.equal(['', false]);
    await tape('Nom', 'U');
    expect([bar(), form.modified]).to.deep.equal(['Non enregistré', true]);
    await efface('Nom');
    expect([bar(), form.modified]).to.deep.equal(['', false]);
    expect(changes).to.deep.equal([true, false]);
  });

  it('asks nothing twice while a save is on its way, and lets the person go on typing', async () => {
    const { form, clique, saves, tape, root } = await formulaire(UniteVide);
    await tape('Nom', NOM);
    await clique('Enregistrer et mettre en attente');
    form.busy = true;
    await form.updateComplete;
    await clique('Enregistrer et mettre en attente');
    expect(saves.length).to.equal(1);
    expect(root.querySelector('.save-state')!.textContent).to.contain('Enregistrement en cours…');
  });

  it('takes the saved version over, keeping the focus and what was typed meanwhile', async () => {
    const { form, clique, saves, tape, champ, focused, root, annonce } = await formulaire(UniteVide);
    await tape('Nom', NOM);
    await clique('Enregistrer et mettre en attente');
    await tape('Nom', `${NOM} bis`);
    form.fiche = saved(fiche('UO'), { ...saves[0]!.saisie, nom: NOM });
    await form.updateComplete;
    expect(champ('Nom').value).to.equal(`${NOM} bis`);
    expect(focused()).to.equal(champ('Nom'));
    expect(form.modified).to.equal(true);
    expect(root.querySelector('h2')!.textContent).to.equal(NOM);
    await annonce('Enregistré');
    await clique('Enregistrer et mettre en attente');
    expect(saves[1]).to.deep.include({ version: 2 });
    expect(saves[1]!.saisie.contenu).to.deep.include({ nomOffre: `${NOM} bis` });
  });

  it('shows that it is saved until the next change', async () => {
    const { form, clique, saves, tape, root } = await formulaire(UniteVide);
    const bar = () => root.querySelector('.save-state')!.textContent!.trim();
    await tape('Nom', NOM);
    await clique('Enregistrer et mettre en attente');
    form.fiche = saved(fiche('UO'), saves[0]!.saisie);
    await form.updateComplete;
    expect([bar(), form.modified]).to.deep.equal(['Enregistré', false]);
    await tape('Nom', 'x');
    expect(bar()).to.equal('Non enregistré');
  });

  it('takes what the server made of a value that nobody touched since', async () => {
    const { form, clique, tape, champ } = await formulaire(UniteVide);
    await tape('Nom', `${NOM}  `);
    await clique('Enregistrer et mettre en attente');
    form.fiche = saved(fiche('UO'), { contenu: { ...fiche('UO').contenu, nomOffre: NOM } });
    await form.updateComplete;
    expect([champ('Nom').value, form.modified]).to.deep.equal([NOM, false]);
  });

  it('does as if nothing was asked when the page cancels', async () => {
    const { form, clique, tape, root } = await formulaire(UniteVide);
    form.addEventListener('ror-fiche-save', (event) => event.preventDefault());
    await tape('Nom', NOM);
    await clique('Enregistrer et mettre en attente');
    form.fiche = { ...fiche('UO'), version: 2 };
    await form.updateComplete;
    expect(root.querySelector('.save-state')!.textContent).to.contain('Non enregistré');
  });

  it('keeps nothing of the former fiche when another one is given', async () => {
    const { form, tape, champ, constats, clique, root } = await formulaire(UniteIncomplete);
    await clique('Enregistrer et finaliser');
    await tape('Nom du responsable', 'Nadia');
    form.fiche = fiche('UO', { id: 'autre' });
    await form.updateComplete;
    expect([champ('Nom').value, form.modified]).to.deep.equal(['', false]);
    expect(root.querySelector('#manques')).to.equal(null);
    expect(constats('Nom')).to.deep.equal([]);
    form.fiche = { ...uniteHebergement };
    await form.updateComplete;
    expect(champ('Nom du responsable').value).to.equal('Nadia Perrin');
  });

  it('keeps no finished search of the former fiche', async () => {
    const { form, tape, champ } = await formulaire(UniteVide);
    await tape('3 - Sélectionnez un type d’UO', 'foyer');
    form.fiche = fiche('UO', { id: 'autre' });
    await form.updateComplete;
    expect(champ('3 - Sélectionnez un type d’UO').value).to.equal('');
  });

  it('shows what was typed before and never saved, as a change', async () => {
    const { champ, form } = await formulaire({ render: () => story({ fiche: fiche('UO'), brouillon: { contenu: { nomOffre: NOM }, illisibles: { typeOffre: 'foyer' } } }) });
    expect([champ('Nom').value, champ('3 - Sélectionnez un type d’UO').value, form.modified]).to.deep.equal([NOM, 'foyer', true]);
  });
});

describe('ror-fiche-form: finalising', () => {
  it('lists what is missing by section, leads there, and does not save', async () => {
    const { clique, saves, titre, all } = await formulaire(UniteIncomplete);
    await clique('Enregistrer et finaliser');
    expect(saves).to.deep.equal([]);
    expect(titre()).to.equal('Il reste 5 points à compléter avant de finaliser');
    expect(all('.summary-sections h4').map((heading) => heading.textContent)).to.deep.equal(['Identification', 'Activités opérationnelles', 'Contacts', 'Informations complémentaires']);
    expect(all('.summary a').map((link) => link.textContent!.trim())).to.deep.equal([
      'Retirez « COPIE DE » du nom : il vient de la duplication. (Nom)', 'Renseignez « Activités opérationnelles ».', 'Renseignez « Nom du responsable ».',
      'Renseignez « Adresse mail du responsable ».', 'Renseignez « Unité sensible ».',
    ]);
  });

  it('moves the focus into the field of a line, and leaves the address of the page alone', async () => {
    const { clique, all, champ, focused, constats, presse } = await formulaire(UniteIncomplete);
    await clique('Enregistrer et finaliser');
    const address = location.href;
    for (const [line, label, choice] of [['Activités', 'Ajouter une activité opérationnelle à l’UO'], ['Nom du responsable', 'Nom du responsable'], ['sensible', 'Unité sensible', 'Oui']] as const) {
      all('.summary a').find((link) => link.textContent!.includes(line))!.focus();
      await presse('Enter');
      expect(focused(), line).to.equal(champ(label, choice));
    }
    expect(location.href).to.equal(address);
    expect(constats('Nom du responsable')).to.deep.equal(['Renseignez « Nom du responsable ».']);
  });

  it('shortens the list as the person goes, without leaving their field', async () => {
    const { clique, tape, titre, all, champ, focused } = await formulaire(UniteIncomplete);
    await clique('Enregistrer et finaliser');
    await tape('Nom du responsable', 'N');
    expect(all('.summary a').length).to.equal(4);
    expect(focused()).to.equal(champ('Nom du responsable'));
    expect(titre()).to.equal('');
  });

  it('says when nothing is missing any more, then saves', async () => {
    const { clique, remplit, cherche, coche, presse, root, saves, efface } = await formulaire(UniteIncomplete);
    await clique('Enregistrer et finaliser');
    await efface('Nom');
    await clique('Utiliser le nom proposé');
    await cherche('Ajouter une activité opérationnelle à l’UO', 'suivi psy');
    await presse('Escape');
    await remplit('Nom du responsable', 'Nadia Perrin');
    await remplit('Adresse mail du responsable', 'nadia@exemple.fr');
    await coche('Unité sensible', 'Non');
    expect(root.querySelector('#manques')!.textContent).to.contain('Tout est complété');
    await clique('Enregistrer et finaliser');
    expect(saves.map(({ finaliser }) => finaliser)).to.deep.equal([true]);
  });

  it('finalises with warnings: they never block', async () => {
    const { clique, constats, saves } = await formulaire(UniteRemplie);
    expect(constats('Ajouter une activité opérationnelle à l’UO').length).to.equal(1);
    await clique('Enregistrer et finaliser');
    expect(saves.length).to.equal(1);
  });
});

describe('ror-fiche-form: bad news', () => {
  it('says next to the buttons that the network is cut, and tries the same save again', async () => {
    const { clique, saves, form, tape, root } = await formulaire(UniteRemplie);
    await tape('Commentaire', 'Ouvert');
    await clique('Enregistrer et finaliser');
    form.failure = { kind: 'offline' };
    await form.updateComplete;
    expect(root.querySelector('.actions [role=alert]')!.textContent).to.contain('La connexion est interrompue');
    await clique('Réessayer');
    expect(saves.map(({ finaliser, saisie }) => [finaliser, (saisie.contenu['metadonnee'] as { commentaire: string }).commentaire])).to.deep.equal([[true, 'Ouvert'], [true, 'Ouvert']]);
  });

  for (const [title, situation, text, retry] of [
    ['network', HorsLigne, 'La connexion est interrompue', true], ['session', SessionExpiree, 'Votre session a expiré', true], ['rule', Refusee, 'en attente de validation par le gestionnaire', false],
  ] as const) it(`words the bad news of the ${title}, with the way on`, async () => {
    const { root, bouton } = await formulaire(situation);
    expect(root.querySelector('.actions [role=alert]')!.textContent).to.contain(text);
    if (retry) expect(bouton('Réessayer')).to.not.equal(null);
    else expect(() => bouton('Réessayer')).to.throw();
  });

  for (const kind of ['denied', 'missing', 'invalid-input', 'too-large'] satisfies RorClientError['kind'][]) it(`offers no second try of what would fail again: ${kind}`, async () => {
    const { bouton, root } = await formulaire({ render: () => story({ fiche: uniteHebergement, failure: { kind } }) });
    expect(root.querySelector('.actions [role=alert]')).to.not.equal(null);
    expect(() => bouton('Réessayer')).to.throw();
  });

  it('keeps everything typed through a failure', async () => {
    const { form, tape, champ } = await formulaire(UniteRemplie);
    await tape('Commentaire', 'À relire');
    for (const kind of ['offline', 'unauthenticated', 'server', 'invalid-answer'] as const) {
      form.failure = { kind };
      await form.updateComplete;
    }
    expect(champ('Commentaire').value).to.equal('À relire');
  });
});

describe('ror-fiche-form: lists that do not come', () => {
  const cut = (failing: (id: string) => boolean): NomenclatureSource & { mend(): void } => {
    let broken = true;
    return {
      mend: () => { broken = false; },
      valueSet: (id) => (broken && failing(id) ? Promise.reject(new Error('cut')) : officialSource.valueSet(id)),
      association: (name) => officialSource.association(name),
    };
  };

  it('asks only for what it shows: the long lists when their field appears, the others never', async () => {
    const asked: string[] = [];
    const source: NomenclatureSource = {
      valueSet: (id) => { asked.push(id); return officialSource.valueSet(id); },
      association: (name) => { asked.push(name); return officialSource.association(name); },
    };
    const { cherche } = await formulaire({ render: () => story({ fiche: fiche('UO'), source }) });
    expect(asked).to.include('J238').and.not.to.include('J17');
    await cherche('3 - Sélectionnez un type d’UO', 'dépendantes');
    expect(asked).to.include.members(['J17', 'activites']);
    expect(asked).not.to.include('J26');
    expect(asked.filter((id) => id.startsWith('J')).length).to.equal(new Set(asked.filter((id) => id.startsWith('J'))).size);
  });

  it('asks for the lists of an element once there is one, and leads into its first field as soon as it can be filled', async () => {
    const asked: string[] = [];
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => { open = resolve; });
    const source: NomenclatureSource = {
      valueSet: async (id) => {
        asked.push(id);
        if (id === 'J18') await gate;
        return officialSource.valueSet(id);
      },
      association: (name) => officialSource.association(name),
    };
    const { cherche, clique, focused, root, settled } = await formulaire({ render: () => story({ fiche: fiche('UO'), source }) });
    await cherche('3 - Sélectionnez un type d’UO', 'dépendantes');
    expect(asked).not.to.include.members(['J18']).and.not.to.include('J225');
    await clique('Ajouter un équipement');
    expect(asked).to.include('J18').and.not.to.include('J225');
    await waitUntil(() => focused()?.matches('.waiting'), 'the focus is in the new element');
    open();
    await waitUntil(() => !root.querySelector('.waiting'));
    await settled();
    expect(focused()?.getAttribute('role')).to.equal('combobox');
  });

  it('says so and tries again, when the form cannot be shown without them', async () => {
    const source = cut((id) => id === 'J238');
    const { form, root, clique, settled, champ } = await formulaire({ render: () => story({ fiche: uniteHebergement, source }) });
    await waitUntil(() => root.querySelector('[role=alert]'));
    expect(root.textContent).to.contain('Le formulaire n’a pas pu être chargé');
    await expect(form).to.be.accessible();
    source.mend();
    await clique('Réessayer');
    await waitUntil(() => root.querySelector('h2'));
    await settled();
    expect(champ('Nom').value).to.contain('Unité');
  });

  it('shows the rest of the form when a long list is missing, and brings the list on demand', async () => {
    const source = cut((id) => id === 'J17');
    const { form, root, lignes, clique } = await formulaire({ render: () => story({ fiche: uniteHebergement, source }) }, { waiting: true });
    await waitUntil(() => root.querySelector('.actions [role=alert]'));
    expect(root.textContent).to.contain('La liste n’a pas pu être chargée');
    expect(form.saisie().contenu).to.deep.equal(contenu);
    source.mend();
    await clique('Réessayer');
    await waitUntil(() => lignes().length === 3);
  });
});

describe('ror-fiche-form: two people at once', () => {
  it('says who saved in between, leads there, and shows both versions of what differs', async () => {
    const { titre, all } = await formulaire(Conflit);
    await nextFrame();
    expect(titre()).to.equal('Paul Martin a enregistré entre-temps');
    expect(all('.conflict legend').map((legend) => legend.textContent)).to.deep.equal(['Nom', 'Activités opérationnelles', 'Commentaire']);
    const [nom] = all('.conflict fieldset');
    expect(nom!.textContent).to.contain('votre saisie').and.to.contain('Unité Les Tilleuls').and.to.contain('version enregistrée').and.to.contain('Unité hébergement LES TILLEULS');
  });

  it('keeps what the person changed and takes what only the other changed, unless told otherwise', async () => {
    const { clique, champ, form, saves, lignes } = await formulaire(Conflit);
    await clique('Appliquer ces choix');
    expect(champ('Nom').value).to.equal('Unité Les Tilleuls');
    expect(champ('Commentaire').value).to.equal('Ouvert toute l’année.');
    expect(lignes().length).to.equal(4);
    expect(form.modified).to.equal(true);
    await clique('Enregistrer et mettre en attente');
    expect(saves[0]).to.deep.include({ version: 5 });
  });

  it('takes the saved version of one field, or of all', async () => {
    const { clique, champ, coche } = await formulaire(Conflit);
    await coche('Nom', 'Reprendre la version enregistrée version enregistrée Unité hébergement LES TILLEULS');
    await clique('Appliquer ces choix');
    expect(champ('Nom').value).to.equal('Unité hébergement LES TILLEULS');

    const other = await formulaire(Conflit);
    await other.clique('Reprendre toute la version enregistrée');
    await other.clique('Appliquer ces choix');
    expect([other.form.modified, other.lignes().length]).to.deep.equal([false, 3]);
  });

  it('leaves no trace of the conflict once answered, though the page still holds the failure', async () => {
    const { clique, root, titre, annonce } = await formulaire(Conflit);
    await clique('Garder toute ma saisie');
    await clique('Appliquer ces choix');
    await nextFrame();
    expect(root.querySelector('.conflict, [role=alert]')).to.equal(null);
    expect(titre()).to.equal('Unité hébergement pour personnes âgées dépendantes');
    await annonce('Vos choix sont appliqués');
  });

  it('still says what happened when the other version did not come with the failure', async () => {
    const { root } = await formulaire({ render: () => story({ fiche: uniteHebergement, failure: { kind: 'stale' } }) });
    expect(root.querySelector('.actions [role=alert]')!.textContent).to.contain('Une autre personne a enregistré entre-temps');
  });

  it('lives twice in a page without mixing anything', async () => {
    const { form, champ, tape } = await formulaire(UniteVide);
    const second = await formulaire(UniteVide);
    await tape('Nom', NOM);
    expect(second.champ('Nom').value).to.equal('');
    expect([form.modified, second.form.modified]).to.deep.equal([true, false]);
    expect(champ('Nom').value).to.equal(NOM);
  });
});
