# SPDX-License-Identifier: Apache-2.0
"""The sets of pages, and how they are written."""
import zlib

import numpy as np

import books
import columns
import front
import nothing
import papers
import plain
import vertical
import wear
from page import save_clean, save_truth

# name, language, sidebar, number of the page, and whether it is also worn and photographed
COLUMN_PAGES = [('en-1', 'eng', '', 1, True), ('en-2', 'eng', 'right', 4, False), ('de-1', 'deu', '', 2, True),
                ('de-2', 'deu', 'left', 1, False), ('fr-1', 'fra', '', 3, True), ('fr-2', 'fra', 'right', 8, False),
                ('es-1', 'spa', '', 5, False), ('zh-1', 'chi_sim', '', 6, False)]
# name, language, how it is made, and whether it is also worn
PLAIN_PAGES = [('book', 'eng', plain.book, False), ('letter', 'deu', plain.letter, False),
               ('novel', 'fra', books.novel, False), ('large-print', 'fra', books.large_print, False),
               ('small-type', 'eng', books.small_type, False), ('opening', 'eng', books.opening, False),
               ('footnotes', 'deu', books.footnotes, False), ('title', 'spa', books.title, False),
               ('contents-dots', 'eng', books.contents, False), ('contents', 'fra', books.contents, False),
               ('index', 'deu', books.index, False), ('poem', 'eng', books.poem, True),
               ('play', 'spa', books.play, False), ('dictionary', 'deu', books.dictionary, False),
               ('article', 'eng', books.article, False), ('picture', 'deu', books.picture, False),
               ('quote', 'eng', books.quote, False), ('zh-book', 'chi_sim', books.chinese, False),
               ('zh-contents', 'chi_sim', books.chinese_contents, False),
               ('letterhead', 'eng', papers.letterhead, True), ('invoice', 'deu', papers.invoice, True),
               ('table', 'eng', papers.table, False), ('form', 'fra', papers.form, False),
               ('rules', 'eng', papers.rules, False), ('recipe', 'fra', papers.recipe, False),
               ('typewritten', 'eng', papers.typewritten, True), ('manuscript', 'deu', papers.manuscript, False),
               ('questions', 'spa', papers.questions, False), ('bar', 'spa', papers.bar, False)]
# what is made of a page
CLEAN, WORN, DAMAGED = ('.png',), ('.png', '-worn.jpg'), ('.png', '-worn.jpg', '-photo.jpg')
NOTHING = ('blank', 'photograph', 'noise')


def generator(seed, *names):
    """Random numbers of one page's own: what other pages are made does not change it."""
    return np.random.default_rng([seed, zlib.crc32('/'.join(names).encode())])


def column_pages(seed):
    counts = list(generator(seed, 'columns').permutation([2, 3, 3, 4, 4, 5]))
    counts += list(generator(seed, 'more').integers(2, 5, 2))
    for (name, lang, sidebar, number, damaged), n in zip(COLUMN_PAGES, counts):
        yield name, lang, DAMAGED if damaged else CLEAN, lambda rng: columns.make(rng, name, lang, int(n), sidebar, number)


def front_pages(committed):
    yield 'front', 'chi_sim', DAMAGED, lambda rng: front.make(rng, 'front', committed)


def plain_pages():
    for name, lang, make, worn in PLAIN_PAGES:
        yield name, lang, WORN if worn else CLEAN, lambda rng: make(rng, name, lang)


def vertical_pages():
    yield 'registers', 'chi_tra', WORN, lambda rng: vertical.newspaper(rng, 'registers', 'chi_tra')


def write_page(folder, seed, group, name, page, kinds):
    """Truth, text and pictures of one page. Returns how many pictures."""
    most = 120_000 if group == 'plain' else 1_000_000
    save_truth(page, folder, name, name + '.png')
    clean = page.paint()
    save_clean(clean, folder / (name + '.png'), page.bits, page.dpi)
    if '-worn.jpg' in kinds:
        behind = np.roll(clean[::-1], clean.shape[0] // 3, axis=0)
        worn = wear.worn(generator(seed, group, name, 'worn'), clean, behind)
        wear.save_jpeg(worn, folder / (name + '-worn.jpg'), most)
    if '-photo.jpg' in kinds:
        photo = wear.photographed(generator(seed, group, name, 'photo'), clean)
        wear.save_jpeg(photo, folder / (name + '-photo.jpg'), most)
    return len(kinds)


def write_nothing(folder, seed, only):
    """Pictures that hold no text, as JPEG. Returns how many were written."""
    wrote = 0
    for name in NOTHING:
        if only.search('nothing/' + name):
            page, pixels = getattr(nothing, name)(generator(seed, 'nothing', name), name)
            save_truth(page, folder, name, name + '.jpg')
            wear.save_jpeg(pixels, folder / (name + '.jpg'), 400_000)
            wrote += 1
    return wrote


def write(out, seed, only, committed):
    """Writes the pages whose SET/NAME matches `only`, and the tables of their sets. Returns how many pictures."""
    wrote = 0
    for group, pages in (('front-page', front_pages(committed)), ('columns', column_pages(seed)), ('plain', plain_pages()),
                         ('vertical', vertical_pages())):
        rows = []
        for name, lang, kinds, make in pages:
            for kind in kinds:
                rows.append(f'{name}{kind[:-4]}\t{name}{kind}\t{lang}\t{name}.gt.json\n')
            if only.search(f'{group}/{name}'):
                (out / group).mkdir(parents=True, exist_ok=True)
                wrote += write_page(out / group, seed, group, name, make(generator(seed, group, name)), kinds)
        save_table(out / group, rows)
    if any(only.search('nothing/' + name) for name in NOTHING):
        (out / 'nothing').mkdir(parents=True, exist_ok=True)
        wrote += write_nothing(out / 'nothing', seed, only)
    save_table(out / 'nothing', [f'{name}\t{name}.jpg\teng\t{name}.gt.json\n' for name in NOTHING])
    return wrote


def save_table(folder, rows):
    """pages.tsv: the pages of the set that are there."""
    if folder.is_dir():
        there = [row for row in rows if (folder / row.split('\t')[1]).exists()]
        (folder / 'pages.tsv').write_text(''.join(there), encoding='utf8')
