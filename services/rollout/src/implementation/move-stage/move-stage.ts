import { type enterStage, type leaveStage, stageEntered, stageLeft } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { type Implementation, type ImplementationEvent, openSpell } from '../implementation.js';
import { outstandingIn } from '../progress.js';
import { refusedOn } from '../refusals.js';
import { templateOf } from '../template.js';

export type EnterStage = z.infer<typeof enterStage.schema>;
export type LeaveStage = z.infer<typeof leaveStage.schema>;

/** Begins a stage: the next, one beside another, or one that was left before. */
export function decideEnterStage(command: EnterStage, state: Implementation, { now }: { now: string }): Decision<ImplementationEvent> {
  const { stage, on } = command;
  const refused = refusedOn(state, command, { day: on, field: 'on', now });
  if (refused) return refused;
  const open = openSpell(state, stage);
  if (open) return open.from === on ? [] : refuse('stage-open', 'stage', { from: open.from });
  const left = state.spells.findLast((spell) => spell.stage === stage)?.to;
  if (left && on < left) return refuse('stage-left-later', 'on', { date: on, left });
  return [stageEntered(command, { occurredAt: now, organisation: state.organisation })];
}

/** Leaves a stage. It is completed when everything on its checklist is done or does not apply; going back asks for nothing but a reason. */
export function decideLeaveStage(command: LeaveStage, state: Implementation, { now }: { now: string }): Decision<ImplementationEvent> {
  const { stage, on, outcome, reason } = command;
  const refused = refusedOn(state, command, { day: on, field: 'on', now });
  if (refused) return refused;
  const open = openSpell(state, stage);
  if (!open) {
    const isSo = state.spells.some((spell) => spell.stage === stage && spell.to === on);
    return isSo ? [] : refuse('stage-not-open', 'stage');
  }
  if (on < open.from) return refuse('stage-begins-later', 'on', { date: on, from: open.from });
  if (outcome === 'went_back') return reason ? [stageLeft(command, { occurredAt: now, organisation: state.organisation })] : refuse('missing-reason', 'reason');
  const outstanding = outstandingIn(state, templateOf(state.started!.templateVersion), stage);
  if (outstanding.length) {
    return refuse('stage-not-complete', 'stage', { count: outstanding.length, activities: outstanding.map(({ title }) => title.nb).join('; ') });
  }
  return [stageLeft(command, { occurredAt: now, organisation: state.organisation })];
}
