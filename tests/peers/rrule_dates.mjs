// rrule.js as a filter, by the same protocol as reference_dates.
import { createInterface } from "node:readline";
import rrule from "rrule";

const day = (text) => new Date(text + "T00:00:00Z");

function answer(line) {
  const [rule, start, begin, end] = line.split("\t");
  const options = rrule.RRule.parseString(rule);
  options.dtstart = day(start);
  const last = new Date(day(end).getTime() - 86400000);
  return new rrule.RRule(options)
    .between(day(begin), last, true)
    .map((date) => date.toISOString().slice(0, 10))
    .join(" ");
}

for await (const line of createInterface({ input: process.stdin })) {
  let text;
  try {
    text = answer(line);
  } catch (error) {
    text = "error: " + String(error).replaceAll("\n", " ");
  }
  process.stdout.write(text + "\n");
}
