// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>

namespace broadsheet {

/// A wrong call or an input that cannot be used. what() is one line that names the file and the reason.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace broadsheet
