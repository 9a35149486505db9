# SPDX-License-Identifier: Apache-2.0
"""The sets of pages, and how they are written."""
import zlib

import numpy as np

import columns
import front
import nothing
import plain
import wear
from page import save_clean, save_truth

# name, language, sidebar, number of the page, and whether it is also worn and photographed
COLUMN_PAGES = [('en-1', 'eng', '', 1, True), ('en-2', 'eng', 'right', 4, False), ('de-1', 'deu', '', 2, True),
                ('de-2', 'deu', 'left', 1, False), ('fr-1', 'fra', '', 3, True), ('fr-2', 'fra', 'right', 8, False),
                ('es-1', 'spa', '', 5, False), ('zh-1', 'chi_sim', '', 6, False)]
NOTHING = ('blank', 'photograph', 'noise')


def generator(seed, *names):
    """Random numbers of one page's own: what other pages are made does not change it."""
    return np.random.default_rng([seed, zlib.crc32('/'.join(names).encode())])


def column_pages(seed):
    counts = list(generator(seed, 'columns').permutation([2, 3, 3, 4, 4, 5]))
    counts += list(generator(seed, 'more').integers(2, 5, 2))
    for (name, lang, sidebar, number, damaged), n in zip(COLUMN_PAGES, counts):
        yield name, lang, damaged, lambda rng: columns.make(rng, name, lang, int(n), sidebar, number)


def front_pages(committed):
    yield 'front', 'chi_sim', True, lambda rng: front.make(rng, 'front', committed)


def plain_pages():
    yield 'book', 'eng', False, lambda rng: plain.book(rng, 'book', 'eng')
    yield 'letter', 'deu', False, lambda rng: plain.letter(rng, 'letter', 'deu')


def write_page(folder, seed, group, name, page, damaged):
    """Truth, text and pictures of one page. Returns how many pictures."""
    save_truth(page, folder, name, name + '.png')
    clean = page.paint()
    save_clean(clean, folder / (name + '.png'))
    if not damaged:
        return 1
    behind = np.roll(clean[::-1], clean.shape[0] // 3, axis=0)
    wear.save_jpeg(wear.worn(generator(seed, group, name, 'worn'), clean, behind), folder / (name + '-worn.jpg'))
    wear.save_jpeg(wear.photographed(generator(seed, group, name, 'photo'), clean), folder / (name + '-photo.jpg'))
    return 3


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
    for group, pages in (('front-page', front_pages(committed)), ('columns', column_pages(seed)), ('plain', plain_pages())):
        rows = []
        for name, lang, damaged, make in pages:
            for kind in ('.png', '-worn.jpg', '-photo.jpg') if damaged else ('.png',):
                rows.append(f'{name}{kind[:-4]}\t{name}{kind}\t{lang}\t{name}.gt.json\n')
            if only.search(f'{group}/{name}'):
                (out / group).mkdir(parents=True, exist_ok=True)
                wrote += write_page(out / group, seed, group, name, make(generator(seed, group, name)), damaged)
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
