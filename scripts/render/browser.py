# SPDX-License-Identifier: Apache-2.0
"""Pages set by a web browser: newspapers, old newspapers, magazines, journals, registers, directories, vertical pages.

Nothing of their setting is ours, so that a fault that our own drawn pages share with the program shows here. Every element
with data-type is a region of the truth, in the order of the document.
"""
import html
import json
import re
import subprocess
from pathlib import Path

import pyphen

import handbook

CJK, RTL = handbook.CJK, ('ara', 'fas')
PATTERNS = {'eng': 'en_US', 'deu': 'de_DE', 'frk': 'de_DE', 'fra': 'fr_FR', 'spa': 'es_ES', 'ita': 'it_IT', 'por': 'pt_BR',
            'nld': 'nl_NL', 'rus': 'ru_RU', 'pol': 'pl_PL', 'ces': 'cs_CZ', 'swe': 'sv_SE', 'ell': 'el_GR'}
FACES = {'frk': ['UnifrakturMaguntia'], 'chi_sim': ['Noto Serif CJK SC', 'Noto Sans CJK SC', 'AR PL UMing CN', 'AR PL UKai CN'],
         'chi_tra': ['Noto Serif CJK TC', 'Noto Sans CJK TC', 'AR PL UMing TW', 'AR PL UKai TW'],
         'jpn': ['Noto Serif CJK JP', 'Noto Sans CJK JP'], 'kor': ['Noto Serif CJK KR', 'Noto Sans CJK KR'],
         'ara': ['Noto Naskh Arabic', 'Noto Kufi Arabic'], 'fas': ['Noto Naskh Arabic']}
LATIN = ['EB Garamond', 'Linux Libertine O', 'Old Standard', 'TeX Gyre Termes', 'TeX Gyre Schola', 'TeX Gyre Pagella', 'Junicode']

SCRIPT = r"""
addEventListener('load', async () => {
  await document.fonts.ready;
  const regions = [], range = document.createRange();
  for (const leader of document.querySelectorAll('[data-dots]')) { // as many as there is room for, and so in the truth
    const dots = 10; leader.textContent = '.'.repeat(dots); range.selectNodeContents(leader);
    const wide = range.getBoundingClientRect().width / dots;
    leader.textContent = '.'.repeat(Math.max(0, Math.floor(leader.clientWidth / wide)));
  }
  for (const region of document.querySelectorAll('[data-type]')) {
    const lines = [], walk = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
    const down = getComputedStyle(region).writingMode.startsWith('vertical'); let at, line;
    for (let node; node = walk.nextNode();) for (let i = 0; i < node.length; ++i) {
      const sign = node.data[i]; range.setStart(node, i); range.setEnd(node, i + 1);
      const box = range.getBoundingClientRect();
      if (sign === '\u00ad') { if (line && box.width > 0) line.hyphen = true; continue; }
      if (!box.width || !box.height) continue;
      const across = down ? box.x : box.y, size = down ? box.width : box.height;
      if (!line || (line.hyphen && sign.trim()) || (sign.trim() && (Math.abs(across + size / 2 - at) > size * .45
          || (down ? box.y < line.box[1] - 2 : Math.abs((line.rtl ? line.box[0] : box.x) - (line.rtl ? box.x + box.width : line.box[2])) > 40 * size)))) {
        line = {text: '', box: [box.x, box.y, box.right, box.bottom], hyphen: false}; at = across + size / 2; lines.push(line); }
      line.text += sign;
      if (sign.trim()) line.box = [Math.min(line.box[0], box.x), Math.min(line.box[1], box.y),
                                   Math.max(line.box[2], box.right), Math.max(line.box[3], box.bottom)];
    }
    regions.push({type: region.dataset.type, text: region.textContent, lines, vertical: down});
  }
  const out = document.createElement('script'); out.type = 'application/json'; out.id = 'truth';
  out.textContent = JSON.stringify({height: Math.ceil(document.documentElement.scrollHeight), regions});
  document.body.append(out);
});
"""


class Setter:
    """Draws text and chance of one page, and writes its elements."""

    def __init__(self, rng, lang, cache):
        self.rng, self.lang = rng, lang
        titles, self.paragraphs = handbook.load(lang, str(cache))
        self.at = int(rng.integers(0, len(self.paragraphs)))
        self.titles = [titles[i] for i in rng.permutation(len(titles))]
        self.words = pyphen.Pyphen(lang=PATTERNS[lang]) if lang in PATTERNS else None
        self.face = str(rng.choice(FACES.get(lang, LATIN)))
        self.dense = lang in CJK

    def chance(self, likely):
        return self.rng.random() < likely

    def between(self, low, high):
        return float(self.rng.uniform(low, high))

    def of(self, *choices):
        return choices[int(self.rng.integers(0, len(choices)))]

    def title(self):
        self.titles.insert(0, self.titles.pop())
        return self.titles[0]

    def paragraph(self, most=9999):
        for _ in range(200):
            self.at = (self.at + 1) % len(self.paragraphs)
            if len(self.paragraphs[self.at]) <= most:
                break
        return self.paragraphs[self.at]

    def sentence(self):
        return re.split(r'(?<=[.。؟!?])\s*', self.paragraph())[0][:160 if not self.dense else 50]

    def broken(self, text):
        """With soft hyphens where a line may end, and in Fraktur with the long s."""
        if self.words:
            text = re.sub(r'[^\W\d_]{6,}', lambda m: self.words.inserted(m.group(), '\u00ad'), text)
        if self.lang == 'frk':
            text = re.sub('s(?=\u00ad?[a-zäöüß])', 'ſ', text)
        return html.escape(text)

    def region(self, kind, text, tag='p', style='', cls=''):
        return f'<{tag} class="{cls}" style="{style}" data-type="{kind}">{self.broken(text)}</{tag}>'

    def list_of_paragraphs(self, signs, most=9999, cls=''):
        out = []
        while signs > 0:
            text = self.paragraph(most)
            signs -= len(text)
            out.append(self.region('paragraph', text, cls=cls))
        return out

    def paragraphs_of(self, signs, most=9999, cls=''):
        return ''.join(self.list_of_paragraphs(signs, most, cls))

    def picture(self, height, caption=True):
        """Soft shapes, dark and light, and a caption."""
        spots = ','.join(f'radial-gradient(circle at {self.between(5, 95):.0f}% {self.between(5, 95):.0f}%,'
                         f'rgb({g},{g},{g}) 0 {self.between(4, 15):.0f}%,transparent {self.between(18, 45):.0f}%)'
                         for g in self.rng.integers(10, 245, 9))
        out = f'<div class="picture" style="height:{height:.0f}px;background:{spots},linear-gradient(#aaa,#555)"></div>'
        return f'<div class="float">{out}{self.region("caption", self.sentence(), cls="caption") if caption else ""}</div>'


def parts(rng, total, least=1, most=3):
    out = []
    while sum(out) < total:
        out.append(int(min(rng.integers(least, most + 1), total - sum(out))))
    return [out[i] for i in rng.permutation(len(out))]


def story(s, columns, width, signs):
    size = s.between(1.5, 2.1) + .75 * columns
    out = []
    if s.chance(.3):
        out.append(s.region('heading', s.title(), style=f'font-size:1.05em;{s.of("font-style:italic", "text-transform:none")}', cls='kicker'))
    out.append(s.region('heading', s.title(), 'h2', f'font-size:{size:.2f}em'))
    if s.chance(.3):
        out.append(s.region('heading', s.sentence(), cls='deck'))
    if s.chance(.4):
        out.append(s.region('paragraph', s.of('Von', 'By', 'De') + ' ' + s.title()[:24], cls='byline') if not s.dense else '')
    body = s.list_of_paragraphs(signs, 700 if not s.dense else 240)
    if s.chance(.3) and signs > 900:
        body.insert((len(body) + 1) // 2, s.region('heading', s.title(), 'h3'))
    if s.chance(.35):
        body.insert(0, s.picture(width / columns * s.between(.5, .9)))
    out.append(f'<div class="flow" style="column-count:{columns}">{"".join(body)}</div>')
    return f'<section style="flex:{columns} 1 0">{"".join(out)}</section>'


def newspaper(s):
    n = int(s.rng.integers(4, 7))
    width = 2400
    s.css = (f'.band{{display:flex;gap:{s.of(26, 34, 44)}px;border-top:{s.of("0", "2px solid #000", "4px double #000")};padding-top:14px;'
             f'margin-top:14px}} .flow{{column-gap:{s.of(26, 34, 44)}px;column-rule:{s.of("none", "none", "2px solid #333")}}}'
             f'h2{{font-family:{s.of("inherit", "Liberation Sans")}}} h3{{font-size:1.05em;text-align:{s.of("left", "center")};margin:8px 0 4px}}'
             f'.deck{{font-size:1.25em;margin-bottom:8px}} p{{text-indent:{s.of("1em", "0")}}} .byline{{font-style:italic;margin-bottom:4px}}')
    head = s.region('heading', s.title()[:26], 'h1', f'font-size:{5.4 if not s.dense else 4.4}em;text-align:center;margin:0')
    line = s.region('header', f'{s.of("N", "Nr", "Vol")}. {s.rng.integers(2, 900)} · {s.title()[:30]} · {s.rng.integers(1, 29)}. {s.rng.integers(1, 13)}. '
                    f'{s.rng.integers(1950, 2020)}', style='text-align:center;border-bottom:3px solid;border-top:1px solid')
    bands = []
    for _ in range(int(s.rng.integers(2, 5))):
        each = s.between(450, 1300) * (.3 if s.dense else 1)
        cells = ''.join(story(s, c, width * c / n, each * c) for c in parts(s.rng, n, 1, min(n, 4)))
        bands.append(f'<div class="band">{cells}</div>')
    if s.chance(.4):
        box = s.region('heading', s.title(), 'h2', 'font-size:1.8em') + f'<div class="flow" style="column-count:{n - 1}">' \
            + s.paragraphs_of(1200 * (.3 if s.dense else 1)) + '</div>'
        bands.insert(int(s.rng.integers(1, len(bands) + 1)), f'<div style="border:3px solid;padding:18px;margin-top:16px;'
                     f'background:{s.of("#fff", "#ddd")}">{box}</div>')
    return width, 24 if not s.dense else 28, head + line + ''.join(bands)


def magazine(s):
    n = int(s.rng.integers(2, 4))
    s.css = (f'.flow{{column-gap:{s.of(40, 52)}px}} p{{text-indent:{s.of("1.2em", "0")};margin-bottom:{s.of(0, 0, 10)}px}} h3{{margin:14px 0 6px}}'
             f'.drop::first-letter{{float:left;font-size:3.3em;line-height:.82;padding-right:8px}} .drop{{text-indent:0}}'
             f'.quote{{font-size:1.6em;text-indent:0;border-top:3px solid;border-bottom:3px solid;margin:18px 0;padding:12px 0;text-align:center;'
             f'break-inside:avoid}} aside{{border:2px solid;background:{s.of("#fff", "#e4e4e4")};padding:18px;break-inside:avoid;margin:14px 0}}')
    scale = .3 if s.dense else 1
    body = [s.region('paragraph', s.paragraph(), cls='' if s.dense else 'drop')]
    for i in range(int(s.rng.integers(4, 7))):
        body.append(s.paragraphs_of(900 * scale))
        extra = s.of('h', 'q', 'p', 'a', 'h')
        if extra == 'h':
            body.append(s.region('heading', s.title(), 'h3'))
        elif extra == 'q' and i:
            body.append(s.region('figure', s.sentence(), cls='quote'))
        elif extra == 'p':
            body.append(s.picture(s.between(300, 520)))
        elif extra == 'a':
            body.append('<aside>' + s.region('heading', s.title(), 'h4') + s.paragraphs_of(350 * scale) + '</aside>')
    head = s.region('heading', s.title(), 'h1', f'font-size:{s.between(2.8, 4):.1f}em;margin:10px 0') + s.region('heading', s.sentence(), cls='deck',
                                                                                        style='font-size:1.4em;margin-bottom:20px')
    foot = s.region('footer', f'{s.rng.integers(2, 200)}   {s.title()[:30]}', style='margin-top:20px;font-size:.85em')
    return 1800, 30, head + f'<div class="flow" style="column-count:{n}">{"".join(body)}</div>' + foot


def journal(s):
    s.css = ('.flow{column-gap:46px;column-count:2} p{text-indent:1.2em} h3{font-size:1.15em;margin:16px 0 6px} td,th{padding:2px 10px;'
             'font-weight:normal} table{border-collapse:collapse;border-top:2px solid;border-bottom:2px solid;margin:14px auto;font-size:.9em}'
             'tr:first-child td{border-bottom:1px solid} li{margin-left:1.4em} .note{font-size:.8em}')
    scale = .3 if s.dense else 1
    body = []
    for i in range(int(s.rng.integers(4, 6))):
        body.append(s.region('heading', f'{i + 1}. {s.title()}', 'h3') + s.paragraphs_of(1100 * scale))
        extra = s.of('t', 'l', 'p', '')
        if extra == 't':
            rows = ''.join('<tr data-type="table">' + ''.join(f'<td>{html.escape(c)} </td>' for c in
                           [s.title().split()[0][:12]] + [f'{s.rng.random() * 100:.1f}' for _ in range(3)]) + '</tr>' for _ in range(6))
            body.append(f'<table>{rows}</table>')
        elif extra == 'l':
            body.append('<ol style="margin:6px 0">' + ''.join(f'<li style="list-style:none">{s.region("list", f"({k + 1}) " + s.sentence(), "span")}</li>'
                                                               for k in range(4)) + '</ol>')
        elif extra == 'p':
            body.append(s.picture(s.between(260, 420)))
    body.append('<div style="border-top:1px solid;margin-top:16px">' + ''.join(s.region('footnote', f'{k} {s.sentence()}', cls='note')
                                                                              for k in (1, 2)) + '</div>')
    head = s.region('header', f'{s.title()[:40]}   {s.rng.integers(2, 300)}', style='text-align:center;font-style:italic;margin-bottom:16px')
    title = s.region('heading', s.title(), 'h1', 'font-size:2em;text-align:center') + s.region('paragraph', s.title()[:30], cls='byline',
                                                                                           style='text-align:center;margin:8px')
    abstract = s.region('paragraph', s.paragraph(), style='margin:14px 120px;font-size:.9em')
    return 1900, 30, head + title + abstract + f'<div class="flow">{"".join(body)}</div>'


def old_newspaper(s):
    """As of the 19th century: columns with rules between, everything under each other in them, an essay under a bar."""
    n = int(s.rng.integers(2, 5))
    gap = s.of(20, 28, 36)
    s.css = (f'.flow{{column-gap:{gap}px;column-rule:{s.of(2, 3)}px solid #000;column-count:{n}}} p{{text-indent:1em}}'
             'h2{font-size:1.7em;text-align:center;margin:10px 0} h3{font-size:1.2em;text-align:center;margin:8px 0}'
             'hr{width:18%;border:0;border-top:2px solid;margin:10px auto} .ad{border:2px solid;padding:8px;margin:8px 0;text-align:center;'
             'break-inside:avoid} .ad p{text-indent:0} .small{font-size:.84em}')
    items = []
    for _ in range(int(s.rng.integers(8, 16))):
        kind = s.of('h', 'r', 'r', 'l')
        if kind == 'h':
            items.append(s.region('heading', s.title() + '.', 'h3'))
        elif kind == 'r':
            items.append('<hr>')
        cls = s.of('', '', 'small')
        lead = s.title()[:18] + '. — ' if kind == 'l' else ''
        items.append(s.region('paragraph', lead + s.paragraph(), cls=cls) + (s.paragraphs_of(300, cls=cls) if s.chance(.6) else ''))
    for _ in range(int(s.rng.integers(0, 6))):
        items.append('<div class="ad">' + s.region('heading', s.title(), 'h3', f'font-size:{s.between(1.1, 2):.1f}em') +
                     s.region('paragraph', s.sentence(), style=f'font-size:{s.between(.8, 1.2):.2f}em') + '</div>')
    head = s.region('heading', s.title()[:30] + '.', 'h1', 'font-size:4em;text-align:center;margin:6px 0') + s.region(
        'header', f'{s.of("Montag", "Freitag", "Samstag")}, {s.rng.integers(1, 29)}. {s.of("Januar", "März", "Juli")} {s.rng.integers(1790, 1930)}. '
        f'— Nr. {s.rng.integers(2, 400)}.', style='text-align:center;border-top:4px double;border-bottom:4px double;padding:4px;margin-bottom:12px')
    foot = ''
    if s.chance(.6):
        foot = (f'<div style="border-top:6px solid;margin-top:14px;padding-top:8px">' + s.region('heading', s.title() + '.', 'h2') +
                f'<div class="flow">{s.paragraphs_of(2600, cls="")}</div></div>')
    return 600 * n, 28, head + f'<div class="flow">{"".join(items)}</div>' + foot


def register(s):
    """Numbered entries in two columns, with a bold lead, some with a small table of amounts."""
    s.css = (f'.flow{{column-gap:40px;column-rule:{s.of("2px solid", "none")};column-count:{s.of(2, 2, 3)}}} p{{text-indent:{s.of("1.5em", "0")}}}'
             f'h2{{font-size:1.3em;text-align:center;margin:14px 0}} h3{{font-size:1em;text-align:center;margin:8px 0;font-weight:{s.of("bold", "normal")}}}')
    number = int(s.rng.integers(1000, 400000))
    items = []
    for i in range(int(s.rng.integers(22, 34))):
        if i % 9 == 0:
            items.append(s.region('heading', f'{i // 9 + 1}. {s.title()}.', 'h2'))
        if s.chance(.25):
            items.append(s.region('heading', s.title(), 'h3'))
        number += int(s.rng.integers(1, 60))
        items.append(s.region('paragraph', f'{number:,}'.replace(',', '.') + f'. {s.rng.integers(1, 29)} {s.of("mars", "mai", "août")} — {s.sentence()}'))
    head = s.region('header', f'{s.rng.integers(2, 300)}   {s.title()}', style='text-align:center;border-bottom:2px solid;margin-bottom:12px')
    return 1700, 29, head + f'<div class="flow">{"".join(items)}</div>'


def directory(s):
    """Entries of a line or two under letters, numbers at the right after dots or blanks."""
    n = int(s.rng.integers(2, 6))
    leaders = s.chance(.5)
    s.css = (f'.flow{{column-gap:{s.of(22, 34)}px;column-rule:{s.of("2px solid", "none")};column-count:{n}}} p{{text-indent:-1em;padding-left:1em;text-align:left}}'
             'h2{font-size:1.5em;text-align:center;margin:8px 0} .row{display:flex;text-indent:0;padding:0} .row i{flex:1;overflow:hidden;'
             'white-space:nowrap;height:1.2em;letter-spacing:.25em}')
    words = sorted({w.strip('.,;:()«»"') for _ in range(60) for w in s.paragraph().split() if re.fullmatch(r'[^\W\d_]{5,14}', w.strip('.,;:()«»"'))})
    words = words[:: max(1, len(words) // (60 * n))]
    entries, letter, rows = [], '', s.chance(.4)
    for w in words:
        w = w[0].upper() + w[1:]
        if w[0] != letter:
            letter = w[0]
            entries.append(s.region('heading', letter, 'h2'))
        if rows:
            entries.append(f'<p class="row" data-type="list"><span>{s.broken(w)}</span> <i{" data-dots" * leaders}></i> <b style="font-weight:normal">{s.rng.integers(1, 400)}</b></p>')
        else:
            entries.append(s.region('list', f'{w}, {s.title()[:int(s.rng.integers(10, 40))]}, {s.title().split()[0].lower()[:9]} {s.rng.integers(1, 200)}.'))
    head = s.region('header', f'{s.rng.integers(2, 900)}   {s.title()}', style='text-align:center;margin-bottom:12px')
    return 420 * n + 100, 26, head + f'<div class="flow">{"".join(entries)}</div>'


def vertical(s):
    """Registers of lines that run down, from the right, with headings in larger type before each piece."""
    s.css = ('.reg{writing-mode:vertical-rl;width:100%;height:620px;border-top:2px solid;padding:10px 0;overflow:hidden} '
             f'h2{{font-size:1.8em;margin:0 12px}} p{{text-indent:{s.of("1em", "0")}}}')
    regs = []
    for _ in range(int(s.rng.integers(3, 5))):
        body, left = '', 560 # signs
        while left > 120:
            part = min(left, s.between(150, 320))
            left -= part + 50
            body += s.region('heading', s.title()[:12], 'h2') + s.paragraphs_of(part - 60, 140)
        regs.append(f'<div class="reg">{body}</div>')
    return 1900, 30, ''.join(regs)


KINDS = {'newspaper': newspaper, 'old': old_newspaper, 'magazine': magazine, 'journal': journal, 'register': register,
         'directory': directory, 'vertical': vertical}


def chromium(*arguments):
    return subprocess.run(['chromium', '--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--force-device-scale-factor=1',
                           '--virtual-time-budget=20000', *arguments], capture_output=True, timeout=180, check=True).stdout.decode()


def set_page(rng, kind, lang, stem, cache):
    """Writes STEM.png and STEM.gt.json."""
    s = Setter(rng, lang, cache)
    width, size, body = KINDS[kind](s)
    fonts = ''.join(f'@font-face{{font-family:UnifrakturMaguntia;src:url(file://{f})}}' for f in [Path(cache) / 'fraktur.woff2'] if lang == 'frk')
    align = s.of('justify', 'justify', 'left')
    page = (f'<!doctype html><html lang="x" dir="{"rtl" if lang in RTL else "ltr"}"><meta charset="utf-8"><style>{fonts}*{{margin:0;padding:0}}'
            f'body{{width:{width}px;padding:70px 80px;background:#fff;font:{size}px/{1.28 if not s.dense else 1.5} "{s.face}",serif;'
            f'text-align:{align};hyphens:manual}} .caption{{font-size:.85em;text-indent:0;margin:6px 0 10px}} .float{{break-inside:avoid;margin-bottom:12px}}'
            f'h1,h2,h3,h4,.kicker,.deck{{line-height:1.15;text-align:start;text-indent:0;break-after:avoid}} h2{{margin-bottom:8px}}{s.css}</style>'
            f'<script>{SCRIPT}</script><body>{body}</body></html>')
    source = Path(str(stem) + '.html')
    source.write_text(page, encoding='utf8')
    full = width + 160
    dom = chromium(f'--window-size={full},1000', '--dump-dom', source.as_uri())
    found = json.loads(re.search(r'id="truth">(.*?)</script>', dom, re.S).group(1))
    chromium(f'--window-size={full},{found["height"]}', f'--screenshot={stem}.png', source.as_uri())
    clean = lambda text: re.sub(r'\s+', ' ', text.replace('\u00ad', '')).strip()
    regions = []
    for i, r in enumerate(found['regions']):
        lines = [{'text': clean(l['text']) + ('-' if l['hyphen'] else ''), 'bbox': [round(v) for v in l['box']]} for l in r['lines'] if clean(l['text'])]
        regions.append({'id': f'r{i}', 'type': r['type'], 'vertical': r['vertical'], 'text': clean(r['text']), 'lines': lines})
    Path(str(stem) + '.gt.json').write_text(json.dumps({'image': {'file': Path(stem).name + '.png', 'width': full, 'height': found['height']},
                                                       'regions': regions}, ensure_ascii=False, indent=1) + '\n', encoding='utf8')
    source.unlink()
