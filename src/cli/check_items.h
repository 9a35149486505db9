// SPDX-License-Identifier: Apache-2.0
/// Which texts `check` compares.
#pragma once

#include "evaluate/regression.h"
#include "page/transcript.h"

#include <string>
#include <vector>

namespace broadsheet {

/// One page: its truth, and its result or the image to read.
struct CheckItem {
    std::string set;  ///< empty: there are no sets
    std::string name; ///< of the page within its set
    std::string truth;
    std::string result;   ///< empty: the image is read, or the result is missing
    std::string image;    ///< empty: nothing is read
    std::string language; ///< of the image; empty: found from the page
    evaluate::Limits limits;

    std::string label() const { return set.empty() ? name : set + '/' + name; }
};

struct CheckSet {
    std::vector<CheckItem> items;
    std::vector<std::string> unpaired;              ///< results without a truth
    std::map<std::string, evaluate::Limits> pooled; ///< by set: what its pages together must reach
};

/// Two files, or all files of two folders and the folders in them that are called the same but for NAME.gt.json,
/// NAME.gt.txt, NAME.json, NAME.txt (the first that is there). Throws Error where a file or folder is not there.
CheckSet pair_results(const std::string& truth, const std::string& result);

/// Images (files, or folders with all images in them and in their folders) with the truth that is called the same.
CheckSet pair_images(const std::vector<std::string>& images, const std::string& truth);

/// The file's text, "-" is standard input. Throws Error naming it.
std::string read_text_file(const std::string& path);
Transcript read_transcript(const std::string& path);

} // namespace broadsheet
