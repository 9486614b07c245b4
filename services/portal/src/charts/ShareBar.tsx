/** A share of 100 as a bar from zero, with the target as a thin line. The figure stands beside it. */
export function ShareBar({ share, target }: { share: number; target?: number }) {
  return (
    <svg className="plan-bar" aria-hidden="true" width="100%" height="16" preserveAspectRatio="none">
      <rect className="plan-within" x="0" y="0" height="16" width={`${share}%`} />
      <line className="share-base" x1="0" x2="100%" y1="15.5" y2="15.5" />
      {target !== undefined && <line className="plan-line" x1={`${target}%`} x2={`${target}%`} y1="-4" y2="20" />}
    </svg>
  );
}
