/** That a service, or one position of it, is carried on by another from a day. `positionId` is empty where it is about all others. */
export interface Succession {
  service: string;
  positionId: string;
  from: string;
  successor: string;
}

export interface Segment {
  service: string;
  from: string;
  to: string | null;
}

/** The services that have a position one after the other, each from its first to its last day. */
export function segmentsOf(
  position: { positionId: string; ownerServiceId: string; from: string; to: string | null },
  successions: readonly Succession[],
): Segment[] {
  const segments: Segment[] = [];
  const passed = new Set<string>();
  let { from, ownerServiceId: service } = position;
  for (;;) {
    passed.add(service);
    const ofService = successions.filter((candidate) => candidate.service === service && !passed.has(candidate.successor));
    const next = ofService.find(({ positionId }) => positionId === position.positionId) ?? ofService.find(({ positionId }) => positionId === '');
    if (!next || (position.to !== null && next.from > position.to)) return [...segments, { service, from, to: position.to }];
    if (next.from > from) {
      segments.push({ service, from, to: dayBefore(next.from) });
      from = next.from;
    }
    service = next.successor;
  }
}

const dayBefore = (date: string): string => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
