-- schema

CREATE TABLE departments (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL
);

CREATE TABLE employees (
  id            INTEGER PRIMARY KEY,
  name          TEXT NOT NULL,
  department_id INTEGER REFERENCES departments (id),
  salary        INTEGER
);

INSERT INTO departments (id, name) VALUES
  (1, 'Engineering'),
  (2, 'Support'),
  (3, 'Sales'),
  (4, 'Legal');

INSERT INTO employees (id, name, department_id, salary) VALUES
  (11, 'Ada', 1, 9000),
  (12, 'Ben', 1, 8500),
  (13, 'Cleo', 1, 9000),
  (14, 'Dev', 1, 8000),
  (15, 'Eve', 1, 7000),
  (16, 'Finn', 1, NULL),
  (17, 'Gus', 1, 8000),
  (21, 'Hana', 2, 4000),
  (22, 'Ivo', 2, NULL),
  (23, 'Jo', 2, 4200),
  (31, 'Kim', 3, NULL),
  (41, 'Lea', NULL, 9900);

-- query

WITH ranked AS (
  SELECT
    id,
    name,
    department_id,
    salary,
    -- DENSE_RANK counts different salaries: 9000, 9000, 8500 is 1, 1, 2.
    -- ROW_NUMBER would cut through a tie, RANK would leave a gap after it
    -- (1, 1, 3) and so lose the third salary.
    DENSE_RANK() OVER (
      PARTITION BY department_id
      ORDER BY salary DESC
    ) AS pay_rank
  FROM employees
  -- Before the ranking: PostgreSQL puts NULL first in a descending order,
  -- where it would take rank 1; SQLite puts it last.
  WHERE salary IS NOT NULL
)
SELECT d.name AS department, r.name AS employee, r.salary, r.pay_rank
FROM ranked r
-- PARTITION BY puts all NULL departments into one group; the inner join
-- leaves that group out.
JOIN departments d ON d.id = r.department_id
-- One level up: WHERE runs before the window functions.
WHERE r.pay_rank <= 3
ORDER BY d.id, r.pay_rank, r.id;
