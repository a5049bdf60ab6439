create table credential (
  person_id uuid not null,
  password_hash text not null,
  changed_at timestamptz not null,
  constraint credential_pk primary key (person_id)
);

create table api_token (
  id uuid not null,
  person_id uuid not null,
  name text not null,
  scope text not null,
  token_hash bytea not null,
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  constraint api_token_pk primary key (id),
  constraint api_token_hash_unique unique (token_hash),
  constraint api_token_scope_known check (scope in ('READ', 'EVIDENCE', 'RESPOND', 'ADMIN'))
);
comment on column api_token.token_hash is 'SHA-256 of the token; the token itself is shown once and not kept';
comment on column api_token.created_by is 'who made it: an approver may not use a token that the requester made';

create table sign_in_failure (
  handle text not null,
  origin text not null,
  failures int not null,
  last_at timestamptz not null,
  constraint sign_in_failure_pk primary key (handle, origin)
);

create table idempotent_answer (
  caller uuid not null,
  key text not null,
  request_hash bytea not null,
  created_at timestamptz not null,
  -- Null while the first request is still being answered.
  status int,
  location text,
  content_type text,
  body text,
  constraint idempotent_answer_pk primary key (caller, key)
);
create index idempotent_answer_created_at on idempotent_answer (created_at);

create table installation (
  name text not null,
  value text not null,
  written_at timestamptz not null,
  constraint installation_pk primary key (name)
);
comment on table installation is 'Facts about this installation as a whole, such as whether the demo was seeded';
