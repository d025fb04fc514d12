import { AttacheError } from '../../../../shared/contract/errors.ts';
import type { Handlers } from '../../../../shared/contract/methods.ts';
import type { NearGroup } from '../../../../shared/model/near-group.ts';
import { labelOf, seqOf } from '../../articles/store.ts';
import type { LibraryContext } from '../../context.ts';
import type { Database } from '../../storage/database.ts';
import { rounded, similarity } from './fingerprint.ts';
import { storedFingerprint, type Fingerprints } from './fingerprints.ts';
import { allow, membersOf, promote, separate, setLead, type Link } from './groups.ts';
import { planRegrouping, regroup } from './regroup.ts';

interface MemberRow {
  readonly id: string;
  readonly title: string;
  readonly 'container-title': string | null;
  readonly issued: string | null;
  readonly words: number;
  readonly origin: string | null;
}

const memberColumns = `a.id, a.title, a.container_title AS "container-title", a.issued, a.words,
  a.origin_name AS origin`;

function groupOf(db: Database, lead: number): NearGroup | null {
  const row = db
    .prepare<MemberRow>(`SELECT ${memberColumns} FROM articles a WHERE a.seq = ?`)
    .get(lead);
  const shadows = db
    .prepare<MemberRow & { similarity: number | null; by: Link['by'] }>(
      `SELECT ${memberColumns}, n.similarity, coalesce(n.by, 'rule') AS by FROM articles a
       LEFT JOIN near_duplicates n ON n.article = a.seq
       WHERE a.shadow_of = ? AND a.trashed IS NULL ORDER BY a.seq`,
    )
    .all(lead);
  return row === undefined || shadows.length === 0 ? null : { lead: row, shadows };
}

const leads = `FROM articles l WHERE l.trashed IS NULL
  AND EXISTS (SELECT 1 FROM articles s WHERE s.shadow_of = l.seq AND s.trashed IS NULL)`;

/** How like two stored articles are, as a person's link keeps it. */
const likeness =
  (db: Database, lead: number) =>
  (member: number): Link => {
    const [a, b] = [storedFingerprint(db, lead), storedFingerprint(db, member)];
    const value = a === null || b === null ? 0 : similarity(a.shingles, b.shingles);
    return { similarity: rounded(value), by: 'person' };
  };

function refuseTrashed(db: Database, id: string): void {
  const row = db
    .prepare<{ trashed: string | null }>('SELECT trashed FROM articles WHERE id = ?')
    .get(id);
  if (row?.trashed == null) return;
  throw new AttacheError('conflict', `${labelOf(db, id)} is in the trash. Restore it first.`);
}

const topics = ['articles', 'briefings'] as const;

/** Groups of near duplicates: who leads them, and who belongs to them. */
export function duplicateHandlers(
  context: LibraryContext & { readonly fingerprints: Fingerprints },
): Handlers<
  | 'duplicates.list'
  | 'duplicates.lead'
  | 'duplicates.separate'
  | 'duplicates.join'
  | 'duplicates.regroup'
  | 'duplicates.plan'
> {
  const { db, commands } = context;
  const grouped = (seq: number): NearGroup => {
    const [lead = seq] = membersOf(db, seq);
    const group = groupOf(db, lead);
    if (group !== null) return group;
    throw new AttacheError('conflict', 'This article has no near duplicates in the library.');
  };
  return {
    'duplicates.list': ({ articleId, limit }) => {
      if (articleId !== undefined) {
        const [lead] = membersOf(db, seqOf(db, articleId));
        const group = lead === undefined ? null : groupOf(db, lead);
        const items = group === null ? [] : [group];
        return { items, total: items.length };
      }
      const total = db.prepare<{ n: number }>(`SELECT count(*) AS n ${leads}`).get()?.n ?? 0;
      const items = db
        .prepare<{ seq: number }>(`SELECT l.seq ${leads} ORDER BY l.seq DESC LIMIT ?`)
        .all(limit)
        .flatMap(({ seq }) => groupOf(db, seq) ?? []);
      return { items, total };
    },
    'duplicates.lead': ({ id }) => {
      const seq = seqOf(db, id);
      grouped(seq);
      const label = `Make ${labelOf(db, id)} the lead of its group`;
      commands.run(label, { topics }, () =>
        promote(db, seq, membersOf(db, seq), likeness(db, seq)),
      );
      return grouped(seq);
    },
    'duplicates.separate': ({ id }) => {
      const seq = seqOf(db, id);
      grouped(seq);
      commands.run(`Keep ${labelOf(db, id)} apart from its near duplicates`, { topics }, () =>
        separate(db, seq, likeness(db, seq)),
      );
      return {};
    },
    'duplicates.join': ({ id, lead: leadId }) => {
      const seq = seqOf(db, id);
      for (const one of [id, leadId]) refuseTrashed(db, one);
      const [lead = 0, ...others] = membersOf(db, seqOf(db, leadId));
      const group = membersOf(db, seq);
      if (group.includes(lead)) {
        throw new AttacheError('conflict', `${labelOf(db, id)} is in this group already.`, {
          field: 'lead',
        });
      }
      commands.run(`Group ${labelOf(db, id)} with ${labelOf(db, leadId)}`, { topics }, () => {
        const link = likeness(db, lead);
        for (const member of group) {
          allow(db, member, [lead, ...others]);
          setLead(db, member, lead, link(member));
        }
      });
      return grouped(seq);
    },
    'duplicates.plan': async ({ threshold, limit }) => {
      const used = threshold ?? (await context.settings.get()).nearThreshold;
      const changes = planRegrouping(db, context.fingerprints, used).filter(
        ({ before, after }) => before !== after,
      );
      const member = db.prepare<MemberRow>(
        `SELECT ${memberColumns} FROM articles a WHERE a.seq = ?`,
      );
      const named = (seq: number | null) => (seq === null ? null : (member.get(seq) ?? null));
      const items = changes.slice(0, limit).flatMap(({ seq, before, after, link }) => {
        const article = member.get(seq);
        if (article === undefined) return [];
        const similarity = after === null ? null : link.similarity;
        return [{ article, before: named(before), after: named(after), similarity }];
      });
      return { threshold: used, total: changes.length, items };
    },
    'duplicates.regroup': async ({ threshold }) => {
      const used = threshold ?? (await context.settings.get()).nearThreshold;
      const changed = commands.run('Group near duplicates anew', { topics }, () =>
        regroup(db, planRegrouping(db, context.fingerprints, used)),
      );
      const groups = db.prepare<{ n: number }>(`SELECT count(*) AS n ${leads}`).get()?.n ?? 0;
      return { changed, groups, threshold: used };
    },
  };
}
