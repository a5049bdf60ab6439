create table schedule (
    id         uuid        not null,
    slug       text        not null,
    name       text        not null,
    team_id    uuid        not null,
    purpose    text,
    created_at timestamptz not null,
    constraint schedule_pk primary key (id),
    constraint schedule_slug_unique unique (slug),
    constraint schedule_team_fk foreign key (team_id) references team (id)
);
comment on column schedule.purpose is 'INCIDENT_COMMANDER where commanders take turns, else null.';
create unique index schedule_purpose_unique on schedule (purpose) where purpose is not null;

-- Append-only: an edit is a new version, so that past shifts never change.
create table schedule_version (
    schedule_id    uuid        not null,
    version        int         not null,
    effective_from timestamptz not null,
    layers         jsonb       not null,
    saved_at       timestamptz not null,
    saved_by       uuid        not null,
    constraint schedule_version_pk primary key (schedule_id, version),
    constraint schedule_version_schedule_fk foreign key (schedule_id) references schedule (id),
    constraint schedule_version_saved_by_fk foreign key (saved_by) references person (id)
);
comment on column schedule_version.effective_from is
    'Holds from then until the next version; the first version holds from ever.';
comment on column schedule_version.layers is 'timeZone and layers as the API spells them.';

create table schedule_override (
    id          uuid        not null,
    position    bigint      not null generated always as identity,
    schedule_id uuid        not null,
    type        text        not null,
    from_at     timestamptz not null,
    to_at       timestamptz not null,
    remove      text,
    add         text,
    created_at  timestamptz not null,
    created_by  uuid        not null,
    constraint schedule_override_pk primary key (id),
    constraint schedule_override_schedule_fk foreign key (schedule_id) references schedule (id),
    constraint schedule_override_created_by_fk foreign key (created_by) references person (id),
    constraint schedule_override_type_known check (type in ('ADD', 'REMOVE', 'REPLACE', 'TAKE')),
    constraint schedule_override_ends_after_start check (to_at > from_at)
);
comment on column schedule_override.position is 'The order of creation, in which overrides apply.';
comment on column schedule_override.remove is 'A handle, as are the people of the layers.';
create index schedule_override_by_schedule on schedule_override (schedule_id, position);
