import assert from 'node:assert/strict';
import { type Filter, filterFromStored, fold, isActive, matcher, NO_FILTER, type Seen } from '../../src/core/questions/filter';
import type { QuestionSummary } from '../../src/core/questions/question';
import { summary } from './support/questions';

const nothingSeen: Seen = { isSeen: () => false, isBookmarked: () => false };

const passes = (filter: Partial<Filter>, question: Partial<QuestionSummary>, seen = nothingSeen): boolean =>
  matcher({ ...NO_FILTER, ...filter }, seen)(summary('safe-retries', { title: 'How to retry?', ...question }));

describe('A filter', () => {
  it('that asks for nothing lets everything pass, even when the text is blank', () => {
    assert.equal(passes({}, {}), true);
    assert.equal(passes({ text: ' \t ' }, {}), true);
  });

  it('by level passes any of the levels asked for, and no question without one', () => {
    assert.equal(passes({ levels: ['beginner', 'advanced'] }, { level: 'advanced' }), true);
    assert.equal(passes({ levels: ['beginner', 'advanced'] }, { level: 'intermediate' }), false);
    assert.equal(passes({ levels: ['beginner'] }, {}), false);
  });

  it('by kind passes any of the kinds asked for, and no question without one', () => {
    assert.equal(passes({ kinds: ['design', 'scenario'] }, { kind: 'scenario' }), true);
    assert.equal(passes({ kinds: ['design', 'scenario'] }, { kind: 'concept' }), false);
    assert.equal(passes({ kinds: ['design'] }, {}), false);
  });

  it('by technology passes a question that has one of them', () => {
    assert.equal(passes({ technologies: ['redis', 'kafka'] }, { technologies: ['postgresql', 'kafka'] }), true);
    assert.equal(passes({ technologies: ['redis', 'kafka'] }, { technologies: ['postgresql'] }), false);
    assert.equal(passes({ technologies: ['redis'] }, {}), false);
  });

  it('by what was seen asks the progress for each question', () => {
    const seen: Seen = { ...nothingSeen, isSeen: ({ id }) => id === 'old' };
    assert.equal(passes({ seen: 'seen' }, { id: 'old' }, seen), true);
    assert.equal(passes({ seen: 'seen' }, { id: 'new' }, seen), false);
    assert.equal(passes({ seen: 'unseen' }, { id: 'old' }, seen), false);
    assert.equal(passes({ seen: 'unseen' }, { id: 'new' }, seen), true);
  });

  it('by bookmark passes bookmarked questions only', () => {
    const seen: Seen = { ...nothingSeen, isBookmarked: ({ id }) => id === 'kept' };
    assert.equal(passes({ bookmarked: true }, { id: 'kept' }, seen), true);
    assert.equal(passes({ bookmarked: true }, { id: 'other' }, seen), false);
    assert.equal(passes({ bookmarked: false, text: 'retry' }, { id: 'other' }, seen), true);
  });

  it('by text looks at title, short title, id, aliases, tags and technologies', () => {
    const places: [string, Partial<QuestionSummary>][] = [
      ['retry', {}],
      ['backoff', { short: 'Backoff' }],
      ['safe', {}],
      ['resend', { aliases: ['resend-twice'] }],
      ['http', { tags: ['http'] }],
      ['nginx', { technologies: ['nginx'] }],
    ];
    for (const [text, question] of places) assert.equal(passes({ text }, question), true, text);
    assert.equal(passes({ text: 'nginx' }, {}), false);
  });

  it('by text wants every word, in any order, as any part of a word', () => {
    assert.equal(passes({ text: 'retr how' }, {}), true);
    assert.equal(passes({ text: 'etry' }, {}), true);
    assert.equal(passes({ text: 'retry kafka' }, {}), false);
  });

  it('by text folds accents, hyphens and case on both sides', () => {
    assert.equal(passes({ text: 'cafe' }, { title: 'CAFÉ' }), true);
    assert.equal(passes({ text: 'CAFÉ' }, { title: 'cafe' }), true);
    assert.equal(passes({ text: 'read-through' }, { title: 'Read through caches' }), true);
    assert.equal(passes({ text: 'read through' }, { title: 'READ-THROUGH caches' }), true);
    assert.equal(passes({ text: 'safe retries' }, {}), true);
  });

  it('that asks for several things wants them all', () => {
    const filter: Filter = { levels: ['beginner'], kinds: ['concept'], technologies: ['redis'], seen: 'seen', bookmarked: true, text: 'retry' };
    const good: Partial<QuestionSummary> = { level: 'beginner', kind: 'concept', technologies: ['redis'] };
    const seen: Seen = { isSeen: () => true, isBookmarked: () => true };
    assert.equal(passes(filter, good, seen), true);
    assert.equal(passes(filter, { ...good, level: 'advanced' }, seen), false);
    assert.equal(passes(filter, { ...good, kind: 'design' }, seen), false);
    assert.equal(passes(filter, { ...good, technologies: [] }, seen), false);
    assert.equal(passes(filter, { ...good, title: 'Other' , id: 'other' }, seen), false);
    assert.equal(passes(filter, good, { ...seen, isSeen: () => false }), false);
    assert.equal(passes(filter, good, { ...seen, isBookmarked: () => false }), false);
  });

  it('is active as soon as it asks for one thing', () => {
    assert.equal(isActive(NO_FILTER), false);
    assert.equal(isActive({ ...NO_FILTER, text: '  ' }), false);
    const asking: Partial<Filter>[] = [
      { levels: ['beginner'] }, { kinds: ['design'] }, { technologies: ['redis'] }, { seen: 'seen' }, { seen: 'unseen' },
      { bookmarked: true }, { text: 'a' },
    ];
    for (const one of asking) assert.equal(isActive({ ...NO_FILTER, ...one }), true, JSON.stringify(one));
  });
});

describe('Folding', () => {
  it('takes composed and decomposed letters for the same', () => {
    assert.equal(fold('Caf\u00e9 Na\u00efve'), 'cafe naive');
    assert.equal(fold('Cafe\u0301 Nai\u0308ve'), 'cafe naive');
    assert.equal(fold('\u0130stanbul'), 'istanbul');
  });

  it('is the same when done twice', () => {
    for (const text of ['Éa-B', 'ÅNGSTRÖM', 'a--b', 'Größe', '日本語', '🚀']) assert.equal(fold(fold(text)), fold(text));
  });
});

describe('A stored filter', () => {
  it('is read back as it was', () => {
    const filter: Filter = { levels: ['beginner', 'advanced'], kinds: ['design'], technologies: ['redis'], seen: 'unseen', bookmarked: true, text: 'x y' };
    assert.deepEqual(filterFromStored(JSON.parse(JSON.stringify(filter))), filter);
    assert.deepEqual(filterFromStored({ ...filter, seen: 'seen' }).seen, 'seen');
  });

  it('asks for nothing when it is no filter at all', () => {
    for (const value of [undefined, null, 0, 'levels', true, [], {}, [NO_FILTER], () => 1]) {
      assert.deepEqual(filterFromStored(value), NO_FILTER);
    }
  });

  it('loses only the fields that cannot be read', () => {
    const stored = {
      levels: ['beginner', 'expert', 3, null],
      kinds: 'design',
      technologies: ['redis', 5, {}, 'kafka'],
      seen: 'SEEN',
      bookmarked: 'true',
      text: ['a'],
      later: 'unknown',
    };
    assert.deepEqual(filterFromStored(stored), { ...NO_FILTER, levels: ['beginner'], technologies: ['redis', 'kafka'] });
  });
});
