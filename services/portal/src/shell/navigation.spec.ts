import { describe, expect, it } from '@jest/globals';
import { firstPageFor, menuPages, pagesFor } from './navigation.js';

const all = menuPages.map(({ asks }) => asks);
const nation = { level: 'nation' } as const;

describe('the main menu', () => {
  it('shows the pages whose query one may ask, and no other', () => {
    expect(pagesFor({ may: [] })).toEqual([]);
    for (const page of menuPages) expect(pagesFor({ may: [page.asks, 'training/other'] })).toContain(page);
  });

  it('begins with the first page of a role, else with one that may be seen', () => {
    for (const page of menuPages) {
      for (const role of page.firstOf ?? []) expect(firstPageFor({ may: all, grants: [{ role, unit: nation }] })?.to).toBe(page.to);
    }
    expect(firstPageFor({ may: all.slice(0, 1), grants: [] })).toBe(menuPages[0]);
    expect(firstPageFor({ may: [], grants: [] })).toBeUndefined();
  });
});
