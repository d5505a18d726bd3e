"""English."""

from workdays.domain.month_names import ENGLISH_MONTHS

from .texts import Texts

ENGLISH = Texts(
    lang="en",
    title="Waste collection calendar",
    lead="When is which bin emptied? Enter your address.",
    field="Street and house number",
    hint="For example “Ostanlage 5”.",
    find="Show dates",
    my_address="Everything about your address: office, school, polling place",
    suggestions="Addresses",
    suggestion_none="No matching address",
    suggestion_one="1 address",
    suggestion_many="# addresses",
    several="Which address do you mean?",
    none="We do not know this address. Please check street and house number.",
    none_help="Please enter street and house number.",
    household_title="Your collection dates",
    other_address="Another address",
    next="Next collections",
    today="today",
    tomorrow="tomorrow",
    in_days="in {days} days",
    put_out_today="Put it out this evening",
    put_out_now="Due today",
    instead_of="instead of {day}",
    cancelled="cancelled",
    no_dates="Nothing has been published for this address yet.",
    all_dates="All dates",
    as_list="As a list",
    as_calendar="As a calendar",
    choose="Only certain bins, with a reminder",
    choose_fractions="What should be in your calendar?",
    choose_hint="Everything if you choose nothing.",
    alarm="Reminder of the calendar",
    alarms=(
        ("", "none"),
        ("abend", "the evening before at 6 pm"),
        ("spaet", "the evening before at 8 pm"),
        ("morgen", "on the day at 6 am"),
    ),
    show="Apply",
    take="Into your calendar",
    take_lead="A calendar you subscribe to changes by itself when a collection is moved.",
    apple="Subscribe on iPhone, iPad and Mac",
    apple_help="Opens the calendar app; you only have to confirm.",
    google="Subscribe in Google Calendar",
    google_help="Opens Google. Google asks for changes about once a day and learns your calendar’s address.",
    outlook="Subscribe in Outlook.com",
    outlook_help=(
        "Opens Microsoft. In the Outlook program: Add calendar → From Internet, then the address below."
    ),
    android_help=(
        "Android itself cannot subscribe to calendars: use Google Calendar, or an app such as ICSx⁵ "
        "with the address below."
    ),
    address_of_calendar="Address of your calendar",
    download="Download the dates once (iCalendar)",
    remind="Get reminders by e-mail",
    sheet="The year {year} to print (PDF, in German)",
    changes="Changes as an Atom feed (in German)",
    note="Please put bins at the roadside by 6 am.",
    gone="We do not know this address (any more).",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    short_weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    months=ENGLISH_MONTHS,
    week="Week",
    home="Home",
    calendar_caption="Collections in {month}",
)
