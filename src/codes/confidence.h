// SPDX-License-Identifier: Apache-2.0
/// How far what was read is to be trusted, by the evidence for it.
#pragma once

#include <string>

namespace broadsheet::codes {

/// A code that is surely there, but whose content nobody knows.
constexpr float located_only = 0.2F;

/// Of a code read alike in so many preparations of its picture, 0 to 1: one less the chance left that it was misread.
/// That begins with what checks the symbology has (error correction, a check character of 103, a check digit of 10,
/// none) and is a quarter for each further preparation, of which at most two count.
float confidence_of(const std::string& symbology, int agreeing);

/// The same where the printed line says the same: a tenth of the doubt is left.
float confirmed(float confidence);

/// Of a payload taken from the printed line, proved by its check digit alone. digits: how many it has.
float confidence_of_printed(std::size_t digits);

} // namespace broadsheet::codes
