import type { ReactNode } from 'react';
import { useMeasuredWidth } from './useMeasuredWidth.js';

interface DrawingProps {
  height: number;
  /** The figures in words; without them the drawing only repeats what stands beside it. */
  label?: string;
  children: (width: number) => ReactNode;
}

/** An SVG that is drawn for the width it gets, so that its text and strokes are never scaled. */
export function Drawing({ height, label, children }: DrawingProps) {
  const { ref, width } = useMeasuredWidth<HTMLDivElement>();
  return (
    <div ref={ref} className="drawing" style={{ blockSize: height }}>
      <svg width={width} height={height} {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}>
        {width > 0 && children(width)}
      </svg>
    </div>
  );
}
