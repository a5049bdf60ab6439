create table incidents.retrospective (
  incident_id uuid constraint retrospective_pk primary key
    constraint retrospective_incident references incidents.incident,
  state text not null constraint retrospective_state check (state in ('DRAFT', 'IN_REVIEW', 'REVIEWED', 'CLOSED')),
  revision bigint not null,
  owner uuid,
  facilitator uuid,
  sections jsonb not null,
  factors jsonb not null,
  timeline jsonb,
  note text,
  approved_by uuid,
  drafted_at timestamptz not null,
  moved_at timestamptz not null,
  due_at timestamptz
);
comment on column incidents.retrospective.timeline is 'The curated rows as frozen when the review began; null in DRAFT, where the timeline is live.';
comment on column incidents.retrospective.note is 'The comment of the last transition.';
create index retrospective_by_state on incidents.retrospective (state, moved_at desc);

create table incidents.section_revision (
  incident_id uuid not null constraint section_revision_incident references incidents.incident,
  revision bigint not null,
  written_by uuid,
  written_at timestamptz not null,
  document jsonb not null,
  constraint section_revision_pk primary key (incident_id, revision)
);
comment on column incidents.section_revision.written_by is 'Null for the draft that the house wrote.';
create trigger section_revision_append_only before update or delete on incidents.section_revision
  for each row execute function incidents.refuse_change();
create trigger section_revision_no_truncate before truncate on incidents.section_revision
  for each statement execute function incidents.refuse_change();

create table incidents.action (
  id uuid constraint action_pk primary key,
  incident_id uuid not null constraint action_incident references incidents.incident,
  title text not null constraint action_title check (length(title) between 1 and 200),
  type text not null constraint action_type check (type in ('MITIGATE', 'PREVENT', 'DETECT', 'PROCESS', 'OTHER')),
  priority text not null constraint action_priority check (priority in ('P0', 'P1', 'P2')),
  owner uuid not null,
  due date not null,
  first_due date not null,
  verification text not null constraint action_verification check (length(verification) between 1 and 1000),
  tracker text constraint action_tracker check (length(tracker) <= 2000),
  state text not null constraint action_state check (state in ('OPEN', 'IN_PROGRESS', 'DONE', 'VERIFIED', 'DROPPED')),
  version bigint not null,
  created_by uuid not null,
  created_at timestamptz not null,
  completed_at timestamptz,
  proof text,
  verified_by uuid,
  verified_at timestamptz,
  dropped_reason text,
  constraint action_done_has_proof check (state not in ('DONE', 'VERIFIED') or (completed_at is not null and proof is not null)),
  constraint action_verified_by_another check (verified_by is null or verified_by <> owner)
);
comment on column incidents.action.first_due is 'The date first promised, kept for ageing when the due date moves.';
create index action_by_incident on incidents.action (incident_id, created_at);
create index action_open_due on incidents.action (due) where state in ('OPEN', 'IN_PROGRESS');
