create schema if not exists datasets;

-- One edition of a dataset. Of each dataset one is current, one before it can be read again, one may be loading.
create table datasets.vintage (
    id          bigint generated always as identity primary key,
    dataset     text not null,
    slot        smallint not null check (slot between 1 and 3),
    label       text not null,
    state       text not null check (state in ('LOADING', 'CURRENT', 'FORMER')),
    file_name   text not null,
    sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    read        bigint not null default 0,
    imported    bigint not null default 0,
    rejected    bigint not null default 0,
    imported_at timestamptz,
    check ((state = 'LOADING') = (imported_at is null)),
    unique (dataset, slot)
);
create unique index one_vintage_by_state on datasets.vintage (dataset, state);

create table datasets.job (
    id          uuid primary key,
    dataset     text not null,
    vintage     bigint references datasets.vintage (id) on delete set null,
    file_path   text not null,
    file_name   text not null,
    file_size   bigint not null,
    -- A reading resumes on the same bytes alone.
    sha256      text not null,
    state       text not null check (state in ('RUNNING', 'STOPPED', 'DONE', 'UNCHANGED', 'REFUSED')),
    stop_asked  boolean not null default false,
    bytes_read  bigint not null default 0,
    lines_read  bigint not null default 0,
    read        bigint not null default 0,
    imported    bigint not null default 0,
    rejected    bigint not null default 0,
    report_length bigint not null default 0,
    counts      jsonb not null default '{}',
    reason      text,
    started_by  text not null,
    started_at  timestamptz not null,
    ended_at    timestamptz,
    check ((state = 'RUNNING') = (ended_at is null))
);
comment on table datasets.job is
    'A job lives as long as somebody holds the advisory lock of its dataset; one that runs without it was killed.';
create index job_by_start on datasets.job (started_at desc);
create index job_of_dataset on datasets.job (dataset, started_at desc);

-- A figure of a zone. « missing » says why there is none: never zero for lack of a figure.
create table datasets.observation (
    vintage bigint not null references datasets.vintage (id) on delete cascade,
    series  text not null,
    level   text not null check (level in ('COMMUNE', 'EPCI', 'CANTON', 'BASSIN_DE_VIE', 'DEPARTEMENT', 'REGION', 'FRANCE')),
    zone    text not null,
    period  text not null,
    value   numeric,
    missing text check (missing in ('SECRET', 'UNAVAILABLE', 'EMPTY')),
    -- The code in the file, when the zone has another one today.
    former_code text,
    check ((value is null) = (missing is not null))
);
-- Not unique: a file may say a thing twice. The reader looks at that once, after the last line.
create index observation_of_vintage on datasets.observation (vintage, series, level, zone, period);

-- Names of the zones as the sources write them: no other module knows the bassins de vie.
create table datasets.zone (
    vintage bigint not null references datasets.vintage (id) on delete cascade,
    level   text not null,
    code    text not null,
    name    text not null
);
create index zone_by_code on datasets.zone (level, code);
create index zone_of_vintage on datasets.zone (vintage);
create index observation_of_series on datasets.observation (series, level, zone);
