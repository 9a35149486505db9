// SPDX-License-Identifier: Apache-2.0
#include "codes/confidence.h"

#include <gtest/gtest.h>

namespace broadsheet::codes {
namespace {

TEST(confidence_of, grows_with_the_check_and_with_agreement) {
    EXPECT_FLOAT_EQ(confidence_of("EAN-13", 1), 0.9F);
    EXPECT_FLOAT_EQ(confidence_of("EAN-13", 2), 0.975F);
    EXPECT_FLOAT_EQ(confidence_of("EAN-13", 3), 0.99375F);
    EXPECT_FLOAT_EQ(confidence_of("EAN-13", 50), confidence_of("EAN-13", 3));
    const char* before = "QR Code";
    for (const char* symbology : {"Code 128", "EAN-13", "EAN-8", "Code 39"}) {
        EXPECT_GT(confidence_of(before, 1), confidence_of(symbology, 1)) << symbology;
        before = symbology;
    }
    for (const char* symbology : {"Data Matrix", "Aztec", "PDF417"})
        EXPECT_EQ(confidence_of(symbology, 1), confidence_of("QR Code", 1));
    EXPECT_EQ(confidence_of("Codabar", 2), confidence_of("Interleaved 2 of 5", 2));
}

TEST(confidence_of, every_reading_is_surer_than_a_printed_line_and_that_than_none) {
    EXPECT_GT(confidence_of("Code 39", 1), confidence_of_printed(13));
    EXPECT_GT(confidence_of_printed(13), confidence_of_printed(8));
    EXPECT_GT(confidence_of_printed(8), located_only);
    EXPECT_FLOAT_EQ(confirmed(0.9F), 0.99F);
}

} // namespace
} // namespace broadsheet::codes
