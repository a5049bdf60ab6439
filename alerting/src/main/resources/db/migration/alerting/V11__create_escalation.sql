create table escalation_policy (
    id         uuid        not null,
    slug       text        not null,
    team_id    uuid,
    created_at timestamptz not null,
    constraint escalation_policy_pk primary key (id),
    constraint escalation_policy_slug_unique unique (slug),
    constraint escalation_policy_team_fk foreign key (team_id) references team (id)
);

-- Append-only: an escalation keeps the version it began with.
create table escalation_policy_version (
    policy_id uuid        not null,
    version   int         not null,
    document  jsonb       not null,
    saved_at  timestamptz not null,
    saved_by  uuid        not null,
    constraint escalation_policy_version_pk primary key (policy_id, version),
    constraint escalation_policy_version_policy_fk
        foreign key (policy_id) references escalation_policy (id),
    constraint escalation_policy_version_saved_by_fk foreign key (saved_by) references person (id)
);
comment on column escalation_policy_version.document is 'The policy as the API spells it.';

-- Whom to page when everything else is empty or unanswered. One row at most.
create table last_resort (
    singleton boolean not null,
    people    jsonb   not null,
    webhooks  jsonb   not null,
    constraint last_resort_pk primary key (singleton),
    constraint last_resort_single check (singleton)
);
comment on column last_resort.people is 'Handles, in the order in which they are paged.';

create table escalation (
    id             uuid        not null,
    group_id       uuid        not null,
    policy_slug    text        not null,
    policy_version int         not null,
    pass           int         not null,
    level          int         not null,
    state          text        not null,
    next_due_at    timestamptz,
    began_at       timestamptz not null,
    ended_at       timestamptz,
    end_reason     text,
    told           boolean     not null,
    failures       int         not null,
    error          text,
    constraint escalation_pk primary key (id),
    constraint escalation_state_known check (state in ('CLIMBING', 'EXHAUSTED', 'ENDED', 'PARKED')),
    constraint escalation_ended_has_time check ((state = 'ENDED') = (ended_at is not null)),
    constraint escalation_ended_is_not_due check (state <> 'ENDED' or next_due_at is null)
);
comment on column escalation.pass is 'Of the level that fired last; 1 before the first.';
comment on column escalation.level is 'The level that fired last; 0 before the first.';
comment on column escalation.told is 'Whether alerts have recorded that every pass went unanswered.';
comment on column escalation.failures is 'How often in a row it could not be moved on; see error.';
create unique index escalation_one_live on escalation (group_id) where state <> 'ENDED';
create index escalation_due on escalation (next_due_at) where next_due_at is not null;
create index escalation_untold on escalation (id) where state = 'EXHAUSTED' and not told;
