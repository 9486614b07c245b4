import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Browser, Locator, Page } from 'playwright-core';
import { describeInBrowser, expectNoFault, headline, launchBrowser, longTime, openPage, press } from './browser.fixture.js';
import { RunningSystem } from './running-system.fixture.js';
import { type DemoPersonId, sessionOf } from './sign-in.fixture.js';

const programmeId = 'grunnmodellen-4-12';
const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describeInBrowser('A regional planner', () => {
  const system = new RunningSystem({ RIGGEN_DEMO: 'people' });
  let browser: Browser;
  let url: string;
  let session: Awaited<ReturnType<typeof sessionOf>> | undefined;
  let seen = '';

  beforeAll(async () => {
    await system.start();
    url = `http://localhost:${system.port}`;
    browser = await launchBrowser();
    for (const [personId, name] of [['K1', 'Anne Berg'], ['K2', 'Bjarne Dahl'], ['K3', 'Camilla Eide']] as const) {
      await send('rollout/make-person-known', { personId, serviceId: 'p08', name, workEmail: `${personId.toLowerCase()}@demo.example`, language: 'nb' });
      await send('rollout/open-position', { positionId: `P-${personId}`, serviceId: 'p08', personId, role: 'caseworker', from: '2023-01-01' });
    }
    await gathering('G1', 30, 2);
    await gathering('G2', 30, 10);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await system.remove();
  }, 60_000);

  it('asks for a plan, and makes a cohort of it', async () => {
    const page = await open('/plan');
    await press(page.getByRole('button', { name: 'Foreslå bølger' }));
    await headline(page, 'har fått plass.');
    const form = formOf(page, 'Opprett kullet');
    await form.getByLabel('Program').selectOption(programmeId);
    await press(form.getByRole('button', { name: 'Opprett kullet' }));
    await page.getByText('Kullet er opprettet.').waitFor();
    await press(page.getByRole('link', { name: 'Se kullene' }));
    await press(page.getByRole('link', { name: /^Kull 1, 1\. halvår/ }));
    await page.getByRole('listitem').filter({ hasText: 'Pilottjeneste 08' }).waitFor();
    await page.close();
  }, 240_000);

  it('enrols people from a file: those who belong together wait together, and take the places that are offered', async () => {
    const page = await open('/samlinger/G1');
    const file = ['person_id;service_id;together', 'k1@demo.example;Pilottjeneste 08;', 'K2;p08;A', 'K3;p08;A', 'nobody@demo.example;p08;'].join('\r\n');
    await page.getByLabel('CSV-fil').setInputFiles({ name: 'enrolment.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
    await press(page.getByRole('button', { name: 'Meld på fra fila' }));
    await page.getByText('Påmeldinger tatt inn: 2. Uendret: 0. Avvist: 1.').waitFor();
    await page.getByText(/Linje 5: ingen er kjent med «nobody@demo\.example»/).waitFor();
    await headline(page, '1 av 2 plasser er tatt. 2 venter på plass.');
    await press(page.getByRole('button', { name: 'Endre dager, plasser eller avlys' }));
    await page.getByRole('spinbutton', { name: 'Antall plasser' }).fill('3');
    await press(page.getByRole('button', { name: 'Endre antallet' }));
    await headline(page, '2 er tilbudt, og 0 venter.');
    await press(page.getByRole('button', { name: 'Ta imot plassen' }));
    await headline(page, '3 av 3 plasser er tatt.');
    await page.close();
  }, 240_000);

  it('books a trainer whom the competence centre has qualified, and is told of two bookings on a day', async () => {
    const centre = await open('/trenere?region=sor', 'competence');
    const qualify = formOf(centre, 'Lagre modulene');
    await qualify.getByLabel('Trener', { exact: true }).fill('K1');
    await qualify.getByLabel('Program').selectOption(programmeId);
    await press(qualify.getByRole('checkbox', { name: 'Introduksjon og verktøy' }), 'Space');
    await press(qualify.getByRole('checkbox', { name: /før Riggen/ }), 'Space');
    await press(qualify.getByRole('button', { name: 'Lagre modulene' }));
    await centre.getByText('Modulene er lagret.').waitFor();
    await centre.close();
    const first = await open('/samlinger/G1');
    await book(first);
    await first.getByText('1 trener er bestilt').waitFor();
    await first.close();
    const second = await open('/samlinger/G2');
    await book(second);
    await second.getByText(/opptatt/).first().waitFor();
    await second.close();
  }, 240_000);

  it('has an absence made up with a recorded lecture, and corrects what was recorded with a reason', async () => {
    await send('training/record-held-gathering', { gatheringId: 'H2', programmeId, moduleIds: ['introduksjon'], region: 'sor', dates: ['2024-02-05'], format: 'digital' });
    await send('training/record-day-attendance', { gatheringId: 'H2', date: '2024-02-05', people: [{ personId: 'K2', status: 'absent' }, { personId: 'K3', status: 'absent' }] });
    const page = await open('/samlinger/H2');
    await press(page.getByText('Før opptak for 2 som var borte'));
    const makeUp = formOf(page, 'Før som tatt igjen');
    await makeUp.getByLabel('Hvem').selectOption({ label: 'Camilla Eide' });
    await makeUp.getByLabel('Opptak').selectOption({ index: 1 });
    await press(makeUp.getByRole('button', { name: 'Før som tatt igjen' }));
    await page.getByRole('row', { name: /Camilla Eide/ }).getByText('Tatt igjen med opptak').first().waitFor();
    await press(page.getByText('Rett oppmøtet til én person'));
    const correct = formOf(page, 'Rett oppmøtet');
    await correct.getByLabel('Hvem').selectOption({ label: 'Bjarne Dahl' });
    await correct.getByLabel('Riktig oppmøte').selectOption({ label: 'Til stede' });
    await correct.getByLabel('Begrunnelse').fill('Sto på lista i rommet');
    await press(correct.getByRole('button', { name: 'Rett oppmøtet' }));
    await page.getByRole('row', { name: /Bjarne Dahl/ }).getByText('Til stede').first().waitFor();
    await page.close();
  }, 240_000);

  it('cancels a gathering with the reason, and nobody can be enrolled any more', async () => {
    await gathering('G3', 40, 5);
    const page = await open('/samlinger/G3');
    await press(page.getByRole('button', { name: 'Endre dager, plasser eller avlys' }));
    const form = formOf(page, 'Avlys samlingen');
    await form.getByLabel('Begrunnelse').fill('Lokalet er stengt');
    await press(form.getByRole('button', { name: 'Avlys samlingen' }));
    await headline(page, 'Samlingen er avlyst.');
    await page.getByText('Lokalet er stengt').first().waitFor();
    expect(await page.getByRole('button', { name: 'Meld på fra fila' }).count()).toBe(0);
    await page.close();
  }, 240_000);

  it('awards a certificate when all is done, and anybody can check its code', async () => {
    const modules = ['introduksjon', 'undersokelse-og-mal', 'familieveiledning-1', 'familieveiledning-2', 'evaluering'];
    await send('training/record-held-gathering', { gatheringId: 'H1', programmeId, moduleIds: modules, region: 'sor', dates: ['2024-03-04'], format: 'physical' });
    await send('training/record-day-attendance', { gatheringId: 'H1', date: '2024-03-04', people: [{ personId: 'K1', status: 'attended' }, { personId: 'K2', status: 'attended' }] });
    for (let number = 1; number <= 8; number += 1) {
      const session = { sessionId: `V${number}`, groupId: 'VG', serviceId: 'p08', targetGroup: 'child_4_12', phase: 1, number, heldOn: '2024-04-01', minutes: 120 };
      await send('supervision/log-session', { ...session, format: 'physical', skillsPractised: true, caseDiscussed: true });
      await send('supervision/record-session-attendance', { sessionId: `V${number}`, personId: 'K1', status: 'attended' });
    }
    const page = await open('/sertifikater?standing=lacking');
    await page.getByRole('row', { name: /Bjarne Dahl/ }).getByText('8 veiledninger').waitFor();
    await page.getByLabel('Vis', { exact: true }).selectOption('ready');
    await press(page.getByRole('button', { name: 'Utsted sertifikatet' }));
    await page.getByText('1 sertifikat er utstedt.').waitFor();
    await page.getByLabel('Vis', { exact: true }).selectOption('awarded');
    const code = await page.locator('main table code').first().innerText();
    await press(page.getByRole('link', { name: 'Anne Berg' }));
    const [download] = await Promise.all([page.waitForEvent('download'), press(page.getByRole('button', { name: /PDF/ }))]);
    expect(download.suggestedFilename()).toBe(`sertifikat-${code}.pdf`);
    await page.close();
    const visitor = await open(`/bekreft?kode=${code}`, 'nobody');
    await headline(visitor, 'Sertifikatet gjelder.');
    await visitor.close();
  }, 240_000);

  it('comes from what is missing for a certificate to where supervision is logged: by keyboard, corrected, and counted', async () => {
    const page = await open('/sertifikater?standing=lacking');
    await press(page.getByRole('row', { name: /Bjarne Dahl/ }).getByRole('link', { name: '8 veiledninger' }));
    await headline(page, 'VG møttes sist 1. april 2024.');
    await page.getByLabel('Gruppe', { exact: true }).selectOption({ label: 'Ny gruppe' });
    await headline(page, 'En ny gruppe begynner.');
    for (const name of ['Bjarne Dahl', 'Camilla Eide']) await press(page.getByRole('group', { name }).getByRole('radio', { name: 'Til stede' }), 'Space');
    await press(page.getByRole('button', { name: 'Før veiledningen' }));
    await page.getByText(/er ført, med oppmøtet til 2 personer\.$/).waitFor();
    await headline(page, 'Gruppe 1 møttes sist');
    await page.getByText('Til stede: Bjarne Dahl, Camilla Eide').waitFor();
    await press(page.locator('summary', { hasText: 'Rett oppmøtet' }));
    const correct = formOf(page, 'Rett oppmøtet');
    await correct.getByLabel('Hvem').selectOption({ label: 'Camilla Eide' });
    await correct.getByLabel('Riktig oppmøte').selectOption({ label: 'Borte' });
    await correct.getByLabel('Begrunnelse').fill('Var syk den dagen');
    await press(correct.getByRole('button', { name: 'Rett oppmøtet' }));
    await page.getByText('Borte: Camilla Eide').waitFor();
    for (const [personId, sessions] of [['K2', 1], ['K3', 0]] as const) {
      await page.goto(`${url}/opplaering/${personId}`);
      await page.getByText(`Veiledninger: ${sessions} av 8.`).first().waitFor();
    }
    await page.close();
  }, 240_000);

  it('forms an implementation team and sees what it lacks; the second of two editors is told of the first', async () => {
    const page = await open('/team');
    await page.getByLabel('Navn på teamet').fill('Team Sør');
    await press(page.getByRole('button', { name: 'Opprett teamet' }));
    await headline(page, '1 implementeringsteam. Ett mangler kompetanse');
    const second = await open('/team');
    for (const [editor, competence] of [[page, 'undervisning'], [second, 'veiledning']] as const) {
      await press(editor.getByText('Endre teamet'));
      const form = formOf(editor, 'Lagre medlemmet');
      await form.getByLabel('Medlem').selectOption({ label: 'Anne Berg' });
      await press(form.getByRole('checkbox', { name: competence }), 'Space');
      await press(form.getByRole('button', { name: 'Lagre medlemmet' }));
      await editor.getByText(editor === page ? 'Endringen er lagret.' : /har endret Team Sør etter at du så det/).first().waitFor();
    }
    await Promise.all([page.close(), second.close()]);
  }, 240_000);

  it.each(['/plan', '/sertifikater', '/team', '/opplaering/K1', '/samlinger/G1', '/veiledning?service=p08'])('meets no fault that axe finds at %s, nor sideways scrolling on a narrow screen', async (path) => {
    const page = await open(path);
    await expectNoFault(page);
    await page.close();
  }, 120_000);

  async function open(path: string, as: DemoPersonId | 'nobody' = 'regional'): Promise<Page> {
    const { page } = await openPage(browser, `${url}${path}`, { as });
    page.setDefaultTimeout(longTime);
    return page;
  }

  async function gathering(gatheringId: string, days: number, capacity: number): Promise<void> {
    const day = { date: dayIn(days), from: '09:00', to: '15:00', format: 'physical', place: 'Skien' };
    await send('training/plan-gathering', { gatheringId, programmeId, moduleIds: ['introduksjon'], region: 'sor', days: [day], capacity });
    await send('training/publish-gathering', { gatheringId });
  }

  async function book(page: Page): Promise<void> {
    const form = formOf(page, 'Bestill treneren');
    await form.getByLabel('Trener', { exact: true }).selectOption('K1');
    await press(form.getByRole('button', { name: 'Bestill treneren' }));
  }

  /** Sends a command of the planner that has seen all that was done before it. */
  async function send(name: string, command: object): Promise<void> {
    session ??= await sessionOf('regional', url);
    for (const end = Date.now() + longTime; ; ) {
      const headers = { ...session, 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...(seen && { 'if-fresh': seen }) };
      const response = await fetch(`${url}/api/${name}`, { method: 'POST', headers, body: JSON.stringify(command) });
      const answer = (await response.json()) as { position?: string; retryable?: boolean };
      seen = answer.position ?? seen;
      if (response.ok) return;
      if (!answer.retryable || Date.now() > end) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    }
  }

  const formOf = (page: Page, button: string): Locator => page.locator('form').filter({ has: page.getByRole('button', { name: button }) });
});
