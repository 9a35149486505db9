# SPDX-License-Identifier: Apache-2.0
"""Pages of a single column: a page of a book, a letter. No columns may be found in them."""
from page import Page
from story import Style, set_block
from texts import Pool, load
from typeset import Face, break_lines


def set_paragraph(page, style, text, indent, x, y, width):
    lines, truth = break_lines(text, style.body, width, style.lang, indent, style.justify, True, style.loose), []
    for line in lines:
        truth.append(page.line(style.body, line, x, y + .8 * style.leading))
        y += style.leading
    page.region('paragraph', text, truth)
    return y


def book(rng, name, lang):
    page = Page(name, lang, 1800)
    page.height = 2700
    pool = Pool(rng, load(lang))
    family = str(rng.choice(['garamond', 'pagella', 'libertine', 'schola']))
    size = round(float(rng.uniform(38, 44)))
    style = Style(lang, Face(family, size), round(size * 1.3), family, family, size * 1.2, 0, False, loose=1.4)
    x, width, y = 230, 1340, 210
    number, small = int(rng.integers(20, 300)), Face(family, size * .85)
    slanted = Face(family, size * .85, 'italic')
    if number % 2:
        set_block(page, style, 'header', pool.take('headlines'), slanted, x, y, width, size, 'centre')
        set_block(page, style, 'page-number', str(number), small, x, y, width, size, 'right')
    else:
        set_block(page, style, 'page-number', str(number), small, x, y, width, size)
        set_block(page, style, 'header', pool.take('papers'), slanted, x, y, width, size, 'centre')
    y += 2.2 * size
    first, divided = True, False
    while pool.has('paragraphs'):
        text = pool.take('paragraphs')
        lines = len(break_lines(text, style.body, width, lang, style.indent, True, True, style.loose))
        if y + lines * style.leading > page.height - 230:
            break
        if not first and not divided and y > 1100:
            divided = True
            y = set_block(page, style, 'heading', pool.take('crossheads'), Face(family, size * 1.15, 'bold'), x,
                          y + style.leading, width, size * 1.4) + .4 * style.leading
            first = True
        y = set_paragraph(page, style, text, 0 if first else style.indent, x, y, width)
        first = False
    return page


def letter(rng, name, lang):
    page = Page(name, lang, 1750)
    page.height = 2480
    pool = Pool(rng, load(lang))
    family = str(rng.choice(['sans', 'liberation', 'heros']))
    size = round(float(rng.uniform(34, 38)))
    style = Style(lang, Face(family, size), round(size * 1.34), family, family, 0, 0, False, justify=False,
                  loose=1e9)
    x, width, y = 220, 1310, 230
    sections = load(lang)
    for row in sections['letter'][0].split(' | '):
        y = set_block(page, style, 'paragraph', row, style.body, x, y, width, style.leading)
    y += 2 * style.leading
    y = set_block(page, style, 'paragraph', sections['letter'][1], style.body, x, y, width, style.leading, 'right')
    y += 2 * style.leading
    y = set_block(page, style, 'heading', pool.take('headlines'), Face(family, size, 'bold'), x, y, width, style.leading)
    y += style.leading
    y = set_block(page, style, 'paragraph', sections['letter'][2], style.body, x, y, width, style.leading)
    y += .6 * style.leading
    while pool.has('paragraphs'):
        text = pool.take('paragraphs')
        lines = len(break_lines(text, style.body, width, lang, 0, False, True, style.loose))
        if y + (lines + 5) * style.leading > page.height - 200:
            break
        y = set_paragraph(page, style, text, 0, x, y, width) + .6 * style.leading
    for row in sections['letter'][3].split(' | '):
        y = set_block(page, style, 'paragraph', row, style.body, x, y + .5 * style.leading, width, style.leading)
    return page
