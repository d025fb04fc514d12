import { z } from 'zod';

const rectangleSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
});
export type Rectangle = z.infer<typeof rectangleSchema>;

/** Where the window was, in device-independent pixels of the whole desktop. */
const windowStateSchema = z.object({ bounds: rectangleSchema, maximized: z.boolean() });
export type WindowState = z.infer<typeof windowStateSchema>;

export const smallestWindow = { width: 640, height: 480 };
const usualWindow = { width: 1280, height: 800 };
/** How much of a window must lie on a display for it to be found and dragged. */
const graspable = { width: 120, height: 60 };

const overlap = (startA: number, lengthA: number, startB: number, lengthB: number): number =>
  Math.min(startA + lengthA, startB + lengthB) - Math.max(startA, startB);

const between = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(value, most));

/**
 * Where to open the window: as it was left, unless the display it was on is gone or it has
 * shrunk, in which case it is brought back. `areas` are the work areas of the displays, the
 * primary one first. `stored` may be anything.
 */
export function placeWindow(stored: unknown, areas: readonly Rectangle[]): WindowState {
  const primary = areas[0] ?? { x: 0, y: 0, ...usualWindow };
  const parsed = windowStateSchema.safeParse(stored);
  const left = parsed.success
    ? parsed.data
    : {
        bounds: {
          x: primary.x + Math.round((primary.width - usualWindow.width) / 2),
          y: primary.y + Math.round((primary.height - usualWindow.height) / 2),
          ...usualWindow,
        },
        maximized: false,
      };
  const area =
    areas.find(
      ({ x, y, width, height }) =>
        overlap(left.bounds.x, left.bounds.width, x, width) >= graspable.width &&
        left.bounds.y >= y &&
        overlap(left.bounds.y, left.bounds.height, y, height) >= graspable.height,
    ) ?? null;
  const home = area ?? primary;
  const width = Math.max(smallestWindow.width, Math.min(left.bounds.width, home.width));
  const height = Math.max(smallestWindow.height, Math.min(left.bounds.height, home.height));
  const place =
    area === null
      ? {
          x: home.x + Math.max(0, Math.round((home.width - width) / 2)),
          y: home.y + Math.max(0, Math.round((home.height - height) / 2)),
        }
      : {
          // A window made smaller to fit must still reach into the display.
          x: between(
            left.bounds.x,
            area.x + graspable.width - width,
            area.x + area.width - graspable.width,
          ),
          y: between(left.bounds.y, area.y, area.y + area.height - graspable.height),
        };
  return { bounds: { ...place, width, height }, maximized: left.maximized };
}
