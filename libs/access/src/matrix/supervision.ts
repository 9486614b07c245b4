import type { ServiceMatrix } from './row.js';

const whoSupervises = ['regional_team', 'local_leader', 'local_supervisor'] as const;

export const supervision = {
  'log-session': { roles: whoSupervises },
  'record-session-attendance': { roles: whoSupervises },
  'correct-session-attendance': { roles: whoSupervises },
  groups: { roles: whoSupervises, personLevel: 'to log supervision of a group' },
  sessions: { roles: whoSupervises, personLevel: 'to follow up who has been supervised' },
} satisfies ServiceMatrix;
