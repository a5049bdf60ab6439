-- Where demand is read from.
create table capacity.source (
  id uuid constraint source_pkey primary key,
  kind text not null,
  expression text not null,
  step_seconds integer not null,
  state text not null,
  state_text text,
  state_since timestamptz,
  attempts integer not null,
  pulled_until timestamptz,
  next_due_at timestamptz not null,
  lease_until timestamptz,
  constraint source_kind check (kind in ('DEVCLOUD', 'PROMETHEUS', 'IMPORT')),
  constraint source_state check (state in ('WAITING', 'ALIVE', 'SILENT')),
  constraint source_step check (step_seconds between 60 and 86400)
);
comment on column capacity.source.pulled_until is 'High-water mark: every step before it is stored or was missing';
create index source_due on capacity.source (next_due_at);

-- The one source every installation starts with: the metrics of the platform it is set up with.
insert into capacity.source
  (id, kind, expression, step_seconds, state, attempts, next_due_at)
values
  ('5f0c6d3e-0d6b-4d5c-9d53-0f6f0a5a7c11', 'DEVCLOUD',
   'sum by (app, region) (increase(app_requests_total[1h])) / 3600',
   3600, 'WAITING', 0, timestamptz '2020-01-01 00:00:00Z');

-- What is asked of one app, and where it runs.
create table capacity.series (
  id uuid constraint series_pkey primary key,
  slug text not null constraint series_slug_unique unique,
  quantity text not null,
  step_seconds integer not null,
  unit text not null,
  source uuid not null constraint series_source references capacity.source (id),
  region text not null,
  size text not null,
  dynos integer not null,
  present boolean not null,
  constraint series_quantity check (quantity in ('REQUESTS', 'DYNOS', 'CPU', 'MEMORY', 'CUSTOM')),
  constraint series_dynos check (dynos >= 0)
);
comment on column capacity.series.dynos is 'Dynos of its web process when last seen';
comment on column capacity.series.present is 'False once the platform no longer has the app';

create table capacity.observation (
  series uuid not null constraint observation_series references capacity.series (id),
  at timestamptz not null,
  value double precision not null,
  constraint observation_pkey primary key (series, at)
);
comment on column capacity.observation.at is 'Start of the step the value is the mean of';

create table capacity.pool (
  id uuid constraint pool_pkey primary key,
  region text not null,
  size text not null,
  platform text not null,
  zones text[] not null,
  dynos integer not null,
  seen_at timestamptz,
  safe_rate double precision,
  drained_share double precision not null,
  lead_time_days integer not null,
  hosts integer,
  quota integer,
  constraint pool_key unique (region, size),
  constraint pool_safe_rate check (safe_rate > 0),
  constraint pool_drained_share check (drained_share between 0 and 1),
  constraint pool_lead_time check (lead_time_days between 0 and 365),
  constraint pool_limits check (hosts >= 0 and quota >= 0)
);
comment on column capacity.pool.safe_rate is 'Requests per second one dyno carries, as stated by a person; null until somebody did';
comment on column capacity.pool.seen_at is 'When the platform last had dynos of it; null until seen';
