// SPDX-License-Identifier: Apache-2.0
#include "layout/box_index.h"
#include "layout/marks.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {

namespace {

constexpr double kLow = 0.4, kHigh = 1.6, kWide = 3; // text heights: of a letter, or of some that touch
constexpr double kBlank = 1.5;                       // text heights of white in a row, at most
constexpr double kLevel = 0.3;                       // text heights by which the letters of a row differ
constexpr int kOutside = 4;                          // letters of the row before the picture
constexpr int kInside = 3;                           // letters of it within the picture's box, or next to such a row
constexpr double kClean = 0.85;                      // of the ink there
constexpr double kLeading = 1.2;                     // text heights between two rows
constexpr double kMark = 0.6;                        // text heights of width at most: of a comma, a hyphen
constexpr double kMargin = 0.3;                      // text heights from the text to the picture

/// A row of text within the picture's box, from its edge.
struct Bite {
    int top = 0;
    int bottom = 0;
    int end = 0; ///< x of the last letter, or a mark behind it
    int letters = 0;
};

/// Rows of letters that begin outside a picture and run into its box.
class Bites {
public:
    /// letters: of text's size. side: -1: rows from the left, 1: from the right.
    Bites(const std::vector<Component>& letters, const BoxIndex& index, const Box& picture, int side, double t)
        : letters_(letters), index_(index), picture_(picture), side_(side), t_(t) {}

    std::vector<Bite> find() const {
        std::vector<Bite> bites;
        const int x = edge(picture_, side_), reach = static_cast<int>(kWide * t_);
        for (const int i : index_.touching({x - reach, picture_.top, x + reach, picture_.bottom})) {
            // The last letter that is not wholly within the picture's box.
            if (!is_outside(letters_[i].box)) continue;
            const int first = next(i, -side_);
            if ((first >= 0 && is_outside(letters_[first].box)) || before(i) < kOutside) continue;
            Bite bite{letters_[i].box.top, letters_[i].box.bottom, edge(letters_[i].box, -side_)};
            for (int at = first; at >= 0; at = next(at, -side_)) {
                const Box& box = letters_[at].box;
                bite = {std::min(bite.top, box.top), std::max(bite.bottom, box.bottom), edge(box, -side_),
                        bite.letters + 1};
            }
            bites.push_back(bite);
        }
        return bites;
    }

private:
    static int edge(const Box& box, int side) { return side < 0 ? box.left : box.right; }

    bool is_outside(const Box& box) const { return side_ < 0 ? box.left < picture_.left : box.right > picture_.right; }

    /// The letter next to it in its row, in that direction; -1: none.
    int next(int i, int direction) const {
        const Box& a = letters_[i].box;
        const int reach = static_cast<int>(kBlank * t_);
        const Box area = direction > 0 ? Box{a.center().x, a.top, a.right + reach, a.bottom}
                                       : Box{a.left - reach, a.top, a.center().x, a.bottom};
        int best = -1, least = 0;
        for (const int k : index_.touching(area)) {
            const Box& b = letters_[k].box;
            const int ahead = direction * (b.center().x - a.center().x);
            const bool level = std::abs(b.bottom - a.bottom) < kLevel * t_ || std::abs(b.top - a.top) < kLevel * t_;
            if (k == i || ahead <= 0 || !level || (best >= 0 && ahead >= least)) continue;
            best = k;
            least = ahead;
        }
        return best;
    }

    int before(int i) const {
        int count = 1;
        for (int at = next(i, side_); at >= 0 && count < kOutside; at = next(at, side_))
            ++count;
        return count;
    }

    const std::vector<Component>& letters_;
    const BoxIndex& index_;
    Box picture_;
    int side_;
    double t_;
};

/// Is nearly all ink of the row within the picture's box that of the letters?
bool is_clean(const Bite& bite, const Box& picture, int side, const cv::Mat& ink, const std::vector<Component>& letters,
              const BoxIndex& index) {
    const Box area = side < 0 ? Box{picture.left, bite.top, bite.end, bite.bottom}
                              : Box{bite.end, bite.top, picture.right, bite.bottom};
    const cv::Rect part = cv::Rect(area.left, area.top, area.width(), area.height()) & cv::Rect({}, ink.size());
    cv::Mat text = cv::Mat::zeros(part.size(), CV_8U);
    for (const int k : index.touching(area)) {
        const Box& b = letters[k].box;
        text(cv::Rect(b.left - part.x, b.top - part.y, b.width(), b.height()) & cv::Rect({}, part.size())).setTo(255);
    }
    return cv::countNonZero(ink(part) & text) > kClean * cv::countNonZero(ink(part));
}

/// Rows of a few letters count only beside rows of more.
void drop_lone(std::vector<Bite>& bites, double t) {
    std::vector<char> kept(bites.size(), 0);
    for (std::size_t i = 0; i < bites.size(); ++i)
        kept[i] = bites[i].letters >= kInside;
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < bites.size(); ++i)
            for (std::size_t k = 0; k < bites.size() && !kept[i]; ++k) {
                const int white = std::max(bites[i].top, bites[k].top) - std::min(bites[i].bottom, bites[k].bottom);
                if (kept[k] && white < kLeading * t) kept[i] = changed = true;
            }
    }
    for (std::size_t i = bites.size(); i-- > 0;)
        if (!kept[i]) bites.erase(bites.begin() + static_cast<std::ptrdiff_t>(i));
}

/// With the comma or hyphen behind the last letter.
void add_marks(Bite& bite, int side, const std::vector<Component>& marks, double t) {
    for (int n = 0; n < 2; ++n)
        for (const Component& c : marks) {
            const Box& b = c.box;
            const int ahead = side < 0 ? b.left - bite.end : bite.end - b.right;
            if (b.width() < kMark * t && b.center().y > bite.top && b.center().y < bite.bottom + kMargin * t &&
                ahead > -kMark * t && ahead < kMargin * t)
                bite.end = side < 0 ? std::max(bite.end, b.right) : std::min(bite.end, b.left);
        }
}

} // namespace

std::vector<Box> without_text(const std::vector<Box>& pictures, const cv::Mat& ink,
                              const std::vector<Component>& components, double text_height) {
    if (pictures.empty()) return {};
    std::vector<Component> letters, marks;
    for (const Component& c : components)
        if (c.box.height() < kHigh * text_height && c.box.width() < kWide * text_height)
            (c.box.height() > kLow * text_height ? letters : marks).push_back(c);
    const std::vector<Box> boxes = boxes_of(letters);
    const BoxIndex index(boxes, static_cast<int>(2 * text_height));
    const int leading = static_cast<int>(kLeading * text_height), margin = static_cast<int>(kMargin * text_height);
    std::vector<Box> out;
    for (const Box& picture : pictures) {
        std::vector<int> left(std::max(0, picture.height()), picture.left), right(left.size(), picture.right);
        bool bitten = false;
        for (const int side : {-1, 1}) {
            std::vector<Bite> bites = Bites(letters, index, picture, side, text_height).find();
            std::erase_if(bites, [&](const Bite& bite) {
                return bite.letters > 0 && !is_clean(bite, picture, side, ink, letters, index);
            });
            drop_lone(bites, text_height);
            for (Bite& bite : bites) { // and the white over and under it
                add_marks(bite, side, marks, text_height);
                const int from = std::max(0, bite.top - leading / 2 - picture.top);
                const int to = std::min(static_cast<int>(left.size()), bite.bottom + leading / 2 - picture.top);
                for (int y = from; y < to; ++y)
                    if (side < 0)
                        left[y] = std::max(left[y], bite.end + margin);
                    else
                        right[y] = std::min(right[y], bite.end - margin);
                bitten = true;
            }
        }
        if (!bitten) {
            out.push_back(picture);
            continue;
        }
        for (int y = 0, end = 0; y < std::ssize(left); y = end) {
            for (end = y; end < std::ssize(left) && left[end] == left[y] && right[end] == right[y];)
                ++end;
            if (left[y] < right[y]) out.push_back({left[y], picture.top + y, right[y], picture.top + end});
        }
    }
    return out;
}

} // namespace broadsheet
