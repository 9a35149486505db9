// SPDX-License-Identifier: Apache-2.0
#include "image/components.h"
#include "image/steps.h"

#include <algorithm>
#include <cstring>

namespace broadsheet {

namespace {

void find_runs(const cv::Mat& ink, std::vector<Run>& runs) {
    for (int y = 0; y < ink.rows; ++y) {
        const std::uint8_t* row = ink.ptr(y);
        int x = 0;
        while (x < ink.cols) {
            // Most of a page is white: skipped by the word.
            std::uint64_t word = 0;
            while (x + 8 <= ink.cols && (std::memcpy(&word, row + x, 8), word == 0))
                x += 8;
            while (x < ink.cols && row[x] == 0)
                ++x;
            const int left = x;
            while (x < ink.cols && row[x] != 0)
                ++x;
            if (x > left) runs.push_back({y, left, x, static_cast<int>(runs.size())});
        }
    }
}

/// The first run of the component, followed from run to run; shortens the way for the next time.
int root_of(std::vector<Run>& runs, int run) {
    const auto parent = [&](int of) -> int& { return runs[static_cast<std::size_t>(of)].component; };
    while (parent(run) != run)
        run = parent(run) = parent(parent(run));
    return run;
}

void join(std::vector<Run>& runs, std::size_t a, std::size_t b) {
    const int first = root_of(runs, static_cast<int>(a));
    const int second = root_of(runs, static_cast<int>(b));
    runs[static_cast<std::size_t>(std::max(first, second))].component = std::min(first, second);
}

void join_touching(std::vector<Run>& runs) {
    std::size_t above = 0;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const Run& run = runs[i];
        const auto passed = [&](const Run& r) { return r.y < run.y - 1 || (r.y == run.y - 1 && r.right < run.left); };
        while (above < i && passed(runs[above]))
            ++above;
        for (std::size_t k = above; k < i && runs[k].y == run.y - 1 && runs[k].left <= run.right; ++k)
            join(runs, k, i);
    }
}

} // namespace

std::vector<Run> runs_of(const cv::Mat& ink) {
    std::vector<Run> runs;
    find_runs(ink, runs);
    join_touching(runs);
    // Every root comes before the other runs of its component, so that one pass numbers them.
    int count = 0;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const int parent = runs[i].component;
        runs[i].component = parent == static_cast<int>(i) ? count++ : runs[static_cast<std::size_t>(parent)].component;
    }
    return runs;
}

std::vector<Component> components_of(const std::vector<Run>& runs) {
    std::vector<Component> components;
    for (const Run& run : runs) {
        const auto index = static_cast<std::size_t>(run.component);
        if (index == components.size()) components.push_back({{run.left, run.y, run.right, run.y + 1}, 0});
        Component& component = components[index];
        component.box = united(component.box, {run.left, run.y, run.right, run.y + 1});
        component.area += run.right - run.left;
    }
    return components;
}

std::vector<Component> find_components(const cv::Mat& ink) {
    return components_of(runs_of(ink));
}

} // namespace broadsheet
