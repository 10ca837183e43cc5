import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const VOCABULARY_SIZE = 20_000;
const CATEGORIES = 20;
const WRITTEN_AT_ONCE = 200;
const LEVELS = ['beginner', 'intermediate', 'advanced'];
const KINDS = ['concept', 'comparison', 'scenario', 'design'];
const TECHNOLOGIES = 'redis postgresql mongodb kafka rabbitmq nginx docker kubernetes graphql grpc node java go python mysql elasticsearch'.split(' ');

/** What stands first in the vocabulary, and so most often in the text. */
const COMMON =
  'the a of to and is in it that for with as on be by not one when an or which at from are this can each has its request server client so same other than then all what if only but no more while every how they two before after must first until why without most never over still where between new old next there because'.split(' ');

/** The words of the trade: frequent in texts, and what titles and tags are made of. */
const TRADE =
  'cache key database index query lock queue message event retry timeout token session header idempotency idempotent response endpoint partition shard replica leader follower consensus quorum transaction isolation snapshot commit rollback log offset consumer producer broker topic batch stream latency throughput bandwidth load balancer proxy gateway router circuit breaker limiter bucket window backoff jitter deadline schema migration column row table join normal form primary foreign constraint unique hash tree page buffer pool connection thread process memory heap garbage collector pointer stack cursor pagination filter sort rank search crawler document field mapping score encryption signature certificate secret rotation password salt cookie origin scope grant role policy audit trace span metric counter gauge histogram alert dashboard budget rollout canary deploy container image registry cluster node region zone failover recovery backup restore checkpoint replication consistency availability tolerance eventual causal linearizable serializable vector clock version conflict merge resolution gossip heartbeat lease fence epoch monitor webhook callback polling socket handshake frame packet protocol payload format codec compression cursor stampede expiry eviction invalidation write-through read-through warm cold hot path service boundary contract interface module dependency adapter domain aggregate saga outbox inbox compensation orchestration choreography workflow scheduler worker cron job priority fairness starvation deadlock livelock semaphore mutex barrier atomic counter sequence generator identifier snowflake prefix suffix trie bloom filter sketch sample quantile percentile outage incident postmortem runbook capacity autoscaling quota throttle burst flow control pressure drain graceful shutdown'.split(' ');

/** A generator of numbers in [0, 1) that gives the same row for the same seed (mulberry32). */
function seededRandom(/** @type {number} */ seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Words that look like words: their number and lengths matter to an index, their meaning does not. */
function inventedWords(/** @type {() => number} */ random, /** @type {number} */ count) {
  const onsets = 'b c d f g h j k l m n p r s t v w br cl cr dr fl gr pl pr sc sp st str th tr qu'.split(' ');
  const vowels = 'a e i o u ai ea io ou'.split(' ');
  const codas = ['', '', '', 'n', 'r', 's', 't', 'l', 'm', 'nt', 'st', 'ck'];
  const endings = ['', '', '', 's', 'ed', 'ing', 'er', 'ion', 'able', 'ity', 'ment'];
  const pick = (/** @type {string[]} */ from) => from[Math.floor(random() * from.length)] ?? '';
  /** @type {Set<string>} */
  const words = new Set();
  while (words.size < count) {
    let word = '';
    const syllables = 1 + Math.floor(random() * 2.6);
    for (let syllable = 0; syllable < syllables; syllable++) word += pick(onsets) + pick(vowels) + pick(codas);
    words.add(word + pick(endings));
  }
  return [...words];
}

/** Makes words of a text as frequent as in real ones: the n-th most frequent has 1/n of the first one's share (Zipf). */
function zipf(/** @type {readonly string[]} */ vocabulary, /** @type {() => number} */ random) {
  const upTo = new Float64Array(vocabulary.length);
  let sum = 0;
  for (let rank = 0; rank < upTo.length; rank++) upTo[rank] = sum += 1 / (rank + 2.7);
  return () => {
    const at = random() * sum;
    let low = 0;
    let high = upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return vocabulary[low] ?? '';
  };
}

/**
 * Writes a pack of `count` made-up questions of 400 to 600 words each; the same ones every time.
 * @param {string} folder its name is the pack's id
 * @param {number} count
 */
export async function writeSyntheticPack(folder, count) {
  const random = seededRandom(count);
  const trade = [...new Set(TRADE)];
  const common = new Set([...COMMON, ...trade]);
  const vocabulary = [...COMMON, ...trade, ...inventedWords(random, VOCABULARY_SIZE).filter((word) => !common.has(word))];
  const word = zipf(vocabulary, random);
  const between = (/** @type {number} */ least, /** @type {number} */ most) => least + Math.floor(random() * (most - least + 1));
  const pick = (/** @type {readonly string[]} */ from) => from[Math.floor(random() * from.length)] ?? '';
  const words = (/** @type {number} */ length) => Array.from({ length }, word).join(' ');
  const sentence = () => {
    const text = words(between(8, 20));
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const paragraph = () => Array.from({ length: between(2, 4) }, sentence).join(' ');
  const bullets = (/** @type {number} */ length) => Array.from({ length }, () => `- ${sentence()}`).join('\n');
  const question = (/** @type {string} */ id, /** @type {readonly string[]} */ about) => `---
id: ${id}
title: How would you ${word()} the ${about.join(' ')} ${words(2)} of a ${pick(trade)} ${word()}?
level: ${pick(LEVELS)}
kind: ${pick(KINDS)}
tags: [${[...new Set([pick(trade), pick(trade), word()])].map((tag) => `"${tag}"`).join(', ')}]
technologies: [${random() < 0.5 ? pick(TECHNOLOGIES) : ''}]
---
${paragraph()}

## Answer
${paragraph()}

## In depth
${paragraph()}

| ${word()} | ${word()} |
| --- | --- |
| ${words(4)} | ${words(5)} |
| ${words(4)} | ${words(5)} |

${Array.from({ length: between(2, 4) }, paragraph).join('\n\n')}

## Key points
${bullets(4)}

## Example
\`\`\`ts
const ${pick(trade).replace('-', '')} = await ${pick(COMMON)}s.get('${pick(trade)}', { ${word()}: ${between(1, 500)} });
if (!${pick(trade).replace('-', '')}) throw new Error('${words(3)}');
\`\`\`

## Common mistakes
${bullets(2)}

## Follow-ups
${bullets(2)}
`;

  await rm(folder, { recursive: true, force: true });
  const categories = Array.from({ length: CATEGORIES }, (_, number) => `topic-${number + 1}`);
  for (const category of categories) await mkdir(path.join(folder, category), { recursive: true });
  const listed = categories.map((id) => `  - id: ${id}\n    title: ${id}\n    description: Made up.\n`).join('');
  await writeFile(
    path.join(folder, 'pack.yaml'),
    `id: ${path.basename(folder)}\ntitle: Made up\ndescription: Made up.\nversion: 1.0.0\nlanguage: en\ncategories:\n${listed}`,
  );
  /** @type {Promise<void>[]} */
  let writing = [];
  for (let number = 0; number < count; number++) {
    const about = [pick(trade), pick(trade)];
    const id = `${about.join('-')}-${number}`;
    writing.push(writeFile(path.join(folder, pick(categories), `${id}.md`), question(id, about)));
    // All at once would need more open files than most systems allow.
    if (writing.length >= WRITTEN_AT_ONCE) {
      await Promise.all(writing);
      writing = [];
    }
  }
  await Promise.all(writing);
}
