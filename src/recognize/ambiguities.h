// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace broadsheet {

/// While it lives, models that this thread loads come without Tesseract's built-in table of letters that are taken for
/// each other ("rn" for "m"). Only its older recogniser asks that table, but every engine builds it, which takes four
/// fifths of the time in which a model loads (Tesseract 5.3, init_tesseract_lang_data()).
class WithoutAmbiguities {
public:
    WithoutAmbiguities();
    ~WithoutAmbiguities();
    WithoutAmbiguities(const WithoutAmbiguities&) = delete;
    WithoutAmbiguities& operator=(const WithoutAmbiguities&) = delete;

private:
    bool before_;
};

} // namespace broadsheet
