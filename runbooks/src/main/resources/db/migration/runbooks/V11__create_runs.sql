create table plan (
  id uuid not null,
  hash text not null,
  status text not null,
  runbook text not null,
  title text not null,
  commit text not null,
  blob text not null,
  requester uuid not null,
  reason text not null,
  incident uuid,
  alert text,
  undo_of uuid,
  resolved jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint plan_pk primary key (id),
  constraint plan_status check (status in ('READY', 'BLOCKED', 'SUPERSEDED', 'USED')),
  constraint plan_hash_shape check (hash ~ '^sha256:[0-9a-f]{64}$')
);
comment on column plan.status is 'As stored; EXPIRED follows from expires_at.';
comment on column plan.resolved is 'Parameters, steps with calls and undo, blast radius, policy, findings: what the hash covers.';
comment on column plan.undo_of is 'The run whose changes this plan takes back, when it is one that undoes.';
create index plan_by_creation on plan (created_at desc);

create table approval (
  id uuid not null,
  plan uuid not null,
  person uuid not null,
  decision text not null,
  comment text not null,
  at timestamptz not null,
  recalled_at timestamptz,
  constraint approval_pk primary key (id),
  constraint approval_plan_fk foreign key (plan) references plan (id),
  constraint approval_decision check (decision in ('approve', 'reject'))
);
-- One standing decision per person and plan; a recalled one makes room for another.
create unique index approval_one_standing on approval (plan, person) where recalled_at is null;

create table run (
  id uuid not null,
  plan uuid not null,
  status text not null,
  runbook text not null,
  title text not null,
  app text,
  starter uuid not null,
  incident uuid,
  started_at timestamptz not null,
  ended_at timestamptz,
  paused_at timestamptz,
  detail text not null,
  due_at timestamptz,
  stop_requested boolean not null,
  node uuid,
  token bigint not null,
  lease_until timestamptz,
  constraint run_pk primary key (id),
  constraint run_plan_fk foreign key (plan) references plan (id),
  constraint run_one_per_plan unique (plan),
  constraint run_status check (status in ('RUNNING', 'WAITING', 'PAUSED', 'NEEDS_DECISION',
    'SUCCEEDED', 'FAILED', 'STOPPED', 'UNDOING', 'UNDONE', 'UNDO_FAILED'))
);
comment on column run.due_at is 'When a worker takes the run in hand next; null while a person has to act.';
comment on column run.token is 'Fencing token: grows by one whenever another node takes over.';
create index run_due on run (due_at) where due_at is not null;
create index run_by_runbook on run (runbook, started_at desc);
create index run_by_incident on run (incident) where incident is not null;

create table run_step (
  run uuid not null,
  step text not null,
  position integer not null,
  status text not null,
  attempts integer not null,
  started_at timestamptz,
  ended_at timestamptz,
  intent_at timestamptz,
  deadline_at timestamptz,
  detail text not null,
  result jsonb,
  request_ids jsonb not null,
  resolved jsonb not null,
  constraint run_step_pk primary key (run, step),
  constraint run_step_run_fk foreign key (run) references run (id),
  constraint run_step_status check (status in ('PENDING', 'INTENT', 'SENT', 'OBSERVED', 'VERIFIED',
    'WAITING', 'SKIPPED', 'FAILED', 'UNKNOWN', 'UNDONE'))
);

create table journal (
  seq bigint generated always as identity,
  run uuid not null,
  step text not null,
  attempt integer not null,
  state text not null,
  at timestamptz not null,
  node uuid,
  token bigint not null,
  request_id text,
  payload_hash text,
  evidence jsonb,
  constraint journal_pk primary key (seq),
  constraint journal_run_fk foreign key (run) references run (id)
);
comment on table journal is 'Append-only. INTENT is committed before the first byte is sent.';
create index journal_by_run on journal (run, seq);

create table run_lock (
  key text not null,
  run uuid not null,
  reason text not null,
  acquired_at timestamptz not null,
  constraint run_lock_pk primary key (key),
  constraint run_lock_run_fk foreign key (run) references run (id)
);
comment on table run_lock is 'One holder per app. A row outlives its lease: it goes when its run ends.';
