import { expect } from '@open-wc/testing';
import { ContextProvider } from '@lit/context';
import { LitElement } from 'lit';
import { RorClientError } from '../../src/client/errors.ts';
import type { RorClient } from '../../src/client/ror-client.ts';
import { ClientController } from '../../src/controllers/client-controller.ts';
import { clientContext, messagesContext } from '../../src/controllers/contexts.ts';
import { MessagesController } from '../../src/controllers/messages-controller.ts';
import { RequestsController } from '../../src/controllers/requests-controller.ts';
import { ResourceController } from '../../src/controllers/resource-controller.ts';
import { fr } from '../../src/i18n/fr.ts';
import type { Messages } from '../../src/i18n/messages.ts';
import { deferred, FakeHost } from '../support/fake-host.ts';
import { fakeClient } from '../support/fake-transport.ts';

const aClient = (): RorClient => fakeClient(() => ({})).client;
const turn = () => new Promise((done) => { setTimeout(done); });

class TestProvider extends LitElement {
  readonly client = new ContextProvider(this, { context: clientContext });
  readonly messages = new ContextProvider(this, { context: messagesContext });
}
customElements.define('test-provider', TestProvider);

afterEach(() => document.body.replaceChildren());

describe('ClientController', () => {
  const inside = (provider: Element) => {
    const host = new FakeHost();
    const controller = new ClientController(host);
    provider.append(host);
    return { host, controller };
  };

  it('prefers the property of the element to any provider', () => {
    const provider = document.body.appendChild(new TestProvider());
    provider.client.setValue(aClient());
    const { host, controller } = inside(provider);
    const own = aClient();
    host.client = own;
    expect(controller.require()).to.equal(own);
  });

  it('takes the client of the nearest provider, also through shadow roots', () => {
    const provider = document.body.appendChild(new TestProvider());
    const client = aClient();
    provider.client.setValue(client);
    const wrapper = provider.appendChild(document.createElement('div'));
    wrapper.attachShadow({ mode: 'open' });
    const host = new FakeHost();
    const controller = new ClientController(host);
    wrapper.shadowRoot!.append(host);
    expect(controller.require()).to.equal(client);
  });

  it('says to its host that the client changed when the provider gets one later', () => {
    const provider = document.body.appendChild(new TestProvider());
    const { host, controller } = inside(provider);
    expect(controller.awaited).to.equal(true);
    expect(controller.current).to.equal(undefined);
    const client = aClient();
    provider.client.setValue(client);
    expect(controller.require()).to.equal(client);
    expect(controller.awaited).to.equal(false);
    expect(host.changed).to.deep.equal(['client']);
  });

  it('does not disturb a host that has its own client when the provider changes', () => {
    const provider = document.body.appendChild(new TestProvider());
    const { host } = inside(provider);
    host.client = aClient();
    provider.client.setValue(aClient());
    expect(host.changed).to.deep.equal([]);
  });

  it('finds a provider whose tag is defined after its content', async () => {
    const late = document.body.appendChild(document.createElement('late-provider'));
    const { host, controller } = inside(late);
    expect(controller.awaited).to.equal(false);
    const client = aClient();
    customElements.define('late-provider', class extends TestProvider { constructor() { super(); this.client.setValue(client); } });
    await customElements.whenDefined('late-provider');
    await turn();
    expect(controller.require()).to.equal(client);
    expect(host.changed).to.deep.equal(['client']);
  });

  it('follows its host from one provider to another', () => {
    const [one, two] = [document.body.appendChild(new TestProvider()), document.body.appendChild(new TestProvider())];
    const [first, second] = [aClient(), aClient()];
    one.client.setValue(first);
    two.client.setValue(second);
    const { host, controller } = inside(one);
    two.append(host);
    expect(controller.require()).to.equal(second);
    one.client.setValue(aClient());
    expect(controller.require()).to.equal(second);
  });

  it('fails by a name, and says how to give a client', () => {
    const { controller } = inside(document.body);
    expect(() => controller.require()).to.throw(RorClientError, /client.*ror-provider/).with.property('kind', 'no-client');
  });
});

describe('MessagesController', () => {
  it('speaks French by default, and the language of the nearest provider', () => {
    const host = new FakeHost();
    const controller = new MessagesController(host);
    document.body.append(host);
    expect(controller.current).to.equal(fr);
    const provider = document.body.appendChild(new TestProvider());
    const other: Messages = { ...fr, commun: { ...fr.commun, reessayer: 'Try again' } };
    provider.messages.setValue(other);
    provider.append(host);
    expect(controller.current.commun.reessayer).to.equal('Try again');
    expect(host.updates).to.be.greaterThan(0);
  });
});

describe('ResourceController', () => {
  function resource() {
    const host = document.body.appendChild(new FakeHost());
    const calls: { signal: AbortSignal; answer: ReturnType<typeof deferred<string>> }[] = [];
    const controller = new ResourceController<string>(host, (signal) => {
      const answer = deferred<string>();
      calls.push({ signal, answer });
      return answer.promise;
    });
    const story = () => [controller.status, controller.value, controller.failure?.kind];
    return { host, calls, controller, story };
  }

  it('goes from idle to loading to ready, and tells its host each time', async () => {
    const { host, calls, controller, story } = resource();
    expect(story()).to.deep.equal(['idle', undefined, undefined]);
    const done = controller.run();
    expect(story()).to.deep.equal(['loading', undefined, undefined]);
    calls[0]!.answer.resolve('one');
    await done;
    expect(story()).to.deep.equal(['ready', 'one', undefined]);
    expect(host.updates).to.equal(2);
  });

  it('keeps the last good value while loading again and after a failure', async () => {
    const { calls, controller, story } = resource();
    void controller.run();
    calls[0]!.answer.resolve('one');
    await turn();
    const again = controller.run();
    expect(story()).to.deep.equal(['loading', 'one', undefined]);
    calls[1]!.answer.reject(new RorClientError('offline', 'cut'));
    await again;
    expect(story()).to.deep.equal(['failed', 'one', 'offline']);
  });

  it('lets the last call win and aborts the one before, whatever comes first', async () => {
    const { calls, controller, story } = resource();
    const first = controller.run();
    const second = controller.run();
    expect(calls[0]!.signal.aborted).to.equal(true);
    calls[1]!.answer.resolve('two');
    await second;
    calls[0]!.answer.resolve('one');
    await first;
    expect(story()).to.deep.equal(['ready', 'two', undefined]);
  });

  it('does not show the failure of a call that was replaced', async () => {
    const { calls, controller, story } = resource();
    const first = controller.run();
    void controller.run();
    calls[0]!.answer.reject(new Error('aborted'));
    await first;
    expect(story()).to.deep.equal(['loading', undefined, undefined]);
  });

  it('shows any other error as one of the server, with its cause', async () => {
    const { calls, controller } = resource();
    const done = controller.run();
    const bug = new TypeError('x is undefined');
    calls[0]!.answer.reject(bug);
    await done;
    expect(controller.failure?.kind).to.equal('server');
    expect(controller.failure?.cause).to.equal(bug);
  });

  it('catches a loader that throws at once', async () => {
    const host = document.body.appendChild(new FakeHost());
    const controller = new ResourceController(host, () => { throw new RorClientError('no-client', 'none'); });
    await controller.run();
    expect(controller.failure?.kind).to.equal('no-client');
  });

  it('aborts when its host leaves the page, and starts again when it comes back', async () => {
    const { host, calls, controller, story } = resource();
    void controller.run();
    host.remove();
    expect(calls[0]!.signal.aborted).to.equal(true);
    document.body.append(host);
    expect(calls.length).to.equal(2);
    calls[1]!.answer.resolve('back');
    await turn();
    expect(story()).to.deep.equal(['ready', 'back', undefined]);
    host.remove();
    document.body.append(host);
    expect(calls.length).to.equal(2);
  });

  it('forgets everything on reset', async () => {
    const { calls, controller, story } = resource();
    void controller.run();
    calls[0]!.answer.resolve('one');
    await turn();
    const done = controller.run();
    controller.reset();
    expect(calls[1]!.signal.aborted).to.equal(true);
    calls[1]!.answer.resolve('late');
    await done;
    expect(story()).to.deep.equal(['idle', undefined, undefined]);
  });
});

describe('RequestsController', () => {
  function requests() {
    const host = document.body.appendChild(new FakeHost());
    const log: string[] = [];
    const controller = new RequestsController<string | null, string>(host, {
      onAnswer: (key, answer) => log.push(`${key} ${answer}`),
      onFailure: (key, failure) => log.push(`${key} failed ${failure.kind}`),
      onAbandoned: (key) => log.push(`${key} abandoned`),
    });
    return { host, controller, log };
  }

  it('carries several keys at once, each once', async () => {
    const { controller, log, host } = requests();
    const [a, b] = [deferred<string>(), deferred<string>()];
    let sent = 0;
    const send = (answer: Promise<string>) => () => { sent += 1; return answer; };
    const done = [controller.ask('a', send(a.promise)), controller.ask(null, send(b.promise)), controller.ask('a', send(a.promise))];
    b.resolve('two');
    a.resolve('one');
    await Promise.all(done);
    expect(sent).to.equal(2);
    expect(log).to.have.members(['null two', 'a one']);
    expect(host.updates).to.equal(2);
  });

  it('hands failures over, also those thrown at once, and can be asked again', async () => {
    const { controller, log } = requests();
    await controller.ask('a', async () => { throw new RorClientError('offline', 'cut'); });
    await controller.ask('a', async () => 'better');
    expect(log).to.deep.equal(['a failed offline', 'a better']);
  });

  it('aborts all when its host leaves the page, and says what nobody waits for any more', async () => {
    const { host, controller, log } = requests();
    const answer = deferred<string>();
    let signal: AbortSignal | undefined;
    const done = controller.ask('a', (given) => { signal = given; return answer.promise; });
    await turn();
    host.remove();
    answer.resolve('late');
    await done;
    expect(signal?.aborted).to.equal(true);
    expect(log).to.deep.equal(['a abandoned']);
  });

  it('sends again for a key that was aborted', async () => {
    const { controller, log } = requests();
    const first = controller.ask('a', () => new Promise<string>(() => {}));
    controller.abort('a');
    controller.abort('nothing');
    await controller.ask('a', async () => 'new');
    expect(log).to.deep.equal(['a abandoned', 'a new']);
    void first;
  });
});
