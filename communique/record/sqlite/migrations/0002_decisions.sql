-- What people decide about groups of findings: incidents and events. A decision is taken back by another one.

CREATE TABLE decisions (
    id      INTEGER PRIMARY KEY,         -- the decision's number
    about   TEXT NOT NULL CHECK (about IN ('incidents', 'events')),
    act     TEXT NOT NULL CHECK (act IN ('join', 'part', 'rename', 'verify', 'undo')),
    author  TEXT NOT NULL CHECK (author <> ''),
    at      TEXT NOT NULL,               -- UTC, ISO 8601
    name    TEXT,                        -- the new name, or the status
    undoes  INTEGER REFERENCES decisions (id),
    reason  TEXT
);

CREATE TABLE decision_members (
    decision INTEGER NOT NULL REFERENCES decisions (id),
    position INTEGER NOT NULL,
    finding  TEXT NOT NULL,              -- findings.key, or the key of an imported row
    apart    INTEGER NOT NULL DEFAULT 0, -- 1: on the other side of a parting
    PRIMARY KEY (decision, apart, position)
);
CREATE INDEX decision_members_by_finding ON decision_members (finding);

CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: decisions are added, never changed or deleted');
END;
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: decisions are added, never changed or deleted');
END;
CREATE TRIGGER decision_members_no_update BEFORE UPDATE ON decision_members BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: decision_members are added, never changed or deleted');
END;
CREATE TRIGGER decision_members_no_delete BEFORE DELETE ON decision_members BEGIN
    SELECT RAISE (ABORT, 'the record is append-only: decision_members are added, never changed or deleted');
END;
