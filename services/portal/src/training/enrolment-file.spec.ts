import { describe, expect, it } from '@jest/globals';
import { groupsOf, readEnrolment } from './enrolment-file.js';

const linesOf = (text: string) => {
  const read = readEnrolment(text, 'S1');
  if ('fault' in read) throw new Error(read.fault);
  return read.lines;
};
const personOf = (person: string) => (person.includes('@') ? { 'anne@t.no': 'K9' }[person.toLowerCase()] : person);
const serviceOf = (service: string) => ({ t1: 't1', t2: 't2', 'Flå, Nesbyen og Gol': 't2' })[service];

describe('a file of enrolment', () => {
  it('is read with commas or semicolons, with or without the gathering, and with quoted names', () => {
    expect(linesOf('person_id,service_id,together\nK1,t1,\n\nK2,"Flå, Nesbyen og Gol",A\n')).toEqual([
      { line: 2, person: 'K1', service: 't1', together: '' },
      { line: 4, person: 'K2', service: 'Flå, Nesbyen og Gol', together: 'A' },
    ]);
    expect(linesOf('\uFEFFgathering_id;person_id;service_id\r\nS1;anne@t.no;t1\r\nS2;K3;t1\r\n')).toEqual([{ line: 2, person: 'anne@t.no', service: 't1', together: '' }]);
  });

  it('without the columns, without lines, or with too many of them is told as such', () => {
    expect(readEnrolment('name,service\nA,t1', 'S1')).toEqual({ fault: 'missingColumns' });
    expect(readEnrolment('person_id,service_id\n', 'S1')).toEqual({ fault: 'empty' });
    expect(readEnrolment(`person_id,service_id\n${'K1,t1\n'.repeat(2_001)}`, 'S1')).toEqual({ fault: 'tooLarge' });
  });

  it('keeps together those with the same word, and finds people and services by key, address and name', () => {
    const { groups, faults } = groupsOf(linesOf('person_id,service_id,together\nK1,t1,A\nanne@t.no,t2,\nK2,t1,A\nK3,"Flå, Nesbyen og Gol",'), { personOf, serviceOf });
    expect(groups).toEqual([
      { groupId: 'A', serviceId: 't1', personIds: ['K1', 'K2'], lines: [2, 4] },
      { groupId: 'K9', serviceId: 't2', personIds: ['K9'], lines: [3] },
      { groupId: 'K3', serviceId: 't2', personIds: ['K3'], lines: [5] },
    ]);
    expect(faults).toEqual([]);
  });

  it('leaves out whom it cannot find, with all who are kept together with them', () => {
    const { groups, faults } = groupsOf(linesOf('person_id,service_id,together\nnobody@t.no,t1,A\nK1,t1,A\nK2,t9,\nK3,t1,B\nK4,t2,B\nK5,t1,'), { personOf, serviceOf });
    expect(groups.map(({ groupId }) => groupId)).toEqual(['K5']);
    expect(faults).toEqual([
      { line: 2, fault: 'unknownPerson', given: 'nobody@t.no' },
      { line: 4, fault: 'unknownService', given: 't9' },
      { line: 6, fault: 'twoServices', given: 'B' },
    ]);
  });
});
