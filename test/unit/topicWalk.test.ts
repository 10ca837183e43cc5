import assert from 'node:assert/strict';
import type { QuestionSummary } from '../../src/core/questions/question';
import { neighbour } from '../../src/core/sessions/topicWalk';
import { summary } from './support/questions';

const topic = ['a', 'b', 'c', 'd'].map((id) => summary(id));
const [a, b, c, d] = topic as [QuestionSummary, QuestionSummary, QuestionSummary, QuestionSummary];
const outside = summary('outside');
const all = (): boolean => true;
const only = (...ids: readonly string[]) => ({ id }: QuestionSummary): boolean => ids.includes(id);

describe('Walking through a topic', () => {
  it('goes to the next and to the previous question', () => {
    assert.equal(neighbour(topic, b, 1, all), c);
    assert.equal(neighbour(topic, b, -1, all), a);
  });

  it('goes on from the other end, both ways', () => {
    assert.equal(neighbour(topic, d, 1, all), a);
    assert.equal(neighbour(topic, a, -1, all), d);
  });

  it('passes over what the filter leaves out, also around the end', () => {
    assert.equal(neighbour(topic, a, 1, only('a', 'd')), d);
    assert.equal(neighbour(topic, c, 1, only('b', 'c')), b);
    assert.equal(neighbour(topic, b, -1, only('b', 'c')), c);
  });

  it('starts where the current question stands though the filter leaves it out', () => {
    assert.equal(neighbour(topic, b, 1, only('a', 'c', 'd')), c);
    assert.equal(neighbour(topic, b, -1, only('a', 'c', 'd')), a);
    assert.equal(neighbour(topic, d, 1, only('b')), b);
  });

  it('starts at the first or the last question when the current one lies elsewhere', () => {
    assert.equal(neighbour(topic, outside, 1, all), a);
    assert.equal(neighbour(topic, outside, -1, all), d);
    assert.equal(neighbour(topic, outside, 1, only('d')), d);
    assert.equal(neighbour(topic, outside, -1, only('a')), a);
    assert.equal(neighbour([a], outside, 1, all), a);
  });

  it('leads nowhere when no other question passes', () => {
    for (const direction of [1, -1] as const) {
      assert.equal(neighbour(topic, b, direction, only('b')), undefined);
      assert.equal(neighbour(topic, b, direction, only()), undefined);
      assert.equal(neighbour(topic, outside, direction, only()), undefined);
      assert.equal(neighbour([a], a, direction, all), undefined);
      assert.equal(neighbour([], a, direction, all), undefined);
    }
  });

  it('comes by every question that passes before it is back', () => {
    for (const direction of [1, -1] as const) {
      const visited: string[] = [];
      let current = b;
      do {
        current = neighbour(topic, current, direction, only('a', 'b', 'd'))!;
        visited.push(current.id);
      } while (current !== b && visited.length < 10);
      assert.deepEqual(visited, direction === 1 ? ['d', 'a', 'b'] : ['a', 'd', 'b']);
    }
  });
});
