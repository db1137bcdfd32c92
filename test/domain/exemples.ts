/**
 * One full example of each object, every attribute filled, around the structures that the guides name.
 * Plain JSON, as it comes from a store: no brand, no type of ours. Frozen, so that no test changes another's.
 */

export type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

export const metadonnee: JsonObject = freeze({
  identifiant: 'b3c1a0de-5a53-4a39-9f0d-6a3d0f1f8a11',
  dateCreation: '2022-05-12T08:30:00Z',
  dateMiseJour: '2026-11-02T17:04:31.250+01:00',
  regionSource: '11',
  commentaire: 'Repris de FINESS',
  modeleSaisie: 'MS-048 version 3',
});

export const adresse: JsonObject = freeze({
  pointRemise: 'PORTE 2',
  complementPointGeographique: 'BATIMENT LES TILLEULS',
  numeroVoie: '7',
  extension: 'BIS',
  typeVoie: 'R',
  libelleVoie: 'RUE MONGENOT',
  lieuDit: 'LA TOURELLE',
  mentionDistribution: 'BP 42534',
  codePostal: '94160',
  localite: 'SAINT MANDE',
  communeCog: '94067',
});

export const telecommunication: JsonObject = freeze({
  canal: '3',
  adresseTelecom: 'direction.ime@valmande.example',
  utilisation: 'Demandes d’admission',
  niveauConfidentialite: '2',
});

export const contact: JsonObject = freeze({
  nom: 'Mme DURAND Claire',
  fonctionContact: '01',
  natureContact: '10',
  description: 'Joignable du lundi au vendredi',
  niveauConfidentialite: '1',
  telecommunication: [telecommunication, { canal: '2', adresseTelecom: '01 49 57 70 00', niveauConfidentialite: '1' }],
});

export const horaire: JsonObject = freeze({
  typePlageHoraire: '01',
  jourSemaine: 1,
  heureDebut: '08:30',
  heureFin: '12:00:00',
  debutDateEffective: '2026-09-01',
  finDateEffective: '2027-07-09',
  ouvertureFermeture: true,
  frequencePlageHoraire: 'Toutes les semaines',
  commentaire: 'Hors vacances scolaires',
  dateDeclaration: '2026-08-25T10:00:00+02:00',
  idPlageHoraire: 'plage-1',
});

export const divisionTerritoriale: JsonObject = freeze({ type: '3', code: '94067' });

export const tarif: JsonObject = freeze({
  typeTarif: '01',
  montantTarif: { valeur: 78.45, devise: 'EUR' },
  unitePrix: '01',
  dateDebutValiditeTarif: '2026-01-01',
  typeHabitation: '02',
  temporaliteAccueil: '02',
  conditionTarifaire: '01',
  tarifMoins60Ans: false,
  prestationsNonObligatoiresIncluses: ['01'],
  autresPrestationsNonObligatoiresIncluses: ['Coiffure'],
  groupeTarifaireDependance: '02',
  nomTarifAidesHumaines: 'Aide à la toilette',
  modeGestion: '01',
  nomTarifPortageRepas: 'Déjeuner',
  nomPrestationSupp: '02',
  nomAutrePrestationSupp: 'Pédicure',
});

const coordonneeGeographique: JsonObject = freeze({
  latitude: 48.8411, longitude: 2.4189, systemeGeodesique: 'WGS84', coordonneesFiables: true,
});

export const lieu: JsonObject = freeze({
  identifiant: 'lieu-1',
  nom: 'Site de Saint-Mandé',
  description: 'Entrée par la rue Mongenot',
  fonctionLieu: '001',
  statut: '3',
  communeCog: '94067',
  adresse,
  coordonneeGeographique,
  telecommunication: [telecommunication],
});

export const lieuRealisationOffre: JsonObject = freeze({
  ...lieu,
  idExterneSynchro: 'BM-77',
  nomExterneSynchro: 'Aile nord',
  managingOrganization: 'eg-940690324',
  commentaire: 'Plain-pied',
  equipementSpecifique: [{
    typeEquipement: '054',
    nbEquipementEnService: 1,
    limiteCaracteristiqueEquipement: [{ typeCaracteristique: '001', valeurLimite: { valeur: 200, unite: 'kg' } }],
  }],
  capaciteHabitation: [{ typeHabitation: '02', nbHabitation: 9 }],
  capacitePriseCharge: [{
    affectationTemporaire: '01',
    natureCapacite: '02',
    statutCapacite: '01',
    temporaliteCapacite: '01',
    nombreCapacite: 48,
    typeSourceCapacite: '01',
    dateMAJCapacite: '2026-11-02T17:04:31Z',
    genreCapaciteDispo: '03',
    typeFermetureCapacite: '01',
    typeLitsSupplementaire: '01',
    typeCrise: '01',
    commentaire: 'Dont 2 en accueil temporaire',
  }],
  metadonnee,
});

/** EJ Institut le Val Mandé (guide 002). */
export const institutLeValMande: JsonObject = freeze({
  idNatStruct: '1940001019',
  numFINESS: '940001019',
  numSIREN: '921317258',
  numEJ_RPPS_ADELI_Rang: '10000000009012',
  raisonSociale: 'INSTITUT LE VAL MANDE',
  complementRaisonSociale: 'ETABLISSEMENT PUBLIC',
  statutJuridique: '21',
  sousEnsembleAgregatStatutJuridique: '11',
  adresseEJ: adresse,
  contact: [contact],
  telecommunication: [telecommunication],
  dateCreation: '1993-01-01',
  dateFermeture: '2030-12-31',
  typeFermeture: 'DEF',
  metadonnee,
});

/** EG IME T KITOI (guide 002). */
export const imeTKitoi: JsonObject = freeze({
  idNatStruct: '1940690324',
  numFINESS: '940690324',
  numSIRET: '92131725800020',
  numEG_RPPS_ADELI_Rang: '75123456701',
  denominationEG: 'IME T KITOI',
  complementDenominationEG: 'SAINT MANDE',
  nomOperationnel: 'T’Kitoï',
  categorieEG: '183',
  modaliteParticipationSPH: '0',
  aideFinanciere: ['02'],
  hebergementFamille: false,
  nbPlaceAideSocialPermanent: 9,
  nbPlaceAideSocialTemporaire: 2,
  accessibiliteLieu: '1',
  niveauRecoursORSAN: '3',
  zonePoser: false,
  territoireSante: [{ type: '4', code: '94-1' }],
  dateOuverture: '1995-09-04',
  dateFermeture: '2030-12-31',
  typeFermeture: 'DEF',
  lieuEG: lieu,
  contact: [contact],
  tarif: [tarif],
  commentaire: 'Accueil des familles le mercredi',
  metadonnee,
});

/** A service of the Centre hospitalier Sainte-Claire. */
export const serviceGeriatrie: JsonObject = freeze({
  identifiantOI: '11/4021',
  nomOI: 'SERVICE DE GERIATRIE',
  typeOI: '2',
  contact: [contact],
  boiteLettresMSS: [telecommunication],
  dateOuverture: '2010-03-01',
  dateFermeture: '2026-08-01',
  typeFermeture: 'PRO',
  datePrevisionnelleReouverture: '2026-08-31',
  metadonnee,
});

/** The first of the three units of the IME T KITOI (guide 002). */
export const uniteAccueilDeJour: JsonObject = freeze({
  identifiantOffre: '11/666',
  nomOffre: 'Unité IME Accueil de jour',
  typeOffre: '48',
  champActivite: '04',
  modePriseEnCharge: '47',
  temporaliteAccueil: '02',
  modaliteAccueil: ['01'],
  modeGestion: ['01'],
  activiteOperationnelle: ['300', '313'],
  acteSpecifique: ['0644', '0646'],
  acteRealiseHorsCabinet: ['0612'],
  specialisationPriseEnCharge: ['02', '14'],
  professionRessource: ['TRE_R94-ProfessionSocial|48', 'TRE_G15-ProfessionSante|60'],
  competenceSpecifique: ['01'],
  niveauExpertise: ['01'],
  uniteSensible: false,
  habilitationAuxSoinsSansConsentement: false,
  secteurPsychiatrique: ['94I01'],
  ouvertureAnnuelle: '01',
  zoneIntervention: [divisionTerritoriale],
  patientele: { ageMin: { valeur: 6, unite: 'a' }, ageMax: { valeur: 20, unite: 'a' }, publicPrisEnCharge: ['02'] },
  typeFermeture: 'PRO',
  dateFermeture: '2026-08-01',
  datePrevisionnelleReouverture: '2026-08-31',
  horaire: [horaire],
  contact: [contact],
  boiteLettreMSS: [telecommunication],
  eloignementCalcule: { valeur: 4.2, unite: 'km' },
  lieuRealisationOffre: [lieuRealisationOffre],
  metadonnee,
});

export const professionnel: JsonObject = freeze({
  idNat_PS: '810000000009', civilite: 'MME', boiteLettresMSS: [telecommunication], metadonnee,
});

export const situationOperationnelle: JsonObject = freeze({
  identifiant: '11/666/810000000009',
  exerciceProfessionnel: {
    professionnel,
    profession: '10',
    nomExercice: 'MARTIN',
    prenomExercice: 'Anne',
    civiliteExercice: 'DR',
    savoirFaire: [{
      typeSavoirFaire: 'S',
      specialite: 'SM54',
      competence: 'C01',
      competenceExclusive: 'CEX01',
      orientationParticuliere: 'OP01',
      capacite: 'CAPA01',
      qualificationPAC: 'PAC01',
      DESCNonQualifiant: 'DSM01',
      droitExerciceComplementaire: 'DEC01',
    }],
  },
  modeExerciceOffre: 'S',
  competenceSpecifique: ['01'],
  precisionHoraire: [horaire],
  secteurConventionnement: '1',
  optionContratAccesAuxSoins: true,
  carteVitaleAcceptee: true,
  telecommunication,
  metadonnee,
});

export const anomalie: JsonObject = freeze({
  thematique: '06',
  actionDemandee: 'COR',
  statutMetier: '01',
  objet: 'b3c1a0de-5a53-4a39-9f0d-6a3d0f1f8a11',
  chemin: 'contact.0.nom',
  description: 'La directrice a changé.',
  valeurErronee: ['Mme DURAND'],
  valeurProposee: ['M. PETIT'],
  systemeDeclarant: 'ROR-IF',
  declarant: 'Agent de la MDPH',
  destinataire: 'ARS Île-de-France',
  dateEnvoi: '2026-11-03T09:00:00Z',
  dateCloture: '2026-11-10T09:00:00Z',
  metadonnee,
});
