/** Who or what a mark stands for: its shape says it, its tone only helps. */
export type Side = 'recipient' | 'caseworker' | 'physical' | 'digital';

interface SideShapeProps {
  side: Side;
  x: number;
  y: number;
}

export function SideShape({ side, x, y }: SideShapeProps) {
  const at = `translate(${x} ${y})`;
  switch (side) {
    case 'recipient':
      return <path className="shape shape-recipient" transform={at} d="M0-7 7 0 0 7-7 0z" />;
    case 'caseworker':
      return <circle className="shape shape-caseworker" transform={at} r="6" />;
    case 'physical':
      return <rect className="shape shape-physical" transform={at} x="-5.5" y="-5.5" width="11" height="11" />;
    case 'digital':
      return <path className="shape shape-digital" transform={at} d="M0-7 7 5.5H-7z" />;
  }
}

export function ShapeKey({ side }: { side: Side }) {
  return (
    <svg className="shape-key" width="16" height="16" aria-hidden="true">
      <SideShape side={side} x={8} y={8} />
    </svg>
  );
}
