// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace broadsheet {

/// Makes the layer "Depthwise5x5HardSwish" known to OpenCV's dnn: a convolution of 5 x 5 for each channel by itself,
/// padded with zeros, then HardSwish. OpenCV 4.6 takes eight times as long for it.
void register_depthwise();

} // namespace broadsheet
