/** How big the newsroom is to be. */
export interface Scale {
  readonly supporters: number;
  readonly payments: number;
  readonly articles: number;
  /** The last day that there is anything of. */
  readonly until: Date;
  /** The same seed and figures give the same rows, ids included. */
  readonly seed: number;
}

export interface Statement {
  readonly says: string;
  readonly sql: string;
}

const years = 5;
const hoursBetween = (articles: number) => Math.max(1, Math.floor((years * 365 * 24) / articles));
/** One person in so many becomes a patron. */
const patronShare = 0.2;

/**
 * Tools for the statements that follow: a number between 0 and 1 for each row and purpose, and ids
 * that sort by time as ours do, and can be told again from what they are of.
 */
export function tools(scale: Scale): Statement[] {
  const { seed, until, supporters, articles } = scale;
  return [
    {
      says: 'tools',
      sql: `
        create schema scale;
        create function scale.r(n bigint, purpose int) returns float8 language sql immutable parallel safe as
          $$ select ((hashint8extended(n, ${seed}::bigint * 1000 + purpose) >> 11) & 9007199254740991)::float8 / 9007199254740992 $$;
        create function scale.id(sort int, n bigint, at timestamptz) returns uuid language sql stable parallel safe as
          $$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(sort), 3, '0') || '8' || lpad(to_hex(n), 15, '0'))::uuid $$;
        create function scale.pick(r float8, choices anyarray) returns anyelement language sql immutable parallel safe as
          $$ select choices[1 + floor(r * cardinality(choices))::int] $$;
        create function scale.until() returns timestamptz language sql stable parallel safe as
          $$ select '${until.toISOString()}'::timestamptz $$;
        create function scale.rate(currency text) returns numeric language sql immutable parallel safe as
          $$ select case currency when 'EUR' then 1 when 'USD' then 0.92 when 'GBP' then 1.17 else 0.024 end $$;
        create table scale.people as
          select n, scale.id(2, n, at) as id, at,
            scale.pick(scale.r(n, 2), array['EUR','EUR','EUR','EUR','EUR','UAH','UAH','UAH','USD','GBP']) as currency,
            scale.pick(scale.r(n, 3), array['DE','FR','UA','UA','US','GB','PL','NL','IT','ES','CZ','SE']) as country
          from generate_series(1, ${supporters}) as n
          cross join lateral (select scale.until() - interval '${years} years' + interval '${years} years' * sqrt(scale.r(n, 1)) as at) one;
        alter table scale.people add primary key (n);
        create table scale.stories as
          select n, at, scale.id(1, n, at) as id from generate_series(1, ${articles}) n
          cross join lateral (select scale.until() - (n * interval '${hoursBetween(articles)} hours') as at) one;
        alter table scale.stories add primary key (n);
        create table scale.patrons as
          select p.n, p.id as person_id, scale.id(3, p.n, p.at) as id, p.currency, p.country, p.at as started_at,
            case when ends < scale.until() then ends end as ended_at, span as interval, level, s.id as article_id,
            (case p.currency when 'UAH' then (array[15000, 30000, 60000])[level] else (array[500, 1000, 2000])[level] end
              * case span when 'year' then 10 else 1 end)::bigint as amount_minor,
            case when scale.r(p.n, 9) < 0.1 then 3 + floor(scale.r(p.n, 10) * 12)::int end as changes_after
          from scale.people p
          cross join lateral (select case when scale.r(p.n, 4) < 0.8 then 'month' else 'year' end as span,
            1 + floor(3 * scale.r(p.n, 5) * scale.r(p.n, 6))::int as level,
            ${story(scale, 'p.n', 'p.at')} as story) one
          left join scale.stories s on s.n = one.story
          cross join lateral (select p.at + case span when 'year' then interval '1 year' * ceil(-ln(1 - scale.r(p.n, 11)) * 3)
            else interval '1 month' * ceil(-ln(1 - scale.r(p.n, 11)) * 40) end as ends) two
          where p.n <= ${Math.floor(supporters * patronShare)};
        analyze scale.people; analyze scale.patrons`,
    },
  ];
}

/** Which story brought a gift, counted back from the last: most often one of those days, six times in ten. */
const story = ({ articles }: Scale, n: string, at: string) =>
  `case when scale.r(${n}, 7) < 0.6 then least(${articles}, 1 + ceil(extract(epoch from scale.until() - ${at}) / ${hoursBetween(articles) * 3_600}) + floor(${articles} * power(scale.r(${n}, 8), 6)))::bigint end`;

const settled = (gross: string, fee: string) => `
  case when is_settled then 'EUR' end, case when is_settled then ${gross} end,
  case when is_settled then ${fee} end, case when is_settled then ${gross} - ${fee} end,
  case when is_settled and currency <> 'EUR' then scale.rate(currency) end`;

const paymentColumns = `(id, kind, stripe_object_id, stripe_charge_id, stripe_payment_intent_id,
  stripe_invoice_id, source, source_id, supporter_id, amount_minor, currency,
  stripe_balance_transaction_id, settlement_currency, settlement_gross_minor, fee_minor, net_minor,
  exchange_rate, country, period_end, article_id, ask_id, campaign_id, occurred_at, recorded_at)`;

const ask = (n: string) =>
  `scale.id(5, 1 + floor(scale.r(${n}, 21) * 4)::bigint, timestamptz '2020-01-01')`;
const campaign = (n: string) =>
  `case when scale.r(${n}, 22) < 0.15 then scale.id(6, 1 + floor(scale.r(${n}, 23) * 3)::bigint, timestamptz '2020-01-01') end`;

/** What the newsroom publishes and asks with. */
export function newsroomRows(): Statement[] {
  const translated = (text: string) => `jsonb_build_object('en', ${text}, 'uk', ${text})`;
  return [
    {
      says: 'articles',
      sql: `
        insert into sections (slug, position, name, description)
          select 'section-' || n, n, ${translated(`'Section ' || n`)}, ${translated(`''`)} from generate_series(1, 8) n;
        insert into authors (slug, name, role, bio)
          select 'author-' || n, ${translated(`'Author ' || n`)}, ${translated(`''`)}, ${translated(`''`)} from generate_series(1, 40) n;
        insert into articles (id, slug, language, section_slug, headline, dek, body, status, published_at, updated_at, created_at)
          select id, 'story-' || n, scale.pick(scale.r(n, 31), array['en', 'uk']), 'section-' || 1 + n % 8,
            'Story ' || n, 'What happened', 'What happened, told at length.', 'published', at, at, at from scale.stories;
        insert into article_authors (article_id, author_slug, position)
          select a.id, 'author-' || 1 + ((hashtext(a.slug) & 1023) + k * 7) % 40, k from articles a
          cross join lateral generate_series(0, case when hashtext(a.slug) % 5 = 0 then 1 else 0 end) k;
        insert into asks (id, name, position, is_active, heading, body, rules, created_at)
          select scale.id(5, n, timestamptz '2020-01-01'), 'Ask ' || n, n, true, ${translated(`'Support us'`)}, ${translated(`'We depend on readers'`)}, '{}', timestamptz '2020-01-01'
          from generate_series(1, 4) n;
        insert into campaigns (id, slug, title, description, goal_minor, currency, starts_at, ends_at)
          select scale.id(6, n, timestamptz '2020-01-01'), 'campaign-' || n, ${translated(`'Campaign ' || n`)}, ${translated(`''`)}, 10000000, 'EUR', scale.until() - interval '5 years', scale.until() + interval '1 year'
          from generate_series(1, 3) n;
        insert into tiers (id, slug, rank, name, description, perks)
          select scale.id(7, n, timestamptz '2020-01-01'), (array['friend', 'patron', 'benefactor'])[n], n, ${translated(`(array['Friend', 'Patron', 'Benefactor'])[n]`)}, ${translated(`''`)}, array['extras']
          from generate_series(1, 3) n`,
    },
  ];
}

/** People, their customers at Stripe, and those of them who are or were patrons. */
export function peopleRows(): Statement[] {
  const current = `case when changes_after is not null and started_at + changes_after * interval '1 month' < coalesce(ended_at, scale.until()) then amount_minor * 3 / 2 else amount_minor end`;
  const monthly = (amount: string) => `(${amount}) / case interval when 'year' then 12 else 1 end`;
  return [
    {
      says: 'people',
      sql: `
        insert into supporters (id, email, name, locale, country, created_at, email_verified_at)
          select id, 'reader' || n || '@' || scale.pick(scale.r(n, 41), array['example.org', 'example.com', 'example.net']),
            scale.pick(scale.r(n, 42), array['Olena','Ivan','Marta','Petro','Anna','Jan','Sofia','Lars','Emma','Noah','Ada','Hugo'])
              || ' ' || scale.pick(scale.r(n, 43), array['Shevchenko','Kovalenko','Bondar','Novak','Schmidt','Martin','Rossi','Jansen','Smith','Berg','Dubois','Melnyk']),
            scale.pick(scale.r(n, 44), array['en', 'en', 'uk']), country, at, at
          from scale.people order by at;
        insert into stripe_customers (stripe_customer_id, supporter_id, is_proven, linked_at)
          select 'cus_scale' || n, id, true, at from scale.people`,
    },
    {
      says: 'memberships',
      sql: `
        insert into memberships (id, status, supporter_id, stripe_customer_id, stripe_subscription_id, tier_id, interval,
          amount_minor, currency, current_period_start, current_period_end, started_at, ended_at, ended_because, cancel_reason,
          locale, country, article_id, ask_id, ask_variant, campaign_id, created_at, past_due_since, paid_until,
          card_brand, card_last4, card_exp_month, card_exp_year)
        select id, case when ended_at is not null then 'canceled' when is_failing then 'past_due' else 'active' end,
          person_id, 'cus_scale' || n, 'sub_scale' || n, scale.id(7, level, timestamptz '2020-01-01'), interval,
          ${current}, currency, started_at, period_end, started_at, ended_at,
          case when ended_at is not null then scale.pick(scale.r(n, 51), array['cancellation_requested', 'cancellation_requested', 'payment_failed']) end,
          case when ended_at is not null then scale.pick(scale.r(n, 52), array['too_expensive', 'unused', 'other', null]) end,
          'en', country, article_id, ${ask('n')}, scale.pick(scale.r(n, 24), array['a', 'b']), ${campaign('n')}, started_at,
          case when ended_at is null and is_failing then scale.until() - interval '10 days' * scale.r(n, 53) end, period_end,
          'visa', lpad((n % 10000)::text, 4, '0'), 1 + n % 12, 2027 + n % 4
        from scale.patrons
        cross join lateral (select scale.r(n, 54) < 0.015 as is_failing,
          coalesce(ended_at, scale.until() + interval '20 days' * scale.r(n, 55)) as period_end) one;
        insert into membership_changes (id, membership_id, at, kind, from_monthly_minor, to_monthly_minor, currency)
          select scale.id(8, n, started_at), id, started_at, 'started', 0, ${monthly('amount_minor')}, currency from scale.patrons;
        insert into membership_changes (id, membership_id, at, kind, from_monthly_minor, to_monthly_minor, currency)
          select scale.id(9, n, at), id, at, 'amount_changed', ${monthly('amount_minor')}, ${monthly('amount_minor * 3 / 2')}, currency
          from scale.patrons cross join lateral (select started_at + changes_after * interval '1 month' as at) one
          where at < coalesce(ended_at, scale.until());
        insert into membership_changes (id, membership_id, at, kind, from_monthly_minor, to_monthly_minor, currency)
          select scale.id(10, n, ended_at), id, ended_at, 'ended', ${monthly(current)}, 0, currency from scale.patrons where ended_at is not null;
        insert into membership_changes (id, membership_id, at, kind, from_monthly_minor, to_monthly_minor, currency)
          select scale.id(11, n * 2 + k, at), id, at, case k when 0 then 'payment_failed' else 'recovered' end, ${monthly(current)}, ${monthly(current)}, currency
          from scale.patrons cross join generate_series(0, 1) k
          cross join lateral (select started_at + (coalesce(ended_at, scale.until()) - started_at) * scale.r(n, 56) + k * interval '3 days' as at) one
          where scale.r(n, 57) < 0.2 and at < coalesce(ended_at, scale.until())`,
    },
  ];
}

/**
 * Charges of memberships first, donations until there are as many payments as asked for, and what
 * went back; each in the order of time, as they would have been booked and lie on the disk.
 */
export function paymentRows(scale: Scale): Statement[] {
  const { supporters, payments } = scale;
  const patrons = Math.floor(supporters * patronShare);
  return [
    {
      says: 'charges of memberships',
      sql: `
        insert into payments ${paymentColumns}
        select scale.id(12, n * 100 + k, at), 'charge', 'ch_m' || n || '_' || k, 'ch_m' || n || '_' || k, 'pi_m' || n || '_' || k,
          'in_m' || n || '_' || k, 'membership', id, person_id, charged, currency,
          case when is_settled then 'txn_m' || n || '_' || k end, ${settled('gross', 'fee')},
          country, at + span, article_id, ${ask('n')}, ${campaign('n')}, at, at
        from scale.patrons p
        cross join generate_series(0, ${years * 12 + 1}) k
        cross join lateral (select case p.interval when 'year' then interval '1 year' else interval '1 month' end as span) one
        cross join lateral (select started_at + k * span as at) two
        cross join lateral (select case when changes_after is not null and started_at + changes_after * interval '1 month' <= at
            then amount_minor * 3 / 2 else amount_minor end as charged, at < scale.until() - interval '1 day' * scale.r(n, 61) as is_settled) three
        cross join lateral (select round(charged * scale.rate(currency))::bigint as gross) four
        cross join lateral (select round(gross * 0.029)::bigint + 25 as fee) five
        where at < coalesce(ended_at, scale.until()) and at < scale.until()
        order by at limit ${payments}`,
    },
    {
      says: 'donations',
      sql: `
        create table scale.gifts as
          select g, p.n, p.id as person_id, p.currency, p.country, one.at, scale.id(4, g, one.at) as id,
            -- Presets; a fifth covers the fee; one in twenty names an own sum.
            case when scale.r(g, 73) < 0.05 then (1 + floor(scale.r(g, 71) * 100)::int) * case p.currency when 'UAH' then 5000 else 100 end
              else round((case p.currency when 'UAH' then scale.pick(scale.r(g, 71), array[20000, 50000, 100000, 250000])
                else scale.pick(scale.r(g, 71), array[1000, 1000, 2500, 5000, 10000]) end)
                * case when scale.r(g, 72) < 0.2 then 1.03 else 1 end)::int end as amount_minor,
            s.id as article_id
          from generate_series(1, greatest(0, ${Math.floor(payments * 0.988)} - (select count(*) from payments))) g
          join scale.people p on p.n = case when g <= ${supporters - patrons} then ${patrons} + g
            else 1 + floor(${supporters} * power(scale.r(g, 76), 1.6))::bigint end
          cross join lateral (select p.at + case when g <= ${supporters - patrons} then interval '0' else (scale.until() - p.at) * scale.r(g, 77) end as at) one
          left join scale.stories s on s.n = ${story(scale, 'g', 'one.at')};
        insert into donations (id, status, supporter_id, stripe_customer_id, amount_minor, currency, payment_intent_id, locale,
          country, article_id, ask_id, ask_variant, campaign_id, referrer_host, utm_source, created_at, paid_at)
        select id, 'paid', person_id, 'cus_scale' || n, amount_minor, currency, 'pi_d' || g, 'en', country, article_id, ${ask('g')},
          scale.pick(scale.r(g, 24), array['a', 'b']), ${campaign('g')},
          scale.pick(scale.r(g, 78), array['news.example', 'search.example', null, null]),
          scale.pick(scale.r(g, 79), array['newsletter', 'social', null, null, null]), at, at
        from scale.gifts`,
    },
    {
      says: 'payments of donations',
      sql: `
        insert into payments ${paymentColumns}
        select scale.id(13, g, at), 'charge', 'ch_d' || g, 'ch_d' || g, 'pi_d' || g, null, 'donation', id, person_id, amount_minor, currency,
          case when is_settled then 'txn_d' || g end, ${settled('gross', 'fee')},
          country, null, article_id, ${ask('g')}, ${campaign('g')}, at, at
        from scale.gifts
        cross join lateral (select at < scale.until() - interval '1 day' * scale.r(g, 80) as is_settled,
          round(amount_minor * scale.rate(currency))::bigint as gross) one
        cross join lateral (select round(gross * 0.029)::bigint + 25 as fee) two
        order by at`,
    },
    {
      says: 'refunds and disputes',
      sql: `
        create table scale.returned as
          select *, hashtextextended(stripe_object_id, 1) & 65535 as lot from payments
          where kind = 'charge' and (hashtextextended(stripe_object_id, 1) & 65535) < 790
            and settlement_gross_minor is not null and occurred_at < scale.until() - interval '21 days';
        create table scale.went as
        select gen.id, gen.kind, gen.object, stripe_charge_id, stripe_payment_intent_id, stripe_invoice_id, source, source_id, supporter_id,
          gen.sign * amount_minor / gen.part as amount_minor, currency, 'txn_' || gen.kind || i as balance, 'EUR' as settled_in,
          gen.sign * settlement_gross_minor / gen.part as gross, gen.fee,
          gen.sign * settlement_gross_minor / gen.part - gen.fee as net, exchange_rate, country, null::timestamptz as period_end,
          article_id, ask_id, campaign_id, gen.at, gen.at as recorded_at
        from (select *, row_number() over (order by stripe_object_id) as i from scale.returned) p
        cross join lateral (
          select scale.id(14, i, p.occurred_at + interval '5 days') as id, 'refund' as kind, 're_' || i as object, -1 as sign,
            case when lot % 5 = 0 then 2 else 1 end as part, 0 as fee, p.occurred_at + interval '5 days' as at where lot < 700
          union all
          select scale.id(15, i, p.occurred_at + interval '9 days'), 'dispute', 'du_' || i, -1, 1, 2000, p.occurred_at + interval '9 days' where lot >= 700
          union all
          select scale.id(16, i, p.occurred_at + interval '20 days'), 'dispute_reversal', 'du_' || i, 1, 1, 0, p.occurred_at + interval '20 days' where lot >= 700 and lot % 3 = 0
        ) gen;
        analyze scale.went;
        insert into payments ${paymentColumns} select * from scale.went;
        insert into disputes (stripe_dispute_id, stripe_charge_id, source, source_id, amount_minor, currency, status, opened_at, due_by, updated_at)
          select d.object, d.stripe_charge_id, d.source, d.source_id, -d.amount_minor, d.currency,
            case when r.id is not null then 'won' when d.at > scale.until() - interval '20 days' then 'needs_response' else 'lost' end,
            d.at, d.at + interval '20 days', d.at
          from scale.went d left join scale.went r on r.kind = 'dispute_reversal' and r.object = d.object
          where d.kind = 'dispute';
        update donations d set returned_minor = -p.amount_minor from scale.went p
          where p.kind = 'refund' and p.source = 'donation' and d.id = p.source_id`,
    },
  ];
}

/** The double-entry ledger of all that: two transactions and about five entries for each payment. */
export const ledgerRows: readonly Statement[] = [
  {
    says: 'the ledger',
    sql: `
      insert into ledger_transactions (id, fact, stripe_object_id, payment_id, occurred_at, recorded_at)
        select md5('m' || id)::uuid, kind, stripe_object_id, id, occurred_at, recorded_at from payments
        union all
        select md5('s' || id)::uuid, 'settlement', stripe_balance_transaction_id, id, occurred_at, recorded_at
        from payments where stripe_balance_transaction_id is not null;
      insert into ledger_entries (transaction_id, account, amount_minor, currency)
        select md5(fact || p.id)::uuid, account, minor, cur from payments p
        cross join lateral (values
          ('m', 'stripe_clearing', amount_minor, currency),
          ('m', case when kind = 'charge' then source || '_income' when kind like 'refund%' then 'refunds' else 'disputes' end, -amount_minor, currency),
          ('s', 'stripe_balance', net_minor, settlement_currency),
          ('s', 'stripe_fees', fee_minor, settlement_currency),
          ('s', 'stripe_clearing', -settlement_gross_minor, settlement_currency)) as e(fact, account, minor, cur)
        where minor <> 0`,
  },
];
