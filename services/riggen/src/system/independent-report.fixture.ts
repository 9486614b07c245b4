import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Row = Record<string, string>;

/**
 * The pilot evaluation of a folder, computed straight from its CSV rows with decimal texts instead of events, SQL or whole
 * numbers: a second opinion on `report evaluation`.
 */
export function independentReport(folder: string) {
  const rows = (name: string): Row[] => parse(readFileSync(join(folder, name)), { columns: true, bom: true, skip_empty_lines: true });
  const phaseOf = new Map(rows('people.csv').map((person) => [person['person_id'], person['phase']]));
  const invitations = rows('survey_invitations.csv');
  const surveyOf = new Map(invitations.map((invitation) => [invitation['invitation_id'], invitation['survey']]));
  const responses = rows('survey_responses.csv');
  const answered = new Set(responses.map((response) => response['invitation_id']));
  const contactsOf = (survey: string) => responses.filter((r) => surveyOf.get(r['invitation_id']) === survey && r['had_contact'] === 'yes');
  const share = (part: Row[], whole: Row[]) => (whole.length ? rounded((part.length * 100) / whole.length, 1) : null);

  const survey = (name: string) => {
    const invited = invitations.filter((invitation) => invitation['survey'] === name);
    const contacts = contactsOf(name);
    const rate = (phase: string) => {
      const ofPhase = invited.filter((invitation) => phaseOf.get(invitation['person_id']) === phase);
      return share(ofPhase.filter((invitation) => answered.has(invitation['invitation_id'])), ofPhase);
    };
    const names = Object.keys(responses[0]!).slice(12);
    const means = names.map((statement) => [statement, meanOf(contacts.map((row) => row[statement]!))] as const);
    return {
      participants: new Set(invited.map((invitation) => invitation['person_id'])).size,
      responses: responses.filter((response) => surveyOf.get(response['invitation_id']) === name).length,
      responses_about_contact: contacts.length,
      response_rate_phase_1: rate('1'),
      response_rate_phase_2: rate('2'),
      statements: Object.fromEntries(means.filter(([, { n }]) => n)),
    };
  };
  const child = contactsOf('contact_child_weekly');
  const youth = contactsOf('youth_weekly');
  const lists = (row: Row, column: string) => row[column]!.split(';');
  const tool = (name: string) => {
    const used = child.filter((row) => lists(row, 'tools_used').includes(name));
    return { used_pct: share(used, child), useful_pct_of_used: share(used.filter((row) => lists(row, 'tools_useful').includes(name)), used) };
  };
  const each = <Value>(names: string[], value: (name: string) => Value) => Object.fromEntries(names.map((name) => [name, value(name)]));
  const [attendance, evaluations] = [rows('attendance.csv'), rows('gathering_evaluations.csv')];
  const [sessions, sessionAttendance] = [rows('supervision_sessions.csv'), rows('supervision_attendance.csv')];
  return {
    surveys: {
      parent_weekly: survey('parent_weekly'),
      contact_child_weekly: {
        ...survey('contact_child_weekly'),
        no_contact_with_child_pct: share(child.filter((row) => row['child_contact'] === 'no'), child),
        child_could_influence_pct: share(child.filter((row) => row['child_could_influence'] === 'yes'), child),
        family_guidance_used_pct: share(child.filter((row) => row['family_guidance_used'] === 'yes'), child),
      },
      youth_weekly: {
        ...survey('youth_weekly'),
        contact_form_pct: each(['in_person', 'sms', 'phone', 'video'], (form) => share(youth.filter((row) => row['contact_form'] === form), youth)),
      },
      contact_aftercare_weekly: survey('contact_aftercare_weekly'),
    },
    tools: each(['assessment_triangle', 'action_plan', 'pathway_model', 'strengths_needs_matrix', 'flipchart', 'parent_material'], tool),
    gatherings: rows('gatherings.csv').map(({ gathering_id }) => {
      const invited = attendance.filter((row) => row['gathering_id'] === gathering_id);
      const evaluated = evaluations.filter((row) => row['gathering_id'] === gathering_id);
      const scales = ['learning', 'motivating', 'amount', 'relevance', 'leadership'];
      const means = evaluated.length ? each(scales, (scale) => meanOf(evaluated.map((row) => row[scale]!)).mean) : {};
      const attended = invited.filter((row) => row['status'] === 'attended').length;
      return { gathering_id, invited: invited.length, attended, evaluations: evaluated.length, means };
    }),
    supervision: each([...new Set(sessions.map((session) => session['group_id']!))], (group) => {
      const held = sessions.filter((session) => session['group_id'] === group);
      const ids = held.map((session) => session['session_id']);
      const expected = sessionAttendance.filter((row) => ids.includes(row['session_id']));
      return {
        sessions: held.length,
        hours: rounded(held.reduce((sum, { minutes }) => sum + Number(minutes), 0) / 60, 1),
        skills_practised_pct: share(held.filter((session) => session['skills_practised'] === 'yes'), held),
        attendance_pct: share(expected.filter((row) => row['status'] === 'attended'), expected),
      };
    }),
  };
}

function meanOf(cells: string[]): { n: number; mean: number | null } {
  const given = cells.filter((cell) => cell !== '').map(Number);
  return { n: given.length, mean: given.length ? rounded(given.reduce((sum, value) => sum + value, 0) / given.length, 2) : null };
}

// Half up: a hair is added because a double can lie just under the half that the exact quotient is.
const rounded = (value: number, decimals: number): number => Math.floor(value * 10 ** decimals + 0.5 + 1e-9) / 10 ** decimals;
