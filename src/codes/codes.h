// SPDX-License-Identifier: Apache-2.0
/// Barcodes and QR codes: where they are and what they say.
#pragma once

#include "image/image.h"
#include "page/page.h"

#include <functional>
#include <memory>

namespace broadsheet {

struct CodeOptions {
    /// Whether Interleaved 2 of 5 is read (ITF, ISO/IEC 16390). It has neither a check digit nor start and stop
    /// patterns worth the name: any row of bars may be one.
    bool itf = false;
};

/// Where codes may be on a sheet.
struct CodeFields;
/// Starts no process, and so may be called while other threads run; see find_codes().
std::shared_ptr<const CodeFields> locate_codes(const Sheet& sheet);

/// Every code on the sheet, top to bottom then left to right, boxes in sheet pixels. printed_box is where the line
/// under a linear code stands, if there is ink in its place; printed is left empty. The box takes in the guard bars'
/// ends unless the digits stand between them. A linear code that is surely one but cannot be read has neither symbology
/// nor payload, a matrix code no payload. Codes are read in a child process, as the reader may abort: see isolate.h.
std::vector<Code> find_codes(const Sheet& sheet, const CodeOptions& options = {});
/// The same where the fields are known. alone: called before a child process is started, and not where there is nothing
/// to read; it waits for threads that may hold locks, which the child would wait for for ever.
std::vector<Code> read_codes(const Sheet& sheet, const CodeFields& fields, const CodeOptions& options = {},
                             const std::function<void()>& alone = {});

/// The human-readable line as printed: what the engine read under the bars, corrected from the payload, with the
/// printed grouping kept ("6 942431 300011"). Digits that were not printed are never added.
std::string corrected_line(const std::string& read, const Code& code);

/// The code with what the engine read under its bars. printed is corrected_line(). Where that line says as read what
/// the bars say, the confidence grows. The payload of linear bars that could not be read is taken from the line if that
/// is the thirteen, twelve or eight digits of an EAN-13, UPC-A or EAN-8 (ISO/IEC 15420), grouped in any way, and their
/// check digit is right; printed stays as read then.
Code with_printed_line(Code code, const std::string& read);

} // namespace broadsheet
