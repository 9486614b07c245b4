import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { calendarDateOf } from '@riggen/event-sourcing';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, expectNoFault, headline, launchBrowser, longTime, openPage, press } from './browser.fixture.js';
import { RunningSystem } from './running-system.fixture.js';
import { type DemoPersonId, sessionOf } from './sign-in.fixture.js';

describeInBrowser('The pages of training', () => {
  const system = new RunningSystem({ RIGGEN_DEMO: 'people' });
  let browser: Browser;
  let url: string;
  let gatheringPath = '';

  beforeAll(async () => {
    await system.start();
    url = `http://localhost:${system.port}`;
    browser = await launchBrowser();
    await send('regional', 'rollout/make-person-known', { personId: 'K1', serviceId: 'p08', name: 'Anne Berg', workEmail: 'k1@demo.example', language: 'nb' });
    for (const personId of ['K1', 'demo-caseworker']) {
      await send('regional', 'rollout/open-position', { positionId: `P-${personId}`, serviceId: 'p08', personId, role: 'caseworker', from: '2025-01-01' });
    }
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await system.remove();
  }, 60_000);

  it('lead from a planned gathering to people enrolled and their attendance, by keyboard', async () => {
    const { page, complaints } = await openPage(browser, `${url}/samlinger`, { as: 'regional' });
    page.setDefaultTimeout(longTime);
    const programmes = page.getByLabel('Program');
    await programmes.getByRole('option').nth(1).waitFor({ state: 'attached' });
    await press(programmes, 'End');
    await press(page.getByRole('checkbox', { name: 'Introduksjon og verktøy' }), 'Space');
    await page.getByLabel('Dag 1').fill(calendarDateOf(new Date().toISOString()));
    await page.getByLabel('Sted (valgfritt)').fill('Skien');
    await press(page.getByRole('button', { name: 'Planlegg samlingen' }), 'Enter');
    await press(page.locator('main table a').first(), 'Enter');
    await press(page.getByRole('button', { name: 'Publiser' }), 'Enter');
    await headline(page, '0 av 24 plasser er tatt.');
    gatheringPath = new URL(page.url()).pathname;
    await page.getByLabel('Tjeneste', { exact: true }).pressSequentially('Pilottjeneste 08');
    await press(page.getByRole('checkbox', { name: /Anne Berg/ }), 'Space');
    await press(page.getByRole('checkbox').nth(1), 'Space');
    await press(page.getByRole('button', { name: 'Meld på de valgte' }), 'Enter');
    await headline(page, '2 av 24 plasser er tatt.');
    await press(page.getByRole('button', { name: 'Sett alle 2 som til stede' }), 'Enter');
    await press(page.getByRole('button', { name: 'Lagre oppmøtet' }), 'Enter');
    await headline(page, '2 av 2 har fullført samlingen.');
    expect(complaints).toEqual([]);
    await page.close();
  }, 240_000);

  it('tell the second of two editors what the first has changed', async () => {
    const [first, second] = await Promise.all([editor(), editor()]);
    await resize(first, '30');
    await first.getByText('Endringen er lagret.').waitFor();
    await resize(second, '40');
    await second.getByText(/endret siden du åpnet/).first().waitFor();
    await Promise.all([first.close(), second.close()]);
  }, 180_000);

  it('show participants what they have done, and anybody whether a certificate holds', async () => {
    const { page } = await openPage(browser, `${url}/min-side`, { as: 'caseworker' });
    await page.getByText(/1 av \d moduler gjort/).first().waitFor({ timeout: longTime });
    await press(page.getByRole('button', { name: 'Lag kalenderadressen' }), 'Enter');
    const calendar = await fetch(await page.locator('code').innerText({ timeout: longTime }));
    expect(calendar.headers.get('content-type')).toContain('text/calendar');
    expect(await calendar.text()).toContain('BEGIN:VEVENT');
    await page.close();
    const visitor = await openPage(browser, `${url}/bekreft`, { as: 'nobody' });
    await visitor.page.getByLabel('Koden på sertifikatet').fill('AAAA-AAAA-AAAA');
    await press(visitor.page.getByRole('button', { name: 'Bekreft koden' }), 'Enter');
    await headline(visitor.page, 'Ingen sertifikater har denne koden.');
    await visitor.page.close();
  }, 120_000);

  it.each([
    ['regional', (): string => '/samlinger'],
    ['regional', (): string => gatheringPath],
    ['regional', (): string => `${gatheringPath}/kode`],
    ['regional', (): string => '/kull'],
    ['regional', (): string => '/trenere'],
    ['caseworker', (): string => '/min-side'],
    ['nobody', (): string => '/bekreft'],
  ] as const)('have no fault that axe finds, nor sideways scrolling on a narrow screen, for %s at %s', async (as, path) => {
    const { page } = await openPage(browser, `${url}${path()}`, { as });
    await expectNoFault(page);
    await page.close();
  }, 120_000);

  async function send(as: DemoPersonId, name: string, command: object): Promise<void> {
    const headers = { ...(await sessionOf(as, url)), 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const response = await fetch(`${url}/api/${name}`, { method: 'POST', headers, body: JSON.stringify(command) });
    expect([name, response.ok, await response.text()]).toEqual([name, true, expect.any(String)]);
  }

  async function editor(): Promise<Page> {
    const { page } = await openPage(browser, `${url}${gatheringPath}`, { as: 'regional' });
    await press(page.getByRole('button', { name: 'Endre dager, plasser eller avlys' }), 'Enter');
    await page.getByRole('spinbutton', { name: 'Antall plasser' }).waitFor();
    return page;
  }

  async function resize(page: Page, capacity: string): Promise<void> {
    await page.getByRole('spinbutton', { name: 'Antall plasser' }).fill(capacity);
    await press(page.getByRole('button', { name: 'Endre antallet' }), 'Enter');
  }
});
