-- People, teams, services and absences. Nothing in use is deleted: it is retired.
create table person (
    id         uuid        not null,
    handle     text        not null,
    name       text        not null,
    email      text        not null,
    zone       text        not null,
    locale     text        not null,
    role       text        not null,
    active     boolean     not null,
    created_at timestamptz not null,
    constraint person_pk primary key (id),
    constraint person_handle_unique unique (handle),
    constraint person_role_known
        check (role in ('VIEWER', 'RESPONDER', 'COMMANDER', 'MANAGER', 'ADMIN'))
);

create table absence (
    person_id uuid        not null,
    from_at   timestamptz not null,
    to_at     timestamptz not null,
    reason    text,
    constraint absence_person_fk foreign key (person_id) references person (id),
    constraint absence_ends_after_start check (to_at > from_at)
);
create index absence_by_person on absence (person_id, from_at);

create table team (
    id         uuid        not null,
    slug       text        not null,
    name       text        not null,
    manager_id uuid,
    deputy_id  uuid,
    parent_id  uuid,
    retired_at timestamptz,
    created_at timestamptz not null,
    constraint team_pk primary key (id),
    constraint team_slug_unique unique (slug),
    constraint team_manager_fk foreign key (manager_id) references person (id),
    constraint team_deputy_fk foreign key (deputy_id) references person (id),
    constraint team_parent_fk foreign key (parent_id) references team (id)
);

create table team_member (
    team_id   uuid not null,
    person_id uuid not null,
    position  int  not null,
    constraint team_member_pk primary key (team_id, person_id),
    constraint team_member_team_fk foreign key (team_id) references team (id),
    constraint team_member_person_fk foreign key (person_id) references person (id)
);

create table service (
    id            uuid        not null,
    slug          text        not null,
    name          text        not null,
    team_id       uuid        not null,
    type          text        not null,
    tier          int         not null,
    policy_slug   text,
    platform_part text,
    grouping_rule jsonb       not null,
    retired_at    timestamptz,
    created_at    timestamptz not null,
    constraint service_pk primary key (id),
    constraint service_slug_unique unique (slug),
    constraint service_team_fk foreign key (team_id) references team (id),
    constraint service_tier_range check (tier between 1 and 4)
);
comment on column service.policy_slug is 'Null means the policy of the instance.';
comment on column service.grouping_rule is 'Mode, labels, windowSeconds and stormThreshold.';
