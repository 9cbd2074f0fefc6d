// ical.js, the parser of Thunderbird, as a filter: reads the path of a calendar file and a window,
// and prints each occurrence that begins in [begin, end) as a line of UID, first day and the day
// after the last, by first day.
//
//     node icalendar_dates.mjs songpa.ics 2026-01-01 2027-01-01
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const [path, begin, end] = process.argv.slice(2);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));

for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));
}

const found = [];

function add(uid, from, to) {
  const first = from.toString();
  if (first >= begin && first < end) found.push([uid, first, to.toString()]);
}

function addSeries(event) {
  const iterator = event.iterator();
  for (let time = iterator.next(); time && time.toString() < end; time = iterator.next()) {
    const occurrence = event.getOccurrenceDetails(time);
    add(event.uid, occurrence.startDate, occurrence.endDate);
  }
}

for (const component of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
  if (event.isRecurring()) addSeries(event);
  else add(event.uid, event.startDate, event.endDate);
}

found.sort((a, b) => (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : a[0] < b[0] ? -1 : 1));
for (const line of found) console.log(line.join("\t"));
