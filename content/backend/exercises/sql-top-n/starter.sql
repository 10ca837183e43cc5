-- Top 3 salaries per department.
--
-- Write ONE query that returns, for every department, the employees who
-- earn one of its three highest salaries. Equal salaries count as one, so
-- an employee is in when at most two DIFFERENT salaries of the department
-- are higher; a department can have more than three rows, or fewer.
--
--   department   its name
--   employee     the employee's name
--   salary
--   pay_rank     1 for the highest salary, 2 for the next one, 3
--
-- ordered by the department's id, pay_rank, the employee's id. An employee
-- whose salary is not known (NULL) and one without a department are in no
-- list, and a department without anybody to show has no rows.
-- The query must run on SQLite 3.54 and on PostgreSQL 18.

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

SELECT 'not implemented' AS todo;
