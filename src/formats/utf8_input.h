// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>
#include <memory>
#include <streambuf>
#include <string>
#include <vector>

struct UConverter;

namespace broadsheet {

/// Any text file as UTF-8, a piece at a time, so that its length costs no memory. The encoding is that of a byte order
/// mark, of UTF-16's zero bytes, or the one declared ("encoding=", "charset=" in the first 2 KiB), else UTF-8; a
/// declared eight-bit encoding does not count where those bytes are UTF-8. Latin-1 and bytes that are no UTF-8 are
/// taken for Windows-1252, as files are put together from parts.
class Utf8Input : public std::streambuf {
public:
    /// bytes must outlive this.
    explicit Utf8Input(std::istream& bytes);
    ~Utf8Input() override;

    /// The first characters, a few KiB at most; may end within one. They are still to be read.
    std::string_view head() const { return {gptr(), static_cast<std::size_t>(egptr() - gptr())}; }
    /// From now on without the control characters that XML forbids, which OCR sometimes writes.
    void drop_controls();

protected:
    int_type underflow() override;

private:
    bool fill();

    struct CloseConverter {
        void operator()(UConverter* converter) const;
    };

    std::istream& bytes_;
    std::string raw_; ///< read, not yet converted
    std::string text_;
    std::unique_ptr<UConverter, CloseConverter> converter_; ///< none: UTF-8
    bool ended_ = false;
    bool drops_controls_ = false;
};

} // namespace broadsheet
