import type { Subject } from '@riggen/access';
import type { Caller, QueryDefinition } from '@riggen/contracts';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';

/** One thing that a service can be asked to tell, from the tables of the projections that it names. */
export interface QuerySlice<Definition extends QueryDefinition = QueryDefinition> {
  definition: Definition;
  projections: string[];
  /**
   * The place that the question is about, for the matrix of access; `{}` is the nation. `tables` shows all rows, to find the
   * place of what the question names; undefined when that is not known.
   */
  subject(input: z.infer<Definition['input']>, tables: EntityManager): Promise<Subject | undefined>;
  /** `tables` shows the rows that the caller may see, and no others; `caller` tells apart what is not there and what is not shown. */
  answer(input: z.infer<Definition['input']>, tables: EntityManager, caller: Caller): Promise<z.infer<Definition['output']>>;
}

/** Checks the parts of a query against each other and keeps their types. */
export function querySlice<Definition extends QueryDefinition>(slice: QuerySlice<Definition>): QuerySlice<Definition> {
  return slice;
}
