import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, launchBrowser, openPage } from './browser.fixture.js';
import { RunningSystem } from './running-system.fixture.js';

describeInBrowser('The portal of a system with people and nothing else', () => {
  const system = new RunningSystem({ RIGGEN_DEMO: 'people' });
  let browser: Browser;
  let url: string;

  beforeAll(async () => {
    await system.start();
    browser = await launchBrowser();
    url = `http://localhost:${system.port}`;
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await system.remove();
  });

  describe('on signing in and out', () => {
    const chooseLeader = (page: Page) => page.getByRole('button', { name: 'Liv Leder' }).click();

    it('leads from a page, over the sign-in, back to that page, and out again', async () => {
      const { page } = await openPage(browser, `${url}/pilotevaluering`, { as: 'nobody' });
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      expect(await page.title()).toContain('Logg inn');
      await page.getByRole('link', { name: 'Logg inn i demoen' }).click();
      expect(await page.locator('main').innerText()).toContain('Menneskene er oppdiktet');
      await chooseLeader(page);
      await page.getByText('Liv Leder').waitFor();
      expect(new URL(page.url()).pathname).toBe('/pilotevaluering');
      await page.getByRole('button', { name: 'Logg ut' }).click();
      await page.getByText('Du er logget ut.').waitFor();
      // That nobody is signed in is an answer like another, but browsers note every 401.
      expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
      await page.goto(`${url}/pilotevaluering`);
      await page.getByRole('link', { name: 'Logg inn i demoen' }).waitFor();
      expect(await page.context().cookies(url)).not.toContainEqual(expect.objectContaining({ name: 'riggen' }));
      await page.context().close();
    }, 180_000);

    it('keeps the token away from the browser', async () => {
      const { page } = await openPage(browser, url, { as: 'nobody' });
      await page.getByRole('link', { name: 'Logg inn i demoen' }).click();
      await chooseLeader(page);
      await page.getByRole('button', { name: 'Logg ut' }).waitFor();
      const seen = await page.evaluate(() => JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }]));
      expect(seen).not.toContain('riggen=');
      const kept = await page.context().cookies();
      expect(kept.find(({ name }) => name === 'riggen')).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
      // Both the parts of a JSON Web Token and its encoded beginning would show.
      expect(seen + JSON.stringify(kept)).not.toContain('eyJ');
      await page.context().close();
    }, 180_000);

    it.each([
      ['nn-NO', 'Logg inn i demoen', 'Vel kven du vil vere'],
      ['en-GB', 'Sign in to the demo', 'Choose who you want to be'],
    ])('speaks the language of a reader with %s to the end', async (locale, way, choose) => {
      const { page } = await openPage(browser, url, { as: 'nobody', locale });
      await page.getByRole('link', { name: way }).click();
      await page.getByText(choose).waitFor();
      await page.context().close();
    }, 180_000);

    it('says that the session has ended, keeps the page, and goes on after signing in in a new tab', async () => {
      const { page } = await openPage(browser, `${url}/pilotevaluering`, { as: 'nobody' });
      await page.getByRole('link', { name: 'Logg inn i demoen' }).click();
      await chooseLeader(page);
      await page.getByRole('button', { name: 'Logg ut' }).waitFor();
      await page.locator('main h1:not(:has(.skeleton-headline))').waitFor();
      await page.evaluate(() => document.querySelector('main')!.setAttribute('data-kept', 'yes'));
      await page.context().clearCookies();
      await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange'))); // as when one comes back to the tab
      const dialog = page.getByRole('dialog', { name: 'Innloggingen er utløpt' });
      await dialog.waitFor();
      const [tab] = await Promise.all([page.context().waitForEvent('page'), dialog.getByRole('link', { name: 'Logg inn i ny fane' }).click()]);
      await tab.getByRole('link', { name: 'Logg inn i demoen' }).click();
      await chooseLeader(tab);
      await tab.getByText('Du er logget inn igjen.').waitFor();
      await dialog.waitFor({ state: 'hidden' });
      expect(await page.locator('main').getAttribute('data-kept')).toBe('yes');
      await page.context().close();
    }, 180_000);
  });

  it('says on an empty system what will be here and how to begin', async () => {
    const { page, complaints } = await openPage(browser, `${url}/pilotevaluering`);
    expect(await page.locator('main').innerText()).toContain('npm run riggen -- import');
    expect(complaints).toEqual([]);
    await page.close();
  }, 180_000);

  it('says so when there is no such page, and when the figures cannot be had', async () => {
    const { page } = await openPage(browser, `${url}/finnes-ikke`);
    expect(await page.locator('main').innerText()).toMatch(/finner ikke siden/);
    await page.route('**/api/**', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{}' }));
    await page.goto(`${url}/pilotevaluering`);
    await page.getByRole('button', { name: 'Prøv igjen' }).waitFor();
    await page.close();
  }, 180_000);
});
