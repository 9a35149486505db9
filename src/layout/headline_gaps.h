// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layout/channels.h"

#include <vector>

namespace broadsheet {

/// White in and between headlines, whose letters are larger than the text's: blanks as wide as a gutter, and gutters
/// narrower than a blank. All references must live as long; what gaps are judged so far is looked at in each call.
class HeadlineGaps {
public:
    HeadlineGaps(const std::vector<Segment>& segments, const std::vector<Gap>& gaps, const Neighbours& next,
                 double text_height)
        : segments_(segments), gaps_(gaps), next_(next), t_(text_height) {}

    /// Between large letters.
    bool is_large(const Gap& gap) const;

    /// A blank between large letters, or one like those before and behind it in a line of them that is set wide.
    bool is_blank(const Gap& gap) const;

    /// Headlines side by side over two columns, nearer to each other than words: white over the gutter in two of their
    /// rows at least, or their type differs, or it does not stand level, or what is over them is parted as what is
    /// under them.
    /// rows: indices of gaps.
    bool are_two(const std::vector<int>& rows) const;

    /// Behind a headline's row, whose other row a gutter parts from the same headline of one row.
    bool is_behind_two_rows(const Gap& gap) const;

private:
    /// The first word of some letters from the segment on, in its headline; -1: none.
    int word_from(int segment, bool to_right) const;

    /// Does the text of the rows over and under it begin behind a gutter where this does?
    bool stands_in_gutter(const Gap& gap) const;

    /// Before or behind a comma or a dash of a headline, which has white at both sides: it is about a letter wide with
    /// it.
    bool is_beside_mark(const Gap& gap) const;

    const std::vector<Segment>& segments_;
    const std::vector<Gap>& gaps_;
    const Neighbours& next_;
    double t_;
};

} // namespace broadsheet
