# SPDX-License-Identifier: Apache-2.0
"""Newspaper and magazine pages of columns: headlines over some of them, stories side by side and stacked, sidebars."""
from dataclasses import replace

from page import Page
from story import Story, Style, column_width, set_block, set_story, text_units
from texts import Pool, load
from typeset import Face, Hole, break_lines

# How a band of the page is divided among stories, by the page's columns: widths in columns, left to right.
DIVISIONS = {
    2: [[2], [1, 1], [2]],
    3: [[3], [2, 1], [1, 2], [1, 1, 1]],
    4: [[4], [3, 1], [1, 3], [2, 2], [1, 2, 1], [2, 1, 1]],
    5: [[5], [3, 2], [2, 3], [4, 1], [1, 4], [2, 2, 1], [1, 3, 1]],
}
SERIFS = ['schola', 'termes', 'pagella', 'bonum', 'libertine', 'liberation', 'noto', 'garamond']
HEADS = {'schola': ['schola', 'heros'], 'termes': ['termes', 'bonum'], 'pagella': ['pagella', 'heros'],
         'bonum': ['bonum'], 'libertine': ['libertine', 'bonum'], 'liberation': ['liberation', 'sans'],
         'noto': ['noto', 'sans'], 'garamond': ['garamond', 'pagella']}
SIZES = {2: (34, 39), 3: (31, 36), 4: (29, 33), 5: (26.5, 29)}  # of the body, by columns
# How wide a family's letters are; sizes are divided by it, so that pages of all families look alike.
WIDE = {'schola': 1.06, 'bonum': 1.1, 'noto': 1.1, 'pagella': 1.02, 'garamond': .9, 'libertine': .93}


def new_style(rng, lang, columns):
    if lang.startswith('chi'):
        size = round(float(rng.uniform(34, 40)))
        leading = round(size * rng.uniform(1.34, 1.5))
        return Style(lang, Face('song', size), leading, str(rng.choice(['song', 'hei'])), 'hei', 2 * size, size * 1.6,
                     False, centred=bool(rng.random() < .5))
    family = str(rng.choice(SERIFS))
    size = round(float(rng.uniform(*SIZES[columns])) / WIDE.get(family, 1), 1)
    leading = round(size * rng.uniform(1.16, 1.3) * min(1.08, WIDE.get(family, 1)))
    head, small = str(rng.choice(HEADS[family])), str(rng.choice(['sans', 'heros', family]))
    return Style(lang, Face(family, size), leading, head, small, size * rng.uniform(.9, 1.5), size * rng.uniform(1.15, 1.7), False,
                 justify=bool(rng.random() < .88), centred=bool(rng.random() < .35), loose=float(rng.uniform(1.25, 1.5)),
                 paragraph_gap=int(rng.random() < .12))


def add_hole(rng, pool, story, height):
    """A picture in the story's columns: at their head, foot or middle, one or two columns wide."""
    span = 2 if story.columns >= 3 and rng.random() < .4 else 1
    col = int(rng.integers(0, story.columns - span + 1))
    top = int(rng.choice([0, 0, -1, -2]))
    units = int(rng.integers(max(6, height // 5), max(8, int(height / 2.4))))
    caption = pool.take('captions') if pool.has('captions') and rng.random() < .9 else ''
    story.holes.append(Hole(col, span, top, units, caption=caption))


def new_story(rng, style, pool, columns, width, size, height, likely):
    """A story of about that height, with a picture as `likely` as told."""
    story = Story(pool.take('headlines'), size, [], columns, rules=bool(style.rules and rng.random() < .7))
    col = column_width(style, story, width)
    if columns >= 2 and rng.random() < .3 and pool.has('decks'):
        story.deck = [pool.take('decks')]
    if rng.random() < .2 and pool.has('kickers'):
        story.kicker = pool.take('kickers')
    if rng.random() < .5 and pool.has('names'):
        story.byline = pool.take('names')
        story.byline_first = bool(rng.random() < .4) and not style.lang.startswith('chi')
    lines = max(8, int((height - 2.6 * size - (120 if story.deck else 0)) / style.leading))
    if lines > 16 and rng.random() < likely:
        add_hole(rng, pool, story, lines)
    room = lines * columns - sum(h.units * h.span for h in story.holes)
    used = 0
    while pool.has('paragraphs'):
        text = pool.take('paragraphs')
        need = text_units(style, [text], col)
        if story.paragraphs and used + need * .6 > room:
            pool.back('paragraphs', text)
            break
        if len(story.paragraphs) > 2 and rng.random() < .12 and pool.has('crossheads'):
            story.crossheads[len(story.paragraphs)] = pool.take('crossheads')
            used += 2
        story.paragraphs.append(text)
        used += need
    return story


def set_frame(page, rng, style, pool, columns, x, y, width, height):
    """One story, or a stack of them, in `columns` columns of the page. Returns the y under it."""
    stack = 1 if height < 800 or rng.random() < .5 else 2
    shares = [1.] if stack == 1 else [(s := rng.uniform(.35, .65)), 1 - s]
    end = y
    for i, share in enumerate(shares):
        if not pool.has('paragraphs') or not pool.has('headlines'):
            break
        if i:
            end += .9 * style.leading
            if rng.random() < .5:
                page.fill(x, end, x + width, end + 2)
                end += .6 * style.leading
        inner = columns
        if columns == 3 and rng.random() < .2:
            inner = 2  # set wider than the page's columns
        size = style.body.size * (1.7 + .42 * columns) * rng.uniform(.85, 1.15)
        story = new_story(rng, style, pool, inner, width, size, height * share, .45 if page.pictures else .85)
        end = set_story(page, style, story, rng, x, end, width)
    return end


def set_sidebar(page, rng, style, pool, x, y, width, height):
    """Short notes in small type, each with its bold first line; list lines at the end."""
    small = Face(style.small_family, style.body.size * float(rng.uniform(.88, .98)))
    side = replace(style, body=small, leading=round(small.size * 1.24), justify=bool(rng.random() < .5), centred=False,
                   indent=0)
    head = Face(style.small_family, style.body.size * 1.45, 'bold')
    end = set_block(page, side, 'heading', pool.take('sidebars'), head, x, y, width, head.size * 1.2) + 10
    page.fill(x, end, x + width, end + 3)
    end += 16
    bold = Face(style.small_family, small.size * 1.06, 'bold')
    while end < y + height - 520 and (pool.has('briefs') or pool.has('kickers') and pool.has('paragraphs')):
        brief = pool.take('briefs') if pool.has('briefs') else pool.take('kickers') + ' | ' + pool.take('paragraphs')
        title, text = brief.split(' | ')
        end = set_block(page, side, 'heading', title, bold, x, end, width, side.leading)
        lines, truth = break_lines(text, small, width, style.lang, 0, side.justify), []
        for line in lines:
            truth.append(page.line(small, line, x, end + .8 * side.leading))
            end += side.leading
        page.region('paragraph', text, truth)
        end += .7 * side.leading
    for entry in pool.take('lists').split(' | '):
        end = set_block(page, side, 'paragraph', entry, small, x, end, width, side.leading)
    return end


def set_head(page, rng, style, pool, number, left, top, width):
    """The running head, or on a first page the name of the paper with its date line. Returns the y under it."""
    paper, date = pool.take('papers'), pool.take('dates')
    small = Face(style.small_family, style.body.size * .9)
    if number == 1:
        size = min(230., 1.7 * width / max(4, len(paper)))
        face = Face('song' if style.lang.startswith('chi') else style.head_family, size, 'bold')
        y = set_block(page, style, 'masthead', paper, face, left, top, width, face.size * 1.15, 'centre') + 14
        page.fill(left, y, left + width, y + 4)
        y = set_block(page, style, 'header', date, small, left, y + 12, width, small.size * 1.3, 'centre') + 8
        page.fill(left, y, left + width, y + 2)
        return y + style.leading
    y = top + small.size * 1.3
    pieces = [('page-number', str(number)), ('header', paper), ('header', date)]
    if number % 2:
        pieces.reverse()
    for (kind, text), align in zip(pieces, ('left', 'centre', 'right')):
        set_block(page, style, kind, text, small, left, top, width, small.size * 1.3, align)
    page.fill(left, y + 6, left + width, y + 8)
    return y + .9 * style.leading


def plan(rng, columns, height):
    """Bands of the page: (division, height). Neighbours are divided differently."""
    bands, left, last = [], height, None
    while left > 450:
        share = min(left, max(600, height * rng.uniform(.25, .6)))
        if left - share < 600:
            share = left
        choices = [d for d in DIVISIONS[columns] if d != last]
        last = choices[int(rng.integers(len(choices)))]
        bands.append((last, share))
        left -= share
    return bands


def boundaries(division):
    return {sum(division[:i]) for i in range(1, len(division))}


def set_bands(page, rng, style, pool, columns, x, y, width, height):
    gutter = style.gap * 1.15
    col = (width - (columns - 1) * gutter) / columns
    last = None
    for division, share in plan(rng, columns, height):
        if not pool.has('paragraphs') or not pool.has('headlines'):
            break
        if last is not None:
            y += .7 * style.leading
            if boundaries(last) & boundaries(division) or rng.random() < .5:
                page.fill(x, y, x + width, y + int(rng.choice([2, 3, 6])))
                y += .7 * style.leading
        ends, at, ruled = [y], 0, rng.random() < .6
        for k in division:
            fx, wide = x + at * (col + gutter), k * col + (k - 1) * gutter
            ends.append(set_frame(page, rng, style, pool, k, fx, y, wide, share))
            at += k
        if ruled:
            for b in sorted(boundaries(division)):
                rx = x + b * (col + gutter) - gutter / 2
                page.fill(rx, y, rx + 2, max(ends))
        y, last = max(ends), division
    return y


def make(rng, name, lang, columns, sidebar, number):
    """A whole page. sidebar: '', 'left' or 'right'."""
    page = Page(name, lang, int(rng.integers(240, 261)) * 10)
    pool = Pool(rng, load(lang))
    margin = int(rng.integers(90, 150))
    style = new_style(rng, lang, columns)
    style.rules = bool(rng.random() < .6)
    x, width = margin, page.width - 2 * margin
    top = set_head(page, rng, style, pool, number, x, margin, width)
    height = float(rng.uniform(3000, 3450))
    bx, bwide = x, width
    if sidebar:
        side = width * rng.uniform(.17, .22) + (60 if columns < 4 else 0)
        bwide = width - side - 2.4 * style.gap
        sx = x if sidebar == 'left' else x + width - side
        bx = x + side + 2.4 * style.gap if sidebar == 'left' else x
    end = set_bands(page, rng, style, pool, columns, bx, top, bwide, height)
    if sidebar:
        end = max(end, set_sidebar(page, rng, style, pool, sx, top, side, end - top))
        rx = x + side + 1.2 * style.gap if sidebar == 'left' else sx - 1.2 * style.gap
        page.fill(rx, top, rx + 3, end)
    if rng.random() < .6:
        small = Face(style.small_family, style.body.size * .85)
        end = set_block(page, style, 'footer', pool.take('feet'), small, x, end + style.leading, width, small.size * 1.3,
                        str(rng.choice(['left', 'centre', 'right'])))
    page.height = int(end) + margin
    return page
