import type { Subject } from '@riggen/access';
import type { Caller, Role, Unit } from '@riggen/contracts';
import { z } from 'zod';
import { exampleOf } from '../../../../tools/publish/example-of.mjs';

/** What a sampled command or query says in these fields: what is known, or fits a pattern. */
const inFields: Record<string, unknown> = {
  ...{ serviceId: 'own', service: 'own', region: 'vest', personId: 'worker', contactPersonId: 'worker' },
  ...{ through: '2025-03', link: 'l'.repeat(43), token: 't'.repeat(43) },
  ...{ municipalityNumbers: ['0301'], identity: 'i'.repeat(43), identities: ['i'.repeat(43)], season: '2027-1', name: 'Kari Prøve', workEmail: 'kari@example.org', phone: '90000000', districtNumbers: ['030101'] },
};

/** A command or query made from its schema, about the service `own` where it names one. */
export function sampleOf(schema: z.ZodType): any {
  const filled = (value: unknown, name = ''): unknown => {
    if (name in inFields && kindOf(inFields[name]) === kindOf(value)) return inFields[name];
    if (Array.isArray(value)) return value.map((item) => filled(item));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, key)]));
  };
  const example = filled(exampleOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))) as Record<string, unknown>;
  // What may be left out is, where the example does not fit.
  for (const { path } of schema.safeParse(example).error?.issues ?? []) {
    const holder = path.slice(0, -1).reduce<any>((value, key) => value?.[key as string], example);
    if (holder) delete holder[path.at(-1) as string];
  }
  return schema.parse(example);
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);

/** Units to hold a role in: the place of the subject itself, one beside it, and one above it. */
export function unitsAround({ service, region }: Subject): { own: Unit; beside: Unit; above?: Unit } {
  if (service && region) {
    const unit = { level: 'service', service, region } as Unit;
    return { own: unit, beside: { ...unit, service: 'sibling' } as Unit, above: { level: 'region', region } as Unit };
  }
  if (region) return { own: { level: 'region', region } as Unit, beside: { level: 'region', region: 'nord' }, above: { level: 'nation' } };
  return { own: { level: 'nation' }, beside: { level: 'region', region: 'vest' } };
}

export const holding = (role: Role, unit: Unit): Caller => ({ kind: 'person', id: 'somebody', grants: [{ role, unit }] });
