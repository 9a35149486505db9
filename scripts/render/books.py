# SPDX-License-Identifier: Apache-2.0
"""Pages of books: one column, whatever is set in it."""
import pictures
from sheet import A5, LETTER, Sheet, entries_of, rows_of
from typeset import break_lines


def running_head(sheet, text, number):
    small = sheet.face(.85, 'italic')
    sheet.row([text], [((sheet.width - small.width(text)) / 2, False)], 'header', small)
    sheet.y -= sheet.step(small)
    sheet.row([str(number)], [(sheet.width, True)], 'page-number', sheet.face(.85))
    sheet.gap(1)


def novel(rng, name, lang):
    sheet = Sheet(rng, name, lang, A5, 300, 'garamond libertine', 10.5, .75)
    running_head(sheet, sheet.pool.take('headlines'), int(rng.integers(10, 300)) * 2 + 1)
    sheet.prose()
    sheet.page.bits = 1
    return sheet.page


def large_print(rng, name, lang):
    sheet = Sheet(rng, name, lang, A5, 200, 'bonum noto', 18, .6)
    sheet.prose(align='left', indent=1.5)
    return sheet.page


def small_type(rng, name, lang):
    sheet = Sheet(rng, name, lang, A5, 400, 'termes schola', 6.5, .7, 1.2)
    sheet.heading(sheet.pool.take('headlines'), 1.3)
    sheet.gap(1)
    sheet.prose()
    sheet.page.bits = 1
    return sheet.page


def drop_capital(sheet, text, lines=3):
    """A paragraph whose first letter is as high as its first `lines` lines."""
    step, em = sheet.step(sheet.body), sheet.body
    height = (lines - 1) * step + .66 * em.size
    capital = sheet.face(height / .66 / em.size)
    hang = capital.width(text[0]) + .12 * em.size
    broken = break_lines(text[1:], em, sheet.width - hang, sheet.lang, hyphenate=False)[:lines]
    used = 1 + sum(len(line.text) + 1 for line in broken)
    top = sheet.y
    truth = [sheet.line(em, line, hang) for line in broken]
    sheet.page.write(capital, text[0], sheet.x, top + .8 * step + (lines - 1) * step)
    truth[0]['text'] = text[0] + truth[0]['text']
    truth[0]['bbox'] = [int(sheet.x), int(top), truth[0]['bbox'][2], truth[0]['bbox'][3]]
    truth += [sheet.line(em, line, 0) for line in break_lines(text[used:], em, sheet.width, sheet.lang)]
    sheet.page.region('paragraph', text, truth)


def opening(rng, name, lang):
    sheet = Sheet(rng, name, lang, A5, 300, 'pagella garamond', 11, .8)
    head, chapter, argument, first, *others = entries_of('opening', lang)
    sheet.gap(2)
    sheet.heading(chapter, .9, weight='regular')
    sheet.heading(head, 1.7)
    sheet.heading(argument, 1, weight='italic')
    sheet.gap(1.5)
    drop_capital(sheet, first)
    for text in others:
        sheet.paragraph(text, indent=sheet.size)
    sheet.prose(until=2)
    sheet.page.bits = 1
    return sheet.page


def footnotes(rng, name, lang):
    sheet = Sheet(rng, name, lang, A5, 300, 'libertine schola', 10, .75)
    notes, small = entries_of('notes', lang), sheet.face(.8)
    sheet.prose(2)
    for text in entries_of('footnotes', lang):
        sheet.paragraph(text, indent=sheet.size)
    sheet.gap(1.2)
    sheet.rule(0, 1.2 * sheet.inch)
    sheet.gap(.4)
    for text in notes:
        sheet.paragraph(text, face=small)
    sheet.page.bits = 1
    return sheet.page


def title(rng, name, lang):
    sheet = Sheet(rng, name, lang, A5, 300, 'garamond pagella', 12, .7)
    series, author, head, under, edition, town, printer, year = entries_of('title', lang)
    for text, scale, gap, kind in ((series, .9, 3, 'heading'), (author, 1.3, 2, 'byline'), (head, 2.4, 1, 'heading'),
                                   (under, 1.2, 3, 'heading')):
        sheet.heading(text, scale, weight='italic' if text == under else 'regular', kind=kind)
        sheet.gap(gap)
    sheet.paragraph(edition, face=sheet.face(.9), left=.2 * sheet.width, right=.2 * sheet.width, align='centre')
    sheet.gap(6)
    for text in (town, printer, year):
        sheet.heading(text, 1, weight='regular', kind='list')
    return sheet.page


def contents(rng, name, lang, paper=A5, dpi=300, families='schola bonum', points=11):
    """A table of contents; with dot leaders where its texts are called so."""
    sheet = Sheet(rng, name, lang, paper, dpi, families, points, .9, 1.7)
    head, *rows = rows_of(name, lang)
    sheet.heading(head[0], 1.5)
    sheet.gap(1)
    dot = sheet.body.width('..') - sheet.body.width('.')
    for text, number in rows:
        end = sheet.width - sheet.body.width(number) - sheet.size * .4
        dots = int((end - sheet.body.width(text) - sheet.size * .4) / dot) if name.endswith('dots') else 0
        sheet.row([text, '.' * dots, number], [(0, False), (end, True), (sheet.width, True)], 'list')
    return sheet.page


def index(rng, name, lang):
    sheet = Sheet(rng, name, lang, A5, 300, 'termes libertine', 10, .8, 1.35)
    head, *rows = entries_of('index', lang)
    sheet.heading(head, 1.6, align='left')
    sheet.gap(1)
    for text in rows:
        sheet.row([text], [(1.2 * sheet.size if text.startswith('–') else 0, False)], 'list')
    return sheet.page


def poem(rng, name, lang):
    sheet = Sheet(rng, name, lang, A5, 300, 'garamond libertine', 12, .8)
    head, *lines = entries_of('poem', lang)
    sheet.heading(head, 1.4, weight='italic')
    sheet.gap(1.5)
    for text in lines:
        if text == '-':
            sheet.gap(1)
        else:
            sheet.row([text.lstrip('>')], [(sheet.inch * (.95 if text.startswith('>') else .6), False)], 'list')
    return sheet.page


def play(rng, name, lang):
    sheet = Sheet(rng, name, lang, A5, 300, 'pagella schola', 10, .75)
    act, scene, *rows = rows_of('play', lang)
    sheet.heading(act[0], 1.4)
    sheet.heading(scene[0], 1.1, weight='regular')
    for row in rows:
        sheet.gap(.5)
        if len(row) > 1:
            sheet.paragraph(row[1], left=1.5 * sheet.size, indent=-1.5 * sheet.size, lead=row[0],
                            lead_face=sheet.face(.85, 'bold'))
        else:
            sheet.paragraph(row[0], face=sheet.face(1, 'italic'), left=1.5 * sheet.size)
    return sheet.page


def dictionary(rng, name, lang):
    sheet = Sheet(rng, name, lang, A5, 400, 'termes liberation', 9, 1)
    for word, text in rows_of('dictionary', lang):
        sheet.paragraph(text, left=sheet.size, indent=-sheet.size, lead=word, lead_face=sheet.face(1, 'bold'))
        sheet.gap(.15)
    return sheet.page


def article(rng, name, lang):
    sheet = Sheet(rng, name, lang, LETTER, 200, 'termes libertine', 11, 1.2)
    head, authors, place, abstract, *rows = rows_of('article', lang)
    sheet.heading(head[0], 1.6)
    sheet.gap(.5)
    sheet.heading(authors[0], 1.1, weight='regular', kind='byline')
    sheet.heading(place[0], .95, weight='italic', kind='byline')
    sheet.gap(1.2)
    sheet.paragraph(abstract[1], face=sheet.face(.9), left=.5 * sheet.inch, right=.5 * sheet.inch, lead=abstract[0],
                    lead_face=sheet.face(.9, 'bold'))
    for (text,) in rows:
        if text[0].isdigit():
            sheet.gap(1)
            sheet.heading(text, 1.15, 'left')
            sheet.gap(.3)
        else:
            sheet.paragraph(text, indent=sheet.size)
    sheet.prose(2)
    return sheet.page


def picture(rng, name, lang):
    sheet = Sheet(rng, name, lang, A5, 200, 'noto sans', 10, .7)
    sheet.heading(sheet.pool.take('headlines'), 1.4)
    sheet.gap(.8)
    sheet.prose(2)
    sheet.gap(.8)
    wide, high = int(.7 * sheet.width), round(1.7 * sheet.inch)
    scene = pictures.framed(pictures.halftone(pictures.scene(rng, wide, high), 6, 45))
    sheet.page.picture(sheet.x + .15 * sheet.width, sheet.y, scene)
    sheet.y += high + .3 * sheet.size
    sheet.heading(sheet.pool.take('captions'), .85, weight='regular', kind='caption')
    sheet.gap(.8)
    sheet.prose(until=1)
    return sheet.page


def quote(rng, name, lang):
    sheet = Sheet(rng, name, lang, A5, 300, 'schola termes', 10, .8)
    sheet.prose(3)
    sheet.gap(1)
    side = .15 * sheet.width
    sheet.rule(side, sheet.width - side, 4)
    sheet.gap(.4)
    sheet.paragraph(entries_of('quote', lang)[0], face=sheet.face(1.7, 'italic'), left=side, right=side, align='centre')
    sheet.gap(.4)
    sheet.rule(side, sheet.width - side, 4)
    sheet.gap(1)
    sheet.prose()
    sheet.page.bits = 1
    return sheet.page


def chinese(rng, name, lang):
    sheet = Sheet(rng, name, lang, A5, 300, 'song', 12, .8, 1.6)
    head, *rows = entries_of('zh-book', lang)
    sheet.heading(head, 1.5)
    sheet.gap(1)
    for text in rows:
        sheet.paragraph(text, indent=2 * sheet.size)
    sheet.page.bits = 1
    return sheet.page


def chinese_contents(rng, name, lang):
    return contents(rng, name, lang, families='song hei', points=13)
