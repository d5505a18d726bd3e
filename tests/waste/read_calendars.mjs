// Reads a JSON list of calendars from standard input with ical.js and writes what it understood.
const { default: ICAL } = await import(process.argv[2]);

let input = "";
for await (const chunk of process.stdin) input += chunk;

const trigger = (event) => {
  const alarm = event.getFirstSubcomponent("valarm");
  return alarm ? alarm.getFirstPropertyValue("trigger").toSeconds() : null;
};

const eventOf = (event) => ({
  uid: event.getFirstPropertyValue("uid"),
  summary: event.getFirstPropertyValue("summary"),
  description: event.getFirstPropertyValue("description") ?? "",
  start: event.getFirstPropertyValue("dtstart").toString(),
  end: event.getFirstPropertyValue("dtend").toString(),
  changed: event.getFirstPropertyValue("last-modified").toString(),
  status: event.getFirstPropertyValue("status"),
  sequence: event.getFirstPropertyValue("sequence"),
  trigger: trigger(event),
});

const read = (text) => {
  const parsed = ICAL.parse(text);
  const again = ICAL.parse(ICAL.stringify(parsed));
  return {
    same: JSON.stringify(parsed) === JSON.stringify(again),
    events: new ICAL.Component(parsed).getAllSubcomponents("vevent").map(eventOf),
  };
};

console.log(JSON.stringify(JSON.parse(input).map(read)));
