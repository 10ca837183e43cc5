-- Users with and without orders.
--
-- Write ONE query that returns a row for every user:
--
--   user_id       the user's id
--   name          the user's name
--   order_count   how many orders the user has, cancelled ones not counted
--   ticket_count  how many support tickets the user has
--
-- ordered by user_id. A user without orders or tickets shows 0, not NULL.
-- Orders of guests (user_id is NULL) belong to nobody.
-- The query must run on SQLite 3.54 and on PostgreSQL 18.

-- schema

CREATE TABLE users (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL
);

CREATE TABLE orders (
  id          INTEGER PRIMARY KEY,
  user_id     INTEGER REFERENCES users (id), -- NULL: bought as a guest
  status      TEXT NOT NULL,                 -- paid, shipped, cancelled
  total_cents INTEGER NOT NULL
);

CREATE TABLE tickets (
  id      INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id),
  subject TEXT NOT NULL
);

INSERT INTO users (id, name) VALUES
  (1, 'Ada'),
  (2, 'Ben'),
  (3, 'Cleo'),
  (4, 'Dev'),
  (5, 'Ada');

INSERT INTO orders (id, user_id, status, total_cents) VALUES
  (101, 1, 'paid', 2500),
  (102, 1, 'shipped', 4000),
  (103, 2, 'paid', 1200),
  (104, 2, 'cancelled', 9900),
  (105, 4, 'cancelled', 700),
  (106, NULL, 'paid', 3100),
  (107, 5, 'paid', 2500);

INSERT INTO tickets (id, user_id, subject) VALUES
  (201, 1, 'Where is my parcel?'),
  (202, 1, 'Wrong size'),
  (203, 1, 'Refund'),
  (204, 3, 'Cannot log in');

-- query

SELECT 'not implemented' AS todo;
