from .secrets import Secret
from .tickets import UsedTicket

__all__ = ["Secret", "UsedTicket"]
