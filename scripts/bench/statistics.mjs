/** @param {readonly number[]} values sorted or not; at least one */
export const median = (values) => quantile(values, 0.5);

/**
 * The value that a share of all values does not exceed (nearest rank).
 * @param {readonly number[]} values
 * @param {number} share
 */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/**
 * One line of the table.
 * @typedef {object} Row
 * @property {string} label
 * @property {string} unit
 * @property {readonly number[]} samples one for each round
 * @property {readonly number[]} [baseline] the samples that the ratio is to
 *
 * What is wanted, and what came out.
 * @typedef {object} Aim
 * @property {string} label
 * @property {number} value
 * @property {number} atMost
 * @property {string} unit
 *
 * What one part of the bench found.
 * @typedef {object} Report
 * @property {string} title
 * @property {Row[]} rows
 * @property {Aim[]} aims
 */

/** @param {Report} report */
export function printReport({ title, rows }) {
  const cells = rows.map(({ label, unit, samples, baseline }) => [
    label,
    `${number(median(samples))} ${unit}`,
    samples.length > 1 ? `(${number(Math.min(...samples))} .. ${number(Math.max(...samples))})` : '',
    baseline ? `${(median(samples) / median(baseline)).toFixed(2)}x` : '',
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  console.log(`\n${title}`);
  for (const row of cells) {
    console.log(`  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ').trimEnd()}`);
  }
}

/** @param {Aim} aim */
export function printAim({ label, value, atMost, unit }) {
  const word = value <= atMost ? 'ok    ' : 'MISSED';
  console.log(`  ${word}  ${label}: ${number(value)}${unit}, aim at most ${number(atMost)}${unit}`);
}

/** @param {number} value */
function number(value) {
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return value.toFixed(digits).replace(/\.0+$/, '');
}
