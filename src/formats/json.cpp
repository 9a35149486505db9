// SPDX-License-Identifier: Apache-2.0
#include "formats/formats.h"
namespace broadsheet { std::string to_json(const Page&) { return {}; } Page from_json(const std::string&) { return {}; } }
