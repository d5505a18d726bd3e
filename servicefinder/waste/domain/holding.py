"""One at a time at a plan, on every database."""

from ..models import Plan


def hold(plan: Plan) -> None:
    """Keep others from changing the plan until the open transaction ends; `plan` is then what is stored."""
    Plan.objects.filter(pk=plan.pk).update(year=plan.year)
    plan.refresh_from_db()
