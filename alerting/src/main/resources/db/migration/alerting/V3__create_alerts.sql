create table integration (
    id         uuid        not null,
    position   bigint      not null generated always as identity,
    kind       text        not null,
    name       text        not null,
    service_id uuid,
    doors      jsonb,
    created_at timestamptz not null,
    constraint integration_pk primary key (id),
    constraint integration_service_fk foreign key (service_id) references service (id),
    constraint integration_kind_known
        check (kind in ('PAGERDUTY', 'OPSGENIE', 'PROMETHEUS', 'ALERTMANAGER', 'GRAFANA', 'EVENTS',
                        'CLOUDEVENTS', 'INTERNAL')),
    constraint integration_has_service check (service_id is not null or kind = 'INTERNAL')
);
comment on column integration.service_id is 'Null for INTERNAL, whose alerts name their service.';
comment on column integration.doors is 'The only doors that take its key; null means every door.';

create table integration_key (
    key            text        not null,
    integration_id uuid        not null,
    created_at     timestamptz not null,
    retires_at     timestamptz,
    constraint integration_key_pk primary key (key),
    constraint integration_key_integration_fk
        foreign key (integration_id) references integration (id),
    constraint integration_key_shape check (key ~ '^[0-9a-zA-Z]{32}$')
);
comment on column integration_key.retires_at is
    'After a rotation the former key works until then; null for the current key.';
create unique index integration_key_current on integration_key (integration_id)
    where retires_at is null;

-- The way by which the house raises alerts about itself. It has no key: no door leads to it.
insert into integration (id, kind, name, created_at)
values ('00000000-0000-0000-0000-00000000fa01', 'INTERNAL', 'Farol', '2026-01-01T00:00:00Z');

create table signal (
    id             uuid        not null,
    integration_id uuid        not null,
    door           text        not null,
    action         text        not null,
    dedup_key      text,
    sender_at      timestamptz,
    received_at    timestamptz not null,
    alert_id       uuid,
    body           text        not null,
    constraint signal_pk primary key (id),
    constraint signal_integration_fk foreign key (integration_id) references integration (id)
);
comment on column signal.sender_at is 'The instant that the sender gave the signal.';
comment on column signal.alert_id is 'The alert it concerned; null when it concerned none.';
comment on column signal.body is 'The item as received.';
create index signal_by_time on signal (integration_id, received_at desc);
create index signal_by_key on signal (integration_id, dedup_key, received_at);

create table alert_group (
    id              uuid        not null,
    cause_id        uuid        not null,
    integration_id  uuid        not null,
    service_id      uuid        not null,
    group_key       text,
    state           text        not null,
    acknowledged_by uuid,
    acknowledged_at timestamptz,
    policy_slug     text,
    incident_id     uuid,
    view_path       text,
    opened_at       timestamptz not null,
    handed_up_at    timestamptz,
    page_again_at   timestamptz,
    constraint alert_group_pk primary key (id),
    constraint alert_group_integration_fk foreign key (integration_id) references integration (id),
    constraint alert_group_service_fk foreign key (service_id) references service (id),
    constraint alert_group_state_known check (state in ('TRIGGERED', 'ACKNOWLEDGED', 'RESOLVED'))
);
comment on column alert_group.cause_id is 'The alert that opened it, or made it page again.';
comment on column alert_group.group_key is 'The key by which the sender groups; null for a group of one.';
comment on column alert_group.policy_slug is 'The ladder asked for at intake; null means that of the service.';
comment on column alert_group.page_again_at is
    'A reopened group stays quiet until then, so that a flapping alert pages once per window.';
create unique index alert_group_open_key on alert_group (integration_id, group_key)
    where state <> 'RESOLVED' and group_key is not null;
create index alert_group_open on alert_group (opened_at) where state <> 'RESOLVED';
create index alert_group_by_incident on alert_group (incident_id) where incident_id is not null;
create index alert_group_paging_again on alert_group (page_again_at)
    where page_again_at is not null;

create table alert (
    id              uuid        not null,
    number          bigint      not null generated always as identity,
    integration_id  uuid        not null,
    dedup_key       text        not null,
    group_id        uuid        not null,
    service_id      uuid        not null,
    severity        text        not null,
    urgency         text        not null,
    state           text        not null,
    outcome         text,
    summary         text        not null,
    source          text        not null,
    labels          jsonb       not null,
    details         jsonb       not null,
    links           jsonb       not null,
    count           int         not null,
    flap_count      int         not null,
    accepted_at     timestamptz not null,
    last_seen_at    timestamptz not null,
    starts_at       timestamptz,
    ends_at         timestamptz,
    acknowledged_at timestamptz,
    acknowledged_by uuid,
    resolved_at     timestamptz,
    resolution      text,
    constraint alert_pk primary key (id),
    constraint alert_number_unique unique (number),
    constraint alert_integration_fk foreign key (integration_id) references integration (id),
    constraint alert_service_fk foreign key (service_id) references service (id),
    constraint alert_group_fk foreign key (group_id) references alert_group (id)
        deferrable initially deferred,
    constraint alert_state_known check (state in ('TRIGGERED', 'ACKNOWLEDGED', 'RESOLVED')),
    constraint alert_resolved_has_time check ((state = 'RESOLVED') = (resolved_at is not null)),
    constraint alert_severity_known check (severity in ('CRITICAL', 'ERROR', 'WARNING', 'INFO')),
    constraint alert_outcome_known
        check (outcome in ('ACKNOWLEDGED', 'RESOLVED', 'SUPPRESSED', 'JOINED', 'HANDED_UP',
                           'EXHAUSTED')),
    constraint alert_resolution_known check (resolution in ('SENDER', 'PERSON', 'SOURCE_SILENT'))
);
comment on column alert.outcome is 'How the duty for this opening ended; null while it is open.';
comment on column alert.accepted_at is 'Of the first trigger of this opening.';
comment on column alert.starts_at is 'The instant the sender gave to the firing.';
comment on column alert.ends_at is 'The instant the sender gave to the resolution.';
create unique index alert_unresolved_key on alert (integration_id, dedup_key)
    where state <> 'RESOLVED';
create index alert_by_key on alert (integration_id, dedup_key, number desc);
create index alert_by_group on alert (group_id);
create index alert_by_service on alert (service_id, number desc);
create index alert_by_acceptance on alert (accepted_at);
create index alert_unresolved on alert (severity) where state <> 'RESOLVED';

create table alert_event (
    id       bigint      not null generated always as identity,
    alert_id uuid        not null,
    at       timestamptz not null,
    type     text        not null,
    person   uuid,
    text     text,
    constraint alert_event_pk primary key (id),
    constraint alert_event_alert_fk foreign key (alert_id) references alert (id)
);
create index alert_event_by_alert on alert_event (alert_id, id);

create table change_event (
    id             uuid        not null,
    integration_id uuid        not null,
    service_id     uuid        not null,
    summary        text        not null,
    source         text        not null,
    happened_at    timestamptz not null,
    received_at    timestamptz not null,
    details        jsonb       not null,
    links          jsonb       not null,
    constraint change_event_pk primary key (id),
    constraint change_event_integration_fk
        foreign key (integration_id) references integration (id)
);
create index change_event_by_service on change_event (service_id, happened_at desc);
