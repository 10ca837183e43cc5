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

-- Each child table is brought down to one row per user BEFORE the join.
-- Joined raw, a user with 2 orders and 3 tickets becomes 6 rows, and both
-- counts come out as 6.
WITH order_counts AS (
  SELECT user_id, COUNT(*) AS order_count
  FROM orders
  -- Here, or in an ON clause, but not in the outer WHERE: there it would
  -- also drop the users for whom the LEFT JOIN found nothing.
  WHERE status <> 'cancelled'
  GROUP BY user_id
),
ticket_counts AS (
  SELECT user_id, COUNT(*) AS ticket_count
  FROM tickets
  GROUP BY user_id
)
SELECT
  u.id AS user_id,
  u.name,
  -- No match leaves NULL, and NULL is not the number 0.
  COALESCE(o.order_count, 0) AS order_count,
  COALESCE(t.ticket_count, 0) AS ticket_count
FROM users u
-- The guests' group has user_id NULL, and NULL = NULL is not true: it joins
-- to nobody.
LEFT JOIN order_counts o ON o.user_id = u.id
LEFT JOIN ticket_counts t ON t.user_id = u.id
ORDER BY u.id;
