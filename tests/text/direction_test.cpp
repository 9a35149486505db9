// SPDX-License-Identifier: Apache-2.0
#include "text/direction.h"

#include <gtest/gtest.h>

using namespace broadsheet;

TEST(Direction, IsThatOfTheFirstLanguage) {
    for (const char* right : {"ara", "heb", "heb+eng", "kur_ara", "fas", "urd", "yid", "syr", "pus", "snd", "uig", "div"})
        EXPECT_TRUE(is_right_to_left(right)) << right;
    for (const char* left : {"eng", "eng+heb", "deu", "frk", "chi_sim", "chi_tra_vert", "jpn", "rus", ""})
        EXPECT_FALSE(is_right_to_left(left)) << left;
}
