interface Covered {
  employed: number;
  trained: number;
}

/** From how many employed a share of them is told. */
const fewestEmployed = 5;

export const isEnough = ({ employed }: Covered): boolean => employed >= fewestEmployed;

/** Trained of employed, in per cent. */
export const shareOf = ({ employed, trained }: Covered): number => (trained / employed) * 100;
