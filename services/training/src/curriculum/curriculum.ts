import { type curriculumDefined, type CurriculumDefinition, type EventOf } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each programme: it owns the versions of its curriculum. */
export const curriculumStream = (programmeId: string): string => `curriculum-${programmeId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type CurriculumEvent = EventOf<typeof curriculumDefined>;

export interface Curriculum {
  versions: readonly CurriculumDefinition[];
}

export const curriculum: Evolution<Curriculum, CurriculumEvent> = {
  initialState: { versions: [] },
  evolve(state, event) {
    switch (event.type) {
      case 'CurriculumDefined':
        return { versions: [...state.versions, event.data] };
    }
  },
};
