-- The simulated platform. Only facts are stored: what is visible at an instant is computed from
-- them. Rows that say when something began or ended are never rewritten afterwards.

create table runbooks.devcloud_world (
  id integer constraint devcloud_world_pk primary key,
  scenario text not null,
  seed bigint not null,
  -- Simulated now = anchor_now + (clock - anchor_clock) * rate.
  anchor_clock timestamptz not null,
  anchor_now timestamptz not null,
  rate double precision not null,
  constraint devcloud_world_single check (id = 1),
  constraint devcloud_world_rate check (rate between 0 and 3600)
);

create table runbooks.devcloud_app (
  id uuid constraint devcloud_app_pk primary key,
  name text not null constraint devcloud_app_name_unique unique,
  region text not null,
  owner text not null,
  owner_id uuid not null,
  maintenance boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  released_at timestamptz,
  -- The twelve hex digits behind the name in web_url.
  suffix text not null,
  seed bigint not null
);

create table runbooks.devcloud_formation (
  id uuid constraint devcloud_formation_pk primary key,
  app uuid not null
    constraint devcloud_formation_app references runbooks.devcloud_app on delete cascade,
  type text not null,
  quantity integer not null,
  size text not null,
  command text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint devcloud_formation_type_unique unique (app, type),
  constraint devcloud_formation_quantity check (quantity between 0 and 100)
);

create table runbooks.devcloud_slug (
  id uuid constraint devcloud_slug_pk primary key,
  app uuid not null
    constraint devcloud_slug_app references runbooks.devcloud_app on delete cascade,
  process_types jsonb not null,
  commit text,
  created_at timestamptz not null
);

create table runbooks.devcloud_release (
  id uuid constraint devcloud_release_pk primary key,
  app uuid not null
    constraint devcloud_release_app references runbooks.devcloud_app on delete cascade,
  version integer not null,
  slug uuid,
  config jsonb not null,
  description text not null,
  account text not null,
  account_id uuid not null,
  created_at timestamptz not null,
  constraint devcloud_release_version_unique unique (app, version)
);

-- One generation of a dyno that was asked for. Restarts after a crash or the loss of a zone are
-- computed and have no row.
create table runbooks.devcloud_dyno (
  id uuid constraint devcloud_dyno_pk primary key,
  app uuid not null
    constraint devcloud_dyno_app references runbooks.devcloud_app on delete cascade,
  type text not null,
  index integer not null,
  size text not null,
  command text not null,
  release_id uuid not null,
  release_version integer not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  seed bigint not null
);
create index devcloud_dyno_by_app on runbooks.devcloud_dyno (app, ended_at);

-- Maintenance and traffic of an app from an instant on.
create table runbooks.devcloud_setting (
  seq bigint generated always as identity constraint devcloud_setting_pk primary key,
  app uuid not null
    constraint devcloud_setting_app references runbooks.devcloud_app on delete cascade,
  from_at timestamptz not null,
  maintenance boolean not null,
  requests_per_second double precision not null,
  capacity_per_dyno double precision not null,
  service_seconds double precision not null,
  daily_curve boolean not null
);
create index devcloud_setting_by_app on runbooks.devcloud_setting (app, from_at, seq);

create table runbooks.devcloud_fault (
  seq bigint generated always as identity constraint devcloud_fault_pk primary key,
  id uuid not null constraint devcloud_fault_id_unique unique,
  kind text not null,
  match jsonb not null,
  times integer,
  used integer not null,
  probability double precision not null,
  latency_millis bigint not null,
  status integer not null,
  error_id text not null,
  factor double precision not null,
  from_at timestamptz not null,
  -- Null while nothing ends it.
  until_at timestamptz
);

-- Counts how often each kind of effect landed, kept when effects are pruned.
create table runbooks.devcloud_effect_count (
  app text not null,
  kind text not null,
  effects bigint not null,
  constraint devcloud_effect_count_pk primary key (app, kind)
);

create table runbooks.devcloud_effect (
  seq bigint generated always as identity constraint devcloud_effect_pk primary key,
  at timestamptz not null,
  request_id uuid not null,
  app text not null,
  kind text not null,
  before jsonb,
  after jsonb
);
create index devcloud_effect_by_request on runbooks.devcloud_effect (request_id);

create table runbooks.devcloud_request (
  seq bigint generated always as identity constraint devcloud_request_pk primary key,
  at timestamptz not null,
  request_id uuid not null,
  client_request_id text,
  account text not null,
  method text not null,
  path text not null,
  -- Null when the answer was lost or never sent.
  status integer,
  app text,
  mutating boolean not null,
  effect text,
  fault uuid,
  duration_millis bigint not null,
  user_agent text
);

-- The tokens an account has left, and when that was so.
create table runbooks.devcloud_pool (
  account text constraint devcloud_pool_pk primary key,
  tokens double precision not null,
  at timestamptz not null
);
