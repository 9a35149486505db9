// SPDX-License-Identifier: Apache-2.0
/// OpenCV kept to its caller's thread.
#pragma once

namespace broadsheet {

/// While one lives, OpenCV starts no work on threads of its own, in the whole process. For code that has threads of its
/// own, and before fork(): a thread pool's locks may be held there, and never given back in the child. Those of several
/// threads count together; the last to go brings back what was set.
class SerialOpenCv {
public:
    SerialOpenCv();
    ~SerialOpenCv();
    SerialOpenCv(const SerialOpenCv&) = delete;
    SerialOpenCv& operator=(const SerialOpenCv&) = delete;
};

} // namespace broadsheet
