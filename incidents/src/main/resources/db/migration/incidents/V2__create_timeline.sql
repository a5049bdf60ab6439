-- One row per incident that numbers its timeline; locking it serialises the writers of one timeline.
create table incidents.timeline_head (
  incident_id uuid constraint timeline_head_pk primary key,
  last_sequence bigint not null
);

create table incidents.timeline_row (
  id uuid constraint timeline_row_pk primary key,
  incident_id uuid not null constraint timeline_row_incident references incidents.incident,
  sequence bigint not null,
  event_key text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  precision text not null constraint timeline_row_precision check (precision in ('SECOND', 'MINUTE', 'HOUR', 'APPROXIMATE')),
  source text not null,
  actor_type text not null constraint timeline_row_actor check (actor_type in ('PERSON', 'SYSTEM', 'EXTERNAL')),
  actor_handle text,
  actor_name text not null,
  on_behalf_of text,
  text text not null constraint timeline_row_text check (length(text) <= 6000),
  links jsonb not null,
  payload jsonb not null,
  curated boolean not null,
  visibility text not null constraint timeline_row_visibility check (visibility in ('RESTRICTED', 'INTERNAL', 'RETRO', 'PUBLIC')),
  supersedes uuid constraint timeline_row_supersedes references incidents.timeline_row,
  retracted boolean not null,
  reason text,
  constraint timeline_row_sequence unique (incident_id, sequence),
  constraint timeline_row_superseded_once unique (supersedes)
);
comment on column incidents.timeline_row.event_key is 'Names the fact of another room that wrote the row, so that hearing it twice writes it once.';
comment on column incidents.timeline_row.occurred_at is 'When it happened, as claimed; recorded_at is when the row was written.';
create unique index timeline_row_event on incidents.timeline_row (incident_id, event_key) where event_key is not null;
create index timeline_row_order on incidents.timeline_row (incident_id, occurred_at, sequence);

-- A row, once written, never changes: a correction is a new row that supersedes it.
create function incidents.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger timeline_row_append_only before update or delete on incidents.timeline_row
  for each row execute function incidents.refuse_change();
create trigger timeline_row_no_truncate before truncate on incidents.timeline_row
  for each statement execute function incidents.refuse_change();
