import { useEffect, useState, type RefCallback } from 'react';

const widest = 2400;
const firstGuess = 1040;
const narrowest = 480;
const step = 40;

/**
 * How many units wide to draw a chart, the ref of the element it fills, and that element. Never more units than
 * CSS px there are, so that labels are not scaled down; in steps, so that dragging an edge does not
 * draw it anew all the time.
 */
export function useChartWidth(): [
  width: number,
  ref: RefCallback<SVGSVGElement>,
  element: SVGSVGElement | null,
] {
  const [element, setElement] = useState<SVGSVGElement | null>(null);
  const [width, setWidth] = useState(firstGuess);
  useEffect(() => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const room = Math.floor((entry?.contentRect.width ?? firstGuess) / step) * step;
      setWidth(Math.min(widest, Math.max(narrowest, room)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [width, setElement, element];
}
