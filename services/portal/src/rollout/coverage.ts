interface Covered {
  employed: number | null;
  trained: number | null;
}

interface Counted {
  employed: number;
  trained: number;
}

/** From how many employed a share of them is told. */
const fewestEmployed = 5;

export const isEnough = (row: Covered): row is Counted => row.trained !== null && row.employed !== null && row.employed >= fewestEmployed;

/** Trained of employed, in per cent. */
export const shareOf = ({ employed, trained }: Counted): number => (trained / employed) * 100;
