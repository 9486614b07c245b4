import { describe, expect, it } from '@jest/globals';
import { type CsvLine, readCsv } from './read-csv.js';

const columns = ['service_id', 'name', 'region'];
const header = 'service_id,name,region';

const read = (content: string | Buffer) => readCsv(Buffer.from(content as string), columns);
const linesOf = (content: string | Buffer): CsvLine[] => {
  const file = read(content);
  if ('reason' in file) throw new Error(`the file was refused: ${file.reason}`);
  return file.lines;
};
/** Each line as its number and what its cells hold, or why it cannot be read. */
const told = (content: string | Buffer) =>
  linesOf(content).map((line) => ('cells' in line ? [line.line, ...line.cells.values()] : [line.line, line.reason]));

describe('a file of rows', () => {
  it('gives each row with its line, the header being line 1', () => {
    expect(linesOf(`${header}\np01,Tjeneste 01,nord\np02,Tjeneste 02,sor\n`)).toEqual([
      { line: 2, cells: new Map([['service_id', 'p01'], ['name', 'Tjeneste 01'], ['region', 'nord']]) },
      { line: 3, cells: new Map([['service_id', 'p02'], ['name', 'Tjeneste 02'], ['region', 'sor']]) },
    ]);
  });

  it('may have a byte-order mark', () => {
    expect(told(`\uFEFF${header}\np01,Ås,ost\n`)).toEqual([[2, 'p01', 'Ås', 'ost']]);
  });

  it('may have a byte-order mark before a quoted column name', () => {
    expect(told('\uFEFF"service_id",name,region\np01,Ås,ost\n')).toEqual([[2, 'p01', 'Ås', 'ost']]);
  });

  it.each([
    ['a line feed', '\n'],
    ['a carriage return and a line feed', '\r\n'],
    ['a carriage return', '\r'],
  ])('may end its lines with %s', (_, end) => {
    expect(told([header, 'p01,Ås,ost', 'p02,Bø,sor', ''].join(end))).toEqual([
      [2, 'p01', 'Ås', 'ost'],
      [3, 'p02', 'Bø', 'sor'],
    ]);
  });

  it('loses no row when line endings are mixed', () => {
    expect(told(`${header}\r\np01,A,ost\rp02,B,sor\np03,C,vest`)).toEqual([
      [2, 'p01', 'A', 'ost'],
      [3, 'p02', 'B', 'sor'],
      [4, 'p03', 'C', 'vest'],
    ]);
  });

  it('may end without a line ending', () => {
    expect(told(`${header}\np01,Ås,ost`)).toEqual([[2, 'p01', 'Ås', 'ost']]);
  });

  it('reads quotes around commas, doubled quotes and nothing', () => {
    expect(told(`${header}\np01,"Nord, Sør og ""Midt""",""\n"p02","B","sor"\n`)).toEqual([
      [2, 'p01', 'Nord, Sør og "Midt"', ''],
      [3, 'p02', 'B', 'sor'],
    ]);
  });

  it('reads names of every alphabet in UTF-8', () => {
    const name = 'Gáivuotna – Kåfjord – Kaivuono ŋ ش 🙂';
    expect(told(`${header}\np01,${name},nord\n`)).toEqual([[2, 'p01', name, 'nord']]);
  });

  it('takes blanks around a cell away', () => {
    expect(told(`service_id , name,region\n p01 ,\tÅs\u00a0,"ost "\n`)).toEqual([[2, 'p01', 'Ås', 'ost']]);
  });

  it('may have its columns in another order', () => {
    const [line] = linesOf('region,service_id,name\nost,p01,Ås\n');
    expect(line).toEqual({ line: 2, cells: new Map([['service_id', 'p01'], ['name', 'Ås'], ['region', 'ost']]) });
  });

  it('may have empty lines, which count as lines', () => {
    expect(told(`${header}\n\np01,Ås,ost\n   \n\np02,Bø,sor\n\n`)).toEqual([
      [3, 'p01', 'Ås', 'ost'],
      [6, 'p02', 'Bø', 'sor'],
    ]);
  });

  it('may have no rows', () => {
    expect(told(`${header}\n`)).toEqual([]);
  });
});

describe('a row that cannot be read', () => {
  it('has too few or too many cells, and the others are read', () => {
    expect(linesOf(`${header}\np01,Ås\np02,Bø,sor\np03,Å,vest,midt\n`)).toEqual([
      { line: 2, firstCell: 'p01', reason: 'wrong-number-of-cells', params: { expected: 3, given: 2 } },
      { line: 3, cells: new Map([['service_id', 'p02'], ['name', 'Bø'], ['region', 'sor']]) },
      { line: 4, firstCell: 'p03', reason: 'wrong-number-of-cells', params: { expected: 3, given: 4 } },
    ]);
  });

  it('is separated by something else than commas', () => {
    expect(told(`${header}\np01;Ås;ost\n`)).toEqual([[2, 'wrong-number-of-cells']]);
  });

  it.each(['p01,Å"s,ost', 'p01,"Å"s,ost', 'p01, "Ås",ost'])('has a stray quote: %s', (row) => {
    expect(told(`${header}\n${row}\np02,Bø,sor\n`)).toEqual([
      [2, 'broken-line'],
      [3, 'p02', 'Bø', 'sor'],
    ]);
  });

  it('has a cell in Latin-1, which is named', () => {
    const content = Buffer.concat([Buffer.from(`${header}\np01,`), Buffer.from('Ås', 'latin1'), Buffer.from(',ost\np02,Bø,sor\n')]);
    expect(linesOf(content)[0]).toEqual({ line: 2, field: 'name', firstCell: 'p01', reason: 'cell-not-utf8', params: {} });
    expect(told(content)[1]).toEqual([3, 'p02', 'Bø', 'sor']);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['little', Buffer.from(`\uFEFF${header}\np01,Ås,ost\n`, 'utf16le')],
    ['big', Buffer.from(`\uFEFF${header}\np01,Ås,ost\n`, 'utf16le').swap16()],
  ])('is UTF-16 with the %s end first', (_, bytes) => {
    expect(read(bytes)).toEqual({ reason: 'file-not-utf8', params: {} });
  });

  it('lacks columns, and tells which', () => {
    expect(read('service_id\np01\n')).toEqual({ reason: 'missing-column', params: { columns: 'name, region' } });
  });

  it('has a column that is not known', () => {
    expect(read(`${header},mood\np01,Ås,ost,5\n`)).toEqual({ reason: 'unknown-column', params: { columns: '«mood»' } });
  });

  it('has a column twice', () => {
    expect(read(`${header},name\np01,Ås,ost,Bø\n`)).toEqual({ reason: 'unknown-column', params: { columns: '«name»' } });
  });

  it('has a column under a name in other letters', () => {
    expect(read('Service_ID,name,region\n')).toEqual({ reason: 'missing-column', params: { columns: 'service_id' } });
  });

  it('has a quote that is not closed, told once with its line and without any row', () => {
    expect(read(`${header}\np01,Ås,ost\np02,"Bø,sor\np03,"Å,vest\n`)).toEqual({ reason: 'unclosed-quote', params: { line: 3 }, line: 3 });
  });

  it('has a row over two lines', () => {
    expect(read(`${header}\np01,"Ås\nog Bø",ost\n`)).toMatchObject({ reason: 'unclosed-quote', line: 2 });
  });

  it.each([
    ['is empty', ''],
    ['is only a byte-order mark', '\uFEFF'],
    ['begins with an empty line', `\n${header}\n`],
  ])('%s, and should have the line of column names', (_, content) => {
    expect(read(content)).toEqual({ reason: 'file-without-header', params: { columns: columns.join(', ') } });
  });

  it('has a quote in its header that is not closed', () => {
    expect(read('"service_id,name,region\n')).toEqual({ reason: 'unclosed-quote', params: { line: 1 }, line: 1 });
  });

  it('separates its columns by something else than commas', () => {
    expect(read('service_id;name;region\np01;Ås;ost\n')).toEqual({ reason: 'wrong-separator', params: {} });
  });
});
