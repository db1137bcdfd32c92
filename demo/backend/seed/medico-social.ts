import { accueil, contact, directeur, ej, eg, finess, places, responsable, semaine, siren, siret, telephone, uo, type Graine, type Lieu } from './vocabulary.ts';

const CRETEIL: Lieu = { cog: '94028', codePostal: '94000', localite: 'Créteil', voie: ['12', 'RUE DES EXEMPLES'], point: [48.7837, 2.4547] };
const SAINT_MANDE: Lieu = { cog: '94067', codePostal: '94160', localite: 'Saint-Mandé', voie: ['7', 'RUE DE L’EXEMPLE'], point: [48.8411, 2.4189] };
const FONTENAY: Lieu = { cog: '94033', codePostal: '94120', localite: 'Fontenay-sous-Bois', voie: ['3', 'ALLEE DU COLIBRI'], point: [48.8512, 2.474] };
const VERSAILLES: Lieu = { cog: '78646', codePostal: '78000', localite: 'Versailles', voie: ['1', 'PLACE DE L’EXEMPLE'], point: [48.8023, 2.1175] };

/** Guides 000 and 001: in the répertoire, and nothing was ever written about it. */
const ehpadTest = (() => {
  const numSIREN = siren(1);
  return ej(
    { id: 'ej-ehpad-test', nom: 'ASSOCIATION EHPAD TEST', numFINESS: finess('94', 1), numSIREN, statutJuridique: '60', lieu: CRETEIL },
    eg({ id: 'eg-ehpad-test', nom: 'EHPAD TEST', numFINESS: finess('94', 2), numSIRET: siret(numSIREN, 1), categorieEG: '500', dateOuverture: '2019-04-01', lieu: CRETEIL }),
  );
})();

/** Guide 002 "Exemple d’un IME avec trois unités": names, FINESS numbers, places, activités and aptitudes as there. */
const valMande = (() => {
  const numSIREN = siren(2);
  const commun = {
    grandGroupeDisciplines: 'MSS', typeOffre: '48', champActivite: '04', ages: [6, 20], publics: ['02'],
    contact: [accueil(210, 'accueil@ime-tkitoi.example'), responsable('Nadia Ferrand', 211, 'nadia.ferrand@ime-tkitoi.example')],
  } as const;
  const agrement = { specialisationPriseEnCharge: ['14', '02'] };
  return ej(
    { id: 'ej-val-mande', nom: 'Institut le Val Mandé', numFINESS: '940001019', numSIREN, statutJuridique: '26', lieu: SAINT_MANDE },
    eg(
      {
        id: 'eg-ime-t-kitoi', nom: 'IME T KITOI', numFINESS: '940690324', numSIRET: siret(numSIREN, 1), categorieEG: '183', dateOuverture: '1998-09-01', lieu: SAINT_MANDE,
        description: { contact: [directeur('Hélène Vasseur', 212, 'direction@ime-tkitoi.example'), accueil(210, 'accueil@ime-tkitoi.example')] },
      },
      uo('uo-ime-accueil-de-jour', 'Unité IME Accueil de jour', {
        ...commun, modePriseEnCharge: '47', activiteOperationnelle: ['313', '300'],
        plus: {
          ...agrement, temporaliteAccueil: '02', ouvertureAnnuelle: '01', horaire: semaine('08:45', '16:30'), acteSpecifique: ['0776', '0726'],
          professionRessource: ['TRE_R94-ProfessionSocial|48', 'TRE_G15-ProfessionSante|96'],
          lieuRealisationOffre: places('uo-ime-accueil-de-jour', SAINT_MANDE.cog, '02', 48, { '02': 3 }),
        },
      }),
      uo('uo-ime-accueil-de-jour-temporaire', 'Unité IME Accueil de jour temporaire', {
        ...commun, modePriseEnCharge: '47', activiteOperationnelle: ['313', '300'],
        plus: {
          ...agrement, temporaliteAccueil: '01', ouvertureAnnuelle: '01', horaire: semaine('08:45', '16:30'), acteSpecifique: ['0670', '0726'],
          lieuRealisationOffre: places('uo-ime-accueil-de-jour-temporaire', SAINT_MANDE.cog, '02', 2),
        },
      }),
      uo('uo-ime-hebergement', 'Unité IME Hébergement', {
        ...commun, modePriseEnCharge: '46', activiteOperationnelle: ['313', '323'],
        plus: {
          ...agrement, temporaliteAccueil: '02', ouvertureAnnuelle: '02', acteSpecifique: ['0812', '0787'],
          lieuRealisationOffre: places('uo-ime-hebergement', SAINT_MANDE.cog, '02', 9),
        },
      }),
    ),
  );
})();

/** Guide 003: the two volets of a centre de ressources territorial are two units. */
const equateur = (() => {
  const numSIREN = siren(3);
  const commun = { grandGroupeDisciplines: 'MSS', typeOffre: '136', champActivite: '04', ages: [60, 150], publics: ['01'] } as const;
  return ej(
    { id: 'ej-sa-equateur', nom: 'SA Equateur', numFINESS: finess('94', 10), numSIREN, statutJuridique: '73', lieu: FONTENAY },
    eg(
      {
        id: 'eg-ehpad-du-colibri', nom: 'EHPAD du Colibri', numFINESS: finess('94', 11), numSIRET: siret(numSIREN, 1), categorieEG: '500', dateOuverture: '2006-01-15', lieu: FONTENAY,
        description: { contact: [directeur('Anne-Sophie Leroy', 310, 'direction@ehpad-colibri.example'), accueil(311, 'accueil@ehpad-colibri.example')] },
      },
      uo('uo-crt-volet-1', 'CRT – Volet 1', {
        ...commun, modePriseEnCharge: '54', activiteOperationnelle: ['334', '325'],
        contact: [accueil(312, 'crt@ehpad-colibri.example'), responsable('Samir Haddad', 313, 'samir.haddad@ehpad-colibri.example')],
        plus: { acteSpecifique: ['1431'], horaire: semaine('09:00', '17:00'), zoneIntervention: ['94033', '94080', '94067'].map((code) => ({ type: '3', code })) },
      }),
      uo('uo-crt-volet-2', 'CRT – Volet 2', {
        ...commun, modePriseEnCharge: '49', activiteOperationnelle: ['401', '325'],
        contact: [accueil(312, 'crt@ehpad-colibri.example'), responsable('Julie Nguyen', 314, 'julie.nguyen@ehpad-colibri.example')],
        plus: {
          acteSpecifique: ['0778', '0774', '0824'], horaire: semaine('08:00', '19:00'), zoneIntervention: ['94033', '94080', '94067'].map((code) => ({ type: '3', code })),
          lieuRealisationOffre: places('uo-crt-volet-2', FONTENAY.cog, '02', 30),
        },
      }),
    ),
  );
})();

/** Guide 004: activités, secrétariat and territoire d’intervention as on its last screens. */
const cpts = (() => {
  const numSIREN = siren(4);
  const territoire = ['78646', '78117', '78126', '78620', '78455', '78143'].map((code) => ({ type: '3', code }));
  return ej(
    { id: 'ej-cpts-grand-versailles', nom: 'ASSOCIATION CPTS GRAND VERSAILLES', numFINESS: finess('78', 1), numSIREN, statutJuridique: '60', lieu: VERSAILLES },
    eg(
      {
        id: 'eg-cpts-grand-versailles', nom: 'CPTS Grand Versailles', numFINESS: finess('78', 2), numSIRET: siret(numSIREN, 1), categorieEG: '604', dateOuverture: '2020-10-01', lieu: VERSAILLES,
        description: {
          territoireSante: territoire,
          contact: [directeur('Marc Delattre', 410, 'direction@cpts-grandversailles.example'), accueil(411, 'cpts@cpts-grandversailles.example')],
        },
      },
      uo('uo-cpts-grand-versailles', 'CPTS Grand Versailles', {
        grandGroupeDisciplines: 'MSS', typeOffre: '255', champActivite: '04', modePriseEnCharge: '58', ages: [0, 150], publics: ['07'], activiteOperationnelle: ['475', '471'],
        contact: [
          contact({ nature: '01', mail: 'cpts@cpts-grandversailles.example', niveau: '1' }),
          responsable('Marc Delattre', 410, 'direction@cpts-grandversailles.example'),
          // The line of the régulation: for professionals alone.
          { description: 'Ligne réservée à la régulation', niveauConfidentialite: '3', telecommunication: [{ canal: '2', adresseTelecom: telephone(499), niveauConfidentialite: '3' }] },
        ],
        plus: { zoneIntervention: territoire },
      }),
    ),
  );
})();

export const medicoSocial: readonly Graine[] = [ehpadTest, valMande, equateur, cpts];
