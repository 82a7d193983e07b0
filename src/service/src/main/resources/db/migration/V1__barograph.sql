-- Written for H2 and PostgreSQL alike.

-- The log: one row a leaf of the Merkle tree, in the order of the tree. Rows are only ever added; retention alone takes the
-- bytes of old decisions away.
create table log_entry (
    leaf_index  bigint                   not null primary key,
    record_id   uuid                     not null unique,
    kind        varchar(8)               not null,
    recorded_at timestamp with time zone not null,
    leaf_hash   bytea                    not null,
    record      bytea
);

-- Complete subtrees of 256 leaves (level 0) or of 256 such subtrees (level 1), and so on, so that proofs read few rows.
create table log_tile (
    level      integer not null,
    tile_index bigint  not null,
    root       bytea   not null,
    hashes     bytea   not null,
    primary key (level, tile_index)
);

-- The events among the leaves, to find them by.
create table log_event (
    leaf_index bigint       not null primary key references log_entry (leaf_index),
    event      varchar(40)  not null,
    -- What it is about: the account of an erasure, the digest of a model.
    subject    varchar(200)
);

create index log_event_subject on log_event (event, subject, leaf_index);

create table log_checkpoint (
    tree_size bigint                   not null primary key,
    signed_at timestamp with time zone not null,
    note      varchar(10000)           not null
);

-- Whoever holds the one row is the sequencer: it alone adds to the log until it commits.
create table log_lock (
    id integer not null primary key
);

insert into log_lock (id) values (1);

-- Every model that ever decided, file by file.
create table model (
    digest  varchar(100)             not null primary key,
    name    varchar(200)             not null,
    kept_at timestamp with time zone not null,
    -- That its rule files were read from the disk of a service, signed with the key of the log: rule files are code, and what
    -- the database says alone is not run.
    vouched varchar(10000)           not null
);

create table model_file (
    digest   varchar(100) not null references model (digest),
    kind     varchar(8)   not null,
    name     varchar(500) not null,
    sha256   char(64)     not null,
    bytes    bytea        not null,
    primary key (digest, kind, name)
);

-- Keys of sealed values, encrypted under the master key. Deleting one erases what it sealed.
create table account_key (
    key_id     uuid                     not null primary key,
    account_id varchar(200)             not null,
    wrapped    bytea                    not null,
    created_at timestamp with time zone not null
);

create index account_key_account on account_key (account_id, created_at);

-- One answered decision: what records are found and listed by. Rows are only ever added, and go with their record. Its id is
-- that of its record in the log, and is looked up there.
create table decision (
    leaf_index    bigint                   not null primary key references log_entry (leaf_index),
    decision_id   uuid                     not null,
    account_id    varchar(200)             not null,
    as_of         date                     not null,
    decided_at    timestamp with time zone not null,
    caller        varchar(200)             not null,
    -- Decided from what was sent alone; no part of the account's past or present.
    stateless     boolean                  not null,
    status        varchar(9)               not null,
    model_version varchar(200)             not null,
    model_digest  varchar(100)             not null,
    segment       varchar,
    tier          varchar,
    overall       numeric(5, 2),
    overall_band  varchar(200),
    -- What it adds to the known past of its account, packed; null when it is no part of it. Of entries with the same subject and
    -- date the one of the latest decision counts, latest by the order of the log.
    past          bytea
);

create index decision_timeline on decision (account_id, as_of, leaf_index);
create index decision_account on decision (account_id, leaf_index);

-- The latest decision of each account, by as-of date.
create table account (
    account_id   varchar(200)             not null primary key,
    decision_id  uuid                     not null,
    leaf_index   bigint                   not null,
    as_of        date                     not null,
    decided_at   timestamp with time zone not null,
    status       varchar(9)               not null,
    segment      varchar,
    tier         varchar,
    overall      numeric(5, 2),
    overall_band varchar,
    -- What pulls the overall score down most, in the words of its row.
    reason       varchar,
    -- The rows of account_flag, sorted, a line each: what stayed the same is not written again.
    flags        varchar
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
    decision_id     uuid                     not null,
    expires_at      timestamp with time zone not null
);

create index idempotency_key_expiry on idempotency_key (expires_at);
create index idempotency_key_decision on idempotency_key (decision_id);

-- What records are found by, derived from them block by block of 256 leaves, behind the log: which terms (a cell and its
-- rule, a band, a caller …) stand in which block, with a bit a leaf. Delete all three while nothing runs, and they are made again.
create table log_block (
    block    bigint                   not null primary key,
    earliest timestamp with time zone not null,
    latest   timestamp with time zone not null
);

create table search_term (
    term_id integer      not null primary key,
    field   varchar(8)   not null,
    label   varchar(500) not null,
    -- Of a cell: the rule that stands in it.
    rule_id varchar(500)
);

create index search_term_label on search_term (field, label);
create index search_term_rule on search_term (rule_id);

create table term_block (
    term_id integer not null,
    block   bigint  not null,
    leaves  bytea   not null,
    primary key (term_id, block)
);
