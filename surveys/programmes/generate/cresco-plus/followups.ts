// The six-month follow-up: 65 per cent of the women and 96 per cent of the men were reached, 93 and 87 of those had kept or gained.
import { chooseByQuotas } from '../choose.ts';
import type { Row } from '../csv.ts';
import { addDays, earlier, later, workday } from '../days.ts';
import { createRandom, type Random } from '../random.ts';
import type { Participant } from './people.ts';

const reached = { woman: 88, man: 92 };
const keptOrForward = { woman: 82, man: 80 };
/** Results were collected between these days. */
const calls = { from: '2024-09-02', to: '2025-03-31' };

export function createFollowUps(people: readonly Participant[]): Row[] {
  const random = createRandom('cresco-plus follow-ups 1');
  const due = people.filter((person) => person.followedUp);
  const choose = (from: readonly Participant[], counts: { woman: number; man: number }) =>
    chooseByQuotas(random, from, counts.woman + counts.man, [{ of: (person) => person.gender, counts }]);
  const answered = choose(due, reached);
  const good = choose([...answered], keptOrForward);
  const outcomeOf = (person: Participant) => {
    if (good.has(person)) return random.chance(0.45) ? 'forward' : 'kept';
    if (answered.has(person)) return 'back';
    return random.chance(0.7) ? 'declined' : 'notReached';
  };
  return due.map((person) => ({
    enrolment: person.enrolment,
    date: callDay(random, person),
    outcome: outcomeOf(person),
  }));
}

function callDay(random: Random, person: Participant): string {
  const sixMonthsLater = later(addDays(person.end, 182), calls.from);
  return later(earlier(workday(addDays(sixMonthsLater, random.integer(0, 16))), calls.to), calls.from);
}
