# SPDX-License-Identifier: Apache-2.0
"""One story on the page: its headline over all its columns, its text flowing in them, pictures and captions among it."""
from dataclasses import dataclass, field

import pictures
from typeset import Face, Hole, break_lines, fill


@dataclass
class Style:
    """How a page is set. Sizes in pixels."""
    lang: str
    body: Face
    leading: int  # from baseline to baseline
    head_family: str
    small_family: str
    indent: float
    gap: float  # between columns of one story
    rules: bool  # a rule between columns of one story
    justify: bool = True
    centred: bool = False  # headlines
    loose: float = 1.35
    paragraph_gap: int = 0  # units of white between paragraphs


@dataclass
class Story:
    head: str
    head_size: float
    paragraphs: list
    columns: int
    kicker: str = ''
    deck: list = field(default_factory=list)
    byline: str = ''
    byline_first: bool = False
    crossheads: dict = field(default_factory=dict)  # paragraph number -> heading in front of it
    holes: list = field(default_factory=list)
    rules: bool = False


def set_block(page, style, kind, text, face, x, y, width, leading, align='left', at=None):
    """Lines of their own that are not justified. Returns the y under them."""
    lines, truth = break_lines(text, face, width, style.lang, justify=False, hyphenate=False), []
    for line in lines:
        shift = {'left': 0, 'centre': (width - line.width) / 2, 'right': width - line.width}[align]
        truth.append(page.line(face, line, x + shift, y + .8 * leading if not face.cjk else y + .86 * leading))
        y += leading
    page.region(kind, text, truth, at)
    return y


def fitting(family, size, text, width, lang, most):
    """A headline's face: as large as asked for, or as small as it takes to fit `most` lines, and every word in one."""
    if lang.startswith('chi'):  # a headline that is but a little too long is set smaller, not broken
        natural = Face(family, size, 'bold').width(text)
        most = 1 if natural < 1.45 * width else most
    while size > 30:
        face = Face(family, size, 'bold')
        lines = break_lines(text, face, width, lang, justify=False, hyphenate=False)
        if len(lines) <= most and all(line.width <= width for line in lines):
            return face
        size *= .94
    return Face(family, size, 'bold')


def set_heads(page, style, story, x, y, width):
    align = 'centre' if style.centred else 'left'
    if story.kicker:
        face = Face(style.small_family, style.body.size * 1.05, 'bold')
        y = set_block(page, style, 'heading', story.kicker, face, x, y, width, face.size * 1.35, align) + 4
    face = fitting(style.head_family, story.head_size, story.head, width, style.lang, 3 if story.columns < 3 else 2)
    y = set_block(page, style, 'heading', story.head, face, x, y, width, face.size * 1.14, align)
    for text in story.deck:
        face = Face(style.small_family, style.body.size * (1.3 if style.lang.startswith('chi') else 1.18), 'bold')
        y = set_block(page, style, 'heading', text, face, x, y + 6, width, face.size * 1.25, align)
    y += .35 * style.leading
    if story.byline and story.byline_first:
        face = Face(style.small_family, style.body.size * .92, 'italic')
        y = set_block(page, style, 'byline', story.byline, face, x, y, width, face.size * 1.3, align) + .25 * style.leading
    return y


class Unit:
    """One line's worth of a column: a printed line, or white."""

    def __init__(self, region, line=None, face=None, align='left', keep=False):
        self.region, self.line, self.face, self.align, self.keep = region, line, face, align, keep


def units_of(style, story, width):
    """The story's text as units, and its regions: (type, text)."""
    units, regions = [], []
    for i, text in enumerate(story.paragraphs):
        if i in story.crossheads:
            face = Face(style.small_family, style.body.size * .98, 'bold')
            units.append(Unit(None, keep=True))
            for line in break_lines(story.crossheads[i], face, width, style.lang, justify=False, hyphenate=False):
                units.append(Unit(len(regions), line, face, 'centre' if style.centred else 'left', keep=True))
            regions.append(('heading', story.crossheads[i]))
        elif i and style.paragraph_gap:
            units += [Unit(None)] * style.paragraph_gap
        first = i == 0 and not style.lang.startswith('chi')
        lines = break_lines(text, style.body, width, style.lang, 0 if first or style.paragraph_gap else style.indent,
                            style.justify, True, style.loose)
        units += [Unit(len(regions), line, style.body) for line in lines]
        regions.append(('paragraph', text))
    if story.byline and not story.byline_first:
        face = Face(style.small_family, style.body.size * .92, 'italic')
        lines = break_lines(story.byline, face, width, style.lang, justify=False, hyphenate=False)
        units += [Unit(len(regions), line, face, 'right') for line in lines]
        regions.append(('byline', story.byline))
    return units, regions


def column_width(style, story, width):
    return (width - (story.columns - 1) * style.gap) / story.columns


def text_units(style, paragraphs, width):
    """How many lines the paragraphs take in columns of that width."""
    return sum(len(break_lines(p, style.body, width, style.lang, style.indent, style.justify, True, style.loose))
               + style.paragraph_gap for p in paragraphs)


def place_holes(story, height):
    """Gives holes that ask for the foot (top -1) or the middle (top -2) of their columns their place."""
    holes = [Hole(h.col, h.span, h.top, min(h.units, height), h.picture, h.caption) for h in story.holes]
    for h in holes:
        h.top = height - h.units if h.top == -1 else max(0, (height - h.units) // 2) if h.top == -2 else h.top
    return holes


def set_hole(page, style, hole, rng, x, y, width, at):
    """A picture and the caption under it, in the lines left free for them."""
    face = Face(style.small_family, style.body.size * .82)
    leading = round(face.size * 1.22)
    lines = break_lines(hole.caption, face, width, style.lang, justify=False, hyphenate=False) if hole.caption else []
    air = .45 * style.leading
    top = y if hole.top == 0 else y + air
    foot = y + hole.units * style.leading - air - len(lines) * leading - (8 if lines else 0)
    page.picture(round(x), round(top), pictures.any_picture(rng, int(width), int(foot - top)))
    if lines:
        set_block(page, style, 'caption', hole.caption, face, x, foot + 8, width, leading, at=at)


def set_story(page, style, story, rng, x, y, width):
    """Sets the story and returns the y under it."""
    y = set_heads(page, style, story, x, y, width)
    col = column_width(style, story, width)
    units, regions = units_of(style, story, col)
    keeps = [u.keep for u in units]
    height = max(1, -(-len(units) // story.columns))
    while True:
        holes = place_holes(story, height)
        places = fill(keeps, story.columns, height, holes)
        if places:
            break
        height += 1
    first = len(page.regions)
    lines = [[] for _ in regions]
    for unit, (c, u) in zip(units, places):
        if unit.line:
            shift = {'left': 0, 'centre': (col - unit.line.width) / 2, 'right': col - unit.line.width}[unit.align]
            base = y + u * style.leading + (.8 if not style.body.cjk else .84) * style.leading
            lines[unit.region].append(page.line(unit.face, unit.line, x + c * (col + style.gap) + shift, base))
    for (kind, text), printed in zip(regions, lines):
        page.region(kind, text, printed)
    for hole in sorted(holes, key=lambda h: (h.before, h.col, h.top), reverse=True):
        before = next((u.region for u in reversed(units[:hole.before]) if u.region is not None), None)
        wide = hole.span * col + (hole.span - 1) * style.gap
        set_hole(page, style, hole, rng, x + hole.col * (col + style.gap), y + hole.top * style.leading, wide,
                 first if before is None else first + before + 1)
    bottom = y + height * style.leading
    if story.rules:
        for c in range(1, story.columns):
            free = height
            for h in holes:  # a picture across the gutter ends the rule
                if h.col < c < h.col + h.span:
                    free = min(free, h.top) if h.top else -1
            rx = x + c * (col + style.gap) - style.gap / 2
            if free > 2:
                page.fill(rx, y, rx + 2, y + free * style.leading)
    return bottom
