/** A bar from zero with the plan as a thin line: grey up to the plan, in the signal colour after it. The figure stands beside it. */
export function PlanBar({ value, plan, scale }: { value: number; plan: number; scale: number }) {
  const at = (amount: number) => `${Math.min(100, (amount / scale) * 100)}%`;
  return (
    <svg className="plan-bar" aria-hidden="true" width="100%" height="16" preserveAspectRatio="none">
      <rect className="plan-within" x="0" y="0" height="16" width={at(Math.min(value, plan))} />
      {value > plan && <rect className="plan-past" x={at(plan)} y="0" height="16" width={at(value - plan)} />}
      <line className="plan-line" x1={at(plan)} x2={at(plan)} y1="-4" y2="20" />
    </svg>
  );
}
