import { isZero } from '../figures/published-figure.js';
import type { PilotPage } from './pilot-page.js';

/** Nobody has been asked and no gathering or supervision is known: there is nothing to show yet. */
export const isEmpty = ({ surveys, gatherings, supervision }: PilotPage) =>
  gatherings.length === 0 && supervision.length === 0 && surveys.every(({ participants }) => isZero(participants));
