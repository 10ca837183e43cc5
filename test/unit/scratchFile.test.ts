import assert from 'node:assert/strict';
import { fileExtension, SCRATCH_LANGUAGES } from '../../src/core/exercises/languages';
import { attemptFolder, parseAttemptFolder, parseScratchPath, scratchPath } from '../../src/core/exercises/scratchFile';

describe('The path of a scratch file', () => {
  it('has a folder for the pack, the question and the attempt', () => {
    assert.deepEqual(scratchPath({ packId: 'backend', id: 'rate-limiter', language: 'python', attempt: 2 }), [
      'backend', 'rate-limiter', 'attempt-2', 'rate-limiter.py',
    ]);
  });

  it('tells what the file is, in every language', () => {
    for (const language of [...SCRATCH_LANGUAGES, 'markdown'] as const) {
      for (const attempt of [1, 9, 10, 123]) {
        const file = { packId: 'my-pack', id: 'a-1', language, attempt };
        assert.deepEqual(parseScratchPath(scratchPath(file)), file);
      }
    }
  });

  const GOOD = ['backend', 'locks', 'attempt-1', 'locks.go'] as const;
  const refused = (segments: readonly string[]): void => assert.equal(parseScratchPath(segments), undefined, segments.join(' / '));

  it('is that of no other file when it leads up or holds odd names', () => {
    assert.ok(parseScratchPath(GOOD));
    for (const name of ['..', '.', '', 'Back', 'a--b', 'a b', '-a', 'a\\b', 'a/b', 'a.b', 'ä', 'a\u0000', 'a\n']) {
      refused([name, 'locks', 'attempt-1', 'locks.go']);
      refused(['backend', name, 'attempt-1', `${name}.go`]);
      refused(['backend', 'locks', name, 'locks.go']);
    }
  });

  it('is that of no other file at another depth', () => {
    refused([]);
    refused(GOOD.slice(1));
    refused([...GOOD, 'locks.go']);
    refused(['work', ...GOOD]);
  });

  it('is that of no other file in the folder', () => {
    for (const name of ['go.mod', 'other.go', 'locks.txt', 'locks', 'locks.', '.go', 'locks.test.go', 'locks.GO', 'Locks.go', 'locks.go.bak', '..go', 'locks.go\n']) {
      refused(['backend', 'locks', 'attempt-1', name]);
    }
  });

  it('is that of no file whose name is an ending alone', () => {
    for (const language of SCRATCH_LANGUAGES) {
      const name = fileExtension(language);
      refused(['backend', name.slice(0, -1), 'attempt-1', name]);
      refused(['backend', name, 'attempt-1', name]);
    }
  });
});

describe("An attempt's folder", () => {
  it('counts from 1', () => {
    for (const attempt of [1, 2, 10, 999_999]) assert.equal(parseAttemptFolder(attemptFolder(attempt)), attempt);
  });

  it('is no other folder', () => {
    for (const name of [
      'attempt-0', 'attempt-01', 'attempt-', 'attempt', 'attempt-1a', 'attempt--1', 'attempt-1.5', 'attempt-1e3', 'Attempt-1', ' attempt-1',
      'attempt-1 ', 'attempt-1\n', 'attempt-1000000', 'attempt-99999999999999999999', 'attempt-١', '1', '',
    ]) {
      assert.equal(parseAttemptFolder(name), undefined, JSON.stringify(name));
    }
  });
});
