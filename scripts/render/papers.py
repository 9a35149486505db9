# SPDX-License-Identifier: Apache-2.0
"""Sheets that offices, schools and kitchens write: letters, forms, tables, lists."""
from page import INK
from sheet import A4, A5, LETTER, Sheet, entries_of, rows_of


def letterhead(rng, name, lang):
    sheet = Sheet(rng, name, lang, LETTER, 200, 'termes pagella', 12, 1.1)
    rows = entries_of('letterhead', lang)
    sheet.heading(rows[0], 1.8)
    for text in rows[1:4]:
        sheet.heading(text, .85, weight='regular', kind='list')
    sheet.rule(thick=3, below=6)
    sheet.gap(2)
    for text in rows[4:8]:
        sheet.row([text], [(0, False)], 'list')
    sheet.gap(1.5)
    sheet.row(rows[8:10], [(0, False), (sheet.width, True)], 'list')
    sheet.gap(1.5)
    for text in rows[10:]:
        sheet.paragraph(text, align='left')
        sheet.gap(.7)
    return sheet.page


def invoice(rng, name, lang):
    sheet = Sheet(rng, name, lang, A4, 200, 'sans heros', 11, .9)
    sender, address, number, date, *rows, last = rows_of('invoice', lang)
    sheet.heading(sender[0], 1.5, 'left')
    sheet.heading(address[0], .9, 'left', 'regular', 'list')
    sheet.gap(3)
    sheet.heading(number[0], 1.2, 'left')
    sheet.paragraph(date[0], 'list', align='right')
    sheet.gap(1)
    pad, edges = .3 * sheet.size, [0, .1, .52, .66, .83, 1]
    edges = [e * sheet.width for e in edges]
    places = [(edges[0] + pad, False), (edges[1] + pad, False), *((e - pad, True) for e in edges[3:])]
    top = sheet.y
    for i, row in enumerate(rows):
        sheet.rule(thick=4 if i == 1 else 2)
        sheet.y += .35 * sheet.size
        sheet.row(row, places, face=sheet.face(1, 'bold') if i in (0, len(rows) - 1) else None)
        sheet.y += .35 * sheet.size
    sheet.rule()
    for edge in edges:
        sheet.page.fill(sheet.x + edge, top, sheet.x + edge + 2, sheet.y)
    sheet.gap(2)
    sheet.paragraph(last[0], align='left')
    return sheet.page


def table(rng, name, lang):
    sheet = Sheet(rng, name, lang, A5, 300, 'liberation noto', 10.5, .8, 1.45)
    caption, *rows = rows_of('table', lang)
    sheet.prose(1, indent=0)
    sheet.gap(1)
    sheet.heading(caption[0], 1, 'left', kind='caption')
    sheet.gap(.5)
    places = [(0, False), *((sheet.width * end, True) for end in (.42, .63, .81, 1))]
    for row in rows:
        sheet.row(row, places)
    sheet.gap(1)
    sheet.prose(1, indent=0)
    return sheet.page


def form(rng, name, lang):
    sheet = Sheet(rng, name, lang, A5, 300, 'heros sans', 10.5, .8, 1.35)
    head, place, *rows = rows_of('form', lang)
    sheet.heading(head[0], 1.5)
    sheet.heading(place[0], 1, weight='regular')
    sheet.gap(1.5)
    for row in rows:
        if len(row) == 1:
            sheet.gap(.5)
            sheet.paragraph(row[0], align='left', face=sheet.face(.85))
            sheet.gap(1)
            continue
        label = sheet.body.width(row[0]) + .5 * sheet.size
        sheet.row(row, [(0, False), (label + .5 * sheet.size, False)], 'list')
        sheet.rule(label, below=-.1 * sheet.size)
        sheet.gap(.6)
    return sheet.page


def rules(rng, name, lang):
    sheet = Sheet(rng, name, lang, LETTER, 200, 'sans bonum', 12, 1)
    head, *rows = entries_of('list', lang)
    sheet.heading(head, 1.6, 'left')
    sheet.gap(.6)
    for text in rows:
        mark, text = text.split(' ', 1)
        left = (2 if mark[0].isdigit() else 4) * sheet.size
        sheet.paragraph(text, 'list', left=left, indent=-1.6 * sheet.size, lead=mark, lead_face=sheet.body, tab=True,
                        align='left')
        sheet.gap(.3)
    return sheet.page


def recipe(rng, name, lang):
    sheet = Sheet(rng, name, lang, A5, 300, 'bonum heros', 10, .75, 1.35)
    head, people, *rows = entries_of('recipe', lang)
    sheet.heading(head, 1.8, 'left')
    sheet.heading(people, 1, 'left', 'italic')
    sheet.gap(1)
    for text in rows:
        if len(text) < 40:
            sheet.row([text], [(sheet.size, False)], 'list')
        else:
            sheet.gap(.7)
            sheet.paragraph(text)
    return sheet.page


def typewritten(rng, name, lang):
    sheet = Sheet(rng, name, lang, LETTER, 200, 'mono', 12, 1.1, 1.2)
    head, under, *rows = entries_of('typewritten', lang)
    sheet.heading(head, 1, weight='regular')
    sheet.heading(under, 1, weight='regular')
    for text in rows:
        sheet.gap(1)
        sheet.paragraph(text, align='left')
    sheet.page.bits = 1
    return sheet.page


def manuscript(rng, name, lang):
    sheet = Sheet(rng, name, lang, A4, 200, 'mono', 12, 1.2, 2.4)
    sheet.row([sheet.pool.take('names'), str(int(rng.integers(2, 90)))], [(0, False), (sheet.width, True)], 'header')
    sheet.gap(1)
    sheet.prose(indent=3, align='left')
    sheet.page.bits = 1
    return sheet.page


def questions(rng, name, lang):
    sheet = Sheet(rng, name, lang, A5, 300, 'liberation sans', 11, .8)
    head, *rows = rows_of('questions', lang)
    sheet.heading(head[0], 1.4)
    for mark, text in rows:
        sheet.gap(1 if mark == 'P.' else .2)
        sheet.paragraph(text, left=2 * sheet.size, indent=-2 * sheet.size, lead=mark, lead_face=sheet.face(1, 'bold'),
                        tab=True)
    return sheet.page


def bar(rng, name, lang):
    """A notice whose title stands in white on a black bar."""
    sheet = Sheet(rng, name, lang, A5, 300, 'heros sans', 11, .75)
    face = sheet.face(1.8, 'bold')
    high = 1.7 * face.size
    sheet.page.fill(sheet.x, sheet.y, sheet.x + sheet.width, sheet.y + high)
    sheet.y += (high - sheet.step(face)) / 2
    sheet.page.ink = 255
    sheet.heading(entries_of('bar', lang)[0], 1.8)
    sheet.page.ink = INK
    sheet.gap(1.5)
    sheet.prose(3, indent=0, gap=.6, align='left')
    return sheet.page
