/** Checks and compacts `communes-idf.json`. */
export function convertCommunes(raw, valueSets, problems) {
  const departements = new Set((valueSets.get('COG_departements')?.concepts ?? []).map(([code]) => code));
  const year = /COG (\d{4})/.exec(raw.description ?? '')?.[1];
  if (!year) problems.refuse('communes-idf.json', 'the description does not say the year of the COG');
  if (raw.count !== raw.communes?.length) problems.refuse('communes-idf.json', `says ${raw.count} communes and holds ${raw.communes?.length}`);
  const seen = new Set();
  const rows = (raw.communes ?? []).map((commune) => {
    const where = `commune ${commune.code}`;
    if (!/^(\d{2}|2[AB])\d{3}$/.test(commune.code)) problems.refuse(where, 'is not an INSEE code');
    if (seen.has(commune.code)) problems.refuse('communes-idf.json', `duplicate code ${commune.code}`);
    seen.add(commune.code);
    if (!commune.nom) problems.refuse(where, 'no name');
    if (!departements.has(commune.departement)) problems.refuse(where, `unknown département ${commune.departement}`);
    if (!commune.codesPostaux?.length || commune.codesPostaux.some((code) => !/^\d{5}$/.test(code))) problems.refuse(where, 'postal codes are not five digits');
    if (!within(commune.latitude, 41, 52) || !within(commune.longitude, -6, 10)) problems.refuse(where, 'centroid is not in France');
    return [
      commune.code, commune.nom, commune.departement, commune.codesPostaux?.join(';') ?? '',
      String(commune.latitude), String(commune.longitude), String(commune.population ?? ''),
    ];
  });
  return {
    id: 'communes-idf',
    name: "Communes et arrondissements d'Île-de-France",
    edition: `${year}-01-01`,
    source: raw.description,
    columns: ['code', 'nom', 'departement', 'codesPostaux', 'latitude', 'longitude', 'population'],
    rows,
  };
}

const within = (value, min, max) => typeof value === 'number' && value >= min && value <= max;
