/** The fiche as the guides make people fill it, gesture after gesture. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nomDe } from '../../../src/engine/dossier/nom.ts';
import { manques } from '../../../src/engine/fiche/complete.ts';
import { interpret } from '../../../src/engine/fiche/interpret.ts';
import { proposeName } from '../../../src/engine/fiche/naming.ts';
import { options } from '../../../src/engine/fiche/options.ts';
import { searchOptions } from '../../../src/engine/fiche/search-options.ts';
import { formSchema, newSaisie } from '../../../src/engine/fiche/schemas.ts';
import { adoptSaved, applyProposals, attempt, isModified, leaveField, openSession, setValue, shownIssues, typeText, type Session } from '../../../src/engine/fiche/session.ts';
import type { FicheContext, FieldView, FormSchema } from '../../../src/engine/fiche/types.ts';
import type { TypeFiche } from '../../../src/domain/noeud.ts';
import { associations, contexte, dans, EHPAD, gele, IME, nomenclature, resume, saisie } from './vocabulaire.ts';

/** A person in front of a fiche: knows labels, not paths. */
class Personne {
  session: Session;
  readonly schema: FormSchema;

  constructor(readonly level: TypeFiche, readonly context: FicheContext, contenu = newSaisie(formSchema(level))) {
    this.schema = formSchema(level);
    this.session = gele(openSession(gele(contenu)));
  }

  get champs(): readonly FieldView[] {
    return interpret(this.schema, this.session.saisie, this.context).sections.flatMap(({ fields }) => fields);
  }

  get libelles(): readonly string[] {
    return this.champs.map(({ field, required }) => `${field.label}${required ? ' *' : ''}`);
  }

  /** The field of a label; of the section when several have it. */
  champ(label: string, rubrique?: string): FieldView {
    const found = interpret(this.schema, this.session.saisie, this.context).sections
      .filter(({ section }) => rubrique === undefined || section.title === rubrique)
      .flatMap(({ fields }) => fields).filter(({ field }) => field.label === label);
    assert.equal(found.length, 1, `${found.length} fields « ${label} »`);
    return found[0] as FieldView;
  }

  ecrit(label: string, text: string, rubrique?: string): this {
    const { path } = this.champ(label, rubrique).field;
    for (let end = 1; end <= text.length; end++) this.session = gele(typeText(this.session, this.schema, path, text.slice(0, end)));
    this.session = gele(leaveField(this.session, path));
    return this;
  }

  /** Chooses by the words of the option. */
  choisit(label: string, words: string, filters = {}): this {
    const { field, value } = this.champ(label);
    const [option] = searchOptions(options(field, this.session.saisie.contenu, this.context, filters), words, 1);
    assert.ok(option, `nothing for « ${words} »`);
    const chosen = field.kind === 'codes' ? [...((value ?? []) as string[]), option.code] : option.code;
    this.session = gele(applyProposals(setValue(this.session, this.schema, field.path, chosen), this.schema, this.context));
    return this;
  }

  prendLeNomPropose(): this {
    const name = proposeName(this.session.saisie.contenu, this.context);
    this.session = gele(setValue(this.session, this.schema, this.champ('Nom').field.path, name));
    return this;
  }

  enregistre(): this {
    this.session = gele(adoptSaved(this.session, this.session.saisie));
    return this;
  }

  /** What stands in the way of « Enregistrer et finaliser ». */
  get manques(): readonly string[] {
    return resume(manques(this.level, this.session.saisie, this.context));
  }

  get remarques(): readonly string[] {
    return resume(this.champs.flatMap((view) => shownIssues(this.session, this.schema, view)));
  }
}

describe('guide 000: the EHPAD TEST describes its first unit', () => {
  test('FIC-20, FIC-44, FIC-52 from an empty unit to a green one', () => {
    const direction = new Personne('UO', EHPAD);
    assert.deepEqual(direction.libelles, ['Nom *', 'Grand groupe de disciplines *', 'Type d’UO *']);

    direction.choisit('Type d’UO', 'accueil heberg age dependantes sans specificite');
    assert.equal(direction.champ('Type d’UO').value, '21');
    assert.deepEqual(direction.libelles.filter((label) => label.endsWith('*')), [
      'Nom *', 'Grand groupe de disciplines *', 'Type d’UO *', 'Âge minimum *', 'Âge maximum *', 'Champ d’activité *',
      'Mode de prise en charge *', 'Temporalité d’accueil *', 'Activités opérationnelles *', 'Nom du responsable *', 'Adresse mail du responsable *', 'Unité sensible *',
    ]);
    assert.ok(direction.libelles.includes('Territoire d’intervention') && direction.libelles.includes('Lits et places'));
    assert.deepEqual(['Grand groupe de disciplines', 'Champ d’activité'].map((label) => direction.champ(label).value), ['MSS', '04']);

    direction.prendLeNomPropose();
    assert.equal(direction.champ('Nom').value, 'Unité hébergement pour personnes âgées dépendantes');
    assert.deepEqual(direction.remarques, []);

    direction.enregistre();
    const reloaded = new Personne('UO', EHPAD, JSON.parse(JSON.stringify(direction.session.saisie)) as Session['saisie']);
    assert.deepEqual(reloaded.champs.map(({ text }) => text), direction.champs.map(({ text }) => text));
    assert.equal(isModified(reloaded.session), false);

    reloaded.ecrit('Âge minimum', '60').choisit('Mode de prise en charge', 'hebergement').choisit('Temporalité d’accueil', 'permanent')
      .choisit('Activités opérationnelles', 'accompagnement').choisit('Publics pris en charge', 'personnes agees');
    assert.deepEqual(reloaded.manques, ['manquant contact:responsable.nom', 'manquant contact:responsable.telecommunication:mail.adresseTelecom']);
    reloaded.ecrit('Nom du responsable', 'Mme DURAND Claire').ecrit('Adresse mail du responsable', 'claire.durand@ehpad-test.example');
    assert.deepEqual(reloaded.manques, []);
    assert.deepEqual(reloaded.remarques, []);
    assert.equal(nomDe('UO', reloaded.session.saisie.contenu), 'Unité hébergement pour personnes âgées dépendantes');
  });

  test('FIC-42 asking to finalise too early tells every field that misses', () => {
    const direction = new Personne('UO', EHPAD).choisit('Type d’UO', 'accueil heberg age dependantes sans specificite');
    assert.deepEqual(direction.remarques, []);
    direction.session = gele(attempt(direction.session));
    assert.deepEqual(direction.remarques, direction.manques);
    assert.equal(direction.manques.length, 6);
  });
});

describe('guide 002: IME T KITOI and its three units', () => {
  const unites: readonly (readonly [string, string, string])[] = [
    ['accueil de jour', 'permanent', 'Unité IME Accueil de jour'],
    ['accueil de jour', 'temporaire', 'Unité IME Accueil de jour - Temporaire'],
    ['hebergement', 'permanent', 'Unité IME Hébergement'],
  ];
  for (const [mode, temporalite, name] of unites) {
    test(`FIC-61, FIC-62, FIC-63 ${mode} ${temporalite}: ${name}`, () => {
      const direction = new Personne('UO', IME).choisit('Type d’UO', 'institut medico').choisit('Mode de prise en charge', mode).choisit('Temporalité d’accueil', temporalite);
      assert.equal(direction.champ('Type d’UO').value, '48');
      direction.prendLeNomPropose();
      assert.equal(direction.champ('Nom').value, name);
      assert.deepEqual(direction.remarques, []);
    });
  }

  test('FIC-66 a duplicated unit waits for its own name', () => {
    const copie = new Personne('UO', IME, saisie({ typeOffre: '48', nomOffre: 'COPIE DE Unité IME Hébergement', modePriseEnCharge: '46' }));
    assert.deepEqual(copie.remarques, ['copie-de nomOffre']);
    assert.ok(copie.manques.includes('copie-de nomOffre'));
    copie.prendLeNomPropose();
    assert.deepEqual(copie.remarques, []);
  });
});

describe('guide 004: the CPTS Grand Versailles', () => {
  test('FIC-64 keeps the name of the CPTS for its unit, whose mode is known', () => {
    const cpts = new Personne('UO', dans({ categorieEG: '604' })).choisit('Type d’UO', 'communaute professionnelle');
    assert.equal(cpts.champ('Mode de prise en charge').value, '58');
    assert.ok(!cpts.libelles.some((label) => label.startsWith('Temporalité')));
    cpts.ecrit('Nom', 'CPTS GRAND VERSAILLES').choisit('Activités opérationnelles', 'orientation vers un medecin traitant')
      .choisit('Activités opérationnelles', 'coordination soins non programmes');
    assert.deepEqual(cpts.champ('Activités opérationnelles').value, ['471', '475']);
    assert.deepEqual(cpts.champ('Âge minimum').text + cpts.champ('Âge maximum').text, '0150');
    assert.deepEqual(cpts.remarques, []);
  });

  test('its establishment needs its director', () => {
    const eg = new Personne('EG', dans({ role: 'direction' }), saisie({ denominationEG: 'CPTS GRAND VERSAILLES', categorieEG: '604' }));
    assert.deepEqual(eg.manques, ['manquant contact:directeur.nom', 'manquant contact:directeur.telecommunication:mail.adresseTelecom']);
    eg.ecrit('Nom du directeur', 'M. MARTIN').ecrit('Adresse mail du directeur', 'direction@grandversailles.com').ecrit('Adresse mail', 'cpts@grandversailles.com', 'Secrétariat – Accueil');
    assert.deepEqual(eg.manques, []);
    assert.deepEqual(eg.session.saisie.contenu['contact'], [
      { fonctionContact: '01', niveauConfidentialite: '2', nom: 'M. MARTIN', telecommunication: [{ canal: '3', niveauConfidentialite: '2', adresseTelecom: 'direction@grandversailles.com' }] },
      { natureContact: '01', niveauConfidentialite: '1', telecommunication: [{ canal: '3', niveauConfidentialite: '1', adresseTelecom: 'cpts@grandversailles.com' }] },
    ]);
  });
});

describe('guide 000: a sanitary structure', () => {
  for (const [level, name] of [['P', 'Pôle médecine physique et réadaptation'], ['S', 'Neurologie'], ['UF', 'SMR Neurologie']] as const) {
    test(`FIC-44 ${name} needs its name only`, () => {
      const referent = new Personne(level, dans({ categorieEG: '355' }));
      assert.deepEqual(referent.manques, ['manquant nomOI']);
      referent.ecrit('Nom', name);
      assert.deepEqual(referent.manques, []);
      assert.equal(nomDe(level, referent.session.saisie.contenu), name);
    });
  }

  test('FIC-46 « Hospitalisation complète SMR Système nerveux » asks for no temporalité', () => {
    const referent = new Personne('UO', dans({ categorieEG: '355' })).choisit('Type d’UO', 'systeme nerveux', { discipline: 'SSR' });
    assert.equal(referent.champ('Type d’UO').value, '103');
    referent.choisit('Mode de prise en charge', 'hospitalisation complete').choisit('Activités opérationnelles', 'readaptation affections systeme nerveux');
    assert.ok(!referent.libelles.some((label) => label.startsWith('Temporalité')));
    assert.deepEqual(referent.manques, ['manquant nomOffre', 'manquant contact:responsable.nom', 'manquant contact:responsable.telecommunication:mail.adresseTelecom']);
  });
});

describe('whatever the person changes', () => {
  test('FIC-22, FIC-53 going through every type and back loses nothing that was typed', () => {
    const direction = new Personne('UO', EHPAD).choisit('Type d’UO', 'accueil heberg age dependantes sans specificite');
    direction.prendLeNomPropose().choisit('Mode de prise en charge', 'hebergement').choisit('Temporalité d’accueil', 'permanent').choisit('Activités opérationnelles', 'accompagnement');
    direction.ecrit('Nom du responsable', 'Mme DURAND Claire').ecrit('Âge maximum', 'cent').ecrit('Commentaire', 'Deux\nlignes');
    const before = direction.session.saisie;
    for (const code of [...nomenclature.valueSet('J238').concepts.map((concept) => concept.code), undefined, '21']) {
      direction.session = gele(applyProposals(setValue(direction.session, direction.schema, 'typeOffre', code), direction.schema, direction.context));
    }
    assert.deepEqual(direction.session.saisie, before);
  });

  test('FIC-44 a unit of any type can be completed from what is offered: no type is a dead end', () => {
    for (const { code } of nomenclature.valueSet('J238').concepts) {
      const direction = new Personne('UO', contexte);
      direction.session = applyProposals(setValue(direction.session, direction.schema, 'typeOffre', code), direction.schema, contexte);
      direction.prendLeNomPropose();
      for (let round = 0; round < 3; round++) {
        for (const { field, value, required } of direction.champs) {
          if (!required || value !== undefined) continue;
          const [first] = options(field, direction.session.saisie.contenu, contexte);
          const chosen = field.constraints?.format === 'email' ? 'a@b.fr' : field.kind === 'codes' ? [first?.code] : field.options ? first?.code : 'Mme X';
          direction.session = setValue(direction.session, direction.schema, field.path, chosen);
        }
      }
      direction.prendLeNomPropose();
      direction.session = attempt(direction.session);
      assert.deepEqual(direction.manques, [], code);
      assert.deepEqual(direction.remarques, [], code);
    }
  });

  test('FIC-31 every type has usual activities, and they are the first ones offered', () => {
    for (const { code } of nomenclature.valueSet('J238').concepts) {
      const { field } = new Personne('UO', contexte, saisie({ typeOffre: code })).champ('Activités opérationnelles');
      const [first] = options(field, { typeOffre: code }, contexte);
      assert.equal(first?.rank, 'usuel', code);
      assert.equal(first.code, associations.usual('J17', code)[0]);
    }
  });
});
