import { describe, it } from '@jest/globals';
import { answersPublished } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { publication } from '../publication.js';
import { decidePublishAnswers } from './publish-answers.js';

const { given } = specification(publication, decidePublishAnswers);

const context = { now: '2025-03-01T00:30:00.000Z' };
const ofMonth = (through: string) => ({ through, occasion: 'month' as const });
const ofImport = (through: string) => ({ through, occasion: 'import' as const });
const published = (command: ReturnType<typeof ofMonth | typeof ofImport>, number: number) =>
  answersPublished({ ...command, number }, { occurredAt: context.now });

describe('publishing answers', () => {
  it('publishes a month that is over', () => {
    given().when(ofMonth('2025-02'), context).then(published(ofMonth('2025-02'), 1));
  });

  it('publishes a month once', () => {
    given(published(ofMonth('2025-02'), 1)).when(ofMonth('2025-02'), context).thenNothing();
    given(published(ofMonth('2025-02'), 1)).when(ofMonth('2024-12'), context).thenNothing();
  });

  it('counts the publications', () => {
    given(published(ofMonth('2025-01'), 1), published(ofImport('2025-01'), 2)).when(ofMonth('2025-02'), context).then(published(ofMonth('2025-02'), 3));
  });

  it('publishes a folder that was taken in, also of months that are closed', () => {
    given(published(ofMonth('2025-02'), 1)).when(ofImport('2025-02'), context).then(published(ofImport('2025-02'), 2));
  });

  it('does not take a folder for the closing of a month', () => {
    given(published(ofImport('2025-02'), 1)).when(ofMonth('2025-02'), context).then(published(ofMonth('2025-02'), 2));
  });

  it('refuses a month that is not over', () => {
    given().when(ofMonth('2025-03'), context).thenRefused('month-not-over', { field: 'through' });
    given().when(ofImport('2025-04'), context).thenRefused('month-not-over', { field: 'through' });
  });

  it('goes by the month in Norway', () => {
    given().when(ofMonth('2025-02'), { now: '2025-02-28T22:59:00.000Z' }).thenRefused('month-not-over');
    given()
      .when(ofMonth('2025-02'), { now: '2025-02-28T23:00:00.000Z' })
      .then(answersPublished({ ...ofMonth('2025-02'), number: 1 }, { occurredAt: '2025-02-28T23:00:00.000Z' }));
  });
});
