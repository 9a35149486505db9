# SPDX-License-Identifier: Apache-2.0
"""Faces, line breaking and the filling of columns. Lengths are in pixels of the finished page."""
import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

import pyphen
from PIL import ImageFont

SCALE = 2  # pages are drawn at twice their size: letters then stand at half pixels, as in print

GARAMOND = '/usr/share/fonts/opentype/ebgaramond/EBGaramond12-'
GYRE = '/usr/share/texmf/fonts/opentype/public/tex-gyre/texgyre'
LIBERTINE = '/usr/share/fonts/opentype/linux-libertine/LinLibertine_R'
LIBERATION = '/usr/share/fonts/truetype/liberation/Liberation'
NOTO = '/usr/share/fonts/truetype/noto/Noto'
CJK = '/usr/share/fonts/opentype/noto/Noto'
CJK_FACES = {'chi_sim': 2, 'chi_tra': 3}  # in the Noto CJK collections, what is drawn for simplified Chinese and so on

# family -> regular, bold, italic
FAMILIES = {
    'schola': [GYRE + 'schola-' + s + '.otf' for s in ('regular', 'bold', 'italic')],
    'termes': [GYRE + 'termes-' + s + '.otf' for s in ('regular', 'bold', 'italic')],
    'pagella': [GYRE + 'pagella-' + s + '.otf' for s in ('regular', 'bold', 'italic')],
    'bonum': [GYRE + 'bonum-' + s + '.otf' for s in ('regular', 'bold', 'italic')],
    'heros': [GYRE + 'heros-' + s + '.otf' for s in ('regular', 'bold', 'italic')],
    'garamond': [GARAMOND + 'Regular.otf', LIBERTINE + 'B.otf', GARAMOND + 'Italic.otf'],  # its bold has no accents
    'libertine': [LIBERTINE + s + '.otf' for s in ('', 'B', 'I')],
    'liberation': [LIBERATION + 'Serif-' + s + '.ttf' for s in ('Regular', 'Bold', 'Italic')],
    'noto': [NOTO + 'Serif-' + s + '.ttf' for s in ('Regular', 'Bold', 'Italic')],
    'sans': [LIBERATION + 'Sans-' + s + '.ttf' for s in ('Regular', 'Bold', 'Italic')],
    'mono': [LIBERATION + 'Mono-' + s + '.ttf' for s in ('Regular', 'Bold', 'Italic')],
    'song': [CJK + 'SerifCJK-' + s + '.ttc' for s in ('Regular', 'Bold', 'Regular')],
    'hei': [CJK + 'SansCJK-' + s + '.ttc' for s in ('Regular', 'Bold', 'Regular')],
}
WEIGHTS = {'regular': 0, 'bold': 1, 'italic': 2}


class Face:
    """One font at one size, in pixels of the finished page."""

    def __init__(self, family, size, weight='regular', lang='chi_sim'):
        self.size = size
        self.cjk = family in ('song', 'hei')
        self.font = ImageFont.truetype(FAMILIES[family][WEIGHTS[weight]], round(size * SCALE),
                                       index=CJK_FACES[lang] if self.cjk else 0)
        self.width = lru_cache(maxsize=None)(self._width)
        self.space = self.width('n n') - self.width('nn')

    def _width(self, text):
        return self.font.getlength(text) / SCALE

    def box(self, x0, x1, base):
        """The box of a line whose letters stand on `base`: one em and a bit, as high as ascenders and descenders reach."""
        up, down = (.88, .14) if self.cjk else (.78, .24)
        return [int(x0), int(base - up * self.size), int(x1 + .999), int(base + down * self.size + .999)]


@dataclass
class Line:
    """One printed line: its text, and its pieces at their places from the line's left end."""
    text: str
    pieces: list
    width: float


# How a language's words are divided: the dictionary, letters that stay before and after the hyphen.
DIVISION = {'eng': ('en_US', 2, 3), 'deu': ('de_DE', 2, 3), 'fra': ('fr', 2, 3), 'spa': ('es_ES', 2, 3)}


@lru_cache(maxsize=None)
def divider(lang):
    name, left, right = DIVISION[lang]
    if name not in pyphen.LANGUAGES:
        raise SystemExit(f'render_images: no hyphenation patterns for {name}: install the hyphen-* packages')
    return pyphen.Pyphen(lang=name, left=left, right=right)


def divisions(word, lang):
    """Where a line may end inside a word, last place first: (printed before, carried over)."""
    out = []
    for part in re.finditer(r'[^\W\d_]+', word):
        letters = part.group(0)
        if len(letters) >= 6 and not letters.isupper():
            out += [(part.start() + k, '-') for k in divider(lang).positions(letters)]
    out += [(m.end(), '') for m in re.finditer(r'(?<=[^\W\d_]{2})[-–—/](?=[^\W\d_]{2})', word)]
    return [(word[:k] + mark, word[k:]) for k, mark in sorted(out, reverse=True)]


def _placed(words, face, start, width, stretch):
    """The words of one line at their places; justified to `width` where `stretch` is set."""
    natural = sum(map(face.width, words))
    gaps = len(words) - 1
    gap = (width - natural) / gaps if stretch and gaps else face.space
    pieces, x = [], start
    for word in words:
        pieces.append((word, x))
        x += face.width(word) + gap
    return Line(' '.join(words).replace('\u00a0', ' '), pieces, x - gap)


def _break_words(text, face, width, lang, indent, justify, hyphenate, loose):
    queue, lines, cur = text.split(' '), [], []
    queue.reverse()

    def room():
        return width - (indent if not lines else 0)

    def flush(last):
        start = indent if not lines else 0
        natural = sum(map(face.width, cur)) + face.space * (len(cur) - 1)
        lines.append(_placed(cur, face, start, room(), justify and (not last or natural > room())))
        cur.clear()

    while queue:
        word = queue.pop()
        used = sum(map(face.width, cur))
        least = face.space * (.8 if justify else 1)
        if used + face.width(word) + least * len(cur) <= room():
            cur.append(word)
            continue
        head = None
        if hyphenate and (not cur or len(cur) == 1 or (room() - used) / (len(cur) - 1) > face.space * loose):
            head = next(((a, b) for a, b in divisions(word, lang)
                         if used + face.width(a) + least * len(cur) <= room()), None)
        if head:
            cur.append(head[0])
            queue.append(head[1])
        elif cur:
            queue.append(word)
        else:
            cur.append(word)  # wider than the column: it stands alone
        flush(last=False)
    if cur:
        flush(last=True)
    return lines


NOT_FIRST = set(',.:;!?)]}%、。”’…·》」』】\uff0c\uff1a\uff1b\uff01\uff1f\uff09')  # the last six full-width
NOT_LAST = set('([{《「『【“‘\uff08')


def _clusters(text):
    """What may not be parted at a line end in Chinese: a character, a Latin word or a number, with its marks."""
    tokens = re.findall(r'[A-Za-z0-9@/#+%-]+(?:[.:][A-Za-z0-9]+)*| |.', text)
    out, space = [], ''
    for token in tokens:
        if token == ' ':
            space = ' '
            continue
        if out and not space and (token[0] in NOT_FIRST or out[-1][1][-1] in NOT_LAST):
            out[-1] = (out[-1][0], out[-1][1] + token)
        else:
            out.append((space, token))
        space = ''
    return out


def _break_cjk(text, face, width, indent, justify):
    lines, cur, used = [], [], 0.

    def flush(last):
        start = indent if not lines else 0
        gaps = len(cur) - 1
        extra = (width - start - used) / gaps if justify and not last and gaps else 0
        pieces, x = [], start
        for space, token in cur:
            x += face.space if space and pieces else 0
            pieces.append((token, x))
            x += face.width(token) + extra
        lines.append(Line(''.join(s + t for s, t in cur).strip(), pieces, x - extra))

    for space, token in _clusters(text):
        need = face.width(token) + (face.space if space and cur else 0)
        if cur and used + need > width - (indent if not lines else 0) + .02 * face.size:
            flush(last=False)
            cur, used, space, need = [], 0., '', face.width(token)
        cur.append((space, token))
        used += need
    if cur:
        flush(last=True)
    return lines


def break_lines(text, face, width, lang, indent=0, justify=True, hyphenate=True, loose=1.35):
    """The printed lines of a paragraph. `loose`: how many times its width a space may grow before a word is divided."""
    if lang.startswith('chi'):
        return _break_cjk(text, face, width, indent, justify)
    return _break_words(text, face, width, lang, indent, justify, hyphenate, loose)


@dataclass
class Hole:
    """Part of the columns that holds a picture and its caption: columns [col, col + span), units [top, top + units)."""
    col: int
    span: int
    top: int
    units: int
    picture: object = None
    caption: str = ''
    before: int = field(default=-1)  # the unit of text in front of which the hole stands, in the order of the text


def fill(keeps, cols, height, holes):
    """Places units of text (each one line high) in columns of `height` units, downwards, left to right, round holes.

    keeps[i] is True where unit i must not be the last one of a column. Returns (column, unit) of each, or None if they do
    not fit; notes in each hole the unit of text that comes after it.
    """
    taken = {(c, u) for h in holes for c in range(h.col, h.col + h.span) for u in range(h.top, h.top + h.units)}
    slots = [(c, u) for c in range(cols) for u in range(height) if (c, u) not in taken]
    out, k = [], 0
    for keep in keeps:
        if keep and k + 1 < len(slots) and slots[k + 1] != (slots[k][0], slots[k][1] + 1):
            k += 1
        if k >= len(slots):
            return None
        out.append(slots[k])
        k += 1
    for h in holes:
        h.before = next((i for i, s in enumerate(out) if s > (h.col, h.top)), len(out))
    return out


def is_cjk(text):
    return any(unicodedata.east_asian_width(c) in 'WF' for c in text)
