// SPDX-License-Identifier: Apache-2.0
// bench_stages LANG:IMAGE... [--benchmark_...] : the time of each stage on each page at three sizes, how it grows with
// the pixels, and its share of the page's time. One thread reads, so that real time and CPU time can be compared.
#include "page/error.h"
#include "read_page.h"

#include <array>
#include <benchmark/benchmark.h>
#include <cmath>
#include <functional>
#include <iostream>
#include <map>
#include <opencv2/imgproc.hpp>

namespace broadsheet {
namespace {

constexpr std::array kSizes{50, 71, 100}; // percent of the page's width

/// What each stage gets, made by those before it.
struct Inputs {
    Image image;
    Sheet sheet;
    std::vector<Code> codes;
    Page empty, laid_out, ordered, recognised;
};

using Work = std::function<void()>;

class Pages {
public:
    explicit Pages(std::string language) { options_.recognize.languages = std::move(language); }

    /// Stages in the order the data meets them. The pages must outlive them.
    std::vector<std::pair<std::string, Work>> stages(const std::string& path, int percent) {
        const ImageFile file = ImageFile::open(path);
        Inputs& in = inputs_[{path, percent}];
        in.image = file.load(1);
        const double scale = percent / 100.0;
        cv::resize(in.image.pixels, in.image.pixels, {}, scale, scale, cv::INTER_AREA);
        in.image.dpi *= scale;
        in.sheet = prepare(in.image, options_.prepare);
        in.codes = find_codes(in.sheet, options_.codes);
        in.empty.width = in.image.pixels.cols;
        in.empty.height = in.image.pixels.rows;
        in.empty.dpi = in.sheet.dpi;
        in.empty.frame = in.sheet.frame;
        in.empty.text_height = in.sheet.text_height;
        in.empty.codes = in.codes;
        in.laid_out = find_layout(in.empty, in.sheet, options_.layout);
        in.ordered = find_order(in.laid_out, options_.order);
        in.recognised = engines_.recognize(in.ordered, in.sheet, options_.recognize);
        std::vector<std::pair<std::string, Work>> all;
        if (percent == 100) all.emplace_back("load", [file] { file.load(1); });
        all.emplace_back("prepare", [&in, this] { prepare(in.image, options_.prepare); });
        all.emplace_back("codes", [&in, this] { find_codes(in.sheet, options_.codes); });
        all.emplace_back("layout", [&in, this] { find_layout(in.empty, in.sheet, options_.layout); });
        all.emplace_back("order", [&in, this] { find_order(in.laid_out, options_.order); });
        all.emplace_back("recognize", [&in, this] { engines_.recognize(in.ordered, in.sheet, options_.recognize); });
        all.emplace_back("repair", [&in, this] { repair(in.recognised, options_.repair); });
        return all;
    }

    double megapixels(const std::string& path, int percent) const {
        return static_cast<double>(inputs_.at({path, percent}).image.pixels.total()) / 1e6;
    }

private:
    ReadOptions options_;
    EnginePool engines_{{}, 1};
    std::map<std::pair<std::string, int>, Inputs> inputs_;
};

/// After the times, each stage's share of all stages' CPU time on the page as it is.
class Shares : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs)
            if (run.run_type == Run::RT_Iteration && run.run_name.args == std::to_string(kSizes.back()))
                times_[run.run_name.function_name] = run.cpu_accumulated_time / static_cast<double>(run.iterations);
    }

    void print(const std::string& page) const {
        double all = 0;
        for (const auto& [name, seconds] : times_)
            if (name.starts_with(page + " ")) all += seconds;
        for (const auto& [name, seconds] : times_)
            if (all > 0 && name.starts_with(page + " "))
                std::cout << name << ": " << std::lround(1000 * seconds / all) / 10.0 << " % of " << all << " s CPU\n";
    }

private:
    std::map<std::string, double> times_;
};

void run(const std::vector<std::string>& pages) {
    std::vector<Pages> readers;
    readers.reserve(pages.size());
    for (const std::string& page : pages) {
        const std::size_t colon = page.find(':');
        if (colon == std::string::npos) throw Error(page + ": not LANG:IMAGE");
        const std::string path = page.substr(colon + 1);
        Pages& reader = readers.emplace_back(page.substr(0, colon));
        std::map<std::string, std::map<int, Work>> by_stage;
        std::vector<std::string> order;
        for (const int percent : kSizes)
            for (auto& [stage, work] : reader.stages(path, percent)) {
                if (!by_stage.contains(stage)) order.push_back(stage);
                by_stage[stage].emplace(percent, std::move(work));
            }
        for (const std::string& stage : order) {
            const auto time = [works = by_stage[stage], &reader, path](benchmark::State& state) {
                const int percent = static_cast<int>(state.range(0));
                for (auto _ : state)
                    works.at(percent)();
                state.SetComplexityN(std::llround(1000 * reader.megapixels(path, percent)));
            };
            auto* registered = benchmark::RegisterBenchmark((path + " " + stage).c_str(), time);
            for (const auto& [percent, work] : by_stage[stage])
                registered->Arg(percent);
            if (by_stage[stage].size() > 1) registered->Complexity(benchmark::oN);
            registered->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
        }
    }
    Shares shares;
    benchmark::RunSpecifiedBenchmarks(&shares);
    for (const std::string& page : pages)
        shares.print(page.substr(page.find(':') + 1));
}

} // namespace
} // namespace broadsheet

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    try {
        broadsheet::run({argv + 1, argv + argc});
    } catch (const broadsheet::Error& error) {
        std::cerr << "bench_stages: " << error.what() << "\n";
        return 1;
    }
}
