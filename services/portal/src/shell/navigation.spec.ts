import { describe, expect, it } from '@jest/globals';
import type { Role } from '@riggen/contracts';
import { firstPageFor, menuPages, mostLinks, pagesFor } from './navigation.js';

const all = menuPages.map(({ asks }) => asks);
const as = (role: Role) => [{ role, unit: { level: 'nation' } as const }];

describe('the main menu', () => {
  it('shows the pages whose query one may ask and that are made for one of one\'s roles, and no other', () => {
    expect(pagesFor({ may: [], grants: as('national_team') })).toEqual([]);
    for (const page of menuPages) {
      const role = page.only?.[0] ?? 'researcher';
      expect(pagesFor({ may: [page.asks, 'training/other'], grants: as(role) })).toContain(page);
      if (page.only) expect(pagesFor({ may: [page.asks], grants: [] })).not.toContain(page);
    }
  });

  it('begins with the first page of a role, else with one that may be seen', () => {
    for (const page of menuPages) {
      for (const role of page.firstOf ?? []) expect(firstPageFor({ may: all, grants: as(role) })?.to).toBe(page.to);
    }
    const open = menuPages.find(({ only }) => !only)!;
    expect(firstPageFor({ may: [open.asks], grants: [] })).toBe(open);
    expect(firstPageFor({ may: [], grants: [] })).toBeUndefined();
  });

  it('is short enough for every role', () => {
    for (const role of menuPages.flatMap(({ firstOf }) => firstOf ?? [])) expect(pagesFor({ may: all, grants: as(role) }).length).toBeLessThanOrEqual(mostLinks);
  });
});
