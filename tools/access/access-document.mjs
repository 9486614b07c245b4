const heading = (text) => `## ${text}\n`;
const table = (columns, rows) =>
  [`| ${columns.join(' | ')} |`, `| ${columns.map(() => '---').join(' | ')} |`, ...rows.map((row) => `| ${row.join(' | ')} |`), ''].join('\n');
const words = (name) => name.replaceAll('_', ' ');
const list = (names) => names.map(words).join(', ');

/** Who may, in words: the roles, and who else. */
function whoMay({ roles, self, open, link }) {
  const others = [
    ...(self ? ['the person whom it is about'] : []),
    ...(open ? ['everybody who holds a role'] : []),
    ...(link ? ['whoever has the link'] : []),
  ];
  return [...roles.map(words), ...others].join(', ') || 'operator only';
}

const notes = ({ personLevel, counts }) =>
  [
    ...(personLevel ? [`tells of persons, ${personLevel}; each reading is logged`] : []),
    ...(counts ? [`counts ${counts.map((name) => `*${name}*`).join(', ')} rows of all places, and shows figures after disclosure control only`] : []),
  ].join('; ');

/** docs/access.md, made from the matrix that services and the database go by. */
export function accessDocument({ matrix, rowClasses, givenBy, levelsOf, commands, queries }) {
  const definitions = new Map([...commands, ...queries].map((definition) => [`${definition.service}/${definition.name}`, definition]));
  const services = Object.entries(matrix).flatMap(([service, rows]) => {
    const named = Object.entries(rows).map(([name, row]) => ({ row, definition: definitions.get(`${service}/${name}`) }));
    const known = named.filter(({ definition }) => definition);
    if (!known.length) return [];
    return [
      `### ${service[0].toUpperCase()}${service.slice(1)}\n`,
      table(
        ['what', 'name', 'who may', 'notes'],
        known.map(({ row, definition }) => [definition.summary, `\`${definition.name}\``, whoMay(row), notes(row)]),
      ),
    ];
  });
  return `${[
    '# Access\n',
    'Who may see and do what. Made from the matrix in [libs/access](../libs/access/src) by `node tools/write-access-document.mjs`;',
    'the tests fail when this page is not what the matrix says, and when the system does not do what the matrix says.\n',
    heading('The rule'),
    'A person holds **roles**, each in a **unit**: the nation, a region, a service, or a group in a service. Everything that can be',
    'asked or done is about a **place**. A role counts where its unit is that place or above it: a regional team in its region and',
    'the services there, a leader in the own service. What belongs to a service is seen in that service; its region sees what it',
    'supervises, and not the work in cases; the nation sees figures, and persons only where it trains them.\n',
    'Whoever may not see something is told the same as when it does not exist. What this page does not name, nobody may. The',
    '*operator* is the command line of the machine that Riggen runs on, and may do everything. *The system* acts by itself because of',
    'events, inside a service only.\n',
    'The rule is kept twice: by the services, for every command and query, and by the database, which shows the role that queries run',
    'as no other rows than those of the person who asks.\n',
    heading('Roles'),
    table(
      ['role', 'held in', 'gives and withdraws, in the own unit and below'],
      Object.entries(levelsOf).map(([role, levels]) => [words(role), levels.join(', '), list(givenBy[role] ?? []) || 'none']),
    ),
    heading('Rows of read models'),
    table(
      ['class', 'rows are about', 'seen in the own unit and below by'],
      [
        ...Object.entries(rowClasses).map(([name, { about, roles, self }]) => [name, about, [...roles.map(words), ...(self ? ['the person'] : [])].join(', ') || 'operator only']),
        ['open', 'what everybody may see', 'everybody who may ask the query'],
        ['internal', 'what services keep for their own decisions', 'no query'],
      ],
    ),
    heading('Commands and queries'),
    ...services,
  ].join('\n')}`;
}
