# SPDX-License-Identifier: Apache-2.0
"""Running text in many languages: the chapters of Debian's handbook (package debian-handbook, not installed, only unpacked)."""
import functools
import html
import re
import subprocess
from pathlib import Path

FOLDERS = {'eng': 'en-US', 'deu': 'de-DE', 'frk': 'de-DE', 'fra': 'fr-FR', 'spa': 'es-ES', 'ita': 'it-IT', 'por': 'pt-BR',
           'nld': 'nl-NL', 'chi_sim': 'zh-CN', 'chi_tra': 'zh-TW', 'jpn': 'ja-JP', 'kor': 'ko-KR', 'ara': 'ar-MA', 'fas': 'fa-IR',
           'rus': 'ru-RU', 'pol': 'pl-PL', 'ces': 'cs-CZ', 'swe': 'sv-SE', 'ell': 'el-GR'}
CJK = ('chi_sim', 'chi_tra', 'jpn', 'kor')
# what a paragraph in a language has to have much of: untranslated chapters are English
OWN = {'chi_sim': '[一-鿿]', 'chi_tra': '[一-鿿]', 'jpn': '[ぁ-ヿ]', 'kor': '[가-힣]', 'ara': '[ء-ي]', 'fas': '[ء-ی]',
       'rus': '[а-я]', 'ell': '[α-ω]'}


def unpacked(cache):
    cache.mkdir(parents=True, exist_ok=True)
    if not (cache / 'usr').exists():
        subprocess.run(['apt-get', 'download', '-q', 'debian-handbook'], cwd=cache, check=True, capture_output=True)
        subprocess.run(['dpkg', '-x', str(next(cache.glob('*.deb'))), str(cache)], check=True)
    return cache / 'usr/share/doc/debian-handbook/html'


def plain(markup):
    return re.sub(r'\s+', ' ', html.unescape(re.sub(r'<[^>]*>', '', markup))).strip()


@functools.lru_cache(maxsize=None)
def load(lang, cache):
    """Titles and paragraphs in the handbook's order, without those that hold code."""
    titles, paragraphs = [], []
    english = [] if lang == 'eng' else load('eng', cache)[1]  # what nobody has translated yet
    own = re.compile(OWN.get(lang, '[a-zà-ÿ]'))
    for file in sorted((unpacked(Path(cache)) / FOLDERS[lang]).glob('*.html')):
        page = file.read_text(encoding='utf8')
        for tag, inner in re.findall(r'<(h[2-5]|p|div class="para")[^>]*>(.*?)</(?:h[2-5]|p|div)>', page, re.S):
            text = plain(inner)
            if '<code' in inner or '<pre' in inner or len(own.findall(text)) < .5 * len(text):
                continue
            if tag[0] == 'h':
                title = re.sub(r'^[\d.\s]+', '', text)
                if 6 <= len(title) <= 60 and title not in titles:
                    titles.append(title)
            elif (60 if lang in CJK else 160) <= len(text) <= 1200 and text not in paragraphs + english:
                paragraphs.append(text)
    return titles, paragraphs
