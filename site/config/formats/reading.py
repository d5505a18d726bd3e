"""How days and times may be typed: the German way, or as ISO 8601 (which Django adds).

The first of each is how the back office shows them. Nothing else is read: 3/4/2027 would be
one day for a German and another one for an American.
"""

DAYS = ["%d.%m.%Y", "%d.%m.%y"]
TIMES = ["%H:%M", "%H:%M:%S", "%H.%M"]
MOMENTS = ["%d.%m.%Y %H:%M", "%d.%m.%Y, %H:%M", "%d.%m.%y %H:%M", "%d.%m.%Y %H:%M:%S"]
