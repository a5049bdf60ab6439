-- An exclusion constraint over (incident, range) needs equality of uuid in a GiST index.
create extension if not exists btree_gist;

create sequence incidents.incident_number;

create table incidents.incident (
  id uuid constraint incident_pk primary key,
  number bigint not null constraint incident_number_unique unique,
  kind text not null constraint incident_kind check (kind in ('REAL', 'DRILL', 'BACKFILL')),
  state text not null constraint incident_state check (state in ('TRIAGE', 'ACTIVE', 'MITIGATED',
    'RESOLVED', 'IN_REVIEW', 'CLOSED', 'DECLINED', 'CANCELLED', 'MERGED')),
  severity text not null constraint incident_severity check (severity ~ '^SEV[1-5]$'),
  title text not null constraint incident_title check (length(title) between 1 and 200),
  summary text constraint incident_summary check (length(summary) <= 2000),
  reporter uuid not null,
  services text[] not null,
  milestones jsonb not null,
  version bigint not null,
  situation_version int not null,
  merged_into uuid constraint incident_merged_into references incidents.incident
);
comment on column incidents.incident.reporter is 'The person who declared it; may edit until somebody accepts command.';
comment on column incidents.incident.milestones is 'Instant by name, in UTC to the microsecond; what is absent is unknown.';
comment on column incidents.incident.situation_version is 'Grows when severity, state, impact or components change.';
create index incident_open on incidents.incident (number desc) where state in ('TRIAGE', 'ACTIVE', 'MITIGATED');

create table incidents.tenure (
  id uuid constraint tenure_pk primary key,
  incident_id uuid not null constraint tenure_incident references incidents.incident,
  person uuid not null,
  held_from timestamptz not null,
  held_until timestamptz,
  how text not null constraint tenure_how check (how in ('ACCEPTED', 'HANDED_OVER', 'TOOK_OVER', 'REOPENED')),
  constraint tenure_order check (held_until >= held_from),
  constraint tenure_no_overlap exclude using gist (
    incident_id with =, tstzrange(held_from, held_until, '[)') with &&)
);
create unique index tenure_one_open on incidents.tenure (incident_id) where held_until is null;

create table incidents.offer (
  id uuid constraint offer_pk primary key,
  incident_id uuid not null constraint offer_incident references incidents.incident,
  from_person uuid not null,
  to_person uuid not null,
  note text constraint offer_note check (length(note) <= 2000),
  brief text not null,
  offered_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null constraint offer_state check (state in ('PENDING', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
  closed_at timestamptz
);
comment on column incidents.offer.brief is 'The handover text as built when the offer was made.';
create unique index offer_one_pending on incidents.offer (incident_id) where state = 'PENDING';
create index offer_due on incidents.offer (expires_at) where state = 'PENDING';

create table incidents.role (
  id uuid constraint role_pk primary key,
  incident_id uuid not null constraint role_incident references incidents.incident,
  role text not null constraint role_name check (role in ('DEPUTY', 'COMMS', 'OPS', 'SCRIBE', 'INTERNAL_LIAISON')),
  person uuid not null,
  held_from timestamptz not null,
  held_until timestamptz,
  constraint role_order check (held_until >= held_from)
);
create unique index role_one_holder on incidents.role (incident_id, role) where held_until is null;

create table incidents.severity_change (
  id uuid constraint severity_change_pk primary key,
  incident_id uuid not null constraint severity_change_incident references incidents.incident,
  was text,
  became text not null,
  reason text not null,
  changed_by uuid not null,
  changed_at timestamptz not null
);
comment on column incidents.severity_change.was is 'Null on the severity of the declaration.';
create index severity_change_by_incident on incidents.severity_change (incident_id, changed_at);

-- The alerts by which commanders are paged for an incident: they are not alerts of the incident.
create table incidents.commander_alert (
  alert_id uuid constraint commander_alert_pk primary key,
  incident_id uuid not null constraint commander_alert_incident references incidents.incident,
  raised_at timestamptz not null,
  ended_at timestamptz
);
create index commander_alert_by_incident on incidents.commander_alert (incident_id);

create table incidents.sitrep (
  id uuid constraint sitrep_pk primary key,
  incident_id uuid not null constraint sitrep_incident references incidents.incident,
  filed_by uuid not null,
  filed_at timestamptz not null,
  document jsonb not null,
  text text not null
);
create index sitrep_by_incident on incidents.sitrep (incident_id, filed_at);
