// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace broadsheet {

/// "de-Latf" for "frk", "zh-Hans" for "chi_sim" (BCP 47); of several ("deu+eng") the first. Empty: not known here.
std::string language_tag(const std::string& models);
/// PAGE's name, "German"; empty: it has none.
std::string language_name(const std::string& models);
/// The inverse of both, of "de", "de-DE", "deu", "ger" and "German" alike; empty: not known here.
std::string model_of(const std::string& language);

} // namespace broadsheet
