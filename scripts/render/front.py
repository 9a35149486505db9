# SPDX-License-Identifier: Apache-2.0
"""A newspaper's front page: four stories in grids of their own; a sidebar with masthead, addresses, QR codes, an EAN-13."""
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

import pictures
from page import Page
from story import Story, Style, set_block, set_story
from typeset import Face, Line, break_lines, is_cjk

HERE = Path(__file__).parent
# Which stories share a band, and over how many columns of the page each stands. The first grid is the committed page's.
GRIDS = [
    [[(0, 3), (1, 3)], [(2, 6)], [(3, 6)]],
    [[(0, 5)], [(1, 5)], [(2, 5)], [(3, 5)]],
    [[(2, 4)], [(0, 2), (1, 2)], [(3, 4)]],
    [[(0, 4)], [(2, 4)], [(3, 2), (1, 2)]],
    [[(0, 2), (3, 3)], [(2, 5)], [(1, 5)]],
    [[(2, 5)], [(1, 3), (3, 2)], [(0, 5)]],
]
WIDENED = {',': '，', ':': '：', ';': '；', '(': '（', ')': '）'}


def widen(text):
    """Full-width marks, as most papers print them: where a Chinese character stands beside."""
    def mark(m):
        near = text[max(0, m.start() - 1):m.start()] + text[m.end():m.end() + 1]
        return WIDENED[m.group(0)] if is_cjk(near) else m.group(0)
    return re.sub('[,:;()]', mark, text)


@dataclass
class Text:
    stories: list = field(default_factory=list)
    side: list = field(default_factory=list)  # (mark, text)


def load(change):
    out, side = Text(), False
    for row in (HERE / 'front.txt').read_text(encoding='utf8').splitlines():
        if row.startswith('%'):
            continue
        if row == '---':
            side = True
            continue
        mark, text = re.fullmatch(r'(?:(#+|[@!*=|]) )?(.*)', row).groups()
        text = text if mark == '|' else change(text)
        if side:
            out.side.append((mark, text))
        elif mark == '#':
            out.stories.append(Story(text, 0, [], 1))
        elif mark == '##':
            out.stories[-1].deck.append(text)
        elif mark == '@':
            out.stories[-1].byline = text
        else:
            out.stories[-1].paragraphs.append(text)
    return out


def set_ean(page, digits, x, y, width):
    """Bars with the digits under them, the first one beside them, as the standard draws it."""
    bars = pictures.ean13_modules(digits.replace(' ', ''))
    k = int(width // 106)
    x = round(x + (width - 95 * k + 8 * k) / 2)
    height = 62 * k
    for i, bar in enumerate(bars):
        if bar == '1':
            guard = i < 3 or i > 91 or 45 <= i < 50
            page.fill(x + i * k, y, x + (i + 1) * k, y + height + (5 * k if guard else 0))
    face = Face('mono', 11.6 * k)
    base = y + height + 10 * k
    groups = digits.split(' ')
    starts = [x - face.width(groups[0]) - 3 * k, x + 3 * k + (42 * k - face.width(groups[1])) / 2,
              x + 50 * k + (42 * k - face.width(groups[2])) / 2]
    length = starts[2] + face.width(groups[2]) - starts[0]
    line = Line(digits, [(g, s - starts[0]) for g, s in zip(groups, starts)], length)
    page.region('barcode', digits, [page.line(face, line, starts[0], base)])
    box = [x, round(y), x + 95 * k, round(y) + height + 5 * k]
    page.codes.append({'symbology': 'EAN-13', 'payload': digits.replace(' ', ''), 'bbox': box})
    return base + 4 * k


def set_codes(page, style, captions, face, x, y, width, number):
    """A row of QR codes with their captions."""
    each = width / len(captions)
    foot = y
    for i, text in enumerate(captions):
        payload = f'https://example.org/media/{number + i}'
        code = pictures.qr_code(payload, int(each * .74))
        cx, cy = round(x + i * each + (each - code.shape[1]) / 2), round(y)
        page.picture(cx, cy, code)
        end = cy + code.shape[0]
        page.codes.append({'symbology': 'QR Code', 'payload': payload, 'bbox': [cx, cy, cx + code.shape[1], end]})
        foot = set_block(page, style, 'caption', text, face, x + i * each, end + 12, each, face.size * 1.4, 'centre')
    return foot + .6 * face.size


def set_sidebar(page, rng, style, side, x, y, width, per_row):
    small = Face('song', round(min(33., width / 16)))
    side_style = replace(style, body=small, leading=round(small.size * 1.48), indent=0)
    bold = Face('hei', small.size * 1.16, 'bold')
    i, codes = 0, 0
    while i < len(side):
        mark, text = side[i]
        i += 1
        if mark == '!':
            face = Face('song', width / len(text) * .98, 'bold')
            y = set_block(page, side_style, 'masthead', text, face, x, y, width, face.size * 1.2, 'centre') + 24
        elif mark == '##':
            y = set_block(page, side_style, 'heading', text, bold, x, y + .8 * small.size, width, bold.size * 1.4)
            page.fill(x, y, x + width, y + 3)
            y += 14
        elif mark == '=':
            row = [text]
            while len(row) < per_row and i < len(side) and side[i][0] == '=':
                row.append(side[i][1])
                i += 1
            y = set_codes(page, side_style, row, small, x, y + 8, width, codes + 1)
            codes += len(row)
        elif mark == '|':
            y = set_ean(page, text, x, y + 26, width)
        elif mark == '*':
            y = set_block(page, side_style, 'paragraph', text, small, x, y, width, side_style.leading)
        else:
            lines, truth = break_lines(text, small, width, style.lang), []
            for line in lines:
                truth.append(page.line(small, line, x, y + .86 * side_style.leading))
                y += side_style.leading
            page.region('paragraph', text, truth)
    return y


def make(rng, name, committed):
    """The whole page. The committed one prints the marks as the seed has them; others may print them full-width."""
    text = load(str if committed or rng.random() < .5 else widen)
    grid = GRIDS[0] if committed else GRIDS[int(rng.integers(len(GRIDS)))]
    page = Page(name, 'chi_sim', 3080 if committed else int(rng.integers(290, 320)) * 10)
    margin = int(rng.integers(95, 140))
    size = 35 if committed else round(float(rng.uniform(34, 39)))
    style = Style('chi_sim', Face('song', size), round(size * rng.uniform(1.38, 1.52)), 'song', 'hei', 2 * size,
                  float(size * rng.uniform(1.5, 2)), False, centred=True)
    side = float(rng.uniform(490, 600))
    left = committed or rng.random() < .5
    air = 2.2 * style.gap
    width = page.width - 2 * margin - side - air
    x = margin + side + air if left else margin
    y = top = margin
    for b, band in enumerate(grid):
        if b:
            page.fill(x, y + .5 * size, x + width, y + .5 * size + int(rng.choice([3, 5])))
            y += 1.2 * size
        columns = sum(k for _, k in band)
        gap = style.gap * 1.25
        col = (width - (columns - 1) * gap) / columns
        at, ends = 0, []
        for which, k in band:
            wide = k * col + (k - 1) * gap
            inner = max(2, min(k, int(wide // (11 * size))))
            head = size * (1.55 + .27 * min(k, 5)) * (1.15 if which == 2 else 1)
            story = replace(text.stories[which], columns=inner, head_size=head, rules=bool(rng.random() < .5))
            fx = x + at * (col + gap)
            ends.append(set_story(page, style, story, rng, fx, y, wide))
            at += k
            if at < columns:
                split = fx + wide + gap / 2
        if len(band) > 1:
            page.fill(split, y, split + 2, max(ends))
        y = max(ends)
    sx = margin if left else page.width - margin - side
    rx = sx + side + air / 2 if left else sx - air / 2
    foot = set_sidebar(page, rng, style, text.side, sx, top, side, 2 if committed or rng.random() < .8 else 3)
    page.fill(rx, top, rx + 4, max(y, foot))
    page.height = int(max(y, foot)) + margin
    return page
