# SPDX-License-Identifier: Apache-2.0
"""Pages that hold no text: a blank sheet, a photograph, noise."""
import cv2
import numpy as np

from page import Page
from pictures import clouds, scene


def sheet(name, pixels):
    page = Page(name, 'eng', pixels.shape[1])
    page.height = pixels.shape[0]
    return page, pixels


def blank(rng, name):
    """An empty sheet as a scanner gives it: not quite white, a little noise, a darker edge."""
    grey = 238 - 8 * clouds(rng, 1650, 2340, 512) + 2.5 * rng.standard_normal((2340, 1650))
    grey[:, :int(rng.integers(8, 30))] -= 60
    return sheet(name, np.clip(grey, 0, 255).astype(np.uint8))


def photograph(rng, name):
    return sheet(name, cv2.GaussianBlur(scene(rng, 2000, 1500), (0, 0), 1.2))


def noise(rng, name):
    """Noise of several grains: single pixels, blots, streaks."""
    grey = 128 + 60 * rng.standard_normal((1200, 1500)).astype(np.float32)
    grey[:, 500:1000] = 255 * (clouds(rng, 500, 1200, 32) > .55)
    streaks = cv2.GaussianBlur(rng.standard_normal((1200, 500)).astype(np.float32), (0, 0), sigmaX=12, sigmaY=1.5)
    grey[:, 1000:] = 128 + 900 * streaks
    return sheet(name, np.clip(grey, 0, 255).astype(np.uint8))
