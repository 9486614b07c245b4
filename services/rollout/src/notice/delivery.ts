import type { EventOf, noticeGivenUp, noticeSent } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for what became of each notice. */
export const deliveryStream = (noticeId: string): string => `notice-${noticeId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type DeliveryEvent = EventOf<typeof noticeSent> | EventOf<typeof noticeGivenUp>;

export interface Delivery {
  isOver: boolean;
}

export const delivery: Evolution<Delivery, DeliveryEvent> = {
  initialState: { isOver: false },
  evolve(_state, event) {
    switch (event.type) {
      case 'NoticeSent':
      case 'NoticeGivenUp':
        return { isOver: true };
    }
  },
};
