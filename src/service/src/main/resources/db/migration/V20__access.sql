-- Who may sign in: people with a password, and keys of services. Secrets stand here as hashes.

create table access_user (
    name       varchar(100)             not null primary key,
    -- Who it is, whatever door they use.
    person     varchar(200)             not null,
    password   varchar(200)             not null,
    roles      varchar(200)             not null,
    -- Names, one a line; null for all.
    segments   varchar(10000),
    enabled    boolean                  not null,
    revision   integer                  not null,
    created_at timestamp with time zone not null
);

create table api_key (
    key_id     varchar(16)              not null primary key,
    name       varchar(100)             not null,
    hash       bytea                    not null,
    person     varchar(200)             not null,
    roles      varchar(200)             not null,
    segments   varchar(10000),
    created_by varchar(200)             not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    revoked_at timestamp with time zone
);

create index api_key_name on api_key (name, created_at);
