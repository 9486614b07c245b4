import type { getSupervisionGroups } from '@riggen/contracts';
import type { z } from 'zod';

export type Group = z.infer<typeof getSupervisionGroups.output>['items'][number];

const numbered = /^(.+)-(\d+)$/;

/** The number of a group that has one in its service; the other groups are called by their key. */
export function numberOf(groupId: string, serviceId: string): number | undefined {
  const [, service, number] = numbered.exec(groupId) ?? [];
  return service === serviceId ? Number(number) : undefined;
}

/** The key of a service's next group: with the first number that none has. */
export function nextGroupOf(serviceId: string, groups: readonly Pick<Group, 'groupId'>[]): string {
  const taken = new Set(groups.map(({ groupId }) => numberOf(groupId, serviceId)));
  let number = 1;
  while (taken.has(number)) number += 1;
  return `${serviceId}-${number}`;
}
