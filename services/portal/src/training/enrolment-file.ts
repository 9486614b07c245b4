/** A person to be enrolled, as a file says it. */
export interface EnrolmentLine {
  line: number;
  person: string;
  service: string;
  together: string;
}

/** What is wrong with a whole file, or with one line of it. */
export type FileFault = 'tooLarge' | 'missingColumns' | 'empty';
export type LineFault = 'unknownPerson' | 'unknownService' | 'twoServices';

export const mostBytes = 1_000_000;
const mostLines = 2_000;

/**
 * Reads a file in the layout of enrolment.csv, with commas or semicolons. The gathering's column may be left out; lines of other
 * gatherings are left alone.
 */
export function readEnrolment(text: string, gatheringId: string): { lines: EnrolmentLine[] } | { fault: FileFault } {
  const [header = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const separator = header.includes(';') ? ';' : ',';
  const columns = cellsOf(header, separator).map((name) => name.toLowerCase());
  const [person, service, together, gathering] = ['person_id', 'service_id', 'together', 'gathering_id'].map((name) => columns.indexOf(name)) as [number, number, number, number];
  if (person < 0 || service < 0) return { fault: 'missingColumns' };
  if (rest.length > mostLines) return { fault: 'tooLarge' };
  const lines = rest.flatMap((content, index) => {
    const cells = cellsOf(content, separator);
    const isOther = gathering >= 0 && cells[gathering] !== gatheringId;
    return content.trim() && !isOther ? [{ line: index + 2, person: cells[person] ?? '', service: cells[service] ?? '', together: (together >= 0 && cells[together]) || '' }] : [];
  });
  return lines.length ? { lines } : { fault: 'empty' };
}

/** The cells of a line; a quoted one may hold the separator, and quotes that are doubled. */
function cellsOf(line: string, separator: string): string[] {
  const cells = line.matchAll(new RegExp(`(?:^|${separator})(?:"((?:[^"]|"")*)"|([^${separator}]*))`, 'g'));
  return [...cells].map(([, quoted, plain = '']) => (quoted?.replaceAll('""', '"') ?? plain).trim());
}

/** People who are enrolled by one command: all get places, or all wait. */
export interface EnrolmentGroup {
  groupId: string;
  serviceId: string;
  personIds: string[];
  lines: number[];
}

interface Known {
  /** The key of a person whom a line names by key or work e-mail. */
  personOf: (person: string) => string | undefined;
  /** The key of a service that a line names by key or name. */
  serviceOf: (service: string) => string | undefined;
}

/** The lines as groups in the order of the file; those with the same word are one. */
export function groupsOf(lines: readonly EnrolmentLine[], { personOf, serviceOf }: Known): { groups: EnrolmentGroup[]; faults: { line: number; fault: LineFault; given: string }[] } {
  const groups = new Map<string, EnrolmentGroup>();
  const faults: { line: number; fault: LineFault; given: string }[] = [];
  for (const { line, person, service, together } of lines) {
    const [personId, serviceId] = [personOf(person), serviceOf(service)];
    const groupId = together || personId || '';
    const group = groups.get(groupId) ?? { groupId, serviceId: serviceId ?? '', personIds: [], lines: [] };
    if (!personId) faults.push({ line, fault: 'unknownPerson', given: person });
    else if (!serviceId) faults.push({ line, fault: 'unknownService', given: service });
    else if (group.serviceId !== serviceId) faults.push({ line, fault: 'twoServices', given: together });
    else groups.set(groupId, { ...group, personIds: [...new Set([...group.personIds, personId])], lines: [...group.lines, line] });
  }
  // Of those kept together none is enrolled where one cannot be.
  const broken = new Set(lines.filter(({ line }) => faults.some((fault) => fault.line === line)).map(({ together }) => together));
  return { groups: [...groups.values()].filter(({ groupId }) => !broken.has(groupId)), faults };
}
