import { defineEvent } from '../definitions.js';
import { giveNoticeUp, recordNoticeSent } from './notice.js';

export const noticeSent = defineEvent({
  service: 'rollout',
  type: 'NoticeSent',
  schemaVersion: 1,
  summary: 'A person was told about something that concerns them',
  schema: recordNoticeSent.schema,
});

export const noticeGivenUp = defineEvent({
  service: 'rollout',
  type: 'NoticeGivenUp',
  schemaVersion: 1,
  summary: 'A notice could not reach its receiver',
  schema: giveNoticeUp.schema,
});
