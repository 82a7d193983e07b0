-- Every version of the model that was uploaded, or came with the product. What was done to it stands in `life`, as canonical
-- JSON, and in the log.
create table model_version (
    number      integer                  not null primary key,
    digest      varchar(100)             not null,
    name        varchar(200)             not null,
    -- What its decisions call it.
    label       varchar(200)             not null,
    -- The model that was active when it was uploaded.
    base        varchar(100),
    state       varchar(9)               not null,
    life        varchar                  not null,
    -- What the check found at the upload.
    check_found bytea
);

create index model_version_digest on model_version (digest);

create table model_version_file (
    number integer      not null references model_version (number),
    kind   varchar(8)   not null,
    name   varchar(500) not null,
    sha256 char(64)     not null,
    bytes  bytea        not null,
    primary key (number, kind, name)
);

-- The edits of a version, hashed, so that an edit is known again whoever uploads it.
create table model_version_edit (
    number integer  not null references model_version (number),
    edit   char(64) not null,
    primary key (number, edit)
);

create index model_version_edit_edit on model_version_edit (edit);

-- The documents that approvals are given on; `evidence` is the digest of them all.
create table model_evidence (
    number   integer     not null references model_version (number),
    evidence char(64)    not null,
    kind     varchar(12) not null,
    bytes    bytea       not null,
    primary key (number, evidence, kind)
);

-- Simulations that were finished, one row each.
create table model_simulation (
    number     integer                  not null references model_version (number),
    base       varchar(100)             not null,
    made_at    timestamp with time zone not null,
    policy     char(64)                 not null,
    report     bytea                    not null,
    guardrails bytea                    not null,
    breaches   varchar                  not null,
    primary key (number, base, made_at)
);

-- Which versions decide, silently or not. Its revision grows with every change, and every instance follows it.
create table model_lineup (
    id       integer not null primary key,
    revision bigint  not null,
    active   integer references model_version (number),
    canary   integer references model_version (number),
    share    integer,
    shadow   integer references model_version (number)
);

insert into model_lineup (id, revision) values (1, 0);
