-- Written for H2 and PostgreSQL alike.

-- One answered decision. Rows are only ever added.
create table decision (
    decision_id   uuid                     not null primary key,
    account_id    varchar(200)             not null,
    as_of         date                     not null,
    decided_at    timestamp with time zone not null,
    -- Decided from what was sent alone; no part of the account's past or present.
    stateless     boolean                  not null,
    status        varchar(9)               not null,
    model_version varchar                  not null,
    model_digest  varchar                  not null,
    segment       varchar,
    tier          varchar,
    overall       numeric(5, 2),
    overall_band  varchar,
    -- The canonical record; the columns above repeat parts of it to find and list by.
    record        bytea                    not null
);

create index decision_timeline on decision (account_id, as_of, decision_id);

-- What is known of an account's past: one row an entry, in the order its decision contributed it. Rows are only ever
-- added; of entries with the same subject and date the one of the latest decision counts.
create table history_entry (
    account_id     varchar(200) not null,
    dated          date         not null,
    decision_id    uuid         not null references decision (decision_id),
    position       integer      not null,
    kind           varchar(9)   not null,
    name           varchar      not null,
    -- True for what the decision itself said, false for what its caller sent.
    decided        boolean      not null,
    reading_type   varchar(7),
    reading        varchar,
    band           varchar,
    campaign_share varchar,
    primary key (account_id, dated, decision_id, position)
);

-- The latest decision of each account, by as-of date.
create table account (
    account_id   varchar(200)             not null primary key,
    decision_id  uuid                     not null references decision (decision_id),
    as_of        date                     not null,
    decided_at   timestamp with time zone not null,
    status       varchar(9)               not null,
    segment      varchar,
    tier         varchar,
    overall      numeric(5, 2),
    overall_band varchar,
    -- What pulls the overall score down most, in the words of its row.
    reason       varchar
);

create index account_segment on account (segment, account_id);
create index account_band on account (overall_band, account_id);
create index account_overall on account (overall, account_id);

create table account_flag (
    flag       varchar      not null,
    account_id varchar(200) not null references account (account_id),
    primary key (flag, account_id)
);

create index account_flag_account on account_flag (account_id);

-- Requests already answered under a key of the caller.
create table idempotency_key (
    idempotency_key varchar(200)             not null primary key,
    fingerprint     char(64)                 not null,
    decision_id     uuid                     not null references decision (decision_id),
    expires_at      timestamp with time zone not null
);

create index idempotency_key_expiry on idempotency_key (expires_at);
