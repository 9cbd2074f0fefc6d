// The times of rrule.js for recurrence.py, which hands over the jobs as JSON on standard input and
// reads the nanoseconds of processor time for each from standard output:
//
//     {"expand": {"third_wednesday": "FREQ=MONTHLY;BYDAY=3WE", ...}, "begin": "2026-01-01",
//      "end": "2126-01-01", "rules": [...], "rules_end": "2036-01-01",
//      "questions": {"90": ["2041-05-05", ...], "7000": [...]}}
//
// It takes the rrule package that the tests use, from tests/peers.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../tests/peers/package.json", import.meta.url));
const { RRule } = require("rrule");
const job = JSON.parse(readFileSync(0, "utf8"));
const day = (text) => new Date(text + "T00:00:00Z");
const begin = day(job.begin);
const keepNothing = true; // a rule that keeps its answers is asked but once

function rule(text) {
  const options = RRule.parseString(text);
  options.dtstart = begin;
  return new RRule(options, keepNothing);
}

function dayBefore(text) {
  return new Date(day(text).getTime() - 86400000);
}

function median(times) {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

/** Nanoseconds for each item, of which a pass gives as many as it returns. */
function time(pass, rounds = 5) {
  const times = [];
  for (let i = 0; i < rounds; i++) {
    const before = process.cpuUsage();
    const items = pass();
    const { user, system } = process.cpuUsage(before);
    times.push(((user + system) * 1000) / items);
  }
  return median(times);
}

const answer = { expand: {}, questions: {} };
for (const [name, text] of Object.entries(job.expand)) {
  const all = rule(text);
  answer.expand[name] = time(() => all.between(begin, dayBefore(job.end), true).length, 9);
}

answer.rules = time(() => {
  for (const text of job.rules) rule(text).between(begin, dayBefore(job.rules_end), true);
  return job.rules.length;
}, 3);

const asked = rule(job.expand.third_wednesday);
for (const [years, dates] of Object.entries(job.questions)) {
  const questions = {
    next_after: (date) => asked.after(date),
    nth: (date, k) => asked.all((_, i) => i < k),
    count: (date) => asked.between(begin, date, true).length,
    in: (date) => asked.between(date, date, true).length,
  };
  answer.questions[years] = {};
  for (const [name, ask] of Object.entries(questions)) {
    answer.questions[years][name] = time(() => {
      for (const { date, k } of dates) ask(day(date), k);
      return dates.length;
    }, 3);
  }
}
console.log(JSON.stringify(answer));
