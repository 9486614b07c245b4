import type { PilotPage } from '@riggen/contracts';
import { createContext } from 'react';

export type Marking = PilotPage['markings'][number];

/** What the page's data are marked as; every chart and source line repeats it. */
export const MarkingsContext = createContext<readonly Marking[]>([]);
