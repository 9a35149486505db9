// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace broadsheet {

/// Is the first of these languages, named as in Tesseract ("ara", "heb+eng"), written from right to left?
bool is_right_to_left(const std::string& languages);

} // namespace broadsheet
