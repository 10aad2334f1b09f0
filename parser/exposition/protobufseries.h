// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// Name and labels of the sample that a protobuf parser is at, and its key: all parts with 0xFF between them,
/// which valid text cannot have. The labels of a metric are put together once for all samples that it is
/// spread over.
class ProtobufSeries
{
public:
    /// The labels that the samples to come have in common; views into the body.
    void setMetric(std::string_view family, std::span<const LabelView> labels);

    /// The sample whose name is the family's and this suffix.
    void setSample(std::string_view suffix);
    /// One that has, besides, a label le or quantile. `position` among its metric's such samples: bounds are
    /// mostly the same ones metric after metric, so their texts are kept by it.
    void setSample(std::string_view suffix, std::string_view label, double bound, std::size_t position);

    [[nodiscard]] std::string_view key() const noexcept { return m_key; }
    void decodeLabels(std::vector<Label> &out) const;

private:
    struct BoundText
    {
        double bound = 0;
        std::string text;
    };

    [[nodiscard]] const std::string &boundText(double bound, std::size_t position);

    static constexpr std::size_t keptBounds = 256;

    std::string_view m_family;
    std::span<const LabelView> m_labels;
    std::string m_labelsKey;
    std::string_view m_suffix;
    std::string_view m_extraName;
    std::string_view m_extraValue;
    std::string m_key;
    std::vector<BoundText> m_bounds;
    BoundText m_otherBound;
};

} // namespace sightglass
