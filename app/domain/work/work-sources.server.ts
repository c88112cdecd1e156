import { type SQL, sql } from 'drizzle-orm';

/**
 * Everything that waits, from the rows themselves, each part through an index of its own that
 * holds only what waits. Columns: kind, subject_id, since, due_at, amount_minor, currency,
 * supporter_id, detail, next_at.
 *
 * Due: of a dispute Stripe's date, of a failed payment its next attempt, of a card the end of its
 * month; of the rest, the days after which nothing will come of waiting.
 */
export function workSources(input: { readonly now: Date; readonly cardMonth: number }): SQL {
  const now = sql`${input.now.toISOString()}::timestamptz`;
  const year = Math.floor((input.cardMonth - 1) / 12);
  const month = ((input.cardMonth - 1) % 12) + 1;
  return sql`
    select 'dispute' as kind, d.stripe_dispute_id as subject_id, d.opened_at as since,
      coalesce(d.due_by, d.opened_at) as due_at, d.amount_minor, d.currency,
      (select p.supporter_id from payments p
        where p.kind = 'charge' and p.stripe_object_id = d.stripe_charge_id) as supporter_id,
      d.reason as detail, null::timestamptz as next_at
    from disputes d where d.status in ('needs_response', 'warning_needs_response')
    union all
    select 'payment_failed', m.id::text, m.past_due_since,
      coalesce(m.next_attempt_at, m.past_due_since),
      coalesce(m.open_amount_minor, m.amount_minor), m.currency, m.supporter_id,
      m.payment_trouble, m.next_attempt_at
    from memberships m where m.past_due_since is not null and m.ended_at is null
    union all
    select 'refund_failed', f.stripe_object_id, f.occurred_at, f.occurred_at + interval '2 days',
      f.amount_minor, f.currency, f.supporter_id, null, null
    from payments f where f.kind = 'refund_failure' and not exists (
      select 1 from payments r where r.stripe_charge_id = f.stripe_charge_id
        and r.kind = 'refund' and r.stripe_object_id <> f.stripe_object_id
        and r.occurred_at >= f.occurred_at)
    union all
    select 'refund_pending', r.id::text, r.created_at, r.created_at + interval '1 day',
      r.amount_minor, r.currency,
      (select p.supporter_id from payments p where p.id = r.payment_id), null, null
    from refunds r where r.status = 'asked'
    union all
    select 'event', e.id, e.received_at, e.received_at + interval '1 day', null, null, null,
      e.type, null
    from stripe_events e where e.outcome in ('given_up', 'set_aside')
    union all
    select 'job', j.id::text, j.failed_at, j.failed_at + interval '1 day', null, null, null,
      j.job, null
    from dead_letters j where j.resolved_at is null
    union all
    select 'difference', x.id::text, x.first_seen_at, x.first_seen_at + interval '3 days',
      null, null, null, x.kind, null
    from reconciliation_differences x where x.state = 'open'
    union all
    select 'mail', l.id::text, l.created_at, l.created_at + interval '2 days', null, null,
      (select s.id from supporters s where s.email = l.recipient), l.template, null
    from mails l where l.status = 'failed'
      or (l.status = 'sending' and l.created_at < ${now} - interval '15 minutes')
    union all
    select 'order', o.id::text, o.created_at, o.created_at + interval '3 days', o.amount_minor,
      o.currency, o.supporter_id, o.status, null
    from donations o where o.status in ('pending', 'processing') and o.created_at < ${now} -
      case o.status when 'pending' then interval '2 days' else interval '21 days' end
    union all
    select 'order', o.id::text, o.created_at, o.created_at + interval '3 days', o.amount_minor,
      o.currency, o.supporter_id, o.status, null
    from gifts o where o.status in ('pending', 'processing') and o.created_at < ${now} -
      case o.status when 'pending' then interval '2 days' else interval '21 days' end
    union all
    select 'order', o.id::text, o.created_at, o.created_at + interval '3 days', o.amount_minor,
      o.currency, o.supporter_id, o.status, null
    from memberships o where o.status in ('pending', 'incomplete')
      and o.created_at < ${now} - interval '2 days'
    union all
    select 'card', m.id::text,
      make_timestamptz(m.card_exp_year, m.card_exp_month, 1, 0, 0, 0, 'UTC'),
      make_timestamptz(m.card_exp_year, m.card_exp_month, 1, 0, 0, 0, 'UTC') + interval '1 month',
      m.amount_minor, m.currency, m.supporter_id, m.card_brand || ' ' || m.card_last4,
      m.current_period_end
    from memberships m
    where m.ended_at is null and m.card_exp_year is not null and m.past_due_since is null
      and m.cancel_at is null and m.status in ('trialing', 'active', 'paused')
      and (m.card_exp_year, m.card_exp_month) <= (${year}::integer, ${month}::integer)`;
}
