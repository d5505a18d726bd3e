"""Why something cannot be done with a plan."""


class NotPlannable(Exception):
    """Says in German what has to be settled first."""


class NotPublishable(NotPlannable):
    """Nothing unapproved becomes public."""
