"""What people of the district should know just now."""

from ..models import DistrictNotice
from ..registries import Answer, AnswerLine, AskedAddress
from ..wording import texts_in

SHOWN = 5


class DistrictNotices:
    name, rank = "addresses.notices", 10

    def answer(self, asked: AskedAddress) -> Answer | None:
        current = DistrictNotice.objects.filter(
            districts=asked.house.district_id, starts_on__lte=asked.today, ends_on__gte=asked.today
        )
        lines = [AnswerLine(each.title, each.link, each.text) for each in current[:SHOWN]]
        if not lines:
            return None
        return Answer(texts_in(asked.language).notices.format(district=asked.house.district), lines)
