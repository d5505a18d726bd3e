from .builds import IndexBuild, LateChange
from .names import FindableName, NamedRecord, NameStem

__all__ = ["FindableName", "IndexBuild", "LateChange", "NameStem", "NamedRecord"]
