# SPDX-License-Identifier: Apache-2.0
"""The texts the pages are made of: texts/LANG.txt, sections in [brackets], one entry a line."""
import re
from pathlib import Path

HERE = Path(__file__).parent


def no_breaks(text):
    """French puts blanks before high marks and inside quotes, and no line may end there."""
    return re.sub('« ', '«\u00a0', re.sub(' ([;:?!»])', '\u00a0\\1', text))


def load(lang):
    """Section name -> its entries."""
    out, entries = {}, []
    for line in (HERE / 'texts' / (lang + '.txt')).read_text(encoding='utf8').splitlines():
        if line.startswith('['):
            entries = out.setdefault(line.strip('[]'), [])
        elif line.strip() and not line.startswith('%'):
            entries.append(no_breaks(line.strip()) if lang == 'fra' else line.strip())
    return out


class Pool:
    """Draws every entry once, in an order of its own; then there are no more."""

    def __init__(self, rng, sections):
        self.left = {name: [entries[i] for i in rng.permutation(len(entries))] for name, entries in sections.items()}

    def has(self, name):
        return bool(self.left.get(name))

    def take(self, name):
        return self.left[name].pop()

    def back(self, name, entry):
        self.left[name].insert(0, entry)
