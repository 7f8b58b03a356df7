-- A judgement may take another one back. Its verdict is the one that counts from then on, so that the last entry of a
-- finding always tells where it stands; whose word that is, the entry before the one taken back says.

ALTER TABLE judgements ADD COLUMN undoes INTEGER REFERENCES judgements (id);
