interface OfGroup {
  service?: string;
  group?: string;
  page?: number;
}

/** Reads the service, the group and the page of its sessions from an address. */
export const withGroup = ({ service, group, page }: Record<string, unknown>): OfGroup => ({
  ...(isKey(service) && { service: String(service) }),
  ...(isKey(group) && { group: String(group) }),
  ...(typeof page === 'number' && page > 1 && { page }),
});

/** The router reads a key of digits as a number. */
const isKey = (value: unknown): value is string | number => (typeof value === 'string' && value !== '') || typeof value === 'number';
