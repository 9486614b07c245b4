import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { type DeliverySurroundings, NoticeDelivery, patience, type Receiver } from './notice-delivery.js';
import { mailOver, type Sender, sendersFromEnvironment, smsOver } from './sender.port.js';
import type { NoticeRow } from './notices.tables.js';

const at = '2026-11-29T10:00:00.000Z';
const notice = (number: number): NoticeRow => ({
  ...{ noticeId: `n${number}`, personId: `p${number}`, kind: 'enrolled', facts: { dates: ['2027-03-16'] }, at, state: 'waiting' },
  ...{ channel: null, reason: null, service: 'p01', region: 'vest' },
});

/** An outbox in memory around the real delivery, and a clock that the specification turns. */
function outbox(senders: Sender[], count: number, receiver: (personId: string) => Receiver | undefined = (personId) => ({ email: `${personId}@example.com`, language: 'nb' })) {
  const rows = new Map(Array.from({ length: count }, (_, number) => [`n${number}`, notice(number)]));
  const over = new Map<string, string>();
  const clock = { now: Date.parse(at) };
  const surroundings: DeliverySurroundings = {
    senders,
    waiting: async (limit) => [...rows.values()].slice(0, limit),
    isOver: async (id) => over.has(id),
    receiver: async (personId) => receiver(personId),
    sent: async ({ noticeId }, channel) => void over.set(noticeId, channel),
    givenUp: async ({ noticeId }, reason) => void over.set(noticeId, reason),
    now: () => clock.now,
    onError: () => {},
  };
  return { delivery: new NoticeDelivery(surroundings), over, clock };
}

describe('the delivery of notices over SMTP', () => {
  const received: { to: string; id: string; text: string }[] = [];
  let trouble: 'none' | 'busy' = 'none';
  let server: SMTPServer;
  let sender: Sender;

  beforeAll(async () => {
    server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _, done) => {
        if (address.startsWith('gone')) return done(Object.assign(new Error('No such mailbox'), { responseCode: 550 }));
        if (trouble === 'busy') return done(Object.assign(new Error('Try later'), { responseCode: 451 }));
        done();
      },
      onData: (stream, session, done) => {
        let text = '';
        stream.on('data', (part: Buffer) => (text += part.toString()));
        stream.on('end', () => {
          const id = /^Message-ID: <(.+)@/im.exec(text)?.[1] ?? '';
          received.push({ to: session.envelope.rcptTo[0]!.address, id, text });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    sender = mailOver(`smtp://127.0.0.1:${port}`, 'Riggen <riggen@example.com>');
  });
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));

  it('sends each notice once, in the language of its reader, with an id that a mail server knows it by', async () => {
    received.length = 0;
    const { delivery, over } = outbox([sender], 20);
    await delivery.round();
    await delivery.round();
    expect(received.map(({ id }) => id).sort()).toEqual(Array.from({ length: 20 }, (_, number) => `n${number}`).sort());
    expect(received[0]!.text).toContain('Du er meldt p=C3=A5 samlingen 16. mars 2027.');
    expect([...over.values()]).toEqual(Array(20).fill('email'));
  });

  it('tries again what a busy server did not take, later and later, and loses nothing', async () => {
    received.length = 0;
    const { delivery, over, clock } = outbox([sender], 3);
    trouble = 'busy';
    await delivery.round();
    expect(over.size).toBe(0);
    trouble = 'none';
    await delivery.round(); // not due yet
    expect(received).toHaveLength(0);
    clock.now += 10_000;
    await delivery.round();
    expect(received).toHaveLength(3);
    expect(over.size).toBe(3);
  });

  it('gives up an address that is refused for ever, one that is not known, and what would come too late', async () => {
    received.length = 0;
    const { delivery, over, clock } = outbox([sender], 3, (personId) => {
      if (personId === 'p0') return { email: 'gone@example.com', language: 'en' };
      return personId === 'p1' ? undefined : { email: 'p2@example.com', language: 'en' };
    });
    await delivery.round();
    expect([...over]).toEqual(expect.arrayContaining([['n0', 'refused'], ['n1', 'no-address'], ['n2', 'email']]));
    const late = outbox([sender], 1);
    late.clock.now = clock.now + patience + 1;
    await late.delivery.round();
    expect(late.over.get('n0')).toBe('too-late');
    expect(received).toHaveLength(1);
  });

  it('keeps notices in the outbox where no way is configured', async () => {
    const { delivery, over } = outbox([], 2);
    await delivery.round();
    expect([...over.values()]).toEqual(['outbox', 'outbox']);
  });
});

describe('the delivery of notices over an SMS gateway', () => {
  const received: { headers: IncomingHttpHeaders; body: { id: string; to: string; text: string } }[] = [];
  let status = 202;
  let server: Server;
  let sms: Sender;

  beforeAll(async () => {
    server = createServer((request, response) => {
      void json(request).then((body) => {
        received.push({ headers: request.headers, body: body as (typeof received)[number]['body'] });
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    sms = smsOver(`http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`, 'a-token');
  });
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));

  /** An outbox with notices to people who have a phone, when the gateway answers so. */
  const whenItAnswers = (answer: number, receiver: Receiver = { phone: '+4722222222', language: 'nn' }) => {
    received.length = 0;
    status = answer;
    return outbox([sms], 2, () => receiver);
  };

  it('sends each notice once, as JSON with the token, in the language of its reader, with an id that the gateway knows it by', async () => {
    const { delivery, over } = whenItAnswers(202);
    await delivery.round();
    await delivery.round();
    expect([...over.values()]).toEqual(['sms', 'sms']);
    expect(received.map(({ body }) => body.id).sort()).toEqual(['n0', 'n1']);
    for (const { headers, body } of received) {
      expect(headers).toMatchObject({ 'content-type': 'application/json', authorization: 'Bearer a-token', 'idempotency-key': body.id });
      expect(body).toEqual({ id: body.id, to: '+4722222222', text: expect.stringMatching(/^Du har plass på samling 16\. mars 2027\nDu er meld på samlinga 16\. mars 2027\./) });
    }
  });

  it('tries again with the same id what a busy gateway did not take', async () => {
    const { delivery, over, clock } = whenItAnswers(503);
    await delivery.round();
    expect(over.size).toBe(0);
    status = 200;
    clock.now += 10_000;
    await delivery.round();
    expect([...over.values()]).toEqual(['sms', 'sms']);
    expect(received.map(({ headers }) => headers['idempotency-key']).sort()).toEqual(['n0', 'n0', 'n1', 'n1']);
  });

  it.each([400, 422])('gives up a number that the gateway answers %i to', async (answer) => {
    const { delivery, over } = whenItAnswers(answer);
    await delivery.round();
    await delivery.round();
    expect([...over.values()]).toEqual(['refused', 'refused']);
    expect(received).toHaveLength(2);
  });

  it.each<[string, Receiver, string]>([
    ['mail where both are known', { email: 'kari@example.no', phone: '+4722222222', language: 'nb' }, 'email'],
    ['SMS where only a phone is known', { phone: '+4722222222', language: 'nb' }, 'sms'],
    ['nothing where neither is known', { language: 'nb' }, 'no-address'],
  ])('takes %s', async (_, receiver, way) => {
    received.length = 0;
    status = 200;
    const mailed: string[] = [];
    const mail: Sender = { channel: 'email', send: async ({ to }) => void mailed.push(to) };
    const { delivery, over } = outbox([mail, sms], 1, () => receiver);
    await delivery.round();
    expect([...over.values()]).toEqual([way]);
    expect([mailed.length, received.length]).toEqual([way === 'email' ? 1 : 0, way === 'sms' ? 1 : 0]);
  });

  it('is set up by the environment, mail first; half a set-up is refused at the start', () => {
    const env = { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'Riggen <riggen@example.no>', SMS_URL: 'http://localhost/sms', SMS_TOKEN: 'a-token' };
    expect(sendersFromEnvironment(env).map(({ channel }) => channel)).toEqual(['email', 'sms']);
    expect(sendersFromEnvironment({})).toEqual([]);
    expect(() => sendersFromEnvironment({ ...env, MAIL_FROM: '' })).toThrow('MAIL_FROM');
    expect(() => sendersFromEnvironment({ ...env, SMS_TOKEN: '' })).toThrow('SMS_TOKEN');
  });
});
