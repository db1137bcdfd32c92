import { after, before, describe, it as test } from 'node:test';
import { setupServer } from 'msw/node';
import { createHandler } from '../../demo/backend/doors/http.ts';
import { rorHandlers } from '../../demo/backend/doors/msw.ts';
import { serveNode, type NodeServer } from '../../demo/backend/doors/node.ts';
import { readMigrations } from '../../demo/backend/migrations/read.ts';
import { comptesDeDemonstration } from '../../demo/backend/seed/comptes.ts';
import { RorClient, embedded } from '../../src/client/index.ts';
import { openDemonstration, type Demonstration } from '../conformance/demonstration.ts';
import { httpClient } from '../conformance/http-accounts.ts';
import { transportConformance } from '../conformance/transport.ts';

describe('the transports, before the reference backend', () => {
  let demonstration: Demonstration;
  let handle: ReturnType<typeof createHandler>;
  before(async () => {
    demonstration = await openDemonstration(readMigrations());
    handle = createHandler(demonstration.backend);
  });
  after(() => demonstration.backend.close());

  describe('embedded', () => {
    before(() => demonstration.recommencer());
    const open = async (identifiant: string | null) => {
      const compte = comptesDeDemonstration.find((one) => one.identifiant === identifiant);
      const acteur = compte ? (await demonstration.backend.connecter({ identifiant, motDePasse: compte.motDePasse })).acteur : null;
      return new RorClient(embedded((operation, input) => demonstration.backend.dispatch(operation, input, acteur)));
    };
    transportConformance({ name: 'embedded', open, test });
  });

  describe('http over a socket', () => {
    let server: NodeServer;
    before(async () => {
      await demonstration.recommencer();
      server = await serveNode({ handle });
    });
    after(() => server.close());
    transportConformance({ name: 'http', open: (identifiant) => httpClient(`${server.url}api`, identifiant), test });
  });

  describe('http answered by msw', () => {
    const msw = setupServer(...rorHandlers((request) => handle(request)));
    before(async () => {
      await demonstration.recommencer();
      msw.listen({ onUnhandledRequest: 'error' });
    });
    after(() => { msw.close(); });
    transportConformance({ name: 'msw', open: (identifiant) => httpClient('https://ror.example/api', identifiant), test });
  });
});
