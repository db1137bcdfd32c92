import { expect } from '@open-wc/testing';
import { HttpResponse, http } from 'msw';
import { takeViolations } from './csp.ts';
import { startWorker } from './msw.ts';

describe('the worker that answers for a server', () => {
  it('answers on a page with a strict policy', async () => {
    const worker = await startWorker(http.get('/api/essai', () => HttpResponse.json({ essai: 1 })));
    try {
      expect(await (await fetch('/api/essai')).json()).to.deep.equal({ essai: 1 });
    } finally {
      worker.stop();
    }
    expect(await takeViolations()).to.deep.equal([]);
  });
});
