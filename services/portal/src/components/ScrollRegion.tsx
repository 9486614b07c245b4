import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';

/** What is too wide scrolls by itself, not the page; it takes focus only when there is something to scroll. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setOverflows(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={ref} className="scroll-region" {...(overflows && { tabIndex: 0, role: 'region', 'aria-label': label })}>
      {children}
    </div>
  );
}
