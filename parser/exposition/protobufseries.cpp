// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/protobufseries.h"

#include "parser/base/numbertext.h"
#include "parser/base/quoting.h"

#include <bit>
#include <cstdint>

namespace sightglass {

namespace {

constexpr char separator = '\xff';

void appendPart(std::string &key, std::string_view part)
{
    key += separator;
    key += part;
}

/// Names are not checked before series are made, so one may have separators: its length keeps keys apart.
void appendName(std::string &key, std::string_view name)
{
    appendPart(key, name);
    if (!isValidUtf8(name))
        key += separator + std::to_string(name.size());
}

bool sameBits(double a, double b) noexcept
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

} // namespace

void ProtobufSeries::setMetric(std::string_view family, std::span<const LabelView> labels)
{
    m_family = family;
    m_labels = labels;
    m_labelsKey.clear();
    for (const LabelView &label : labels) {
        appendName(m_labelsKey, label.name);
        appendPart(m_labelsKey, label.value);
    }
}

void ProtobufSeries::setSample(std::string_view suffix)
{
    m_suffix = suffix;
    m_extraName = {};
    m_extraValue = {};
    m_key = m_family;
    m_key += suffix;
    m_key += m_labelsKey;
}

void ProtobufSeries::setSample(std::string_view suffix, std::string_view label, double bound,
                               std::size_t position)
{
    setSample(suffix);
    m_extraName = label;
    m_extraValue = boundText(bound, position);
    appendPart(m_key, m_extraName);
    appendPart(m_key, m_extraValue);
}

const std::string &ProtobufSeries::boundText(double bound, std::size_t position)
{
    if (position >= m_bounds.size() && position < keptBounds)
        m_bounds.resize(position + 1);
    BoundText &kept = position < keptBounds ? m_bounds[position] : m_otherBound;
    if (kept.text.empty() || !sameBits(kept.bound, bound))
        kept = {bound, formatOpenMetricsFloat(bound)};
    return kept.text;
}

void ProtobufSeries::decodeLabels(std::vector<Label> &out) const
{
    const bool hasExtra = !m_extraName.empty();
    out.resize(m_labels.size() + (hasExtra ? 2 : 1));
    out.front().name = metricNameLabel;
    out.front().value = m_family;
    out.front().value += m_suffix;
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        out[i + 1].name = m_labels[i].name;
        out[i + 1].value = m_labels[i].value;
    }
    if (hasExtra) {
        out.back().name = m_extraName;
        out.back().value = m_extraValue;
    }
}

} // namespace sightglass
