// SPDX-License-Identifier: Apache-2.0
#include "recognize/depthwise.h"

#include <algorithm>
#include <opencv2/dnn.hpp>
#include <opencv2/dnn/layer.details.hpp>

namespace broadsheet {

namespace {

constexpr int kSize = 5;
constexpr int kPad = kSize / 2;

/// x * clip(x + 3, 0, 6) / 6 (Howard 2019, MobileNetV3).
float hard_swish(float x) {
    return x * std::min(std::max(x + 3, 0.0F), 6.0F) * (1.0F / 6);
}

/// One row of the result. rows: the kSize rows it comes from, each width + 2 * kPad long.
void convolve_row(const float* const* rows, const float* weights, float bias, float* out, int width) {
    const float *a = rows[0], *b = rows[1], *c = rows[2], *d = rows[3], *e = rows[4];
    const float* w = weights;
    for (int x = 0; x < width; ++x) {
        float sum = bias;
        for (int k = 0; k < kSize; ++k)
            sum += w[k] * a[x + k] + w[5 + k] * b[x + k] + w[10 + k] * c[x + k] + w[15 + k] * d[x + k] +
                   w[20 + k] * e[x + k];
        out[x] = hard_swish(sum);
    }
}

/// blobs: weights (channels x 1 x 5 x 5) and one bias a channel. Rows may be strided, columns not.
class Depthwise : public cv::dnn::Layer {
public:
    explicit Depthwise(const cv::dnn::LayerParams& params) : Layer(params) {
        const cv::dnn::DictValue stride = params.get("stride");
        row_stride_ = stride.get<int>(0);
        CV_Assert(stride.get<int>(1) == 1 && blobs.size() == 2);
    }

    static cv::Ptr<Layer> create(cv::dnn::LayerParams& params) { return cv::makePtr<Depthwise>(params); }

    bool getMemoryShapes(const std::vector<cv::dnn::MatShape>& inputs, int, std::vector<cv::dnn::MatShape>& outputs,
                         std::vector<cv::dnn::MatShape>&) const override {
        outputs = inputs;
        outputs[0][2] = (inputs[0][2] - 1) / row_stride_ + 1;
        return false;
    }

    void forward(cv::InputArrayOfArrays inputs, cv::OutputArrayOfArrays outputs, cv::OutputArrayOfArrays) override {
        std::vector<cv::Mat> in, out;
        inputs.getMatVector(in);
        outputs.getMatVector(out);
        const int channels = in[0].size[1], height = in[0].size[2], width = in[0].size[3];
        const int padded = width + 2 * kPad;
        plane_.assign(static_cast<size_t>(padded) * (height + 2 * kPad), 0.0F);
        for (int c = 0; c < channels; ++c) {
            for (int y = 0; y < height; ++y)
                std::copy_n(in[0].ptr<float>(0, c, y), width,
                            plane_.begin() + static_cast<ptrdiff_t>(y + kPad) * padded + kPad);
            for (int y = 0; y < out[0].size[2]; ++y) {
                const float* rows[kSize];
                for (int k = 0; k < kSize; ++k)
                    rows[k] = plane_.data() + static_cast<ptrdiff_t>(y * row_stride_ + k) * padded;
                convolve_row(rows, blobs[0].ptr<float>(c), blobs[1].ptr<float>()[c], out[0].ptr<float>(0, c, y), width);
            }
        }
    }

private:
    int row_stride_ = 1;
    std::vector<float> plane_; // one channel of the input with its padding
};

} // namespace

void register_depthwise() {
    static const bool done = [] {
        cv::dnn::LayerFactory::registerLayer("Depthwise5x5HardSwish", Depthwise::create);
        return true;
    }();
    (void)done;
}

} // namespace broadsheet
