// SPDX-License-Identifier: Apache-2.0
#include "codes/numbers.h"

#include <gtest/gtest.h>

namespace broadsheet::codes {
namespace {

TEST(StandardNumber, Serials) {
    EXPECT_EQ(standard_number("9772049363002"), "ISSN 2049-3630"); // the ISSN manual's example
    EXPECT_EQ(standard_number("9770317847001"), "ISSN 0317-8471");
    EXPECT_EQ(standard_number("9771050124005"), "ISSN 1050-124X"); // check digit ten
}

TEST(StandardNumber, BooksAndMusic) {
    EXPECT_EQ(standard_number("9783161484100"), "ISBN 9783161484100");
    EXPECT_EQ(standard_number("9791034304578"), "ISBN 9791034304578");
    EXPECT_EQ(standard_number("9790060115615"), "ISMN 9790060115615");
}

TEST(StandardNumber, OtherCodesHaveNone) {
    for (const char* payload : {"4006381333931", "036000291452", "", "977204936300", "977204936300X", "BS-1"})
        EXPECT_EQ(standard_number(payload), "") << payload;
}

} // namespace
} // namespace broadsheet::codes
