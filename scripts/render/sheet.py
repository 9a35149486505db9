# SPDX-License-Identifier: Apache-2.0
"""A page of one column that is set from the top down."""
from page import Page
from texts import Pool, load, no_breaks
from typeset import Face, Line, break_lines

A4, A5, LETTER = (8.27, 11.69), (5.83, 8.27), (8.5, 11)


def rows_of(name, lang):
    """The entries of sheets.txt under that name, each in its cells."""
    entries = load('sheets')[name]
    return [[cell.strip() for cell in (no_breaks(text) if lang == 'fra' else text).split('|')] for text in entries]


def entries_of(name, lang):
    """Those of one cell each."""
    return [row[0] for row in rows_of(name, lang)]


class Sheet:
    """Sizes are given in points and margins in inches; `y` is the top of the next line, in pixels."""

    def __init__(self, rng, name, lang, paper, dpi, families, points, margin=.9, leading=1.3):
        self.rng, self.lang, self.inch = rng, lang, dpi
        self.page = Page(name, lang, round(paper[0] * dpi), round(dpi))
        self.page.height = round(paper[1] * dpi)
        self.family = str(rng.choice(families.split()))
        self.size = points * dpi / 72
        self.leading = leading
        self.body = self.face()
        self.x = self.y = margin * dpi
        self.width = self.page.width - 2 * self.x
        self.pool = Pool(rng, load(lang))

    def face(self, scale=1., weight='regular', family=''):
        return Face(family or self.family, self.size * scale, weight)

    def step(self, face):
        return face.size * self.leading

    def gap(self, lines):
        self.y += lines * self.step(self.body)

    def room(self, lines=0):
        """Whether that many lines of the body still fit above the lower margin, which is as wide as the left one."""
        return self.y + lines * self.step(self.body) < self.page.height - self.x

    def rule(self, x0=0, x1=None, thick=2, below=0):
        """Across the column, or from x0 to x1 of it."""
        y = round(self.y + below)
        self.page.fill(self.x + x0, y, self.x + (self.width if x1 is None else x1), y + thick)

    def paragraph(self, text, kind='paragraph', face=None, indent=0, left=0, right=0, align='justify', lead='',
                  lead_face=None, tab=False):
        """Sets `text` between the margins `left` and `right`.

        lead: what stands before it in a face of its own; with `tab` the text begins at `left` all the same.
        """
        face = face or self.body
        width, start = self.width - left - right, indent
        if lead:
            start = 0 if tab else indent + lead_face.width(lead) + face.space
        lines = break_lines(text, face, width, self.lang, start, align == 'justify', align == 'justify', 1.4)
        truth = []
        for i, line in enumerate(lines):
            shift = {'centre': (width - line.width) / 2, 'right': width - line.width}.get(align, 0)
            truth.append(self.line(face, line, left + shift, lead if i == 0 else '', lead_face, indent))
        self.page.region(kind, (lead + ' ' + text).strip(), truth)

    def line(self, face, line, x, lead='', lead_face=None, indent=0):
        base = self.y + (.86 if face.cjk else .8) * self.step(face)
        truth = self.page.line(face, line, self.x + x, base)
        if lead:
            self.page.write(lead_face, lead, self.x + x + indent, base)
            truth['text'] = lead + ' ' + truth['text']
            truth['bbox'][0] = int(self.x + x + indent)
        self.y += self.step(face)
        return truth

    def heading(self, text, scale=1.4, align='centre', weight='bold', kind='heading'):
        self.paragraph(text, kind, self.face(scale, weight), align=align)

    def row(self, cells, places, kind='table', face=None):
        """One line of cells. places: (x, whether the cell ends there) of each."""
        face = face or self.body
        pieces = []
        for text, (x, ends) in zip(cells, places):
            if text:
                pieces.append((text, x - face.width(text) if ends else x))
        text = ' '.join(text for text, _ in pieces).replace('\u00a0', ' ')
        end = max(x + face.width(text) for text, x in pieces)
        self.page.region(kind, text, [self.line(face, Line(text, pieces, end), 0)])

    def prose(self, most=99, indent=1., gap=0., until=0, align='justify'):
        """Paragraphs of the language's pool until the page is full but for `until` lines."""
        indent = 2 if self.lang.startswith('chi') else indent
        while most and self.pool.has('paragraphs'):
            text = self.pool.take('paragraphs')
            lines = len(break_lines(text, self.body, self.width, self.lang, indent * self.size))
            if not self.room(lines + until):
                break
            self.paragraph(text, indent=indent * self.size, align=align)
            self.gap(gap)
            most -= 1
