// SPDX-License-Identifier: Apache-2.0
#include "formats/formats.h"
namespace broadsheet { std::string to_text(const Page&) { return {}; } }
