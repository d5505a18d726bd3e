"""People who sign in: editors, departments, administrators. Citizens need no account."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A member of staff. `is_demo` marks accounts with published passwords; production refuses them."""

    is_demo = models.BooleanField("Demo-Konto", default=False, editable=False)

    class Meta:
        verbose_name = "Benutzerkonto"
        verbose_name_plural = "Benutzerkonten"

    def __str__(self) -> str:
        return self.get_full_name() or self.username
