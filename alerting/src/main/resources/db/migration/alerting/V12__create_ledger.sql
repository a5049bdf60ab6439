create table contact_method (
    id            uuid        not null,
    person_id     uuid        not null,
    type          text        not null,
    address       text        not null,
    name          text,
    sealed_secret text,
    state         text        not null,
    attested_by   uuid,
    reason        text,
    created_at    timestamptz not null,
    constraint contact_method_pk primary key (id),
    constraint contact_method_person_fk foreign key (person_id) references person (id),
    constraint contact_method_attested_by_fk foreign key (attested_by) references person (id),
    constraint contact_method_type_known check (type in ('EMAIL', 'WEBHOOK')),
    constraint contact_method_state_known check (state in ('PENDING', 'VERIFIED', 'BROKEN'))
);
comment on column contact_method.reason is 'Why an administrator vouched for it.';
create index contact_method_by_person on contact_method (person_id, created_at);

create table notification_rule (
    person_id         uuid not null,
    urgency           text not null,
    position          int  not null,
    after_seconds     int  not null,
    contact_method_id uuid not null,
    constraint notification_rule_pk primary key (person_id, urgency, position),
    constraint notification_rule_method_fk
        foreign key (contact_method_id) references contact_method (id),
    constraint notification_rule_urgency_known check (urgency in ('HIGH', 'LOW')),
    constraint notification_rule_after check (after_seconds >= 0)
);

-- The ledger: written before anything is sent, never deleted.
create table page (
    id                 uuid        not null,
    position           bigint      not null generated always as identity,
    escalation_id      uuid        not null,
    group_id           uuid        not null,
    alert_id           uuid        not null,
    dedup_key          text        not null,
    service_id         uuid        not null,
    urgency            text        not null,
    person_id          uuid,
    pass               int         not null,
    level              int         not null,
    target             text        not null,
    channel            text,
    contact_method_id  uuid,
    address            text,
    rule               text,
    state              text        not null,
    reason             text,
    accepted_at        timestamptz not null,
    planned_for        timestamptz not null,
    due_at             timestamptz,
    intent_at          timestamptz,
    sent_at            timestamptz,
    observed_at        timestamptz,
    verified_at        timestamptz,
    attempts           int         not null,
    possible_duplicate boolean     not null,
    link_used_at       timestamptz,
    constraint page_pk primary key (id),
    constraint page_channel_known check (channel in ('EMAIL', 'WEBHOOK', 'BROWSER')),
    constraint page_state_known
        check (state in ('PLANNED', 'INTENT', 'SENT', 'OBSERVED', 'VERIFIED', 'CANCELLED', 'FAILED',
                         'UNKNOWN')),
    constraint page_due_while_open
        check (due_at is null or state in ('PLANNED', 'INTENT')),
    constraint page_says_why_nobody_is_reached check (channel is not null or reason is not null)
);
comment on column page.id is 'Also the idempotency key towards every channel.';
comment on column page.address is 'Where it goes, as it stood when the level fired.';
comment on column page.level is '1-based; 0 is the last resort.';
comment on column page.due_at is
    'PLANNED: when to send it. INTENT: when the lease of the sender ends. Null once it is settled.';
create unique index page_once on page
    (escalation_id, person_id, pass, level, rule, channel, address)
    where level > 0 and channel is not null and person_id is not null;
create index page_due on page (due_at) where due_at is not null;
create index page_by_group on page (group_id, position);
create index page_by_person on page (person_id, position);
create index page_by_acceptance on page (accepted_at, position);

create table page_attempt (
    page_id   uuid        not null,
    number    int         not null,
    intent_at timestamptz not null,
    ended_at  timestamptz,
    outcome   text,
    answer    text,
    constraint page_attempt_pk primary key (page_id, number),
    constraint page_attempt_page_fk foreign key (page_id) references page (id),
    constraint page_attempt_outcome_known
        check (outcome in ('SENT', 'TEMPORARY', 'PERMANENT', 'UNKNOWN'))
);
comment on column page_attempt.outcome is 'Null while it is under way.';
comment on column page_attempt.answer is 'In the words of the provider, cut.';

create table composed_mail (
    page_id     uuid        not null,
    recipient   text        not null,
    subject     text        not null,
    text_body   text        not null,
    html_body   text        not null,
    composed_at timestamptz not null,
    sent_at     timestamptz,
    constraint composed_mail_pk primary key (page_id),
    constraint composed_mail_page_fk foreign key (page_id) references page (id)
);
create index composed_mail_by_time on composed_mail (composed_at desc);

create table signing_key (
    purpose    text        not null,
    sealed_key text        not null,
    created_at timestamptz not null,
    constraint signing_key_pk primary key (purpose)
);
