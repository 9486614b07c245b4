import { describe, it } from '@jest/globals';
import { enrolmentCancelled, offerExpired, placesAccepted, placesDeclined, placesOffered } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { decideAcceptPlaces, decideDeclinePlaces } from './answer-offer/answer-offer.js';
import { decideCancelEnrolment } from './cancel-enrolment/cancel-enrolment.js';
import { decideEnrolParticipants, type EnrolContext } from './enrol-participants/enrol-participants.js';
import { gathering } from './gathering.js';
import { about, at, enrolled, now, offered, planned, published, queued, threeDaysLater } from './gathering.fixture.js';
import { decideSettleWaitingList } from './settle-waiting-list/settle-waiting-list.js';

const lineContext = { now, offerHours: 72 };
const context: EnrolContext = { ...lineContext, organisation: { service: 'T1', region: 'sor' }, notEmployed: [] };
const full = [planned, published, enrolled('a', 'K1', 'K2', 'K3', 'K4')];
const cancelled = (groupId: string, personId: string, when = now) =>
  enrolmentCancelled({ gatheringId: 'S1', groupId, serviceId: 'T1', personId }, at(when));

describe('enrolling', () => {
  const { given } = specification(gathering, decideEnrolParticipants);
  it('gives a person a place', () => given(planned, published).when(about('K1'), context).then(enrolled('K1')));
  it('gives people of a service places together', () => given(planned, published).when(about('a', 'K1', 'K2'), context).then(enrolled('a', 'K1', 'K2')));
  it('lets all wait when not all fit', () =>
    given(planned, published, enrolled('K1'), enrolled('K2')).when(about('a', 'K3', 'K4', 'K5'), context).then(queued('a', 'K3', 'K4', 'K5')));
  it('lets nobody pass those who wait, even where there is room for one', () =>
    given(planned, published, enrolled('K1'), enrolled('K2'), queued('a', 'K3', 'K4', 'K5')).when(about('K6'), context).then(queued('K6')));
  it('does nothing for those who are enrolled so already', () => given(...full).when(about('a', 'K4', 'K3', 'K2', 'K1'), context).thenNothing());
  it('refuses somebody who is enrolled in another group', () =>
    given(...full).when(about('b', 'K9', 'K1'), context).thenRefused('already-enrolled', { field: 'personIds.1' }));
  it('refuses somebody who does not work in the service', () =>
    given(planned, published).when(about('a', 'K1', 'K2'), { ...context, notEmployed: ['K2'] }).thenRefused('unknown-employee', { field: 'personIds.1' }));
  it('refuses more people together than there are places', () =>
    given(planned, published).when(about('a', 'K1', 'K2', 'K3', 'K4', 'K5'), context).thenRefused('group-larger-than-capacity', { field: 'personIds' }));
  it('waits until the gathering is published, and ends with it', () => {
    given(planned).when(about('K1'), context).thenRefused('gathering-not-published');
    given(planned, published).when(about('K1'), { ...context, now: '2027-03-10T08:00:00.000Z' }).thenRefused('gathering-over');
  });
  it('refuses a group\'s key for other people', () => given(...full).when(about('a', 'K7'), context).thenRefused('group-known', { field: 'groupId' }));
});

describe('a place that becomes free', () => {
  const { given } = specification(gathering, decideCancelEnrolment);
  it('is offered to those who are next, for the time that the curriculum says', () =>
    given(...full, queued('K5'), queued('K6')).when({ gatheringId: 'S1', personId: 'K1' }, lineContext).then(cancelled('a', 'K1'), offered('K5')));
  it('is kept for a group that needs more, not given to those behind it', () =>
    given(...full, queued('b', 'K5', 'K6'), queued('K7')).when({ gatheringId: 'S1', personId: 'K1' }, lineContext).then(cancelled('a', 'K1')));
  it('is offered until the gathering begins at the latest', () => {
    const eve = '2027-03-07T08:00:00.000Z';
    given(...full, queued('K5'))
      .when({ gatheringId: 'S1', personId: 'K1' }, { ...lineContext, now: eve })
      .then(cancelled('a', 'K1', eve), placesOffered({ ...about('K5'), until: '2027-03-07T23:00:00.000Z' }, at(eve)));
  });
  it('is offered to nobody when the gathering has begun', () => {
    const during = '2027-03-08T08:00:00.000Z';
    given(...full, queued('K5')).when({ gatheringId: 'S1', personId: 'K1' }, { ...lineContext, now: during }).then(cancelled('a', 'K1', during));
  });
  it('is refused to come from somebody who is not enrolled', () =>
    given(...full).when({ gatheringId: 'S1', personId: 'K9' }, lineContext).thenRefused('not-enrolled', { field: 'personId' }));
  it('lets a smaller group in when one of it leaves the line', () =>
    given(planned, published, enrolled('a', 'K1', 'K2', 'K3'), queued('b', 'K5', 'K6'))
      .when({ gatheringId: 'S1', personId: 'K6' }, lineContext)
      .then(cancelled('b', 'K6'), offered('b', 'K5')));
});

describe('an offer', () => {
  const waiting = [...full, queued('K5'), queued('K6'), cancelled('a', 'K1'), offered('K5')];
  const accept = specification(gathering, decideAcceptPlaces);
  const decline = specification(gathering, decideDeclinePlaces);
  const sweep = specification(gathering, decideSettleWaitingList);
  const answer = { gatheringId: 'S1', groupId: 'K5' };

  it('is accepted in time, once', () => {
    accept.given(...waiting).when(answer, lineContext).then(placesAccepted(about('K5'), at(now)));
    accept.given(...waiting, placesAccepted(about('K5'), at(now))).when(answer, lineContext).thenNothing();
  });
  it('goes to the next when it is declined', () =>
    decline.given(...waiting).when(answer, lineContext).then(placesDeclined(about('K5'), at(now)), offered('K6')));
  it('cannot be accepted a moment too late', () => {
    accept.given(...waiting).when(answer, { ...lineContext, now: threeDaysLater }).thenRefused('offer-expired', { field: 'groupId' });
    accept.given(...waiting).when(answer, { ...lineContext, now: '2027-03-04T07:59:59.999Z' }).then(placesAccepted(about('K5'), at('2027-03-04T07:59:59.999Z')));
  });
  it('expires by itself, at its time, and the next are offered the place', () => {
    const aDayLater = '2027-03-05T08:00:00.000Z';
    sweep
      .given(...waiting)
      .when({ gatheringId: 'S1' }, { ...lineContext, now: aDayLater })
      .then(offerExpired(about('K5'), at(threeDaysLater)), placesOffered({ ...about('K6'), until: '2027-03-07T23:00:00.000Z' }, at(aDayLater)));
    sweep.given(...waiting).when({ gatheringId: 'S1' }, lineContext).thenNothing();
  });
  it('is made by nobody to those who wait for none', () => accept.given(...full).when(answer, lineContext).thenRefused('no-offer'));
  it('holds the place: nobody else gets it meanwhile', () => {
    const { given } = specification(gathering, decideEnrolParticipants);
    given(...full, queued('K5'), cancelled('a', 'K1'), offered('K5')).when(about('K9'), context).then(queued('K9'));
  });
});

describe('the programme\'s curriculum', () => {
  it('must be known for the line to go by it', () => {
    const { given } = specification(gathering, decideEnrolParticipants);
    given(planned, published).when(about('K1'), { ...context, offerHours: undefined }).thenRefused('unknown-programme');
  });
});
