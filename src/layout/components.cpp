// SPDX-License-Identifier: Apache-2.0
#include "layout/components.h"

#include <opencv2/imgproc.hpp>

namespace broadsheet {

std::vector<Component> find_components(const cv::Mat& ink) {
    cv::Mat labels, stats, centroids;
    const int n = cv::connectedComponentsWithStats(ink, labels, stats, centroids, 8, CV_32S);
    std::vector<Component> components;
    components.reserve(n);
    for (int i = 1; i < n; ++i) {
        const int* s = stats.ptr<int>(i);
        components.push_back({{s[cv::CC_STAT_LEFT], s[cv::CC_STAT_TOP], s[cv::CC_STAT_LEFT] + s[cv::CC_STAT_WIDTH],
                               s[cv::CC_STAT_TOP] + s[cv::CC_STAT_HEIGHT]},
                              s[cv::CC_STAT_AREA]});
    }
    return components;
}

} // namespace broadsheet
