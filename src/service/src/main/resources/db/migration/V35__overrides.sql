-- What people say over computed bands. Texts of people are encrypted under the key of the account, so that they go with it.

create table account_override (
    override_id      uuid                     not null primary key,
    account_id       varchar(200)             not null,
    segment          varchar                  not null,
    score            varchar                  not null,
    kind             varchar(5)               not null,
    band             varchar                  not null,
    -- Bands of the score, best first, one a line.
    ladder           varchar                  not null,
    computed_band    varchar                  not null,
    -- How many bands it may move the account, unless a second person has to agree.
    bands_up         integer                  not null,
    bands_down       integer                  not null,
    from_day         date                     not null,
    until_day        date                     not null,
    rationale        varchar                  not null,
    made_by          varchar(200)             not null,
    made_person      varchar(200)             not null,
    -- Of whoever made it, separated by blanks.
    made_roles       varchar(200)             not null,
    made_at          timestamp with time zone not null,
    needs_second     boolean                  not null,
    agreed_by        varchar(200),
    agreed_person    varchar(200),
    agreed_at        timestamp with time zone,
    withdrawn_by     varchar(200),
    withdrawn_person varchar(200),
    withdrawn_at     timestamp with time zone,
    withdrawal       varchar,
    -- Records of the log that say it was made, and what was done to it last.
    made_index       bigint                   not null unique,
    changed_index    bigint                   not null unique
);

create index account_override_account on account_override (account_id, until_day);
create index account_override_until on account_override (until_day);

-- What became of accounts, as somebody told it. Of those with the same account and day the last one told counts.
create table account_outcome (
    told_index bigint                   not null primary key,
    account_id varchar(200)             not null,
    segment    varchar,
    outcome    varchar(4)               not null,
    on_day     date                     not null,
    amount     numeric(18, 2),
    told_by    varchar(200)             not null,
    told_at    timestamp with time zone not null
);

create index account_outcome_account on account_outcome (account_id, on_day, told_index);

-- What people say about decisions to those who look after the model.
create table decision_feedback (
    feedback_id   uuid                     not null primary key,
    decision_id   uuid                     not null,
    account_id    varchar(200)             not null,
    segment       varchar,
    model_version varchar(200)             not null,
    kind          varchar(20)              not null,
    indicator     varchar,
    message       varchar                  not null,
    left_by       varchar(200)             not null,
    left_at       timestamp with time zone not null,
    left_index    bigint                   not null unique,
    answer        varchar,
    answered_by   varchar(200),
    answered_at   timestamp with time zone
);

create index decision_feedback_account on decision_feedback (account_id, left_index);
