#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks a file against the rules of hOCR 1.2 (http://kba.cloud/hocr-spec/1.2/).

    hocr_rules.py [FILE]        standard input where no file is named

Prints what is wrong, one line each; exit status 1 where anything is.
"""
import re
import sys

from lxml import etree

XHTML = "{http://www.w3.org/1999/xhtml}"

# Classes and the properties that each needs (sections 4 to 8 of the specification).
LOGICAL = ("document linear title author abstract part chapter section subsection subsubsection display blockquote par "
           "caption").split()
BOXED = ("page carea line float separator textfloat textimage image linedrawing photo header footer pageno table chem "
         "math display").split()
OTHER = "column noise glyph glyphs dropcap cinfo xycut".split()
CLASSES = {"ocr_" + name for name in LOGICAL + BOXED + OTHER} | {"ocrx_block", "ocrx_line", "ocrx_word"}
NEED_BOX = {"ocr_" + name for name in BOXED}
FLOATS = {"ocr_" + name for name in ("float separator textfloat textimage image linedrawing photo header footer pageno "
                                     "table").split()}
CAPABILITIES = re.compile(r"ocrp_(lang|dir|poly|font|nlp|wconf)|ocr_embeddedformat_\w+|ocr_\w+_unordered")
# From the outermost to the innermost.
LEVELS = ["ocr_page", "ocr_carea", "ocr_par", "ocr_line", "ocrx_word", "ocrx_cinfo"]

# Grammar (section 2.3): properties and their values.
UINT, INT, FLOAT = r"\d+", r"-?\d+", r"-?\d+(\.\d+)?"
STRING = r'"[^"]*"'


def some(one):
    return rf"{one}(\s+{one})*"


PROPERTIES = {
    "bbox": rf"{UINT}(\s+{UINT}){{3}}",
    "baseline": some(FLOAT),
    "cflow": STRING,
    "cuts": some(rf"{UINT}(,{UINT}(,{INT})?)?"),
    "hardbreak": "[01]",
    "image": STRING,
    "imagemd5": r'"[0-9A-F]{32}"',
    "lpageno": rf"{STRING}|{UINT}",
    "nlp": some(FLOAT),
    "order": UINT,
    "poly": rf"{UINT}\s+{UINT}(\s+{INT}\s+{INT})*",
    "ppageno": UINT,
    "scan_res": rf"{UINT}\s+{UINT}",
    "textangle": FLOAT,
    "x_bboxes": some(rf"{UINT}(\s+{UINT}){{3}}"),
    "x_confs": some(FLOAT),
    "x_font": STRING,
    "x_fsize": UINT,
    "x_scanner": STRING,
    "x_source": some(STRING),
    "x_wconf": FLOAT,
}
ENGINES_OWN = re.compile(r"x_[a-z0-9_]+")
# A name and its value, which holds no semicolon but in quotation marks.
PROPERTY = re.compile(r'\s*([a-z][a-z0-9_]*)((?:\s+(?:"[^"]*"|[^\s;"]+))*)\s*(?:;|$)')


class Checker:
    def __init__(self):
        self.wrong = []

    def fail(self, element, reason):
        self.wrong.append(f"line {element.sourceline}: {reason}")

    def properties(self, element):
        title = element.get("title", "")
        found, at = {}, 0
        while at < len(title.rstrip()):
            match = PROPERTY.match(title, at)
            if not match:
                self.fail(element, f"title does not parse at {title[at:]!r}")
                break
            name, value = match.group(1), match.group(2).strip()
            at = match.end()
            if name in found:
                self.fail(element, f"{name} is there twice")
            found[name] = value
            if name in PROPERTIES:
                if not re.fullmatch(PROPERTIES[name], value):
                    self.fail(element, f"{name} has no such value: {value}")
            elif not ENGINES_OWN.fullmatch(name):
                self.fail(element, f"no such property: {name}")
        return found

    def box(self, element, properties):
        if not re.fullmatch(PROPERTIES["bbox"], properties.get("bbox", "")):
            return None
        x0, y0, x1, y1 = map(int, properties["bbox"].split())
        if x0 > x1 or y0 > y1:
            self.fail(element, f"bbox is turned: {properties['bbox']}")
        return x0, y0, x1, y1

    def head(self, root):
        """Returns the capabilities."""
        metas = {meta.get("name"): meta.get("content", "") for meta in root.iterfind(f"{XHTML}head/{XHTML}meta")}
        if not metas.get("ocr-system"):
            self.fail(root, "no meta ocr-system")
        if "ocr-capabilities" not in metas:
            self.fail(root, "no meta ocr-capabilities")
        capabilities = metas.get("ocr-capabilities", "").split()
        for capability in capabilities:
            if capability not in CLASSES and not CAPABILITIES.fullmatch(capability):
                self.fail(root, f"no such capability: {capability}")
        return set(capabilities)

    def element(self, element, kind, capabilities):
        if kind not in CLASSES:
            self.fail(element, f"no such class: {kind}")
        if kind not in capabilities:
            self.fail(element, f"{kind} is not among the capabilities")
        properties = self.properties(element)
        box = self.box(element, properties)
        if kind in NEED_BOX and "bbox" not in properties:
            self.fail(element, f"{kind} has no bbox")
        if "x_wconf" in properties:
            if "ocrp_wconf" not in capabilities:
                self.fail(element, "ocrp_wconf is not among the capabilities")
            if re.fullmatch(FLOAT, properties["x_wconf"]) and not 0 <= float(properties["x_wconf"]) <= 100:
                self.fail(element, f"x_wconf is not from 0 to 100: {properties['x_wconf']}")
        if kind == "ocr_page":
            for name in ("image", "ppageno"):
                if name not in properties:
                    self.fail(element, f"ocr_page has no {name}")
            if box and box[:2] != (0, 0):
                self.fail(element, "the page does not begin at 0 0")
        return box

    def tree(self, element, capabilities, outer, page):
        """outer: the classes around; page: the box of the page."""
        kinds = [name for name in element.get("class", "").split() if name.startswith("ocr")]
        if len(kinds) > 1:
            self.fail(element, "has two classes: " + " ".join(kinds))
        if element.get("lang") and "ocrp_lang" not in capabilities:
            self.fail(element, "ocrp_lang is not among the capabilities")
        for kind in kinds[:1]:
            box = self.element(element, kind, capabilities)
            if kind == "ocr_page":
                page = box
            elif "ocr_page" not in outer:
                self.fail(element, f"{kind} stands in no ocr_page")
            elif kind == "ocrx_word" and box and page and not (
                    page[0] <= box[0] and page[1] <= box[1] and box[2] <= page[2] and box[3] <= page[3]):
                self.fail(element, "the word is not within the page")
            if kind in LEVELS:
                for around in outer:
                    if around in LEVELS and LEVELS.index(around) >= LEVELS.index(kind):
                        self.fail(element, f"{kind} within {around}")
            if kind in FLOATS and FLOATS.intersection(outer):
                self.fail(element, "a float within a float")
            outer = outer + [kind]
        for child in element.iterchildren(tag=etree.Element):
            self.tree(child, capabilities, outer, page)

    def document(self, root):
        if root.tag != XHTML + "html":
            self.fail(root, "the root is no html of XHTML")
        capabilities = self.head(root)
        self.tree(root, capabilities, [], None)
        if not root.xpath("//*[contains(concat(' ', @class, ' '), ' ocr_page ')]"):
            self.fail(root, "there is no ocr_page")
        seen = set()
        numbers = set()
        for element in root.iter(tag=etree.Element):
            name = element.get("id")
            if name is not None and name in seen:
                self.fail(element, f"the id is there twice: {name}")
            seen.add(name)
            number = re.search(r"\bppageno\s+(\d+)", element.get("title", ""))
            if number and number.group(1) in numbers:
                self.fail(element, f"ppageno is there twice: {number.group(1)}")
            if number:
                numbers.add(number.group(1))


def main():
    checker = Checker()
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        checker.document(etree.parse(sys.argv[1] if len(sys.argv) > 1 else sys.stdin.buffer, parser).getroot())
    except etree.XMLSyntaxError as error:
        checker.wrong.append(f"not well-formed: {error}")
    for reason in checker.wrong:
        print(reason)
    return 1 if checker.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
