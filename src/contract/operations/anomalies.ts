import { Signalement, SignalementDetaille } from '../../domain/signalement.ts';
import { z } from '../../domain/zod.ts';
import { CommandeAnomalie, Declaration } from '../../engine/anomalie/commandes.ts';
import { RefusAnomalie } from '../../engine/anomalie/refus.ts';
import { operation } from '../operation.ts';
import { id, suite } from './commun.ts';

const refusee = z.object({ refus: RefusAnomalie });
const code = z.optional(z.string().check(z.regex(/^[A-Z0-9]{1,10}$/)));

/** Reports that something in the répertoire is wrong. */
export const signalerAnomalie = operation({
  name: 'signalerAnomalie', kind: 'command', method: 'POST', path: '/anomalies',
  summary: 'Reports an anomaly on a node of the répertoire.',
  input: z.extend(Declaration, { noeudId: id }),
  output: z.union([z.object({ anomalie: SignalementDetaille }), refusee]),
  problems: ['introuvable'],
});

/** The reports that the person may see. */
export const listerAnomalies = operation({
  name: 'listerAnomalies', kind: 'query', method: 'GET', path: '/anomalies',
  summary: 'Reports of anomalies of the territory, the structures or the person, latest change first.',
  input: z.object({
    /** `traiter`: those that this person may treat; `mes-signalements`: those that they made. Default: all that they may see. */
    portee: z.optional(z.enum(['traiter', 'mes-signalements'])),
    /** JDV_J244; or `ouvert`: none of the closed ones, `clos`: only them. */
    statut: z.optional(z.string().check(z.regex(/^(?:ouvert|clos|\d\d)$/))),
    /** JDV_J241. */
    thematique: code,
    /** JDV_J242. */
    action: code,
    /** INSEE code. */
    departement: code,
    /** `moi`, `personne`, or the identifier of an account. */
    assigne: z.optional(id),
    noeudId: z.optional(id),
    suite,
  }),
  output: z.object({
    anomalies: z.array(Signalement), suite: z.nullable(z.string()),
    /** All that the filters keep, not only this page. */
    nombre: z.int(),
    /** By status (JDV_J244), of all that the other filters keep. */
    parStatut: z.array(z.object({ statut: z.string(), nombre: z.int() })),
  }),
  problems: [],
});

/** One report with all that became of it. */
export const lireAnomalie = operation({
  name: 'lireAnomalie', kind: 'query', method: 'GET', path: '/anomalies/:anomalieId',
  summary: 'One report of an anomaly, its history, and what the person may do with it.',
  input: z.object({ anomalieId: id }), output: SignalementDetaille, problems: ['introuvable'],
});

/** Treats a report. */
export const traiterAnomalie = operation({
  name: 'traiterAnomalie', kind: 'command', method: 'POST', path: '/anomalies/:anomalieId/commandes',
  summary: 'Assigns a report, changes its status, answers its reporter, or cancels it.',
  input: z.object({
    anomalieId: id,
    /** Version of the report that the person saw. */
    version: z.int(),
    commande: CommandeAnomalie,
  }),
  output: z.union([z.object({ anomalie: SignalementDetaille }), refusee]),
  problems: ['introuvable', 'perime'],
});
