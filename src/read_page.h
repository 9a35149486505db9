// SPDX-License-Identifier: Apache-2.0
/// The whole pipeline: an image in, its page or pages out.
#pragma once

#include "codes/codes.h"
#include "image/image.h"
#include "layout/layout.h"
#include "order/order.h"
#include "recognize/recognize.h"
#include "repair/repair.h"

#include <functional>
#include <future>
#include <memory>

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

/// What is done with an image before any engine is needed: its pages, their sheets, and where codes may be.
struct OpenedImage {
    struct Part {
        cv::Rect region; ///< of the image; empty: all of it
        Sheet sheet;
        std::shared_ptr<const CodeFields> codes;
        Page page; ///< laid out and in order, as if there were no codes: on most pages there are none
    };
    Image image;
    std::vector<Part> parts; ///< one or two facing pages, from the left
};
/// Starts no process, and so may run while another page is read; under a SerialOpenCv then, as reading has one.
OpenedImage open_image(Image image, const ReadOptions& options = {});

/// Called once, when something else may run beside the reading of a page; returns when that is done. Codes are read in
/// child processes, which may be started only without other threads.
using Meanwhile = std::function<std::shared_future<void>()>;

/// load -> straighten -> codes -> layout -> order -> recognize -> repair; boxes of the result in pixels of the image as
/// loaded. A page on its side or its head is read as it was printed; options.prepare.quarter_turns says it beforehand.
/// A page without text is a page without blocks, and no error.
Page read_page(const Image& image, EnginePool& engines, const ReadOptions& options = {});

/// The same where the image may show two facing pages (see pages_of()): each is read as a page of its own that knows
/// its region, in the order in which they are read: the right one first in vertical and right-to-left writing, but for
/// a newspaper's outer sheet: see is_front_page_at_left().
std::vector<Page> read_pages(const Image& image, EnginePool& engines, const ReadOptions& options = {});
/// The same of an opened image. engines_ready: what EnginePool::load() returned.
std::vector<Page> read_pages(const OpenedImage& opened, EnginePool& engines, std::future<void> engines_ready,
                             const ReadOptions& options = {}, const Meanwhile& meanwhile = {});

} // namespace broadsheet
