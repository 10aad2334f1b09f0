// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/labels.h"

#include "parser/base/bytehash.h"
#include "parser/base/quoting.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <limits>
#include <new>
#include <stdexcept>

namespace sightglass {

/// The head of a set's memory. Behind it: where each text ends, names and values in turn, a 0 before the
/// first, then the texts one behind the other.
struct Labels::Data
{
    mutable std::atomic<std::uint32_t> owners;
    std::uint32_t count;   ///< labels
    std::uint64_t hash;    ///< of the body
    std::size_t bodyBytes; ///< ends and texts

    [[nodiscard]] const std::uint32_t *ends() const noexcept
    {
        return reinterpret_cast<const std::uint32_t *>(this + 1);
    }
    [[nodiscard]] std::size_t endCount() const noexcept { return std::size_t{2} * count + 1; }
    [[nodiscard]] const char *texts() const noexcept
    {
        return reinterpret_cast<const char *>(ends() + endCount());
    }
    [[nodiscard]] std::string_view body() const noexcept
    {
        return {reinterpret_cast<const char *>(this + 1), bodyBytes};
    }
};

namespace {

std::size_t textBytes(std::span<const LabelView> labels)
{
    std::size_t bytes = 0;
    for (const LabelView &label : labels)
        bytes += label.name.size() + label.value.size();
    if (bytes > std::numeric_limits<std::uint32_t>::max())
        throw std::length_error("label set");
    return bytes;
}

char *appended(char *out, std::string_view text) noexcept
{
    if (!text.empty())
        std::memcpy(out, text.data(), text.size());
    return out + text.size();
}

bool contains(std::span<const std::string> names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

Labels::Labels(std::vector<Label> labels)
{
    std::stable_sort(labels.begin(), labels.end(),
                     [](const Label &a, const Label &b) { return a.name < b.name; });
    std::vector<LabelView> unique;
    unique.reserve(labels.size());
    for (const Label &label : labels) {
        if (!unique.empty() && unique.back().name == label.name)
            unique.back().value = label.value;
        else
            unique.push_back({label.name, label.value});
    }
    std::erase_if(unique, [](const LabelView &label) { return label.value.empty(); });
    *this = fromSorted(unique);
}

Labels Labels::withName(std::string_view metric, std::vector<Label> labels)
{
    labels.push_back({std::string(metricNameLabel), std::string(metric)});
    return Labels(std::move(labels));
}

Labels Labels::fromSorted(std::span<const LabelView> labels)
{
    Labels made;
    if (labels.empty())
        return made;
    const std::size_t endBytes = (2 * labels.size() + 1) * sizeof(std::uint32_t);
    const std::size_t bodyBytes = endBytes + textBytes(labels);
    void *memory = ::operator new(sizeof(Data) + bodyBytes);
    auto *data = new (memory) Data{{1}, static_cast<std::uint32_t>(labels.size()), 0, bodyBytes};
    auto *end = reinterpret_cast<std::uint32_t *>(data + 1);
    char *const texts = reinterpret_cast<char *>(data + 1) + endBytes;
    char *text = texts;
    *end++ = 0;
    for (const LabelView &label : labels) {
        text = appended(text, label.name);
        *end++ = static_cast<std::uint32_t>(text - texts);
        text = appended(text, label.value);
        *end++ = static_cast<std::uint32_t>(text - texts);
    }
    data->hash = hashBytes(data->body());
    made.m_data = data;
    return made;
}

void Labels::share() const noexcept
{
    if (m_data != nullptr)
        m_data->owners.fetch_add(1, std::memory_order_relaxed);
}

void Labels::release() noexcept
{
    if (m_data == nullptr || m_data->owners.fetch_sub(1, std::memory_order_acq_rel) != 1)
        return;
    m_data->~Data();
    ::operator delete(const_cast<Data *>(m_data));
}

std::size_t Labels::size() const noexcept
{
    return m_data != nullptr ? m_data->count : 0;
}

Labels::Iterator Labels::begin() const noexcept
{
    return m_data != nullptr ? Iterator(m_data->ends(), m_data->texts()) : Iterator();
}

Labels::Iterator Labels::end() const noexcept
{
    return m_data != nullptr ? Iterator(m_data->ends() + std::size_t{2} * m_data->count, m_data->texts())
                             : Iterator();
}

std::uint64_t Labels::hash() const noexcept
{
    return m_data != nullptr ? m_data->hash : 0;
}

std::size_t Labels::bytes() const noexcept
{
    return m_data != nullptr ? sizeof(Data) + m_data->bodyBytes : 0;
}

std::string_view Labels::value(std::string_view name) const noexcept
{
    for (const LabelView label : *this) {
        if (label.name == name)
            return label.value;
    }
    return {};
}

Labels Labels::with(std::string_view name, std::string_view value) const
{
    std::vector<LabelView> labels;
    labels.reserve(size() + 1);
    labels.assign(begin(), end());
    const auto at =
        std::lower_bound(labels.begin(), labels.end(), name,
                         [](const LabelView &label, std::string_view wanted) { return label.name < wanted; });
    const bool present = at != labels.end() && at->name == name;
    if (value.empty()) {
        if (!present)
            return *this;
        labels.erase(at);
    } else if (present) {
        at->value = value;
    } else {
        labels.insert(at, {name, value});
    }
    return fromSorted(labels);
}

Labels Labels::keeping(std::span<const std::string> names) const
{
    std::vector<LabelView> kept;
    kept.reserve(size());
    std::copy_if(begin(), end(), std::back_inserter(kept),
                 [names](const LabelView &label) { return contains(names, label.name); });
    return fromSorted(kept);
}

Labels Labels::dropping(std::span<const std::string> names) const
{
    std::vector<LabelView> kept;
    kept.reserve(size());
    std::copy_if(begin(), end(), std::back_inserter(kept),
                 [names](const LabelView &label) { return !contains(names, label.name); });
    return fromSorted(kept);
}

std::string Labels::toString() const
{
    const std::string_view metric = metricName();
    const bool plainName = isLegacyMetricName(metric);
    std::string pairs;
    if (!metric.empty() && !plainName)
        pairs = goQuoted(metric);
    for (const LabelView label : *this) {
        if (label.name == metricNameLabel)
            continue;
        if (!pairs.empty())
            pairs += ", ";
        if (isLegacyLabelName(label.name))
            pairs += label.name;
        else
            pairs += goQuoted(label.name);
        pairs += '=';
        pairs += goQuoted(label.value);
    }
    std::string text(plainName ? metric : std::string_view());
    if (!pairs.empty() || !plainName)
        text += '{' + pairs + '}';
    return text;
}

bool operator==(const Labels &a, const Labels &b) noexcept
{
    if (a.m_data == b.m_data)
        return true;
    if (a.empty() || b.empty())
        return false;
    return a.hash() == b.hash() && a.size() == b.size() && a.m_data->body() == b.m_data->body();
}

std::strong_ordering operator<=>(const Labels &a, const Labels &b) noexcept
{
    return std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end());
}

} // namespace sightglass
