"""What citizens call the things that offices describe: everyday words, situations, other languages.

Plain files beside this module, keyed by LeiKa object (the first eight digits of a key); see README.md.
They are read once by a process that writes the index; answering a question needs none of them.
"""

from search.vocabulary.lookup import Vocabulary, vocabulary

__all__ = ["Vocabulary", "vocabulary"]
