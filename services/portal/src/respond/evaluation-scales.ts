import type { evaluationScales } from '@riggen/contracts';

/** The scales of a gathering's evaluation, as the contracts name them. */
export const evaluationScaleNames: typeof evaluationScales = ['learning', 'motivating', 'amount', 'relevance', 'leadership'];
