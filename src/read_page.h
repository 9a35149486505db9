// SPDX-License-Identifier: Apache-2.0
/// The whole pipeline: one image in, one page out.
#pragma once

#include "codes/codes.h"
#include "image/image.h"
#include "layout/layout.h"
#include "recognize/recognize.h"
#include "repair/repair.h"

namespace broadsheet {

struct ReadOptions {
    RecognizeOptions recognize;
    PrepareOptions prepare;
    CodeOptions codes;
    LayoutOptions layout;
    RepairOptions repair;
    bool as_read = false; ///< nothing is repaired: see as_read()
};

/// load -> straighten -> codes -> layout -> order -> recognize -> repair; boxes of the result in pixels of the image as
/// loaded. A page on its side or its head is read as it was printed; options.prepare.quarter_turns says it beforehand.
/// A page without text is a page without blocks, and no error.
Page read_page(const Image& image, EnginePool& engines, const ReadOptions& options = {});

} // namespace broadsheet
