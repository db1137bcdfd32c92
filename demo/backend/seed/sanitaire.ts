import {
  accueil, chefDePole, chefDeService, contact, directeur, ej, eg, finess, places, pole, responsable, semaine, service, siren, siret, telephone, uf, uo,
  type Graine, type Lieu,
} from './vocabulary.ts';

const PROVINS: Lieu = { cog: '77379', codePostal: '77160', localite: 'Provins', voie: ['25', 'AVENUE SAINTE-CLAIRE'], point: [48.563, 3.2878] };
const TILLEULS: Lieu = { cog: '77131', codePostal: '77120', localite: 'Coulommiers', voie: ['8', 'RUE DES TILLEULS'], point: [48.8123, 3.0912] };
const ETAMPES: Lieu = { cog: '91223', codePostal: '91150', localite: 'Étampes', voie: ['2', 'RUE DE L’EXEMPLE'], point: [48.4219, 2.1378] };

/** Guide 000 "Comprendre l’organisation des données", with a third site that was never described. */
const sainteClaire = (() => {
  const numSIREN = siren(20);
  return ej(
    { id: 'ej-ch-sainte-claire', nom: 'Centre hospitalier Sainte-Claire', numFINESS: finess('77', 1), numSIREN, statutJuridique: '13', lieu: PROVINS },
    eg(
      {
        id: 'eg-ch-sainte-claire', nom: 'CH Sainte-Claire', numFINESS: finess('77', 2), numSIRET: siret(numSIREN, 1), categorieEG: '355', dateOuverture: '1974-06-01', lieu: PROVINS,
        description: {
          zonePoser: true,
          contact: [
            directeur('Philippe Aubert', 510, 'direction@ch-sainteclaire.example'), accueil(511, 'accueil@ch-sainteclaire.example'),
            contact({ nature: '13', tel: 599, niveau: '3' }),
          ],
        },
      },
      pole(
        'p-ch-sainte-claire-mpr', 'Pôle médecine physique et réadaptation', { contact: [chefDePole('Isabelle Moreau', 'isabelle.moreau@ch-sainteclaire.example')] },
        service(
          's-ch-sainte-claire-neurologie', 'Neurologie', { contact: [chefDeService('Karim Benali', 'karim.benali@ch-sainteclaire.example'), accueil(512, 'neurologie@ch-sainteclaire.example')] },
          uf(
            'uf-ch-sainte-claire-smr-neurologie', 'SMR Neurologie', { contact: [responsable('Lucie Garnier', 513, 'lucie.garnier@ch-sainteclaire.example')] },
            uo('uo-ch-sainte-claire-smr-systeme-nerveux', 'Hospitalisation complète SMR Système nerveux', {
              grandGroupeDisciplines: 'SSR', typeOffre: '103', champActivite: '02', modePriseEnCharge: '28', ages: [18, 150], publics: ['07'], activiteOperationnelle: ['234', '097'],
              contact: [accueil(514, 'smr-neurologie@ch-sainteclaire.example'), responsable('Lucie Garnier', 513, 'lucie.garnier@ch-sainteclaire.example')],
              plus: {
                acteSpecifique: ['0596'], modaliteAccueil: ['12'], ouvertureAnnuelle: '03', competenceSpecifique: ['01'],
                lieuRealisationOffre: places('uo-ch-sainte-claire-smr-systeme-nerveux', PROVINS.cog, '01', 24, { '02': 2, '06': 1 }, {
                  equipementSpecifique: [{ typeEquipement: '150', nbEquipementEnService: 1 }],
                }),
              },
            }),
          ),
        ),
      ),
    ),
    eg(
      {
        id: 'eg-ehpad-sainte-claire', nom: 'EHPAD Sainte-Claire', numFINESS: finess('77', 3), numSIRET: siret(numSIREN, 2), categorieEG: '500', dateOuverture: '1989-03-01', lieu: PROVINS,
        description: { contact: [directeur('Philippe Aubert', 510, 'direction@ch-sainteclaire.example'), accueil(520, 'ehpad@ch-sainteclaire.example')] },
      },
      uo('uo-ehpad-sainte-claire-pasa', 'Pôle d’activité et de soins adaptés', {
        grandGroupeDisciplines: 'MSS', typeOffre: '25', champActivite: '04', modePriseEnCharge: '47', ages: [60, 150], publics: ['01'], activiteOperationnelle: ['289', '315'],
        contact: [responsable('Fatou Diallo', 521, 'fatou.diallo@ch-sainteclaire.example')],
        plus: { acteSpecifique: ['0620', '0769'], competenceSpecifique: ['04'], horaire: semaine('10:00', '17:00') },
      }),
    ),
    eg({ id: 'eg-site-des-tilleuls', nom: 'CH Sainte-Claire Site des Tilleuls', numFINESS: finess('77', 4), numSIRET: siret(numSIREN, 3), categorieEG: '355', dateOuverture: '2025-02-03', lieu: TILLEULS }),
  );
})();

/** Guide 000: the structure that has been described at all the levels that apply to it. */
const barthelemyDurand = (() => {
  const numSIREN = siren(30);
  const psychiatrie = { grandGroupeDisciplines: 'PSY', champActivite: '03', publics: ['07'] } as const;
  const secteur = (numero: string) => ({ secteurPsychiatrique: [`91G${numero}`] });
  return ej(
    { id: 'ej-eps-barthelemy-durand', nom: 'EPS BARTHELEMY DURAND', numFINESS: finess('91', 1), numSIREN, statutJuridique: '11', lieu: ETAMPES },
    eg(
      {
        id: 'eg-eps-barthelemy-durand', nom: 'EPS Barthelemy Durand', numFINESS: finess('91', 2), numSIRET: siret(numSIREN, 1), categorieEG: '292', dateOuverture: '1964-01-01', lieu: ETAMPES,
        description: { contact: [directeur('Bernard Chauvin', 610, 'direction@eps-durand.example'), accueil(611, 'accueil@eps-durand.example')] },
      },
      pole(
        'p-eps-durand-adulte', 'Pôle de psychiatrie de l’adulte', { contact: [chefDePole('Élise Fontaine', 'elise.fontaine@eps-durand.example')] },
        service(
          's-eps-durand-etampes', 'Secteur d’Étampes', { contact: [chefDeService('Olivier Petit', 'olivier.petit@eps-durand.example')] },
          uf(
            'uf-eps-durand-etampes-hospitalisation', 'Hospitalisation Étampes', { contact: [responsable('Sandrine Colas', 612, 'sandrine.colas@eps-durand.example')] },
            uo('uo-eps-durand-hospitalisation', 'Unité hospitalière de psychiatrie de l’adulte Étampes', {
              ...psychiatrie, typeOffre: '174', modePriseEnCharge: '28', ages: [18, 150], activiteOperationnelle: ['229'],
              contact: [accueil(613, 'hospitalisation@eps-durand.example'), responsable('Sandrine Colas', 612, 'sandrine.colas@eps-durand.example')],
              plus: {
                ...secteur('01'), habilitationAuxSoinsSansConsentement: true, ouvertureAnnuelle: '03',
                lieuRealisationOffre: places('uo-eps-durand-hospitalisation', ETAMPES.cog, '01', 30, { '02': 4 }),
              },
            }),
          ),
          uf(
            'uf-eps-durand-etampes-ambulatoire', 'Ambulatoire Étampes', { contact: [responsable('Thomas Rey', 614, 'thomas.rey@eps-durand.example')] },
            uo('uo-eps-durand-cmp', 'Unité Centre Médico-Psychologique (CMP) Adulte Étampes', {
              ...psychiatrie, typeOffre: '10', modePriseEnCharge: '32', ages: [18, 150], activiteOperationnelle: ['229', '231'],
              contact: [accueil(615, 'cmp@eps-durand.example'), responsable('Thomas Rey', 614, 'thomas.rey@eps-durand.example')],
              plus: { ...secteur('01'), modaliteAccueil: ['03', '04', '05'], horaire: semaine('09:00', '18:00') },
            }),
          ),
        ),
      ),
      pole(
        'p-eps-durand-penitentiaire', 'Pôle de psychiatrie en milieu pénitentiaire', { contact: [chefDePole('Gaëlle Robin', 'gaelle.robin@eps-durand.example')] },
        service(
          's-eps-durand-smpr', 'Service médico-psychologique régional', { contact: [chefDeService('Paul Mercier', 'paul.mercier@eps-durand.example')] },
          uf(
            'uf-eps-durand-smpr', 'SMPR', { contact: [responsable('Agnès Lebrun', 616, 'agnes.lebrun@eps-durand.example')] },
            // MODEL §11: a prison unit is hidden below access profile 1.
            uo('uo-eps-durand-smpr', 'Unité Service Médico-Psychologique Régional (SMPR)', {
              ...psychiatrie, typeOffre: '14', modePriseEnCharge: '32', ages: [18, 150], activiteOperationnelle: ['229'], sensible: true,
              contact: [responsable('Agnès Lebrun', 616, 'agnes.lebrun@eps-durand.example'), { niveauConfidentialite: '3', telecommunication: [{ canal: '2', adresseTelecom: telephone(698), niveauConfidentialite: '3' }] }],
            }),
          ),
        ),
      ),
    ),
  );
})();

export const sanitaire: readonly Graine[] = [sainteClaire, barthelemyDurand];
