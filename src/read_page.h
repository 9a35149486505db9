// SPDX-License-Identifier: Apache-2.0
/// The whole pipeline: an image in, its page or pages out.
#pragma once

#include "codes/codes.h"
#include "image/image.h"
#include "layout/layout.h"
#include "order/order.h"
#include "recognize/recognize.h"
#include "repair/repair.h"

namespace broadsheet {

struct ReadOptions {
    Facing facing = Facing::automatic; ///< for read_pages()
    RecognizeOptions recognize;
    PrepareOptions prepare;
    CodeOptions codes;
    LayoutOptions layout;
    OrderOptions order;
    RepairOptions repair;
    bool as_read = false; ///< nothing is repaired: see as_read()
};

/// load -> straighten -> codes -> layout -> order -> recognize -> repair; boxes of the result in pixels of the image as
/// loaded. A page on its side or its head is read as it was printed; options.prepare.quarter_turns says it beforehand.
/// A page without text is a page without blocks, and no error.
Page read_page(const Image& image, EnginePool& engines, const ReadOptions& options = {});

/// The same where the image may show two facing pages (see pages_of()): each is read as a page of its own that knows
/// its region, in the order in which they are read: the right one first in vertical and right-to-left writing.
std::vector<Page> read_pages(const Image& image, EnginePool& engines, const ReadOptions& options = {});

} // namespace broadsheet
