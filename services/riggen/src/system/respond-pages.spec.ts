import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { calendarDateOf } from '@riggen/event-sourcing';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { eventually } from '../../../../tools/jest/servers.js';
import { axeFindings, describeInBrowser, launchBrowser, openPage, sidewaysScroll } from './browser.fixture.js';
import { RunningSystem } from './running-system.fixture.js';
import { type DemoPersonId, sessionOf } from './sign-in.fixture.js';

const longTime = 60_000;
const today = calendarDateOf(new Date().toISOString());
const link = randomBytes(32).toString('base64url');

describeInBrowser('the pages of secrets: links of surveys, codes of evaluations, API tokens', () => {
  const system = new RunningSystem({ RIGGEN_DEMO: 'people', LOG_LEVEL: 'trace' });
  let browser: Browser;
  let url: string;

  beforeAll(async () => {
    await system.start();
    url = `http://localhost:${system.port}`;
    browser = await launchBrowser();
    await send('regional', 'rollout/register-caseworker', { personId: 'K1', serviceId: 'p08', targetGroup: 'child_4_12', phase: 1 });
    const linkHash = createHash('sha256').update(link).digest('hex');
    const invitation = { surveyId: 'contact_child_weekly', personId: 'K1', sentOn: today, linkHash, expiresAt: new Date(Date.now() + 86_400_000).toISOString(), channel: 'sms', language: 'nn' };
    await send('leader', 'feedback/invite-to-survey', invitation);
    await send('regional', 'training/plan-gathering', {
      ...{ gatheringId: 'G1', programmeId: 'grunnmodellen-4-12', moduleIds: ['introduksjon'], region: 'sor', capacity: 24 },
      days: [{ date: today, from: '09:00', to: '15:00', format: 'physical', place: 'Skien' }],
    });
    await send('regional', 'training/publish-gathering', { gatheringId: 'G1', basedOn: 1 });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await system.remove();
  }, 60_000);

  it('a survey is answered on a phone in the language that one was invited in, by keyboard, with a receipt', async () => {
    const { page, complaints } = await openPage(browser, `${url}/svar#u.${link}`, { as: 'nobody', width: 390 });
    await heading(page, 'Korleis var kontakten denne veka?');
    await withoutFaults(page);
    await page.getByLabel('Ja').press('Space');
    await press(page, 'Neste spørsmål');
    await page.getByLabel('Video').press('Space');
    await press(page, 'Neste spørsmål');
    for (const scale = page.getByLabel('6', { exact: true }); !(await scale.count()); ) await press(page, 'Hopp over');
    await withoutFaults(page);
    await page.getByLabel('6', { exact: true }).press('Space');
    for (const next = page.getByRole('button', { name: /^(Neste spørsmål|Hopp over)$/ }); await next.count(); ) await next.press('Enter');
    await press(page, 'Send svara');
    await heading(page, 'Takk, svara dine er sende.');
    await withoutFaults(page);
    await press(page, 'Svar ein gong til');
    await page.getByLabel('Nei').press('Space');
    await press(page, 'Send svara');
    await heading(page, 'Takk, svara dine er sende.');
    // That nobody is signed in is an answer like another, but browsers note every 401.
    expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
    const { stdout } = await system.riggen('events');
    const answered = stdout.split('\n').filter((line) => line.includes('"SurveyAnswered"')).map((line) => (JSON.parse(line) as { data: { answers: object } }).data.answers);
    expect(answered).toEqual([{ had_contact: true, contact_form: 'video', met_with_respect: 6 }, { had_contact: false }]);
  }, 180_000);

  it('a link that is none says so, and no secret is in any log', async () => {
    for (const fragment of [`u.${'x'.repeat(43)}`, 'u.half', '']) {
      const { page } = await openPage(browser, `${url}/svar#${fragment}`, { as: 'nobody' });
      await page.locator('h1', { hasText: /Lenken (gjelder ikke|er ikke hel)/ }).waitFor({ timeout: longTime });
      await withoutFaults(page);
      await page.context().close();
    }
    expect(system.output.length).toBeGreaterThan(1_000);
    expect(system.output).not.toContain(link);
  }, 120_000);

  it('a gathering is evaluated by the code that its page shows, without anybody being signed in', async () => {
    const { page } = await openPage(browser, `${url}/samlinger/G1`, { as: 'regional' });
    await page.getByRole('button', { name: 'Åpne evalueringen' }).press('Enter', { timeout: longTime });
    const address = await page.locator('.secret-text').innerText({ timeout: longTime });
    await page.getByRole('img', { name: 'Kode som åpner evalueringen' }).waitFor();
    await withoutFaults(page);
    await page.reload();
    expect(await page.locator('.secret-text').innerText({ timeout: longTime })).toBe(address);
    await page.context().close();

    const phone = (await openPage(browser, address, { as: 'nobody', width: 390, locale: 'en-GB' })).page;
    await heading(phone, 'How was the gathering?');
    await phone.getByLabel('9', { exact: true }).press('Space');
    for (const next = phone.getByRole('button', { name: /^(Next question|Skip)$/ }); await next.count(); ) await next.press('Enter');
    await withoutFaults(phone);
    await phone.getByLabel('10', { exact: true }).press('Space');
    await press(phone, 'Send the answers');
    await heading(phone, 'Thank you, your evaluation has been sent.');
    await phone.context().close();
    expect(system.output).not.toContain(new URL(address).hash.slice('#s.'.length));
  }, 180_000);

  it('a token is made and revoked by the administrator, and shown once', async () => {
    const { page } = await openPage(browser, `${url}/nokler`, { as: 'administrator' });
    await withoutFaults(page);
    await page.getByLabel('Hva nøkkelen er til').fill('Fagsystem');
    await press(page, 'Lag nøkkelen');
    const token = await page.locator('.secret-text').innerText({ timeout: longTime });
    const ask = async () => (await fetch(`${url}/api/rollout/organisation`, { headers: { authorization: `Bearer ${token}` } })).status;
    expect(await ask()).toBe(200);
    await withoutFaults(page);
    await press(page, 'Jeg har kopiert nøkkelen');
    expect(await page.content()).not.toContain(token);
    await press(page, 'Trekk tilbake nøkkelen Fagsystem');
    await page.getByText('Nøkkelen Fagsystem er trukket tilbake.').waitFor({ timeout: longTime });
    expect(await ask()).toBe(401);
    await page.context().close();
  }, 180_000);

  async function send(as: DemoPersonId, name: string, command: object): Promise<void> {
    const headers = { ...(await sessionOf(as, url)), 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    // What was just done may take a moment to be known.
    const answer = async () => {
      const response = await fetch(`${url}/api/${name}`, { method: 'POST', headers, body: JSON.stringify(command) });
      return { status: response.status, text: await response.text() };
    };
    await eventually(answer, ({ status }) => status < 300);
  }

  const heading = (page: Page, text: string): Promise<void> => page.locator('h1', { hasText: text }).waitFor({ timeout: longTime });
  const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).press('Enter', { timeout: longTime });

  /** Neither for axe, wide and narrow, nor sideways on the narrowest screen; the width stays as it was. */
  async function withoutFaults(page: Page): Promise<void> {
    const before = page.viewportSize()!;
    for (const width of [1280, 390]) {
      await page.setViewportSize({ ...before, width });
      expect(await axeFindings(page)).toEqual([]);
    }
    await page.setViewportSize({ ...before, width: 320 });
    expect(await sidewaysScroll(page)).toBe(0);
    await page.setViewportSize(before);
  }
});
