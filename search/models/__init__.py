from .builds import IndexBuild, LateChange

__all__ = ["IndexBuild", "LateChange"]
