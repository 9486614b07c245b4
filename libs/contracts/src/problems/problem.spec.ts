import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerSurvey, evaluateGathering, mapReadiness, registerServiceUnit, reviseLocalPlan } from '../index.js';
import { problem, problemOf, problemOfInput, problemText } from './problem.js';
import { problemTexts } from './texts.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const sources = ['libs', 'services']
  .flatMap((group) => readdirSync(join(root, group)).map((name) => join(root, group, name, 'src')))
  .flatMap((folder) => filesIn(folder))
  .filter((path) => /(?<!\.spec)\.tsx?$/.test(path) && !path.endsWith(join('problems', 'texts.ts')))
  .map((path) => readFileSync(path, 'utf8'));

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  } catch {
    return [];
  }
}

const found = (pattern: RegExp) => new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map((match) => match[1]!)));

const unit = { serviceId: 'p01', name: 'Pilottjeneste 01', kind: 'municipal', municipalityNumbers: ['1806'], region: 'nord' };

describe('the text of a refusal', () => {
  it('is in the reader\'s language, with its params filled in', () => {
    const params = { survey: 'parent_weekly', question: 'mood' };
    expect(problemText('unknown-question', params, 'nb')).toBe('Undersøkelsen parent_weekly har ikke spørsmålet mood. Fjern svaret.');
    expect(problemText('unknown-question', params, 'nn')).toBe('Undersøkinga parent_weekly har ikkje spørsmålet mood. Fjern svaret.');
    expect(problemText('unknown-question', params, 'en')).toBe('The survey parent_weekly does not have the question mood. Remove the answer.');
  });

  it('is in Bokmål where there is none in Nynorsk', () => {
    expect(problemTexts['date-after-today']).not.toHaveProperty('nn');
    expect(problemText('date-after-today', { date: '2022-04-02' }, 'nn')).toBe(problemText('date-after-today', { date: '2022-04-02' }, 'nb'));
  });

  it('takes params as they are, whatever they hold', () => {
    expect(problemText('invalid-value', { detail: 'a {date} and $& and $1' }, 'en')).toBe('a {date} and $& and $1');
    expect(problemText('version-out-of-order', { id: 'weekly', next: 2, given: 0 }, 'en')).toBe('The next version of weekly is 2, not 0.');
  });

  it('calls fields and values by their names, and leaves what people have written as it is', () => {
    const change = 'name: members; services: +p05 −p02; status: published';
    expect(problemText('changed-meanwhile', { what: 'localPlan', change: 'aim, steps' }, 'nn')).toContain('Nokon andre har endra den lokale planen etter at du såg det: mål, steg.');
    expect(problemText('changed-since', { changes: 'days: 2027-03-01, 2027-03-02; capacity: 20' }, 'nb')).toContain('dager: 2027-03-01, 2027-03-02; plasser: 20');
    expect(problemText('changed-meanwhile', { what: 'Salten', change }, 'nb')).toContain('endret Salten etter at du så det: navn: members; tjenester: +p05 −p02; status: kunngjort.');
    expect(problemText('attendance-known', { id: 'K1', known: 'partial', date: '2027-03-01', given: 'attended' }, 'nb')).toContain('K1 er ført som delvis til stede 2027-03-01, ikke til stede.');
  });

  it('leaves out a param that was not given', () => {
    expect(problemText('unknown-case', {}, 'en')).not.toContain('{');
  });

  it('throws for a reason that has no text', () => {
    expect(() => problemText('no-such-reason', {}, 'nb')).toThrow('no-such-reason');
    expect(() => problemOf({ reason: 'no-such-reason', params: {} }, 'nb')).toThrow('no-such-reason');
  });
});

describe('a refusal as problem details', () => {
  it('names its reason and points at its field', () => {
    const refused = problemOf({ reason: 'unknown-person', field: 'personId', params: { id: 'K001' } }, 'en');
    const told = {
      detail: 'The person K001 is not known in this role. Register the person first, or correct the key.',
      template: 'The person {id} is not known in this role. Register the person first, or correct the key.',
      params: { id: 'K001' },
    };
    expect(refused).toEqual({
      type: 'urn:riggen:problem:unknown-person',
      title: 'Refused',
      status: 422,
      ...told,
      reason: 'unknown-person',
      errors: [{ pointer: '#/personId', reason: 'unknown-person', ...told }],
    });
    expect(problem.parse(refused)).toEqual(refused);
  });

  it('points into parts of a command', () => {
    const params = { given: '8', question: 'mood', min: 1, max: 7 };
    expect(problemOf({ reason: 'answer-outside-scale', field: 'answers.mood', params }, 'nb').errors).toMatchObject([{ pointer: '#/answers/mood' }]);
  });

  it('carries no field where the refusal has none', () => {
    expect(problemOf({ reason: 'too-many-conflicts', params: {} }, 'nb')).not.toHaveProperty('errors');
  });

  it.each([
    ['unknown-person', 422],
    ['date-after-today', 422],
    ['known-with-other-content', 409],
    ['command-id-reused', 409],
    ['too-many-conflicts', 409],
    ['invalid-value', 400],
    ['malformed-request', 400],
    ['missing-idempotency-key', 400],
    ['not-found', 404],
    ['too-large', 413],
    ['internal', 500],
    ['not-yet-fresh', 503],
    ['service-unavailable', 503],
  ])('%s has the status %i', (reason, status) => {
    expect(problemOf({ reason, params: {} }, 'nb')).toMatchObject({ status, title: expect.stringMatching(/./) });
  });

  it('says that later may go well when the refusal does, or when the system is not ready', () => {
    expect(problemOf({ reason: 'unknown-person', params: {}, retryable: true }, 'nb').retryable).toBe(true);
    expect(problemOf({ reason: 'not-yet-fresh', params: {} }, 'nb').retryable).toBe(true);
    expect(problemOf({ reason: 'unknown-person', params: {} }, 'nb')).not.toHaveProperty('retryable');
  });

  it('quotes the correlation id where something went wrong on our side', () => {
    const internal = problemOf({ reason: 'internal', params: {} }, 'en', 'c-17');
    expect(internal).toMatchObject({ correlationId: 'c-17', detail: expect.stringContaining('quote c-17') });
  });
});

describe('input that does not fit', () => {
  it('is no problem when it fits', () => {
    expect(problemOfInput(registerServiceUnit.schema, unit, 'nb')).toBeUndefined();
  });

  it('is told with a pointer to every field', () => {
    const wrong = problemOfInput(registerServiceUnit.schema, { ...unit, region: 'sentrum', municipalityNumbers: ['1806', '18'] }, 'en');
    expect(wrong).toMatchObject({ status: 400, reason: 'invalid-value', title: 'Invalid request' });
    expect(wrong?.errors?.map(({ pointer, reason }) => [pointer, reason])).toEqual([
      ['#/municipalityNumbers/1', 'not-a-municipality-number'],
      ['#/region', 'not-one-of'],
    ]);
    for (const { pointer, detail } of wrong!.errors!) expect(wrong!.detail).toContain(`${pointer.slice(2)}: ${detail}`);
  });

  it('says what is missing, too long or too much, and each fault once', () => {
    const plan = { aim: '', participants: { caseworkers: null, supervisors: 1.5, leaders: 5000 }, steps: [{ stepId: 's1', title: 'x'.repeat(201), dueOn: '' }, { stepId: 's2', title: 'Tiltak', doneOn: '2027-13-01' }] };
    const wrong = problemOfInput(reviseLocalPlan.schema, { serviceId: 'p08', programmeId: 'g', plan, seenRevision: 0 }, 'nb');
    expect(wrong?.errors?.map(({ pointer, reason }) => [pointer.replace('#/plan/', ''), reason])).toEqual([
      ['aim', 'field-empty'],
      ['participants/caseworkers', 'not-a-number'],
      ['participants/supervisors', 'not-a-whole-number'],
      ['participants/leaders', 'too-big'],
      ['steps/0/title', 'text-too-long'],
      ['steps/0/dueOn', 'field-empty'],
      ['steps/1/doneOn', 'not-a-date'],
    ]);
    const readiness = { serviceId: 'p08', programmeId: 'g', factorId: 'culture', on: '1899-01-01', kind: '' };
    expect(problemOfInput(mapReadiness.schema, readiness, 'nn')?.errors?.map(({ reason }) => reason).sort()).toEqual(['date-before-first', 'nothing-chosen']);
  });

  it('points into parts, and at names with strange letters, as JSON Pointer asks', () => {
    const evaluation = { evaluationId: 'E1', gatheringId: 'G1', submittedOn: '2022-04-01', scores: { learning: 11 } };
    expect(problemOfInput(evaluateGathering.schema, evaluation, 'nb')?.errors).toMatchObject([{ pointer: '#/scores/learning' }]);
    const answer = { invitationId: 'I1', responseId: 'R1', submittedAt: '2022-04-01T10:00:00Z', answers: { 'a/b~c': 1 } };
    expect(problemOfInput(answerSurvey.schema, answer, 'nb')?.errors).toMatchObject([{ pointer: '#/answers/a~1b~0c' }]);
  });

  it('points at the whole when it is no object at all', () => {
    expect(problemOfInput(registerServiceUnit.schema, 'p01', 'en')).toMatchObject({
      detail: expect.stringMatching(/^body: /),
      errors: [{ pointer: '#' }],
    });
  });

  it('names personal data by their own reason and text, and says which words it is', () => {
    const wrong = problemOfInput(registerServiceUnit.schema, { ...unit, name: 'Skriv til mor@example.no' }, 'nn');
    expect(wrong?.errors).toMatchObject([
      { pointer: '#/name', reason: 'contains-email-address', detail: problemTexts['contains-email-address'].nn.replace('{words}', 'mor@example.no') },
    ]);
    expect(wrong?.detail).not.toContain('Skriv til');
  });

  it('is told in Norwegian and English', () => {
    const inLanguage = (language: 'nb' | 'nn' | 'en') => problemOfInput(registerServiceUnit.schema, { ...unit, name: 1 }, language)?.detail;
    expect(inLanguage('en')).not.toBe(inLanguage('nb'));
    expect(inLanguage('nn')).toBe(inLanguage('nb'));
  });
});

describe('the texts and the sources', () => {
  const texts = Object.keys(problemTexts);
  const given = [
    ...[/\brefuse\(\s*'([^']+)'/g, /\brefuse\(\s*\w+,\s*'([^']+)'/g],
    ...[/\bCellRefused\(\s*[^,()]+,\s*'([^']+)'/g, /\breason: '([a-z-]+)'/g],
  ].flatMap((pattern) => [...found(pattern)]);

  it('have a text for every reason that is given', () => {
    expect(given.length).toBeGreaterThan(40);
    expect(given.filter((reason) => !texts.includes(reason))).toEqual([]);
  });

  it('have no text that is never used', () => {
    const words = found(/'([a-z][a-z0-9-]*)'(?!:)/g);
    const beginnings = [...found(/`([a-z-]+-)\$\{\w+\}`/g)];
    const isUsed = (reason: string) =>
      words.has(reason) || beginnings.some((start) => reason.startsWith(start) && words.has(reason.slice(start.length)));
    expect(texts.filter((reason) => !isUsed(reason))).toEqual([]);
  });

  it.each(Object.entries(problemTexts))('%s needs the same params in every language', (_, text) => {
    const params = (wording: string) => [...new Set(wording.match(/\{[\w|]+\}/g))].sort();
    for (const wording of Object.values(text)) expect(params(wording)).toEqual(params(text.nb));
  });
});
