import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  completeActivity,
  enterStage,
  getImplementation,
  getRolloutByStage,
  getServicesInLine,
  leaveStage,
  mapReadiness,
  registerServiceUnit,
  startImplementation,
} from '@riggen/contracts';
import { drawing, runningRollout, type RunningRollout } from '../running-rollout.fixture.js';
import { newestTemplate, stages } from './template.js';

const programmeId = 'grunnmodellen-4-12';
const on = '2026-11-01';

describe('the stages of services on a running service', () => {
  let rollout: RunningRollout;

  beforeAll(async () => {
    rollout = await runningRollout();
    const draw = drawing(3);
    for (let n = 0; n < 8; n += 1) {
      const of = { serviceId: `p${n}`, programmeId };
      const region = n % 2 ? 'nord' : 'vest';
      await rollout.send(registerServiceUnit, { serviceId: of.serviceId, name: `Tjeneste ${n}`, kind: 'municipal', municipalityNumbers: ['1806'], region });
      if (draw.upTo(3) === 0) continue;
      await rollout.send(startImplementation, { ...of, startedOn: `2026-0${1 + draw.upTo(5)}-01` });
      for (const { factorId } of newestTemplate.readinessFactors.slice(0, 5)) {
        if (draw.upTo(1)) await rollout.send(mapReadiness, { ...of, factorId, kind: draw.among(['facilitator', 'barrier'] as const), on: '2026-07-01' });
      }
      for (const { activityId } of newestTemplate.stages[0]!.activities) {
        if (draw.upTo(4)) await rollout.send(completeActivity, { ...of, activityId, doneOn: `2026-07-${10 + draw.upTo(9)}` });
      }
      if (draw.upTo(1)) await rollout.send(enterStage, { ...of, stage: 'installation', on: '2026-08-01' });
      if (draw.upTo(1)) await rollout.send(leaveStage, { ...of, stage: 'exploration', on: '2026-08-15', outcome: draw.among(['completed', 'went_back'] as const), reason: 'Etter avtale' });
      if (draw.upTo(2) === 0) await rollout.send(enterStage, { ...of, stage: 'initial_implementation', on: '2026-10-01' });
    }
  }, 180_000);
  afterAll(() => rollout?.stop());

  it('are counted by region as the events give them when they are walked through', async () => {
    const answer = await rollout.ask(getRolloutByStage, { programmeId, on });
    const walked = walk(await rollout.events());
    for (const region of ['nord', 'vest'] as const) {
      const here = [...walked.values()].filter((service) => service.region === region);
      const count = (stage: string | undefined) => here.filter((service) => service.started && service.open.at(-1) === stage).length;
      expect(answer.regions.find((entry) => entry.region === region)).toEqual({
        ...{ region, services: here.length, implemented: 0, notStarted: here.filter(({ started }) => !started).length },
        byStage: Object.fromEntries(stages.map((stage) => [stage, count(stage)])),
      });
    }
    for (const { stage, services, overPlan, medianDays } of answer.stages) {
      const days = [...walked.values()].flatMap((service) => service.days[stage] ?? []).sort((a, b) => a - b);
      expect(services).toBe(days.length);
      expect(medianDays).toBe(days.length ? (days[(days.length - 1) >> 1]! + days[days.length >> 1]!) / 2 : null);
      const planned = newestTemplate.stages.find((entry) => entry.stage === stage)!.plannedDays ?? Infinity;
      expect(overPlan).toBe([...walked.values()].filter((service) => service.open.includes(stage) && service.days[stage]! > planned).length);
    }
  }, 180_000);

  it('put the services of a region in line, and show those that slip', async () => {
    const walked = walk(await rollout.events());
    let slipped = 0;
    for (const where of ['nord', 'vest'] as const) {
      const { items, total } = await rollout.ask(getServicesInLine, { programmeId, on, region: where, show: 'slipping' });
      const slipping = [...walked].filter(([, { region, open, days }]) => {
        const planned = newestTemplate.stages.find(({ stage }) => stage === open.at(-1))?.plannedDays;
        return region === where && planned && days[open.at(-1)!]! > planned;
      });
      expect([total, items.map(({ serviceId }) => serviceId).sort()]).toEqual([slipping.length, slipping.map(([id]) => id).sort()]);
      slipped += total;
    }
    expect(slipped).toBeGreaterThan(0);
    const waiting = (await rollout.ask(getServicesInLine, { programmeId, on, region: 'nord', show: 'waiting' })).items;
    const scores = waiting.map(({ serviceId }) => walked.get(serviceId)!.readiness);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(waiting.map(({ facilitators, barriers }) => facilitators - barriers)).toEqual(scores);
  }, 180_000);

  it('tell duration and proportion of each stage', async () => {
    for (const { serviceId } of (await rollout.ask(getServicesInLine, { programmeId, on, region: 'vest' })).items) {
      const { stages: answered } = await rollout.ask(getImplementation, { serviceId, programmeId, on });
      const done = (await rollout.events()).filter(({ type, data }) => type === 'ActivityCompleted' && (data as Data).serviceId === serviceId).map(({ data }) => (data as Data).doneOn);
      const all = newestTemplate.stages[0]!.activities.length;
      expect(answered[0]).toMatchObject({ completed: done.length, applicable: all, proportion: Number(((100 * done.length) / all).toFixed(1)) });
      const range = done.map((day) => Date.parse(day) / 86_400_000);
      expect(answered[0]!.duration).toBe(done.length ? Math.max(...range) - Math.min(...range) + 1 : null);
    }
  }, 180_000);
});

interface Data {
  serviceId: string;
  region: string;
  stage: string;
  kind: string;
  startedOn: string;
  doneOn: string;
  on: string;
}

/** Goes day by day through the year and counts the days on which each stage was open. */
function walk(events: { type: string; data: unknown }[]) {
  const services = new Map<string, { region: string; started: boolean; open: string[]; days: Record<string, number>; readiness: number }>();
  const told = events.map(({ type, data }) => ({ type, data: data as Data }));
  for (const { type, data } of told) {
    if (type === 'ServiceUnitRegistered') services.set(data.serviceId, { region: data.region, started: false, open: [], days: {}, readiness: 0 });
    if (type === 'ReadinessMapped') services.get(data.serviceId)!.readiness += data.kind === 'facilitator' ? 1 : -1;
  }
  for (let day = '2026-01-01'; day <= on; day = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)) {
    for (const service of services.values()) for (const stage of service.open) service.days[stage]! += 1;
    for (const { type, data } of told) {
      const service = services.get(data.serviceId);
      if (!service || day !== (data.startedOn ?? data.on)) continue;
      const opens = type === 'ImplementationStarted' ? 'exploration' : type === 'StageEntered' ? data.stage : undefined;
      if (opens) {
        service.started = true;
        service.open.push(opens);
        service.days[opens] ??= 0;
      }
      if (type === 'StageLeft') service.open = service.open.filter((stage) => stage !== data.stage);
    }
  }
  for (const service of services.values()) service.open.sort((a, b) => stages.indexOf(a as never) - stages.indexOf(b as never));
  return services;
}
