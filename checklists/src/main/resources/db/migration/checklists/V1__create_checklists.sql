-- Published checklists: immutable, numbered per checklist.
create table checklists.checklist_version (
  checklist text not null,
  version integer not null,
  effective_from timestamptz not null,
  published_by uuid,
  source text not null,
  sha256 text not null,
  document text not null,
  constraint checklist_version_pkey primary key (checklist, version),
  constraint checklist_version_counts_from_one check (version >= 1)
);
comment on column checklists.checklist_version.document is 'YAML as published';
comment on column checklists.checklist_version.published_by is 'Null for what ships with Farol';

-- Append-only: what was observed or attested. Withdrawing a word is a row of its own.
create table checklists.evidence (
  id uuid constraint evidence_pkey primary key,
  service uuid not null,
  check_id text not null,
  check_revision integer not null,
  kind text not null,
  result text not null,
  summary text not null,
  observed jsonb not null,
  source text,
  collector text,
  by_person uuid,
  observed_at timestamptz not null,
  recorded_at timestamptz not null,
  ttl_seconds bigint,
  sha256 text not null,
  constraint evidence_kind check (kind in ('COLLECTED', 'PUSHED', 'ATTESTED', 'GATE')),
  constraint evidence_result check (result in ('PASS', 'FAIL', 'UNKNOWN'))
);
comment on column checklists.evidence.ttl_seconds is 'Shortens the life the check gives; null means the whole';
create index evidence_newest
  on checklists.evidence (service, check_id, observed_at desc, recorded_at desc, id desc);

create table checklists.evidence_withdrawal (
  evidence uuid constraint evidence_withdrawal_pkey primary key
    constraint evidence_withdrawal_of references checklists.evidence (id),
  by_person uuid not null,
  withdrawn_at timestamptz not null
);

-- Where a service stands. A service without a row stands in prototype.
create table checklists.lifecycle (
  service uuid constraint lifecycle_pkey primary key,
  stage text not null,
  since timestamptz not null,
  adopted boolean not null,
  launched_at timestamptz,
  constraint lifecycle_stage check (
    stage in ('PROTOTYPE', 'DEVELOPMENT', 'BETA', 'PRODUCTION', 'DEPRECATED', 'SUNSET')),
  constraint lifecycle_live_since check (
    stage not in ('PRODUCTION', 'DEPRECATED') or launched_at is not null)
);
comment on column checklists.lifecycle.adopted is 'In production before Farol knew it: never launched';
comment on column checklists.lifecycle.launched_at is 'Of an adopted service, the instant of its adoption';

-- The journal of moves; a launch passes INTENT before its mail and DONE after it.
create table checklists.move (
  id uuid constraint move_pkey primary key,
  service uuid not null,
  from_stage text not null,
  to_stage text not null,
  note text,
  by_person uuid not null,
  via_person uuid,
  state text not null,
  failure text,
  verdict text,
  at timestamptz not null,
  message_id text,
  recipients text[] not null,
  attempts integer not null,
  lease_until timestamptz,
  sent_at timestamptz,
  done_at timestamptz,
  constraint move_state check (state in ('INTENT', 'DONE', 'FAILED'))
);
comment on column checklists.move.via_person is 'The owner of the token that acted for by_person';
comment on column checklists.move.at is 'Of a launch, the instant of its intent';
-- One launch of a service at a time.
create unique index move_in_progress on checklists.move (service) where state = 'INTENT';
create index move_to_finish on checklists.move (lease_until) where state = 'INTENT';

create table checklists.recorded_verdict (
  id uuid constraint recorded_verdict_pkey primary key,
  service uuid not null,
  stage text not null,
  door text not null,
  verdict text not null,
  body jsonb not null,
  at timestamptz not null,
  request_uid text
);
create index recorded_verdict_newest on checklists.recorded_verdict (service, at desc);

create table checklists.launch_settings (
  one boolean constraint launch_settings_pkey primary key,
  mail_to text[] not null,
  mail_from text not null,
  constraint launch_settings_one_row check (one)
);
insert into checklists.launch_settings values (true, '{}', 'farol@localhost');
