import { getPilotReport, pilotReport, type PilotReport } from '@riggen/contracts';
import type { EventStore } from '@riggen/event-store';
import type { ServiceClient } from '@riggen/messaging';
import { randomUUID } from 'node:crypto';

/** The pilot evaluation over everything that the store has now. */
export async function evaluationReport(system: { store: EventStore; services: ServiceClient; caller: string }): Promise<PilotReport> {
  const reply = await system.services.query(getPilotReport, {
    correlationId: randomUUID(),
    caller: system.caller,
    language: 'en',
    fresh: await system.store.lastPosition(),
    input: {},
  });
  if (reply.outcome === 'refused') throw new Error(reply.problem.detail);
  return pilotReport.parse(reply.output);
}

/** The report as text for a reader at the terminal. */
export function reportText(report: PilotReport): string {
  const figure = (value: number | null | undefined, unit = '') => (value === null || value === undefined ? 'no data' : `${value}${unit}`);
  const lines: string[] = [];
  for (const [name, survey] of Object.entries(report.surveys)) {
    lines.push(
      '',
      `${name}: ${survey.participants} participants, ${survey.responses} responses, ${survey.responses_about_contact} about contact`,
      `  response rate: phase 1 ${figure(survey.response_rate_phase_1, ' %')}, phase 2 ${figure(survey.response_rate_phase_2, ' %')}`,
      ...Object.entries(survey.statements).map(([statement, { mean, n }]) => `  ${statement}: ${mean} (n = ${n})`),
    );
  }
  const child = report.surveys.contact_child_weekly;
  lines.push(
    '',
    `no contact with the child ${figure(child.no_contact_with_child_pct, ' %')}, the child could influence ${figure(child.child_could_influence_pct, ' %')}, family guidance used ${figure(child.family_guidance_used_pct, ' %')}`,
    `contact with young people: ${Object.entries(report.surveys.youth_weekly.contact_form_pct)
      .map(([form, share]) => `${form} ${figure(share, ' %')}`)
      .join(', ')}`,
    '',
    ...Object.entries(report.tools).map(
      ([tool, { used_pct, useful_pct_of_used }]) => `${tool}: used ${figure(used_pct, ' %')}, useful ${figure(useful_pct_of_used, ' %')} of used`,
    ),
    '',
    ...report.gatherings.map(
      ({ gathering_id, invited, attended, evaluations, means }) =>
        `gathering ${gathering_id}: ${attended} of ${invited} attended, ${evaluations} evaluations ${Object.entries(means)
          .map(([scale, mean]) => `${scale} ${figure(mean)}`)
          .join(', ')}`.trimEnd(),
    ),
    '',
    ...Object.entries(report.supervision).map(
      ([group, { sessions, hours, skills_practised_pct, attendance_pct }]) =>
        `supervision ${group}: ${sessions} sessions, ${hours} hours, skills practised ${figure(skills_practised_pct, ' %')}, attendance ${figure(attendance_pct, ' %')}`,
    ),
  );
  return lines.join('\n').trimStart();
}
