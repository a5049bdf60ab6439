create table audit_entry (
    id      bigint      not null generated always as identity,
    at      timestamptz not null,
    who     text        not null,
    proxy   text,
    via     text        not null,
    origin  text        not null,
    action  text        not null,
    object  text        not null,
    before  jsonb,
    after   jsonb,
    constraint audit_entry_pk primary key (id)
);
comment on column audit_entry.who is 'The handle of the person whose rights applied.';
comment on column audit_entry.proxy is 'The handle of the owner of the token that acted for who.';
comment on column audit_entry.origin is 'The network address or node the command came from.';
create index audit_entry_by_object on audit_entry (object, id);
create index audit_entry_by_time on audit_entry (at, id);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
    raise exception 'audit_entry is append-only';
end;
$$;
create trigger audit_entry_append_only
    before update or delete or truncate on audit_entry
    for each statement execute function refuse_audit_change();
