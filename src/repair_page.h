// SPDX-License-Identifier: Apache-2.0
/// The other pipeline: a page of OCR that exists already in, the same words in a better order and whole out.
#pragma once

#include "image/image.h"
#include "layout/layout.h"
#include "order/order.h"
#include "repair/repair.h"

namespace broadsheet {

struct RepairPageOptions {
    PrepareOptions prepare; ///< where there is an image
    LayoutOptions layout;
    OrderOptions order;     ///< automatic: see below; else this order is taken, be it better or not
    bool own_order = false; ///< the page's own is taken
    RepairOptions repair;
};

/// image: of the page, for its rules, pictures and codes; nullptr: boxes alone must do. existing: as formats give it,
/// boxes in pixels of the image. All words stay, but for noise (Line::removed) in the text; their boxes are as they
/// were. The page's own order is kept where the new one is not better.
Page repair_page(const Page& existing, const Image* image = nullptr, const RepairPageOptions& options = {});

} // namespace broadsheet
