# SPDX-License-Identifier: Apache-2.0
"""What time and a bad camera do to a printed page."""
import cv2
import numpy as np

from pictures import clouds


def warp(image, mapx, mapy, paper):
    return cv2.remap(image, mapx.astype(np.float32), mapy.astype(np.float32), cv2.INTER_CUBIC,
                     borderMode=cv2.BORDER_CONSTANT, borderValue=float(paper))


def turned(image, degrees, paper=255):
    height, width = image.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    return cv2.warpAffine(image, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=paper)


def spread(rng, grey):
    """Ink that has run in some places and is worn off in others."""
    height, width = grey.shape
    fat = cv2.erode(grey, np.ones((2, 2), np.uint8)).astype(np.float32)
    soft = cv2.GaussianBlur(grey, (0, 0), .9).astype(np.float32)
    where = np.clip(2.2 * (clouds(rng, width, height, 256) - .4), 0, 1)
    ink = where * (.6 * fat + .4 * soft) + (1 - where) * soft
    thin = np.clip(1.6 * (clouds(rng, width, height, 512) - .62), 0, .5)
    speckle = cv2.GaussianBlur(rng.standard_normal((height, width)).astype(np.float32), (0, 0), 1.1)
    thin = thin + .12 * np.clip(speckle * 3, 0, 1)
    return ink + (255 - ink) * thin


def worn(rng, grey, behind):
    """An old print, scanned: 1 to 1.5 degrees of skew, ink run and worn, yellow uneven paper, the back showing through."""
    height, width = grey.shape
    angle = rng.uniform(1, 1.5) * rng.choice([-1, 1])
    ink = spread(rng, grey) / 255
    back = cv2.GaussianBlur(cv2.resize(behind[:, ::-1], (width, height)), (0, 0), 3.2).astype(np.float32) / 255
    ink = ink * (1 - rng.uniform(.1, .16) * (1 - back))
    paper = .87 - .16 * clouds(rng, width, height, 1024) - .05 * clouds(rng, width, height, 64)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    edge = np.minimum(np.minimum(x, width - x), np.minimum(y, height - y)) / 220
    paper -= .12 * np.exp(-edge)
    sheet = turned((255 * ink).astype(np.uint8), float(angle)).astype(np.float32) / 255
    lit = (.09 + .91 * sheet) * paper + .012 * rng.standard_normal((height, width)).astype(np.float32)
    bgr = np.stack([lit * .80, lit * .95, lit * 1.03], axis=2)
    return np.clip(255 * bgr, 0, 255).astype(np.uint8)


def bent(grey, angle, persp, curl, rng):
    """Rotation, perspective and a curl of the lines, in one resampling; what lies beside the sheet is a dark table."""
    height, width = grey.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    u, v = x / width - .5, y / height - .5
    a = np.deg2rad(angle)
    ru = u * np.cos(a) + v * np.sin(a) * height / width
    rv = -u * np.sin(a) * width / height + v * np.cos(a)
    w = 1 + persp[0] * ru + persp[1] * rv
    ru, rv = ru / w * 1.08, rv / w * 1.08
    bow = curl * (np.sin(np.pi * (ru + .5) * rng.uniform(.8, 1.3) + rng.uniform(0, 1)) * (1 - .5 * rv))
    return warp(grey, (ru + .5) * width, (rv + .5) * height + bow * height, 70)


def photographed(rng, grey):
    """A sheet photographed by hand: 2 to 3 degrees, perspective, curled lines, a shadow, blur."""
    height, width = grey.shape
    sign = rng.choice([-1, 1])
    angle, curl = float(sign * rng.uniform(2, 3)), rng.uniform(.003, .006) * rng.choice([-1, 1])
    sheet = bent(grey, angle, rng.uniform(-.045, .045, 2), curl, rng).astype(np.float32) / 255
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    light = .9 + .12 * (x / width - .5) * rng.choice([-1, 1]) - .1 * (y / height - .5) * rng.choice([-1, 1])
    ax, ay = rng.uniform(.3, .7) * width, rng.uniform(.3, .7) * height
    slope = rng.uniform(-.6, .6)
    reach = (x - ax) + slope * (y - ay)
    light -= rng.uniform(.22, .34) / (1 + np.exp(-reach * sign / (width * .05)))
    light += .03 * (clouds(rng, width, height, 512) - .5)
    blurred = cv2.GaussianBlur((.07 + .93 * sheet) * light, (0, 0), float(rng.uniform(1.15, 1.45)))
    blurred += .014 * rng.standard_normal((height, width)).astype(np.float32)
    bgr = np.stack([blurred * .93, blurred * .98, blurred * 1.01], axis=2)
    return np.clip(255 * bgr, 0, 255).astype(np.uint8)


def save_jpeg(bgr, path, most=1_000_000):
    """JPEG of at most that many bytes, at quality 82 or the next lower one that keeps to it."""
    for quality in range(82, 29, -4):
        data = cv2.imencode('.jpg', bgr, [cv2.IMWRITE_JPEG_QUALITY, quality, cv2.IMWRITE_JPEG_OPTIMIZE, 1])[1]
        if len(data) <= most:
            break
    path.write_bytes(data.tobytes())
    return quality
