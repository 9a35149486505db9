# SPDX-License-Identifier: Apache-2.0
"""Pictures without text: photographs and halftones made of noise, QR codes, EAN-13 bars."""
import math
import subprocess

import cv2
import numpy as np


def clouds(rng, width, height, coarse):
    """Smooth noise, 0 to 1, its largest features about `coarse` pixels wide."""
    out = np.zeros((height, width), np.float32)
    step, weight = coarse, 1.
    while step >= 4:
        small = rng.random((height // step + 3, width // step + 3)).astype(np.float32)
        big = cv2.resize(small, ((small.shape[1]) * step, (small.shape[0]) * step), interpolation=cv2.INTER_CUBIC)
        out += weight * big[step:step + height, step:step + width]
        step, weight = step // 2, weight * .5
    return (out - out.min()) / max(1e-6, float(np.ptp(out)))


def scene(rng, width, height):
    """Something like a photograph: sky, hills, a few lit solids and their shadows, grain; grey 0 to 255."""
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    image = .85 - .35 * y + .25 * (clouds(rng, width, height, max(8, width // 3)) - .5)
    horizon = .35 + .3 * rng.random()
    for k in range(3):
        ridge = horizon + .12 * k + .12 * (clouds(rng, width, 4, max(8, width // 3))[:1] - .5)
        image = np.where(y > ridge, .55 - .13 * k + .2 * clouds(rng, width, height, 64), image)
    for _ in range(int(rng.integers(4, 9))):
        cx, cy = rng.random() * width, (horizon + (1 - horizon) * rng.random()) * height
        rx, ry = width * rng.uniform(.04, .13), height * rng.uniform(.08, .3)
        shape = np.zeros((height, width), np.float32)
        if rng.random() < .5:
            cv2.ellipse(shape, (int(cx), int(cy)), (int(rx), int(ry)), rng.uniform(-30, 30), 0, 360, 1, -1)
        else:
            cv2.rectangle(shape, (int(cx - rx), int(cy - ry)), (int(cx + rx), int(cy + ry)), 1, -1)
        shape = cv2.GaussianBlur(shape, (0, 0), 2)
        light = np.clip(.5 + (np.arange(width, dtype=np.float32)[None, :] - cx) / (3 * rx), 0, 1)
        tone = rng.uniform(.05, .6) + .35 * light
        image = image * (1 - shape) + shape * tone
    image += .03 * rng.standard_normal((height, width)).astype(np.float32)
    return np.clip(25 + 225 * image, 0, 255).astype(np.uint8)


def halftone(grey, pitch, angle):
    """The picture as a printer's screen prints it: dots `pitch` pixels apart, their rows at `angle` degrees."""
    height, width = grey.shape
    y, x = np.mgrid[0:height * 2, 0:width * 2].astype(np.float32) / 2
    a = math.radians(angle)
    u, v = (x * math.cos(a) + y * math.sin(a)), (-x * math.sin(a) + y * math.cos(a))
    screen = (np.cos(2 * math.pi * u / pitch) + np.cos(2 * math.pi * v / pitch)) / 4 + .5
    tone = cv2.resize(cv2.GaussianBlur(grey, (0, 0), pitch / 4), (width * 2, height * 2)).astype(np.float32) / 255
    dots = np.where(screen * .96 + .02 < tone, 255, 24).astype(np.uint8)
    return cv2.resize(dots, (width, height), interpolation=cv2.INTER_AREA)


def engraving(grey, pitch):
    """The picture as hatching: horizontal strokes that swell where it is dark."""
    height, width = grey.shape
    y = np.arange(height, dtype=np.float32)[:, None]
    tone = cv2.GaussianBlur(grey, (0, 0), pitch / 2).astype(np.float32) / 255
    wave = .5 + .5 * np.cos(2 * math.pi * (y + 14 * tone) / pitch)
    return cv2.GaussianBlur(np.where(wave * .9 + .05 < tone, 255, 24).astype(np.uint8), (3, 3), 0)


def framed(pixels, border=2):
    out = pixels.copy()
    out[:border] = out[-border:] = 24
    out[:, :border] = out[:, -border:] = 24
    return out


def any_picture(rng, width, height):
    grey = scene(rng, width, height)
    kind = rng.integers(0, 4)
    if kind == 0:
        return halftone(grey, rng.uniform(7, 10), 45)
    if kind == 1:
        return framed(halftone(grey, rng.uniform(6, 8), rng.choice([15, 30, 45])))
    if kind == 2:
        return engraving(grey, int(rng.integers(8, 12)))
    return framed(cv2.GaussianBlur(grey, (0, 0), 1))


def qr_code(payload, size):
    """A QR code of about `size` pixels, with whole pixels for a module; no quiet zone."""
    run = subprocess.run(['qrencode', '-t', 'ASCII', '-m', '0', '-l', 'M', '-o', '-', payload],
                         capture_output=True, text=True, check=True)
    rows = [r for r in run.stdout.split('\n') if r]
    modules = np.array([[0 if r[i] == '#' else 255 for i in range(0, len(rows) * 2, 2)] for r in rows], np.uint8)
    k = max(2, size // len(rows))
    return np.kron(modules, np.ones((k, k), np.uint8))


LEFT = ['0001101', '0011001', '0010011', '0111101', '0100011', '0110001', '0101111', '0111011', '0110111', '0001011']
PARITY = ['LLLLLL', 'LLGLGG', 'LLGGLG', 'LLGGGL', 'LGLLGG', 'LGGLLG', 'LGGGLL', 'LGLGLG', 'LGLGGL', 'LGGLGL']


def ean13_modules(digits):
    """The 95 modules of an EAN-13, 1 a bar."""
    right = {d: ''.join('10'[int(b)] for b in LEFT[d]) for d in range(10)}
    codes = {'L': LEFT, 'G': [right[d][::-1] for d in range(10)]}
    d = [int(c) for c in digits]
    if len(d) != 13 or (sum(d[:12:2]) + 3 * sum(d[1:12:2]) + d[12]) % 10:
        raise ValueError(digits + ' is not an EAN-13')
    left = ''.join(codes[p][x] for p, x in zip(PARITY[d[0]], d[1:7]))
    return '101' + left + '01010' + ''.join(right[x] for x in d[7:]) + '101'
