import { expect, test } from 'vitest';
import { readFacts } from '../read-facts.ts';

const session = (status: string, age: string): string => `$ kubectl get pods -n shop
NAME    READY   STATUS    RESTARTS   AGE
web-0   0/1     ${status}   0          ${age}
$ kubectl describe pod web-0 -n shop
Name:         web-0
Namespace:    shop
Node:         <none>
Status:       Pending
Events:       <none>
`;

test.each([
  ['a young pod', 'Pending', '48s', ['starting', 'starting']],
  ['an old one', 'Pending', '25m', ['stuck', 'stuck']],
])('a description takes the age of %s from the listing', (_, status, age, healths) => {
  const facts = readFacts(session(status, age), { path: 'session.txt' });
  expect(facts.flatMap((fact) => (fact.kind === 'pod' ? [fact.health] : []))).toEqual(healths);
});

test('not where a later listing shows that it is stuck', () => {
  const later = '$ kubectl get pods -n shop\nNAME READY STATUS RESTARTS AGE\nweb-0 0/1 Pending 0 9m\n';
  const facts = readFacts(session('Pending', '48s') + later, { path: 'session.txt' });
  expect(facts.flatMap((fact) => (fact.kind === 'pod' ? [fact.health] : []))).toEqual(['starting', 'stuck', 'stuck']);
});
