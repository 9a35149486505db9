# SPDX-License-Identifier: Apache-2.0
"""A page being made: what is to be drawn, and the truth about it, noted down together."""
import json

import cv2
import numpy as np
from PIL import Image, ImageDraw

from typeset import SCALE

INK = 24  # grey of the printing ink, 0 black


class Page:
    """Regions are added in reading order; everything drawn is in pixels of the finished page."""

    def __init__(self, name, lang, width, dpi=0):
        self.name, self.lang, self.width, self.height, self.dpi = name, lang, width, 0, dpi
        self.ink, self.bits = INK, 4
        self.texts, self.fills, self.pictures, self.regions, self.codes = [], [], [], [], []

    # drawing

    def line(self, face, line, x, base):
        """Draws a line of type and returns its truth."""
        for text, at in line.pieces:
            self.write(face, text, x + at, base)
        start = x + line.pieces[0][1]
        return {'text': line.text, 'bbox': face.box(start, x + line.width, base)}

    def write(self, face, text, x, base):
        self.texts.append((face.font, x, base, text, self.ink))

    def fill(self, x0, y0, x1, y1, grey=INK):
        self.fills.append((x0, y0, x1, y1, grey))

    def picture(self, x, y, pixels):
        self.pictures.append((int(x), int(y), pixels))

    # truth

    def region(self, kind, text, lines, at=None):
        r = {'type': kind, 'vertical': False, 'text': text.replace('\u00a0', ' '), 'lines': lines}
        self.regions.insert(len(self.regions) if at is None else at, r)

    # results

    def paint(self):
        """The finished page as grey pixels."""
        size = (self.width * SCALE, self.height * SCALE)
        image = Image.new('L', size, 255)
        draw = ImageDraw.Draw(image)
        for x0, y0, x1, y1, grey in self.fills:
            draw.rectangle([round(x0 * SCALE), round(y0 * SCALE), round(x1 * SCALE) - 1, round(y1 * SCALE) - 1], fill=grey)
        for font, x, base, text, ink in self.texts:
            draw.text((round(x * SCALE), round(base * SCALE)), text, font=font, fill=ink, anchor='ls')
        small = cv2.resize(np.asarray(image), (self.width, self.height), interpolation=cv2.INTER_AREA)
        for x, y, pixels in self.pictures:
            small[y:y + pixels.shape[0], x:x + pixels.shape[1]] = pixels
        return small

    def truth(self, file):
        regions = [{'id': f'r{i}', **r} for i, r in enumerate(self.regions)]
        codes = {'codes': self.codes} if self.codes else {}
        return {'image': {'file': file, 'width': self.width, 'height': self.height}, **codes, 'regions': regions}

    def text(self):
        return ''.join(r['text'] + '\n\n' for r in self.regions)[:-1]


def save_truth(page, folder, stem, file):
    """STEM.gt.json and STEM.txt."""
    truth = page.truth(file)
    rows = ',\n'.join('  ' + json.dumps(r, ensure_ascii=False) for r in truth.pop('regions'))
    head = json.dumps(truth, ensure_ascii=False)[:-1]
    (folder / (stem + '.gt.json')).write_text(
        head + ', "regions": [' + ('\n' + rows + '\n' if rows else '') + ']}\n', encoding='utf8')
    (folder / (stem + '.txt')).write_text(page.text(), encoding='utf8')


def save_clean(pixels, path, bits=4, dpi=0):
    """PNG of 2^bits levels: with 16 what is lost is below any scanner's noise, and the file is half as big."""
    step = 255 / (2 ** bits - 1)
    image = Image.fromarray(np.round(np.round(pixels / step) * step).astype(np.uint8), 'L')
    told = {'dpi': (dpi, dpi)} if dpi else {}
    (image.convert('1', dither=Image.NONE) if bits == 1 else image).save(path, optimize=True, **told)
