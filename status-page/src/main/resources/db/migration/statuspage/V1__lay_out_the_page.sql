-- Exactly one page per installation.
create table page (
  id text not null,
  only_one boolean not null default true,
  name text not null,
  url text not null,
  time_zone text not null,
  places integer not null,
  weights jsonb not null,
  notice_hours integer not null,
  valid_for_seconds integer not null,
  overrun_grace_minutes integer not null,
  second_person_approves boolean not null,
  allowed_networks jsonb not null,
  console_url text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint page_pk primary key (id),
  constraint page_is_one unique (only_one),
  constraint page_only_one check (only_one),
  constraint page_places check (places in (2, 3)),
  constraint page_valid_for check (valid_for_seconds between 6 and 3600)
);

create table component_group (
  id text not null,
  name text not null,
  description text,
  position integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  constraint component_group_pk primary key (id)
);

create table component (
  id text not null,
  name text not null,
  description text,
  group_id text,
  system text not null,
  regions text[] not null,
  position integer not null,
  showcase boolean not null,
  only_show_if_degraded boolean not null,
  start_date date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  constraint component_pk primary key (id),
  constraint component_group_fk foreign key (group_id) references component_group (id),
  constraint component_system check (system in ('Apps', 'Data', 'Tools'))
);

-- Append-only: a row is never updated, except that an open one gets its end once.
create table claim (
  id uuid not null,
  component_id text not null,
  -- Null: the component in all its regions.
  region text,
  from_at timestamptz not null,
  to_at timestamptz,
  state text not null,
  origin text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  supersedes uuid,
  -- The public incident that made the claim and will end it.
  incident_id text,
  note text not null,
  constraint claim_pk primary key (id),
  constraint claim_component_fk foreign key (component_id) references component (id),
  constraint claim_supersedes_fk foreign key (supersedes) references claim (id),
  constraint claim_ends_after_start check (to_at > from_at),
  constraint claim_state check (state in ('operational', 'unknown', 'under_maintenance',
    'degraded_performance', 'partial_outage', 'major_outage')),
  constraint claim_origin check (origin in ('human', 'probe', 'maintenance', 'import', 'correction'))
);
create index claim_by_component on claim (component_id, from_at);
create index claim_open_of_incident on claim (incident_id) where to_at is null;

create function claim_only_ends() returns trigger language plpgsql as $$
begin
  if old.to_at is not null
      or (to_jsonb(new) - 'to_at') is distinct from (to_jsonb(old) - 'to_at') then
    raise exception 'a claim is append-only: only an open one may get its end';
  end if;
  return new;
end $$;
create trigger claim_only_ends before update on claim
  for each row execute function claim_only_ends();

create sequence incident_number;

create table incident (
  id text not null,
  number bigint not null,
  name text not null,
  kind text not null,
  impact text not null,
  -- The status of the newest published post; null until one is.
  status text,
  started_at timestamptz not null,
  regions text[] not null,
  -- [{id, state}] as the incident says them now.
  components jsonb not null,
  situation_version integer not null,
  -- The internal incident, opaque here.
  incident_id uuid,
  next_update_at timestamptz,
  created_at timestamptz not null,
  created_by uuid not null,
  published_at timestamptz,
  resolved_at timestamptz,
  updated_at timestamptz not null,
  constraint incident_pk primary key (id),
  constraint incident_number_unique unique (number),
  constraint incident_kind check (kind in ('REAL', 'EXERCISE', 'BACKFILL')),
  constraint incident_impact check (impact in ('none', 'minor', 'major', 'critical')),
  constraint incident_status check (status in
    ('investigating', 'identified', 'monitoring', 'resolved', 'postmortem'))
);
create index incident_by_internal on incident (incident_id) where incident_id is not null;
create index incident_unresolved on incident (number) where resolved_at is null;

create table post (
  id text not null,
  incident_id text not null,
  status text not null,
  body text not null,
  next_update_at timestamptz,
  components jsonb not null,
  -- What was written against, to say in words what differs later.
  situation jsonb not null,
  written_against integer not null,
  -- {id, old, new} of each component whose state the publication changed.
  changes jsonb not null,
  notify boolean not null,
  state text not null,
  created_at timestamptz not null,
  created_by uuid not null,
  approved_at timestamptz,
  approved_by uuid,
  published_at timestamptz,
  edited_at timestamptz,
  constraint post_pk primary key (id),
  constraint post_incident_fk foreign key (incident_id) references incident (id),
  constraint post_state check (state in
    ('DRAFT', 'APPROVED', 'PUBLISHED', 'VOIDED', 'DISCARDED')),
  constraint post_status check (status in
    ('investigating', 'identified', 'monitoring', 'resolved', 'postmortem')),
  constraint post_promises_an_update check (state <> 'PUBLISHED'
    or status in ('resolved', 'postmortem') or next_update_at > published_at),
  constraint post_published_has_time check ((state = 'PUBLISHED') = (published_at is not null))
);
create index post_by_incident on post (incident_id, created_at);

-- The texts a published post had before each edit.
create table post_revision (
  post_id text not null,
  revision integer not null,
  body text not null,
  replaced_at timestamptz not null,
  replaced_by uuid not null,
  constraint post_revision_pk primary key (post_id, revision),
  constraint post_revision_post_fk foreign key (post_id) references post (id)
);

-- One row per change of the public picture, written in the transaction that changes it.
create table page_event (
  id bigint generated always as identity,
  kind text not null,
  subject text not null,
  at timestamptz not null,
  rendered_in bigint,
  constraint page_event_pk primary key (id)
);
create index page_event_waiting on page_event (id) where rendered_in is null;

create table snapshot_set (
  sequence bigint not null,
  as_of timestamptz not null,
  valid_until timestamptz not null,
  -- Changes only when the meaning of the page does.
  content text not null,
  content_since timestamptz not null,
  manifest text not null,
  manifest_sha256 text not null,
  constraint snapshot_set_pk primary key (sequence)
);

-- Bodies are kept by their hash and shared between sets.
create table snapshot_body (
  sha256 text not null,
  body bytea not null,
  last_sequence bigint not null,
  constraint snapshot_body_pk primary key (sha256)
);
create index snapshot_body_age on snapshot_body (last_sequence);

-- Where sets are pushed to, and what was last read back and found equal.
create table target (
  name text not null,
  kind text not null,
  last_sequence bigint,
  last_verified_at timestamptz,
  error text,
  constraint target_pk primary key (name)
);
