import { refuse, type Refusal } from '@riggen/event-sourcing';

/** Why a form takes no sheet, or nothing when it does. `opened` is what the code leads to. */
export function whyNotOpen(opened: { closesAt: string } | undefined, isClosed: boolean, now: string): Refusal | undefined {
  if (!opened) return refuse('unknown-link', 'code');
  if (isClosed || new Date(now) >= new Date(opened.closesAt)) return refuse('evaluation-closed', 'code');
  return undefined;
}
