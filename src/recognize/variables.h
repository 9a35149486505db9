// SPDX-License-Identifier: Apache-2.0
/// Tesseract's variables that it has once a process.
#pragma once

#include <mutex>
#include <shared_mutex>
#include <string>

namespace tesseract {
class TessBaseAPI;
}

namespace broadsheet {

/// Most variables belong to an engine, but some (edges_*, textord_*) to the process. A model can bring a configuration
/// of its own and set any of them (chi_sim of tessdata_best does), also after its engine is gone: pages would be read
/// otherwise behind a Chinese one. Loads models as TessBaseAPI::Init() does and puts those variables back.
/// Returns false when a model does not load.
bool load_models(tesseract::TessBaseAPI& api, const std::string& folder, const std::string& languages,
                 const std::string& words_file);

/// To be held while an engine reads: no model is loading that sets the process' variables.
std::shared_lock<std::shared_mutex> hold_variables();

/// A traineddata file brings a configuration: the first part in its table, a count (32 bits) and the offset of each
/// part (64 bits), -1 where there is none (combine_tessdata(1)). False when there is no such file.
bool has_configuration(const std::string& file);

} // namespace broadsheet
