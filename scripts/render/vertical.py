# SPDX-License-Identifier: Apache-2.0
"""A page of a Chinese newspaper in columns that run down, from the right, in registers under each other."""
from page import Page
from texts import Pool, load
from typeset import Face

MARKS = '，。、'  # in old print they stand in the upper right corner of their place


def column(page, face, text, x, top):
    """Draws a column whose places are as wide as the face is high; returns its truth."""
    marks = Face('song', face.size)  # in simplified Chinese they are drawn in the lower left one
    for i, sign in enumerate(text):
        shift = .55 * face.size if sign in MARKS else 0
        page.write(marks if shift else face, sign, x + shift, top + (i + .88) * face.size - shift)
    return {'text': text, 'bbox': [int(x), int(top), int(x + face.size + .999), int(top + len(text) * face.size + .999)]}


def article(page, rng, pool, fonts, right, left, top, height):
    """A heading and the columns of its text, from right to left until no sentences or no room are left."""
    head, body = fonts
    heading = pool.take('headings')
    right -= 1.4 * head.size
    page.region('heading', heading, [column(page, head, heading, right, top + .5 * head.size)])
    right -= .6 * head.size
    room = int((right - left) / (1.35 * body.size)) * int(height / body.size)
    text = '\u3000\u3000'
    while pool.has('sentences') and len(text) + len(pool.left['sentences'][-1]) < room:
        text += pool.take('sentences')
    a_column, lines = int(height / body.size), []
    while text:
        cut = a_column
        if text[cut:cut + 1] and text[cut] in MARKS:  # hangs below the column
            cut += 1
        right -= 1.35 * body.size
        line = text[:cut]
        blank = len(line) - len(line.lstrip('\u3000'))
        lines.append(column(page, body, line[blank:], right, top + blank * body.size))
        text = text[cut:]
    page.region('paragraph', ''.join(line['text'] for line in lines), lines)


def newspaper(rng, name, lang):
    size = int(rng.integers(34, 42))
    page = Page(name, lang, 46 * size)
    pool = Pool(rng, load(lang))
    fonts = Face('hei', 1.6 * size, 'bold', lang), Face('song', size, 'regular', lang)
    top, height, registers = 2.5 * size, 15.6 * size, 2
    for register in range(registers):
        middle = size * rng.uniform(20, 26)  # articles part there
        for right, left in ((page.width - 2 * size, middle + size), (middle - size, 2 * size)):
            article(page, rng, pool, fonts, right, left, top, height)
        top += height + 1.6 * size
        if register + 1 < registers:
            page.fill(2 * size, top - .9 * size, page.width - 2 * size, top - .9 * size + 3)
    page.height = int(top + size)
    for region in page.regions:
        region['vertical'] = True
    return page
