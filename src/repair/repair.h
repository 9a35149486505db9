// SPDX-License-Identifier: Apache-2.0
/// Lines as read become running text: noise out, blanks right, hyphens undone, paragraphs whole. Pure text, no pixels.
#pragma once

#include "page/page.h"

#include <memory>
#include <string>

namespace broadsheet {

namespace mend {
struct PageWords;
}

/// The words of a document's pages so far: they tell whether a hyphen at the end of a later page's line is the word's.
/// Copies share them.
class DocumentWords {
public:
    /// A page repaired or as read.
    void add(const Page& page);
    /// nullptr: none.
    const mend::PageWords* words() const { return words_.get(); }

private:
    std::shared_ptr<mend::PageWords> words_;
};

enum class Normalization {
    nfc,    ///< canonical composition (Unicode Standard Annex 15); no sign becomes another
    nfkc,   ///< compatibility composition: also ligatures, long s, superscripts, full and half width
    modern, ///< NFC; long s, ligatures, umlauts with a small e, hyphens of old print and quotes as on today's keyboards
};

struct RepairOptions {
    std::string dictionaries = "/usr/share/hunspell"; ///< folder of Hunspell .aff/.dic pairs
    Normalization normalization = Normalization::nfc; ///< of Word::text and Paragraph::text; Word::read keeps all
    DocumentWords document; ///< of other pages of the same document; the page's own need not be among them
};

/// The page with its articles and paragraphs. Needs recognised words and page.order; throws Error where that is no
/// permutation of the blocks. What each line was read as stays in its words, what was left out in Line::removed, every
/// join in Paragraph::joins. A dictionary of page.language is loaded only where a line breaks a word or a word was
/// read in several ways (some 50 ms each), and kept for later pages; a language that has none is mended without.
Page repair(Page page, const RepairOptions& options = {});

/// Repair undone, or left out: every word and blank as the engine read it, every line's text in, a paragraph a block
/// with the line breaks of print. Needs page.order. as_read(repair(page)) is as_read(page).
Page as_read(Page page);

/// Of a repaired page: how often running text begins in the middle of a sentence or ends in one, or goes on to the side
/// instead of below. Text in the wrong order does so more often than the same text in the right one.
int broken_paragraphs(const Page& page);

/// Loads the dictionaries of languages ("eng+deu") for the repair that follows; may run in another thread meanwhile.
void load_dictionaries(const RepairOptions& options, const std::string& languages);

} // namespace broadsheet
