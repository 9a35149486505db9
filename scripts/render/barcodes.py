# SPDX-License-Identifier: Apache-2.0
"""Linear barcodes as modules: Code 128 (ISO/IEC 15417, set B), Code 39 (ISO/IEC 16388), EAN-13 and UPC-A (15420)."""
import numpy as np

import pictures

WIDTHS_128 = (
    '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 '
    '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 '
    '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 '
    '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 '
    '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 '
    '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 '
    '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232').split()
STOP_128 = '2331112'
LETTERS_39 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%*'
WIDE_39 = (
    '000110100 100100001 001100001 101100000 000110001 100110000 001110000 000100101 100100100 001100100 100001001 '
    '001001001 101001000 000011001 100011000 001011000 000001101 100001100 001001100 000011100 100000011 001000011 '
    '101000010 000010011 100010010 001010010 000000111 100000110 001000110 000010110 110000001 011000001 111000000 '
    '010010001 110010000 011010000 010000101 110000100 011000100 010101000 010100010 010001010 000101010 010010100').split()


def from_widths(widths):
    return ''.join('10'[i % 2] * int(w) for i, w in enumerate(widths))


def code128(text):
    values = [ord(c) - 32 for c in text]
    if any(v < 0 or v > 94 for v in values):
        raise ValueError(text + ': not in set B')
    check = (104 + sum((i + 1) * v for i, v in enumerate(values))) % 103
    return from_widths(''.join(WIDTHS_128[v] for v in [104, *values, check]) + STOP_128)


def code39(text, ratio=3):
    letters = [WIDE_39[LETTERS_39.index(c)] for c in f'*{text}*']
    return '0'.join(from_widths(str(ratio) if wide == '1' else '1' for wide in letter) for letter in letters)


def modules(symbology, text):
    if symbology == 'ean13':
        return pictures.ean13_modules(text)
    if symbology == 'upca':
        return pictures.ean13_modules('0' + text)
    return {'code128': code128, 'code39': code39}[symbology](text)


def picture(symbology, text, module, height):
    """Dark on light, module pixels a module (fractions allowed), with a quiet zone of ten modules at the sides."""
    bars = '0' * 10 + modules(symbology, text) + '0' * 10
    fine = np.kron(np.array([255 * (b == '0') for b in bars], np.float32), np.ones(16, np.float32))
    edges = np.linspace(0, len(fine), round(len(bars) * module) + 1)
    row = [fine[int(a):max(int(a) + 1, int(b))].mean() for a, b in zip(edges, edges[1:])]
    return np.tile(np.array(row).astype(np.uint8), (round(height), 1))
