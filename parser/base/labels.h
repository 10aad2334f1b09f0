// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// The label that carries a metric's name.
inline constexpr std::string_view metricNameLabel = "__name__";

/// One label: name and value, both UTF-8.
struct Label
{
    std::string name;
    std::string value;

    friend bool operator==(const Label &, const Label &) = default;
    friend auto operator<=>(const Label &, const Label &) = default;
};

/// An immutable label set as Prometheus keeps it: sorted by name (bytewise), names unique, no empty values
/// (an empty value is the same as an absent label). Copies share one allocation and are cheap; safe to read
/// from any thread.
class Labels
{
public:
    /// The empty label set.
    Labels() noexcept = default;

    /// Sorts, drops empty values, and keeps the last of equal names.
    explicit Labels(std::vector<Label> labels);

    /// __name__ = metric plus the given labels.
    static Labels withName(std::string_view metric, std::vector<Label> labels = {});

    [[nodiscard]] std::size_t size() const noexcept { return items().size(); }
    [[nodiscard]] bool empty() const noexcept { return m_data == nullptr; }
    [[nodiscard]] std::span<const Label> items() const noexcept;
    [[nodiscard]] auto begin() const noexcept { return items().begin(); }
    [[nodiscard]] auto end() const noexcept { return items().end(); }

    /// The value of a label, or "" where it is absent, as PromQL reads it. The view lives as long as a copy
    /// of this set.
    [[nodiscard]] std::string_view value(std::string_view name) const noexcept;
    [[nodiscard]] std::string_view metricName() const noexcept { return value(metricNameLabel); }

    /// Stable within one process run only; equal sets have equal hashes.
    [[nodiscard]] std::uint64_t hash() const noexcept { return m_data ? m_data->hash : 0; }

    /// A copy with this label set, or removed where the value is empty.
    [[nodiscard]] Labels with(std::string_view name, std::string_view value) const;
    [[nodiscard]] Labels without(std::string_view name) const { return with(name, {}); }

    /// Only these names / all but these names. Names need not be sorted.
    [[nodiscard]] Labels keeping(std::span<const std::string> names) const;
    [[nodiscard]] Labels dropping(std::span<const std::string> names) const;

    /// As Prometheus prints a series: metric{a="b", c="d"}; {} for the empty set. Values in Go quoting; names
    /// that are not legacy identifiers are quoted, a quoted metric name stands inside the braces.
    [[nodiscard]] std::string toString() const;

    friend bool operator==(const Labels &a, const Labels &b) noexcept;
    /// Prometheus' order: pairwise name then value, bytewise; a prefix comes first.
    friend std::strong_ordering operator<=>(const Labels &a, const Labels &b) noexcept;

private:
    struct Data
    {
        std::vector<Label> items;
        std::uint64_t hash = 0;
    };
    static Labels fromSorted(std::vector<Label> items);

    std::shared_ptr<const Data> m_data;
};

struct LabelsHash
{
    std::size_t operator()(const Labels &labels) const noexcept
    {
        return static_cast<std::size_t>(labels.hash());
    }
};

} // namespace sightglass
