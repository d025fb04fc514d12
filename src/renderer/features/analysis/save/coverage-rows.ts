import type { Output } from '../../../../shared/contract/methods.ts';
import { client } from '../../../api/client.ts';
import type { ActorFilter } from '../ActorFilters.tsx';
import type { Rows } from './SaveMenu.tsx';

type Coverage = Pick<Output<'analysis.coverage'>, 'actors' | 'outlets' | 'cells'>;

const pageSize = 200;

/** How often each outlet names each actor, also those not yet on screen. */
export async function wholeCoverage(filter: ActorFilter): Promise<Coverage> {
  const pages: Output<'analysis.coverage'>[] = [];
  for (let offset = 0; ; offset += pageSize) {
    const page = await client.call('analysis.coverage', { ...filter, limit: pageSize, offset });
    pages.push(page);
    if (page.actors.length === 0 || offset + pageSize >= page.actorTotal) break;
  }
  return {
    outlets: pages[0]?.outlets ?? [],
    actors: pages.flatMap(({ actors }) => actors),
    cells: pages.flatMap(({ cells }) => cells),
  };
}

/** The actors down, the outlets across, and the number of mentions in each cell. */
export function coverageRows(
  { actors, outlets, cells }: Coverage,
  words: { readonly corner: string; readonly unknown: string },
): Rows {
  const key = (actorId: string, outlet: string | null) => JSON.stringify([actorId, outlet]);
  const mentions = new Map(cells.map((cell) => [key(cell.actorId, cell.outlet), cell.mentions]));
  return [
    [words.corner, ...outlets.map(({ outlet }) => outlet ?? words.unknown)],
    ...actors.map(({ id, name }) => [
      name,
      ...outlets.map(({ outlet }) => mentions.get(key(id, outlet)) ?? 0),
    ]),
  ];
}
