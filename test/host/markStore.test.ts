import * as vscode from 'vscode';
import { encodeMarkLog } from '../../src/core/progress/markCodec';
import type { MarkEvent, MarkType } from '../../src/core/progress/marks';
import { MarkStore } from '../../src/platform/markStore';
import * as assert from './support/assert';
import { names, read, withFolder, write } from './support/folders';
import { ref } from './support/liveExtension';
import { log } from './support/services';
import { TroubledDisk } from './support/troubledDisk';
import { until } from './support/until';
import { messagesOf } from './support/watchedWindow';

describe('marks', () => {
  const opened: MarkStore[] = [];
  const disks: TroubledDisk[] = [];
  const store = (folder: vscode.Uri): MarkStore => {
    const made = new MarkStore(folder, log);
    opened.push(made);
    return made;
  };
  const disk = (): TroubledDisk => {
    const made = new TroubledDisk();
    disks.push(made);
    return made;
  };
  const event = (id: string, question: string, type: MarkType = 'done', at = 1_000): MarkEvent => ({ id, at, question, type });
  const done = async (folder: vscode.Uri): Promise<string[]> => {
    const reader = store(folder);
    await reader.load();
    return [...reader.marks.done].toSorted();
  };
  /** Logs of so many ended windows, each with one question done. */
  const logs = (count: number): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`marks-${index}.jsonl`, encodeMarkLog([event(`event-${index}`, `backend/q-${index}`)])]),
    );
  const keys = (count: number): string[] => Array.from({ length: count }, (_, index) => `backend/q-${index}`).toSorted();

  afterEach(async () => {
    for (const made of opened.splice(0)) {
      await made.saved();
      made.dispose();
    }
    for (const made of disks.splice(0)) made.dispose();
  });

  it('are known at once and survive the window', () =>
    withFolder(async (folder) => {
      const first = store(folder);
      await first.load();
      first.add(ref('cors'), 'done');
      first.add(ref('cors'), 'bookmarked');
      first.add(ref('jwt'), 'seen');
      assert.ok(first.marks.done.has('backend/cors'));
      await first.saved();
      const second = store(folder);
      await second.load();
      assert.deepEqual(second.marks, first.marks);
    }));

  it('are taken back by the later event', () =>
    withFolder(async (folder) => {
      const first = store(folder);
      first.add(ref('cors'), 'bookmarked');
      await first.saved();
      const second = store(folder);
      await second.load();
      second.add(ref('cors'), 'unbookmarked');
      await second.saved();
      const third = store(folder);
      await third.load();
      assert.deepEqual([...third.marks.bookmarked], []);
    }));

  for (const [clock, step] of [
    ['stands still', 0],
    ['is set back', -60_000],
  ] as const) {
    it(`follow the user's last word while the clock ${clock}`, () =>
      withFolder(async (folder) => {
        const real = Date.now;
        let now = real();
        Date.now = () => (now += step);
        try {
          const first = store(folder);
          for (let round = 0; round < 10; round++) {
            first.add(ref('cors'), 'done');
            assert.ok(first.marks.done.has('backend/cors'), `done in round ${round}`);
            first.add(ref('cors'), 'undone');
            assert.ok(!first.marks.done.has('backend/cors'), `undone in round ${round}`);
          }
          await first.saved();
          const second = store(folder);
          await second.load();
          second.add(ref('cors'), 'done');
          await second.saved();
          assert.deepEqual(await done(folder), ['backend/cors']);
        } finally {
          Date.now = real;
        }
      }));
  }

  it('made by windows that write at the same time are all kept', () =>
    withFolder(async (folder) => {
      const stores = [store(folder), store(folder), store(folder)];
      await Promise.all(stores.map((each) => each.load()));
      for (let round = 0; round < 20; round++) {
        for (const [index, each] of stores.entries()) each.add(ref(`q-${round * stores.length + index}`), 'done');
        if (round % 5 === 0) await stores[0]!.saved();
      }
      await Promise.all(stores.map((each) => each.saved()));
      assert.deepEqual(await done(folder), keys(60));
      assert.equal((await names(folder)).filter((name) => name.endsWith('.tmp')).length, 0);
    }));

  it('made before the logs were read are kept beside them', () =>
    withFolder(async (folder) => {
      await write(folder, logs(2));
      const early = store(folder);
      early.add(ref('q-9'), 'done');
      await early.load();
      assert.equal(early.marks.done.size, 3);
      await early.saved();
      assert.equal((await done(folder)).length, 3);
    }));

  it('in a damaged line are lost, and only those', () =>
    withFolder(async (folder) => {
      const whole = encodeMarkLog([event('1', 'backend/a'), event('2', 'backend/b'), event('3', 'backend/c')]);
      const damaged = whole.replace('"backend/b"', '"back').concat('{"id":"4","at":5,"question":"backend/d","type":"do');
      await write(folder, { 'marks-damaged.jsonl': damaged, ...logs(1), 'other.jsonl': 'not ours', 'marks-x.jsonl.tmp': 'half' });
      let result: string[] = [];
      const messages = await messagesOf(async () => {
        result = await done(folder);
      });
      assert.deepEqual(result, ['backend/a', 'backend/c', 'backend/q-0']);
      assert.deepEqual(messages, []);
      assert.equal(await read(vscode.Uri.joinPath(folder, 'marks-damaged.jsonl')), damaged, 'the file stays as it is');
    }));

  it('written by a later version are left alone', () =>
    withFolder(async (folder) => {
      const future = `${JSON.stringify({ format: 'interview-drills-marks', version: 2 })}\n{"something":"new"}\n`;
      await write(folder, { ...logs(20), 'marks-future.jsonl': future });
      assert.equal((await done(folder)).length, 20);
      assert.equal(await read(vscode.Uri.joinPath(folder, 'marks-future.jsonl')), future);
    }));

  it('of many windows are joined into one log without loss', () =>
    withFolder(async (folder) => {
      await write(folder, logs(40));
      const joining = store(folder);
      await joining.load();
      assert.deepEqual([...joining.marks.done].toSorted(), keys(40));
      assert.equal((await names(folder)).length, 1);
      joining.add(ref('q-40'), 'done');
      await joining.saved();
      assert.deepEqual(await done(folder), keys(41));
    }));

  it('of damaged logs are not thrown away by joining', () =>
    withFolder(async (folder) => {
      const damaged = `${encodeMarkLog([event('x', 'backend/x')])}{"id":`;
      await write(folder, { ...logs(20), 'marks-damaged.jsonl': damaged });
      assert.equal((await done(folder)).length, 21);
      assert.ok((await names(folder)).includes('marks-damaged.jsonl'));
      assert.equal((await done(folder)).length, 21);
    }));

  it('that another window adds while logs are joined are kept', async () => {
    const memory = disk();
    const folder = vscode.Uri.joinPath(memory.root, 'progress');
    for (const [name, text] of Object.entries(logs(20))) memory.put(`/progress/${name}`, text);
    const other = store(folder);
    other.add(ref('q-20'), 'done');
    await other.saved();
    let added = false;
    // The other window marks something at the last moment: before its log is moved or thrown away.
    memory.before = async (what, path) => {
      const ofOther = memory.text(path).includes('q-20') && !memory.text(path).includes('q-0"');
      if (added || !ofOther || (what !== 'delete' && what !== 'rename') || path.endsWith('.tmp')) return;
      added = true;
      other.add(ref('q-21'), 'done');
      await other.saved();
    };
    const joining = store(folder);
    await joining.load();
    assert.ok(added, 'the other window got its turn');
    memory.before = () => {};
    assert.deepEqual(await done(folder), keys(22));
  });

  it('are read by a window that opens while another joins the logs', async () => {
    const memory = disk();
    const folder = vscode.Uri.joinPath(memory.root, 'progress');
    for (const [name, text] of Object.entries(logs(20))) memory.put(`/progress/${name}`, text);
    const late = store(folder);
    let joined = false;
    memory.before = async (what) => {
      if (what !== 'read' || joined) return;
      joined = true;
      await store(folder).load();
    };
    await late.load();
    assert.ok(joined);
    assert.deepEqual([...late.marks.done].toSorted(), keys(20));
  });

  it('that could not be joined on a full disk are all still there', async () => {
    const memory = disk();
    const folder = vscode.Uri.joinPath(memory.root, 'progress');
    for (const [name, text] of Object.entries(logs(20))) memory.put(`/progress/${name}`, text);
    memory.trouble = 'full';
    const full = store(folder);
    await full.load();
    assert.deepEqual([...full.marks.done].toSorted(), keys(20));
    memory.trouble = 'none';
    assert.deepEqual(await done(folder), keys(20));
  });

  for (const [trouble, reason] of [
    ['full', /the disk is full/],
    ['forbidden', /no permission/],
  ] as const) {
    it(`on a disk that is ${trouble} give one message, stay in memory and are saved when it works again`, async () => {
      const memory = disk();
      const folder = vscode.Uri.joinPath(memory.root, 'progress');
      memory.trouble = trouble;
      const suffering = store(folder);
      const messages = await messagesOf(async () => {
        await suffering.load();
        for (const id of ['q-0', 'q-1', 'q-2']) {
          suffering.add(ref(id), 'done');
          await suffering.saved();
        }
      });
      assert.deepEqual(messages.map(({ severity }) => severity), ['error']);
      assert.match(messages[0]!.text, reason);
      assert.match(messages[0]!.text, /kept while this window is open/);
      assert.deepEqual([...suffering.marks.done].toSorted(), keys(3));
      assert.deepEqual(memory.paths, []);
      memory.trouble = 'none';
      suffering.add(ref('q-3'), 'done');
      await suffering.saved();
      assert.deepEqual(await done(folder), keys(4));
    });
  }

  it('are saved by themselves some time after the disk works again', async () => {
    const memory = disk();
    const folder = vscode.Uri.joinPath(memory.root, 'progress');
    const wait = globalThis.setTimeout;
    const shortened = ((act: () => void, delay?: number) => wait(act, Math.min(delay ?? 0, 100))) as typeof setTimeout;
    memory.trouble = 'full';
    const suffering = store(folder);
    globalThis.setTimeout = shortened;
    try {
      suffering.add(ref('q-0'), 'done');
      await suffering.saved();
    } finally {
      globalThis.setTimeout = wait;
    }
    memory.trouble = 'none';
    await until('the next try', () => memory.paths.length > 0);
    await suffering.saved();
    assert.deepEqual(await done(folder), keys(1));
  });

  it('that cannot be read give one message, are left as they are and get company', async () => {
    const memory = disk();
    const folder = vscode.Uri.joinPath(memory.root, 'progress');
    for (const [name, text] of Object.entries(logs(3))) memory.put(`/progress/${name}`, text);
    const before = memory.paths.map((path) => memory.text(path));
    memory.before = (what) => {
      if (what === 'read') throw vscode.FileSystemError.NoPermissions('no');
    };
    const blind = store(folder);
    const messages = await messagesOf(() => blind.load());
    assert.equal(messages.length, 1);
    assert.match(messages[0]!.text, /cannot be read: .*Nothing was changed/);
    assert.deepEqual(memory.paths.map((path) => memory.text(path)), before);
    blind.add(ref('q-3'), 'done');
    await blind.saved();
    memory.before = () => {};
    assert.deepEqual(await done(folder), keys(4));
  });

  it('in a folder that cannot be read at all give one message', async () => {
    const memory = disk();
    memory.trouble = 'unreadable';
    const messages = await messagesOf(() => store(vscode.Uri.joinPath(memory.root, 'progress')).load());
    assert.deepEqual(messages.map(({ severity }) => severity), ['error']);
  });

  it('in a folder that can be neither read nor written give one message as well', async () => {
    const memory = disk();
    memory.before = () => {
      throw vscode.FileSystemError.NoPermissions('no');
    };
    const cut = store(vscode.Uri.joinPath(memory.root, 'progress'));
    const messages = await messagesOf(async () => {
      await cut.load();
      cut.add(ref('q-0'), 'done');
      await cut.saved();
    });
    assert.deepEqual(messages.map(({ severity }) => severity), ['error']);
    assert.ok(cut.marks.done.has('backend/q-0'));
  });

  it('of 20,000 questions are read, joined and saved', async () => {
    const memory = disk();
    const folder = vscode.Uri.joinPath(memory.root, 'progress');
    const perLog = 10_000;
    for (let part = 0; part < 20; part++) {
      const events = Array.from({ length: perLog }, (_, index) => event(`${part}-${index}`, `backend/q-${(part * perLog + index) % 20_000}`));
      memory.put(`/progress/marks-${part}.jsonl`, encodeMarkLog(events));
    }
    const large = store(folder);
    await large.load();
    assert.equal(large.marks.done.size, 20_000);
    assert.equal((await done(folder)).length, 20_000);
  });
});
