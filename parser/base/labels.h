// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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

/// One label in somebody else's memory.
struct LabelView
{
    std::string_view name;
    std::string_view value;

    [[nodiscard]] explicit operator Label() const { return {std::string(name), std::string(value)}; }

    friend bool operator==(const LabelView &, const LabelView &) = default;
    friend auto operator<=>(const LabelView &, const LabelView &) = default;
};

/// An immutable label set as Prometheus keeps it: sorted by name (bytewise), names unique, no empty values
/// (an empty value is the same as an absent label). All of it lies in one piece of memory, which copies
/// share; safe to read from any thread.
class Labels
{
public:
    /// Walks the labels in order. Gives views, which live as long as a copy of the set.
    class Iterator;

    /// The empty label set.
    Labels() noexcept = default;
    ~Labels() { release(); }
    Labels(const Labels &other) noexcept
        : m_data(other.m_data)
    {
        share();
    }
    Labels(Labels &&other) noexcept
        : m_data(std::exchange(other.m_data, nullptr))
    {}
    Labels &operator=(Labels other) noexcept
    {
        std::swap(m_data, other.m_data);
        return *this;
    }

    /// Sorts, drops empty values, and keeps the last of equal names.
    explicit Labels(std::vector<Label> labels);

    /// __name__ = metric plus the given labels.
    static Labels withName(std::string_view metric, std::vector<Label> labels = {});

    /// Of labels that are sorted by name, each name once, no value empty: the caller has made sure.
    static Labels fromSorted(std::span<const LabelView> labels);

    [[nodiscard]] std::size_t size() const noexcept;
    [[nodiscard]] bool empty() const noexcept { return m_data == nullptr; }
    [[nodiscard]] Iterator begin() const noexcept;
    [[nodiscard]] Iterator end() const noexcept;

    /// The value of a label, or "" where it is absent, as PromQL reads it. The view lives as long as a copy
    /// of this set.
    [[nodiscard]] std::string_view value(std::string_view name) const noexcept;
    [[nodiscard]] std::string_view metricName() const noexcept { return value(metricNameLabel); }

    /// Stable within one process run only; equal sets have equal hashes.
    [[nodiscard]] std::uint64_t hash() const noexcept;

    /// Memory of the set, shared by all its copies.
    [[nodiscard]] std::size_t bytes() const noexcept;

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
    struct Data;

    void share() const noexcept;
    void release() noexcept;

    const Data *m_data = nullptr; ///< null for the empty set
};

class Labels::Iterator
{
public:
    using iterator_category = std::input_iterator_tag; // because it has no references to give
    using iterator_concept = std::forward_iterator_tag;
    using value_type = LabelView;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = LabelView;

    Iterator() noexcept = default;

    [[nodiscard]] LabelView operator*() const noexcept
    {
        return {{m_texts + m_ends[0], m_ends[1] - m_ends[0]}, {m_texts + m_ends[1], m_ends[2] - m_ends[1]}};
    }
    Iterator &operator++() noexcept
    {
        m_ends += 2;
        return *this;
    }
    Iterator operator++(int) noexcept
    {
        const Iterator before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const Iterator &a, const Iterator &b) noexcept { return a.m_ends == b.m_ends; }

private:
    friend class Labels;
    Iterator(const std::uint32_t *ends, const char *texts) noexcept
        : m_ends(ends)
        , m_texts(texts)
    {}

    const std::uint32_t *m_ends = nullptr; ///< of the text before, of the name, of the value
    const char *m_texts = nullptr;
};

struct LabelsHash
{
    std::size_t operator()(const Labels &labels) const noexcept
    {
        return static_cast<std::size_t>(labels.hash());
    }
};

} // namespace sightglass
