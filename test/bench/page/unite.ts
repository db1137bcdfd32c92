import type { Contenu } from '../../../src/domain/fiche.ts';

/** A complete unit of J238 type 21. */
export const unite = (numero: number): Contenu => ({
  nomOffre: `Unité hébergement pour personnes âgées dépendantes ${numero}`, grandGroupeDisciplines: 'MSS', typeOffre: '21', champActivite: '04',
  modePriseEnCharge: '46', temporaliteAccueil: '02', activiteOperationnelle: ['313', '322', '289'], uniteSensible: false,
  patientele: { ageMin: { valeur: 60, unite: 'a' }, ageMax: { valeur: 150, unite: 'a' } },
  contact: [{
    nom: 'Anne Roux', fonctionContact: '22', niveauConfidentialite: '2',
    telecommunication: [{ canal: '3', adresseTelecom: 'anne.roux@essai.example', niveauConfidentialite: '2' }],
  }],
});
